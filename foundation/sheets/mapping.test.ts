import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../root.ts";
import { inspectSheet } from "./inspect.ts";
import { type MappingTarget, proposeMapping } from "./mapping.ts";
import type { ColumnKind, SheetColumn } from "./shapes.ts";

const TARGETS: MappingTarget[] = [
  {
    field: "number",
    names: ["编号", "工单号", "工单编号", "留言编号", "诉求编号", "id", "ticket number"],
    kinds: ["id", "number", "text"],
  },
  {
    field: "title",
    names: ["标题", "主题", "诉求标题", "事项名称", "留言主题", "title", "subject"],
    kinds: ["text", "long text", "choice"],
    required: true,
  },
  {
    field: "text",
    names: ["内容", "详情", "描述", "诉求内容", "留言详情", "text", "description", "content"],
    kinds: ["long text", "text", "choice"],
    required: true,
  },
  {
    field: "receivedAt",
    names: ["时间", "登记时间", "留言时间", "受理时间", "created", "opened", "time", "created at", "requested datetime"],
    kinds: ["date"],
    otherNames: ["办结时间", "截止时间", "更新时间", "答复时间", "closed", "updated"],
  },
  { field: "place", names: ["地址", "地点", "位置", "事发地址", "address", "location"], kinds: ["text", "choice", "long text"] },
  {
    field: "category",
    names: ["类别", "分类", "一级标签", "诉求类型", "category", "type"],
    kinds: ["choice", "text"],
    otherNames: ["subcategory", "二级标签"],
  },
  {
    field: "name",
    names: ["姓名", "用户", "留言用户", "诉求人", "联系人", "name", "user", "reporter"],
    kinds: ["text", "id", "choice"],
  },
  { field: "phone", names: ["电话", "联系方式", "联系电话", "手机号", "phone", "mobile"], kinds: ["phone"] },
  { field: "status", names: ["状态", "办理状态", "status", "state"], kinds: ["choice", "text"] },
  { field: "longitude", names: ["经度", "lon", "lng", "longitude"], kinds: ["coordinate"] },
  { field: "latitude", names: ["纬度", "lat", "latitude"], kinds: ["coordinate"] },
  { field: "likes", names: ["点赞数", "支持数", "likes"], kinds: ["number"] },
  { field: "dislikes", names: ["反对数", "dislikes"], kinds: ["number"] },
];

const columns = (...given: [name: string, guess: ColumnKind][]): SheetColumn[] =>
  given.map(([name, guess], index) => ({ index, name, guess, samples: [] }));
const fieldsOf = (list: SheetColumn[]) =>
  Object.fromEntries(
    proposeMapping(list, TARGETS).matches.map((match) => [
      list.find((column) => column.index === match.column)?.name ?? "",
      match.field,
    ]),
  );

describe("columns are matched to fields", () => {
  it.each<[string, [string, ColumnKind][], Record<string, string>]>([
    [
      "留言 (a city's message board)",
      [
        ["留言编号", "id"],
        ["留言用户", "id"],
        ["留言主题", "text"],
        ["留言时间", "date"],
        ["留言详情", "long text"],
        ["点赞数", "number"],
        ["反对数", "number"],
      ],
      {
        留言编号: "number",
        留言用户: "name",
        留言主题: "title",
        留言时间: "receivedAt",
        留言详情: "text",
        点赞数: "likes",
        反对数: "dislikes",
      },
    ],
    [
      "12345 工单",
      [
        ["序号", "number"],
        ["工单编号", "id"],
        ["诉求标题", "text"],
        ["诉求内容", "long text"],
        ["登记时间", "date"],
        ["办结时间", "date"],
        ["事发地址", "text"],
        ["一级标签", "choice"],
        ["二级标签", "choice"],
        ["诉求人姓名", "text"],
        ["联系方式", "phone"],
        ["办理状态", "choice"],
      ],
      {
        工单编号: "number",
        诉求标题: "title",
        诉求内容: "text",
        登记时间: "receivedAt",
        事发地址: "place",
        一级标签: "category",
        诉求人姓名: "name",
        联系方式: "phone",
        办理状态: "status",
      },
    ],
    [
      "an English open data file",
      [
        ["id", "id"],
        ["created", "date"],
        ["closed", "date"],
        ["category", "choice"],
        ["subcategory", "choice"],
        ["description", "text"],
        ["status", "choice"],
        ["address", "text"],
        ["lat", "coordinate"],
        ["lon", "coordinate"],
      ],
      {
        id: "number",
        created: "receivedAt",
        category: "category",
        description: "text",
        status: "status",
        address: "place",
        lat: "latitude",
        lon: "longitude",
      },
    ],
    [
      "obligation marks, notes in brackets, full-width and camel case",
      [
        ["*事项名称（必填）", "text"],
        ["详　情：", "long text"],
        ["createdAt", "date"],
        ["ＩＤ", "id"],
        ["联系电话(手机)", "phone"],
      ],
      { "*事项名称（必填）": "title", "详　情：": "text", createdAt: "receivedAt", ＩＤ: "number", "联系电话(手机)": "phone" },
    ],
    [
      "joined headers of two rows",
      [
        ["编号", "id"],
        ["诉求人 / 姓名", "text"],
        ["诉求人 / 联系电话", "phone"],
        ["诉求 / 内容", "long text"],
        ["诉求 / 登记时间", "date"],
      ],
      {
        编号: "number",
        "诉求人 / 姓名": "name",
        "诉求人 / 联系电话": "phone",
        "诉求 / 内容": "text",
        "诉求 / 登记时间": "receivedAt",
      },
    ],
    [
      "another order",
      [
        ["反对数", "number"],
        ["位置", "text"],
        ["主题", "text"],
        ["描述", "long text"],
        ["分类", "choice"],
      ],
      { 反对数: "dislikes", 位置: "place", 主题: "title", 描述: "text", 分类: "category" },
    ],
  ])("%s", (_, given, expected) => {
    expect(fieldsOf(columns(...given))).toEqual(expected);
  });

  it("takes at most one column for a field and says which are left over", () => {
    const proposal = proposeMapping(
      columns(["时间", "date"], ["登记时间", "date"], ["留言时间", "date"], ["标题", "text"]),
      TARGETS,
    );
    expect(proposal.matches.filter((match) => match.field === "receivedAt").map((match) => match.column)).toEqual([0]);
    expect([proposal.unused, proposal.missing]).toEqual([[1, 2], ["text"]]);
  });

  it("gives a column to one field only, the one named first where two want it alike", () => {
    const two: MappingTarget[] = ["opened", "seen"].map((field) => ({ field, names: ["时间"], kinds: ["date"] }));
    expect(proposeMapping(columns(["时间", "date"]), two).matches.map((match) => match.field)).toEqual(["opened"]);
  });

  it("never takes the time of closing for the time of receipt", () => {
    expect(fieldsOf(columns(["办结时间", "date"], ["更新时间", "date"], ["closed", "date"]))).toEqual({});
    expect(fieldsOf(columns(["办结时间", "date"]))).toEqual({});
  });

  it("takes an unnamed column by its content only where it is the only one of its kind, and says so with little confidence", () => {
    const [match, ...others] = proposeMapping(columns(["甲", "text"], ["乙", "date"], ["丙", "text"]), TARGETS).matches;
    expect([match?.field, match?.column, match?.confidence, match?.reasons[0]?.code, others]).toEqual([
      "receivedAt",
      1,
      0.35,
      "only-column-of-its-kind",
      [],
    ]);
    expect(proposeMapping(columns(["甲", "date"], ["乙", "date"]), TARGETS).matches).toEqual([]);
  });

  it("trusts a name less where the content is of another kind, and gives both reasons", () => {
    const [fits] = proposeMapping(columns(["电话", "phone"]), TARGETS).matches;
    const [differs] = proposeMapping(columns(["电话", "long text"]), TARGETS).matches;
    expect(fits?.confidence).toBe(1);
    expect(differs?.confidence).toBeLessThan(0.6);
    expect(differs?.reasons.map((reason) => reason.code)).toEqual(["name-equals", "content-differs"]);
  });

  it("leaves fifty columns of indicators alone", () => {
    expect(
      fieldsOf(
        columns(...Array.from({ length: 50 }, (_, at): [string, ColumnKind] => [`指标${at}`, "number"]), ["标题", "text"]),
      ),
    ).toEqual({ 标题: "title" });
  });
});

const data = resolve(root, "../shared/data");
describe.runIf(existsSync(data))("real data", () => {
  it.each<[string, Record<string, string>]>([
    [
      "messages/messages.csv",
      { id: "number", user: "name", title: "title", time: "receivedAt", text: "text", likes: "likes", dislikes: "dislikes" },
    ],
    [
      "requests/311_unified.csv",
      {
        id: "number",
        created: "receivedAt",
        category: "category",
        description: "text",
        status: "status",
        address: "place",
        lat: "latitude",
        lon: "longitude",
      },
    ],
  ])("%s", async (name, expected) => {
    const [sheet] = (await inspectSheet(resolve(data, name), name)).sheets;
    expect(sheet?.headerRow).toBe(1);
    expect(fieldsOf([...(sheet?.columns ?? [])])).toEqual(expected);
  });
});
