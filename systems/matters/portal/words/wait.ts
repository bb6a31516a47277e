const zh = {
  title: "请等一等",
  lead: "这会儿提交的人太多。您写的都在这一页，没有丢，也还没有交上去。",
  working: "正在替您排队，不用按。",
  from: (time: string, seconds: number) =>
    seconds < 90
      ? `请在 ${time} 以后按一下（大约 ${seconds} 秒）。`
      : `请在 ${time} 以后按一下（大约 ${Math.ceil(seconds / 60)} 分钟）。`,
  send: "到时间了，提交",
  keep: "别关这一页。按早了也不要紧，还在原来的位置上等。",
  otherwise: "不想等，打电话或到大厅，一样收：",
  written: "您写的",
};
const en: typeof zh = {
  title: "Please wait a moment",
  lead: "Very much is coming in right now. All you wrote is on this page; nothing is lost, and nothing is submitted yet.",
  working: "Your place is being taken. You need not press.",
  from: (time, seconds) =>
    seconds < 90
      ? `Please press after ${time} (about ${seconds} seconds).`
      : `Please press after ${time} (about ${Math.ceil(seconds / 60)} minutes).`,
  send: "It is time: submit",
  keep: "Keep this page open. If you press too early you keep your place.",
  otherwise: "You need not wait: a call or the hall does as well:",
  written: "What you wrote",
};
export const waitWords = { "zh-CN": zh, en };
