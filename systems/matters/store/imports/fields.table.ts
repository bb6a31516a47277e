import type { MappingTarget } from "../../../../foundation/sheets/index.ts";
import type { IMPORT_FIELDS } from "../../contract.ts";
import type { Kind } from "../../rules/lifecycle.ts";

export type ImportField = (typeof IMPORT_FIELDS)[number];

/** What each field's column may be called, Chinese and English, the plainest first. Order settles who chooses first between equals. */
export const IMPORT_TARGETS: readonly (MappingTarget & { readonly field: ImportField })[] = [
  {
    field: "number",
    kinds: ["id", "number"],
    names: [
      "编号",
      "工单编号",
      "诉求编号",
      "事项编号",
      "留言编号",
      "受理编号",
      "流水号",
      "id",
      "number",
      "request id",
      "case id",
    ],
    otherNames: ["证件编号", "身份证号", "上级工单号", "部门编号", "区划编号"],
  },
  {
    field: "external",
    kinds: ["id", "number"],
    names: ["上级工单号", "12345工单号", "平台工单号", "来件编号", "转办编号", "upper order number", "external number"],
  },
  {
    field: "title",
    kinds: ["text", "long text"],
    names: ["标题", "诉求标题", "留言主题", "主题", "事项名称", "title", "subject"],
    otherNames: ["主题分类", "标题类别"],
  },
  {
    field: "text",
    kinds: ["long text", "text"],
    names: [
      "内容",
      "诉求内容",
      "留言详情",
      "事项描述",
      "问题描述",
      "反映内容",
      "详情",
      "正文",
      "描述",
      "text",
      "description",
      "content",
      "details",
    ],
    otherNames: ["答复内容", "回复内容", "处理内容", "办理内容"],
    required: true,
  },
  {
    field: "receivedAt",
    kinds: ["date"],
    names: [
      "受理时间",
      "来电时间",
      "登记时间",
      "诉求时间",
      "留言时间",
      "反映时间",
      "提交时间",
      "创建时间",
      "接收日期",
      "日期",
      "时间",
      "received at",
      "created",
      "created at",
      "time",
      "date",
      "open date",
    ],
    otherNames: ["办结时间", "答复时间", "关闭时间", "截止时间", "办理期限", "出生日期", "closed", "due"],
  },
  {
    field: "closedAt",
    kinds: ["date"],
    names: ["办结时间", "关闭时间", "完成时间", "closed", "closed at", "close date"],
    otherNames: ["受理时间", "登记时间"],
  },
  {
    field: "kind",
    kinds: ["choice", "text"],
    names: ["诉求类型", "事项类型", "工单类型", "性质", "类型", "kind", "request type"],
    otherNames: ["证件类型"],
  },
  {
    field: "category",
    kinds: ["choice", "text"],
    names: ["类别", "问题分类", "诉求分类", "内容分类", "分类", "一级分类", "category"],
  },
  {
    field: "place",
    kinds: ["text", "choice", "long text"],
    names: [
      "发生地点",
      "事发地点",
      "诉求地点",
      "问题地点",
      "地点",
      "位置",
      "所在乡镇",
      "乡镇",
      "地址",
      "place",
      "location",
      "address",
    ],
    otherNames: ["联系地址", "家庭住址", "户籍地址", "住址", "email address"],
  },
  {
    field: "address",
    kinds: ["text", "long text"],
    names: ["联系地址", "家庭住址", "住址", "诉求人地址", "来电人地址", "home address", "reporter address"],
  },
  { field: "lng", kinds: ["coordinate", "number"], names: ["经度", "longitude", "lng", "lon"] },
  { field: "lat", kinds: ["coordinate", "number"], names: ["纬度", "latitude", "lat"] },
  {
    field: "account",
    kinds: ["id", "text", "number"],
    names: ["用户", "用户编号", "用户名", "账号", "留言用户", "user", "account", "user id"],
  },
  {
    field: "name",
    kinds: ["text", "choice"],
    names: ["姓名", "诉求人", "来电人", "联系人", "反映人", "名字", "name", "reporter name", "caller"],
    otherNames: ["事项名称", "单位名称", "乡镇名称"],
  },
  {
    field: "phone",
    kinds: ["phone", "number", "id"],
    names: ["电话", "联系电话", "手机号", "来电号码", "联系方式", "phone", "telephone", "mobile"],
  },
  { field: "state", kinds: ["choice", "text"], names: ["状态", "办理状态", "工单状态", "state", "status"] },
  {
    field: "reply",
    kinds: ["long text", "text"],
    names: ["答复", "答复内容", "回复内容", "办理结果", "处理结果", "答复意见", "reply", "answer", "resolution"],
  },
];

/** What a sheet calls the kinds of 诉求. A word not listed leaves the kind open, for triage to settle. */
export const KIND_WORDS: Readonly<Record<string, Kind>> = {
  咨询: "consultation",
  求助: "help",
  投诉: "complaint",
  举报: "report",
  建议: "suggestion",
  意见: "suggestion",
  意见建议: "suggestion",
  投诉举报: "complaint",
  矛盾纠纷: "dispute",
  纠纷: "dispute",
  隐患: "hazard",
  安全隐患: "hazard",
  consultation: "consultation",
  help: "help",
  complaint: "complaint",
  report: "report",
  suggestion: "suggestion",
  dispute: "dispute",
  hazard: "hazard",
};

/** Cells of these columns speak of a person: they are sealed, or kept out of everything that is shown. */
export const PERSONAL_FIELDS: readonly ImportField[] = ["account", "name", "phone", "address"];
