import type { FilterValues } from "../../systems/matters/views/queue/conditions.ts";

export interface BenchFilter {
  readonly name: string;
  readonly filters: Partial<FilterValues>;
  readonly sort?: "due" | "newest" | "oldest";
  /** Whose eyes: the county centre sees all, the township's clerk what the row policies let through. */
  readonly reader?: "county" | "township" | "department";
  /** The page that is asked for; earlier ones are turned by keyset, only the last is timed. */
  readonly page?: number;
}

/** Values that are drawn from the filled county: the bench looks them up once. */
export interface Drawn {
  readonly township: string;
  readonly rareVillage: string;
  readonly unit: string;
  readonly import: string;
  readonly code: string;
  readonly number: string;
  readonly day: (ago: number) => string;
}

/** The committed filters: what people at a desk ask, and what hurts. Words of two characters: 孩子 is usual, 路灯 middling, 彩礼 rare. */
export const queueFilters = (of: Drawn): readonly BenchFilter[] => [
  { name: "待受理", filters: { queue: "received" } },
  { name: "待派", filters: { queue: "to-dispatch" } },
  { name: "办理中，先到期的在前", filters: { queue: "handling" } },
  { name: "超期", filters: { queue: "overdue" } },
  { name: "将到期", filters: { queue: "soon" } },
  { name: "全部，最新", filters: { queue: "all" }, sort: "newest" },
  { name: "全部，第 1,000 页", filters: { queue: "all" }, sort: "newest", page: 1000 },
  { name: "全部，最旧", filters: { queue: "all" }, sort: "oldest" },
  { name: "常见词 孩子", filters: { queue: "all", q: "孩子" }, sort: "newest" },
  { name: "常见词 孩子，第 1,000 页", filters: { queue: "all", q: "孩子" }, sort: "newest", page: 1000 },
  { name: "中等词 路灯", filters: { queue: "all", q: "路灯" }, sort: "newest" },
  { name: "少见词 彩礼", filters: { queue: "all", q: "彩礼" }, sort: "newest" },
  { name: "没有的词 氢气", filters: { queue: "all", q: "氢气" }, sort: "newest" },
  { name: "两个词 老人 低保", filters: { queue: "all", q: "老人 低保" }, sort: "newest" },
  { name: "词＋乡镇＋办理中", filters: { queue: "handling", q: "孩子", place: of.township } },
  { name: "一个少事的村", filters: { queue: "all", place: of.rareVillage }, sort: "newest" },
  { name: "少事的村里已结", filters: { queue: "all", place: of.rareVillage, state: ["closed"] }, sort: "newest" },
  { name: "类别＋近三十天", filters: { queue: "all", category: "roads", receivedFrom: of.day(30) }, sort: "newest" },
  { name: "举报，要核实", filters: { queue: "to-verify", kind: ["report"] } },
  { name: "承办单位办理中", filters: { queue: "handling", unit: of.unit } },
  { name: "乡镇：全部", filters: { queue: "all" }, sort: "newest", reader: "township" },
  { name: "乡镇：超期", filters: { queue: "overdue" }, reader: "township" },
  { name: "乡镇：中等词 路灯", filters: { queue: "all", q: "路灯" }, sort: "newest", reader: "township" },
  { name: "部门：经手过的全部", filters: { queue: "all" }, sort: "newest", reader: "department" },
];
