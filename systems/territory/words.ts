import type { RefusalWords } from "../../foundation/http/refusals.ts";

const count = (facts: Record<string, unknown>) => Number(facts.count ?? 0);
const report = (facts: Record<string, unknown>) => (facts.report ?? {}) as { faults?: unknown[]; findings?: unknown[] };

/** Why the territory says no, and what to do next. */
export const territoryRefusals = {
  "territory.not-allowed": {
    "zh-CN": () => "地名和界线由县里管理地名的岗位改动。需要改动请找他们。",
    en: () => "Places and boundaries are changed by the county post that keeps the register. Ask there.",
  },
  "territory.other-county": {
    "zh-CN": (f) => `这份文件是 ${String(f.county)} 的，不是本县的。请换本县的文件。`,
    en: (f) => `This file belongs to ${String(f.county)}, another county. Choose this county's file.`,
  },
  "territory.rows-unfit": {
    "zh-CN": (f) => `有 ${count(f)} 行对不上：代码重复、没有上级，或者和登记簿不合。请按列出的代码改好再导入，现在什么都没有改。`,
    en: (f) =>
      `${count(f)} rows do not fit: a code twice, no parent, or at odds with the register. Mend those listed and import again; nothing was changed.`,
  },
  "territory.no-such-place": {
    "zh-CN": () => "登记簿里没有这个地点，可能已经更名或撤并。请重新选择。",
    en: () => "The register holds no such place; it may have been renamed or merged. Choose again.",
  },
  "territory.not-a-point": {
    "zh-CN": () => "经纬度不对。请重新点选地点。",
    en: () => "These are not a longitude and a latitude. Mark the place again.",
  },
  "territory.boundaries-unfit": {
    "zh-CN": (f) => `有 ${report(f).faults?.length ?? 0} 个图形不能用，已逐个列出。请改好文件再导入，现在什么都没有改。`,
    en: (f) =>
      `${report(f).faults?.length ?? 0} features cannot be used; each is listed. Mend the file and import again; nothing was changed.`,
  },
  "territory.boundaries-do-not-meet": {
    "zh-CN": (f) =>
      `界线之间有 ${report(f).findings?.length ?? 0} 处空隙、重叠或缺漏，已逐处列出面积。请改好文件，或者确认接受后再导入。`,
    en: (f) =>
      `The boundaries leave ${report(f).findings?.length ?? 0} gaps, overlaps or missing places, each listed with its area. Mend the file, or accept them and import again.`,
  },
} as const satisfies RefusalWords;

/** What the report of a boundary import calls its faults and findings. */
export const boundaryWords = {
  "zh-CN": {
    "not-a-polygon": "不是面状图形",
    "ring-unfit": "边线没有闭合，或点数、坐标不对",
    "crosses-itself": "边线自己相交",
    "place-unknown": "登记簿里没有这个代码或名称",
    "name-ambiguous": "有几个地方叫这个名称，请写代码",
    "place-twice": "同一个地方出现两次",
    "outside-county": "图形不在本县范围，请核对坐标系",
    gap: "空隙",
    overlap: "重叠",
    "beyond-parent": "超出上级界线",
    missing: "没有界线",
  },
  en: {
    "not-a-polygon": "not a polygon",
    "ring-unfit": "edge not closed, or points missing or wrong",
    "crosses-itself": "edge crosses itself",
    "place-unknown": "code or name not in the register",
    "name-ambiguous": "several places have this name: give the code",
    "place-twice": "the same place twice",
    "outside-county": "outside the county: check the coordinate system",
    gap: "gap",
    overlap: "overlap",
    "beyond-parent": "beyond its parent",
    missing: "no boundary",
  },
} as const;
