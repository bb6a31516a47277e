import { type Paper, told } from "../../papers/index.ts";
import { everyone, type Filled, inWords, nameOf, names, numberOf, sideOf } from "./filled.ts";

const SOURCES = {
  application: "①当事人申请",
  "own-motion": "②人民调解委员会主动调解",
  referral: "①当事人申请（移交、委托）",
} as const;

/** 人民调解申请书. */
export const applicationPaper = (filled: Filled): Paper => ({
  form: "mediation.application",
  title: "人民调解申请书",
  blocks: [
    { kind: "fields", rows: everyone(filled) },
    {
      kind: "fields",
      rows: [
        [{ label: "纠纷简要情况", value: told(filled.one.facts, "纠纷简要情况"), lines: 7 }],
        [{ label: "申请事项", value: told(filled.one.request, "申请事项"), lines: 4 }],
      ],
    },
    { kind: "text", text: "人民调解委员会已将申请人民调解的相关规定告知我，现自愿申请人民调解。" },
    {
      kind: "signatures",
      places: [
        { who: "申请人", names: names(filled, sideOf(filled, "applicant")), by: "finger", day: inWords(filled.one.registeredOn) },
      ],
    },
  ],
});

/** 人民调解受理登记表. */
export const registrationPaper = (filled: Filled): Paper => {
  const { one, committee, kind, recorder } = filled;
  return {
    form: "mediation.registration",
    title: "人民调解受理登记表",
    ...(numberOf(filled) && { number: numberOf(filled)! }),
    blocks: [
      {
        kind: "fields",
        rows: [
          [
            { label: "登记日期", value: inWords(one.registeredOn) },
            { label: "受理日期", value: told(one.acceptedOn && inWords(one.acceptedOn), "受理日期") },
          ],
          [
            { label: "纠纷类型", value: kind },
            { label: "案件来源", value: SOURCES[one.origin] },
          ],
          ...(one.referral ? [[{ label: "移交编号", value: told(one.referral.number, "移交编号") }]] : []),
        ],
      },
      { kind: "fields", rows: everyone(filled) },
      {
        kind: "fields",
        rows: [[{ label: "纠纷简要情况", value: told(one.facts, "纠纷简要情况"), lines: 6 }], [{ label: "备注", value: "" }]],
      },
      {
        kind: "signatures",
        places: [
          { who: "当事人", names: names(filled, one.parties), by: "finger" },
          { who: "登记人", names: recorder ? [recorder] : [], by: "signature", day: inWords(one.registeredOn) },
          { who: committee, names: [], by: "seal" },
        ],
      },
    ],
  };
};

/** 权利义务告知书 (人民调解法 第四、二十三、二十四条). */
export const noticePaper = (filled: Filled): Paper => ({
  form: "mediation.notice",
  title: "人民调解当事人权利义务告知书",
  ...(numberOf(filled) && { number: numberOf(filled)! }),
  blocks: [
    { kind: "text", text: `${names(filled, filled.one.parties).join("、")}：`, from: "flush" },
    {
      kind: "text",
      text: "人民调解委员会是依法设立的调解民间纠纷的群众性组织，调解民间纠纷不收取任何费用。根据《中华人民共和国人民调解法》，现将你们在人民调解活动中的权利和义务告知如下：",
    },
    { kind: "heading", text: "一、权利（第二十三条）" },
    {
      kind: "list",
      items: [
        "选择或者接受人民调解员；",
        "接受调解、拒绝调解或者要求终止调解；",
        "要求调解公开进行或者不公开进行；",
        "自主表达意愿、自愿达成调解协议。",
      ],
    },
    { kind: "heading", text: "二、义务（第二十四条）" },
    { kind: "list", items: ["如实陈述纠纷事实；", "遵守调解现场秩序，尊重人民调解员；", "尊重对方当事人行使权利。"] },
    { kind: "heading", text: "三、调解员" },
    {
      kind: "text",
      text: filled.mediators.length > 0 ? `本次调解由${filled.mediators.join("、")}主持。` : { missing: "调解员" },
    },
    ...filled.one.mediators.flatMap((mediator) =>
      mediator.tie && !mediator.refusedBy
        ? [{ kind: "text" as const, text: `调解员披露：${mediator.tie}。当事人可以要求更换。` }]
        : [],
    ),
    { kind: "text", text: "以上内容已向我们宣读、说明，我们已知悉。" },
    {
      kind: "signatures",
      places: [
        {
          who: "当事人",
          names: names(filled, filled.one.parties),
          by: "finger",
          ...(filled.one.notice && { day: inWords(filled.one.notice) }),
        },
        { who: filled.committee, names: [], by: "seal" },
      ],
    },
  ],
});

/** 授权委托书 of each party who has an agent. */
export const powersOfAttorney = (filled: Filled): Paper[] =>
  filled.one.parties
    .filter((party) => party.representative?.by === "agent")
    .map((party) => ({
      form: "mediation.power-of-attorney",
      title: "授权委托书",
      blocks: [
        {
          kind: "fields",
          rows: [
            [{ label: "委托人", value: told(nameOf(filled, party.id), "委托人") }],
            [{ label: "受托人", value: told(nameOf(filled, party.representative!.id), "受托人") }],
          ],
        },
        {
          kind: "text",
          text: `现委托上列受托人在我与${names(
            filled,
            filled.one.parties.filter((other) => other.side !== party.side),
          ).join("、")}的${filled.kind}纠纷人民调解中，作为我的代理人。`,
        },
        {
          kind: "text",
          text:
            party.representative!.authority === "special"
              ? "代理权限：特别授权，可以代为承认、放弃、变更请求，代为达成调解协议、签收文书。"
              : "代理权限：一般授权，代为陈述意见、提供材料；不得代为达成调解协议。",
        },
        { kind: "text", text: "委托期限：自签署之日起至本次调解终结之日止。" },
        { kind: "signatures", places: [{ who: "委托人", names: names(filled, [party]), by: "finger" }] },
      ],
    }));
