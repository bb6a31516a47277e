import type { Platforms } from "../../systems/matters/rules/platforms.ts";

/** 上级平台的回复表头: made up after the usual ones; the platform's own sheet replaces them. */
export const platforms: Platforms = {
  platforms: [
    {
      code: "city-12345",
      name: { zh: "市12345热线", en: "City hotline 12345" },
      knownBy: ["12345工单号", "上级工单号"],
      columns: [
        { name: "12345工单号", field: "number" },
        { name: "办理结果", field: "outcome" },
        { name: "答复内容", field: "reply" },
        { name: "承办单位", field: "unit" },
        { name: "答复时间", field: "answered-at" },
        { name: "办结时间", field: "closed-at" },
        { name: "附件清单", field: "evidence" },
        { name: "承办编号", field: "our-number" },
      ],
      outcomes: {
        solved: "已办结",
        "partly-solved": "部分办结",
        explained: "已解释说明",
        "not-solved": "未办成",
        referred: "已转其他途径",
      },
      handedBack: "退回",
      sendsSecret: false,
      trust: "example",
    },
    {
      code: "national-petitions",
      name: { zh: "国家信访信息系统", en: "National petition system" },
      knownBy: ["信访件编号", "平台工单号", "转办编号"],
      columns: [
        { name: "信访件编号", field: "number" },
        { name: "概况", field: "title" },
        { name: "办理方式", field: "outcome" },
        { name: "处理意见", field: "reply" },
        { name: "责任单位", field: "unit" },
        { name: "办理期限", field: "due-at" },
        { name: "答复日期", field: "answered-at" },
        { name: "佐证材料", field: "evidence" },
      ],
      outcomes: { solved: "支持诉求", explained: "解释说明", "not-solved": "不予支持" },
      handedBack: null,
      sendsSecret: false,
      trust: "example",
    },
  ],
};
