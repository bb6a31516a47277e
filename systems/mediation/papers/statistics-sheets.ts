import type { OutCell, OutSheet } from "../../../foundation/sheets/index.ts";
import { KINDS } from "../rules/case.ts";
import { BODIES, type RegisterRow } from "../rules/register-row.ts";

export const KIND_WORDS: Readonly<Record<(typeof KINDS)[number], string>> = {
  family: "婚姻家庭",
  neighbours: "邻里",
  housing: "房屋宅基地",
  contract: "合同",
  business: "生产经营",
  damages: "损害赔偿",
  land: "山林土地",
  expropriation: "征地拆迁",
  pollution: "环境污染",
  labour: "劳动争议",
  consumer: "旅游消费",
  medical: "医疗",
  traffic: "道路交通事故",
  estate: "物业",
  "village-affairs": "村务管理",
  "intellectual-property": "知识产权",
  internet: "互联网",
  other: "其他",
};
const BODY_WORDS: Readonly<Record<(typeof BODIES)[number], string>> = {
  village: "村调委会",
  neighbourhood: "居调委会",
  township: "乡镇调委会",
  street: "街道调委会",
  enterprise: "企事业单位调委会",
  trade: "行业性专业性调委会",
};
const ORIGIN_WORDS = { application: "当事人申请", "own-motion": "主动调解", referral: "接受移送" } as const;
const ENDED_WORDS = { agreed: "达成协议", failed: "调解不成", refused: "拒绝调解", open: "正在调解" } as const;
const FORM_WORDS = { written: "书面", oral: "口头" } as const;
const yes = (holds: boolean) => (holds ? "是" : "否");

const REGISTER = "登记簿";
const COLUMNS = [
  "案号",
  "调委会",
  "主体",
  "类别",
  "来源",
  "受理日期",
  "月份",
  "结果",
  "协议形式",
  "涉及金额（元）",
  "已履行",
  "司法确认",
] as const;
const letter = (name: (typeof COLUMNS)[number]) => String.fromCharCode(65 + COLUMNS.indexOf(name));
const line = (row: RegisterRow): OutCell[] => [
  row.number,
  row.committee,
  BODY_WORDS[row.body],
  KIND_WORDS[row.kind],
  ORIGIN_WORDS[row.origin],
  row.acceptedOn,
  row.acceptedOn.slice(0, 7),
  ENDED_WORDS[row.ended],
  row.form ? FORM_WORDS[row.form] : "",
  row.amount === null ? null : row.amount / 100,
  yes(row.performed),
  yes(row.confirmed),
];

type Condition = readonly [column: (typeof COLUMNS)[number], value: string];
/** A table of the register counted by one of its columns; every figure is a formula over the register's sheet. */
function counted(name: string, by: (typeof COLUMNS)[number], values: readonly string[], last: number): OutSheet {
  const range = (column: (typeof COLUMNS)[number]) => `${REGISTER}!$${letter(column)}$2:$${letter(column)}$${last}`;
  const count = (...conditions: Condition[]) =>
    `COUNTIFS(${conditions.map(([column, value]) => `${range(column)},"${value}"`).join(",")})`;
  const row = (value: string, at: number): OutCell[] => {
    const mine: Condition = [by, value];
    return [
      value,
      { formula: count(mine) },
      { formula: `${count(mine)}-${count(mine, ["结果", "正在调解"])}` },
      { formula: count(mine, ["结果", "达成协议"]) },
      { formula: `IF(C${at}=0,0,D${at}/C${at})`, format: "0.0%" },
      { formula: count(mine, ["协议形式", "口头"]) },
      { formula: count(mine, ["协议形式", "书面"]) },
      { formula: count(mine, ["已履行", "是"]) },
      { formula: count(mine, ["司法确认", "是"]) },
      { formula: `SUMIFS(${range("涉及金额（元）")},${range(by)},"${value}")/10000`, format: "0.00" },
    ];
  };
  const end = values.length + 1;
  const sum = (column: string): OutCell => ({ formula: `SUM(${column}2:${column}${end})` });
  return {
    name,
    columns: [
      { name: by, width: 20 },
      ...["受理件", "调解件", "成功件", "成功率", "口头协议", "书面协议", "履行件", "司法确认件", "涉及金额（万元）"].map(
        (title) => ({
          name: title,
          width: 14,
        }),
      ),
    ],
    rows: [
      ...values.map((value, index) => row(value, index + 2)),
      [
        "合计",
        sum("B"),
        sum("C"),
        sum("D"),
        { formula: `IF(C${end + 1}=0,0,D${end + 1}/C${end + 1})`, format: "0.0%" },
        ...["F", "G", "H", "I"].map(sum),
        { formula: `SUM(J2:J${end})`, format: "0.00" },
      ],
    ],
  };
}

/**
 * 人民调解登记簿 and 统计表 by class, body, origin and month, as sheets of one workbook. The figures are formulas over the register, so that a
 * corrected line corrects them in Excel and WPS too.
 */
export function statisticsSheets(rows: readonly RegisterRow[]): OutSheet[] {
  const last = Math.max(2, rows.length + 1);
  const months = [...new Set(rows.map((row) => row.acceptedOn.slice(0, 7)))].sort();
  return [
    counted(
      "按类别",
      "类别",
      KINDS.map((kind) => KIND_WORDS[kind]),
      last,
    ),
    counted(
      "按主体",
      "主体",
      BODIES.map((body) => BODY_WORDS[body]),
      last,
    ),
    counted("按来源", "来源", Object.values(ORIGIN_WORDS), last),
    counted("按月", "月份", months, last),
    {
      name: REGISTER,
      columns: COLUMNS.map((name) => ({ name, width: name === "案号" || name === "调委会" ? 26 : 14 })),
      rows: rows.map(line),
    },
  ];
}

/** What a case earns its mediator by the county's tariff (以案定补), in fen: by difficulty and by the grade its file was given. */
export interface Tariff {
  readonly simple: number;
  readonly hard: number;
  /** Added where the file was graded so. */
  readonly grades: Readonly<Record<"excellent" | "good" | "plain", number>>;
}
export interface Award {
  readonly number: string;
  readonly mediators: string;
  readonly difficulty: "simple" | "hard";
  readonly grade: keyof Tariff["grades"] | null;
}
const DIFFICULTY = { simple: "一般", hard: "疑难复杂" } as const;
const GRADES = { excellent: "优秀", good: "良好", plain: "合格" } as const;

/** 以案定补 sheet: a line a case, in the order of the register; sums are formulas. */
export function awardSheet(awards: readonly Award[], tariff: Tariff): OutSheet {
  const base = (award: Award) => tariff[award.difficulty] / 100;
  const more = (award: Award) => (award.grade ? tariff.grades[award.grade] / 100 : 0);
  const end = awards.length + 1;
  return {
    name: "以案定补",
    columns: ["案号", "调解员", "难易", "案卷等次", "基本补贴（元）", "等次补贴（元）", "合计（元）", "领取人签名"].map(
      (name) => ({ name, width: 18 }),
    ),
    rows: [
      ...awards.map((award, index): OutCell[] => [
        award.number,
        award.mediators,
        DIFFICULTY[award.difficulty],
        award.grade ? GRADES[award.grade] : "未评",
        base(award),
        more(award),
        { formula: `E${index + 2}+F${index + 2}`, format: "0.00" },
        "",
      ]),
      [
        "合计",
        "",
        "",
        "",
        { formula: `SUM(E2:E${end})` },
        { formula: `SUM(F2:F${end})` },
        { formula: `SUM(G2:G${end})`, format: "0.00" },
        "",
      ],
    ],
  };
}
