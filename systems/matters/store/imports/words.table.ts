import { sheetProblems } from "../../../../foundation/sheets/index.ts";

type Facts = Readonly<Record<string, unknown>>;
type Sentences = Readonly<Record<string, { readonly "zh-CN": (facts: Facts) => string; readonly en: (facts: Facts) => string }>>;

/** What may be wrong with a row, so that it does not come in. */
export const importErrors = {
  "imports.no-text": {
    "zh-CN": () => "没有内容，这一行没有导入。请补上诉求内容。",
    en: () => "There is no text; the row stays out. Fill in what was said.",
  },
  "imports.text-too-long": {
    "zh-CN": (f) => `内容有 ${f.characters} 字，超过 ${f.limit} 字，这一行没有导入。请留摘要，长文作附件。`,
    en: (f) =>
      `The text has ${f.characters} characters, more than ${f.limit}; the row stays out. Keep a summary here and the long text as an attachment.`,
  },
  "imports.cell-too-long": {
    "zh-CN": (f) => `这一格太长（${f.characters} 字），这一行没有导入。`,
    en: (f) => `This cell is too long (${f.characters} characters); the row stays out.`,
  },
  "imports.date-unreadable": {
    "zh-CN": () => "时间认不出来，这一行没有导入。请写成 2026-01-05 08:30 的样子。",
    en: () => "The date cannot be read; the row stays out. Write it like 2026-01-05 08:30.",
  },
  "imports.date-ahead": {
    "zh-CN": () => "时间在今天以后（移动年数后也算），这一行没有导入。请核对时间或移动的年数。",
    en: () => "The date lies ahead of today (after moving the years); the row stays out. Check the date or the years moved.",
  },
  "imports.date-out-of-range": {
    "zh-CN": (f) => `时间是 ${f.year} 年，不会是真的（多半是空日期或笔误），这一行没有导入。请核对。`,
    en: (f) => `The date lies in the year ${f.year}, which cannot be right; the row stays out. Please check it.`,
  },
  "imports.number-twice": {
    "zh-CN": () => "文件里前面已有同一编号、内容不同的一行，这一行没有导入。请核对编号。",
    en: () => "An earlier row of this file has the same number and other content; this one stays out. Check the numbers.",
  },
  "imports.other-content": {
    "zh-CN": () => "这个编号以前导入过，但内容不一样，这一行没有导入。要更正请在那件事上办理。",
    en: () => "This number came in before with other content; the row stays out. Correct the matter itself.",
  },
} satisfies Sentences;

/** What is said of a row that comes in all the same, or that was there already. */
export const importNotes = {
  "imports.row-repeated": {
    "zh-CN": () => "与前面一行完全相同，只导入一次。",
    en: () => "Exactly the same as an earlier row; taken once.",
  },
  "imports.known": { "zh-CN": () => "以前导入过，没有再导入。", en: () => "Came in before; not taken again." },
  "imports.no-date": { "zh-CN": () => "没有时间，按导入的时间登记。", en: () => "No date; it takes the time of the import." },
  "imports.place-outside": {
    "zh-CN": (f) => `写的地点（${f.words}）不在本县，导入后没有定地点，请分流时确认。`,
    en: (f) => `The place (${f.words}) lies outside the county; it comes in without a place, to be settled at triage.`,
  },
  "imports.point-outside": {
    "zh-CN": () => "坐标不在国内，没有采用。",
    en: () => "The coordinates lie outside the country and were not taken.",
  },
  "imports.no-place": { "zh-CN": () => "没有写明地点，导入后由人确认。", en: () => "No place is named; a person settles it." },
  "imports.kind-open": { "zh-CN": () => "没有诉求类型，分流时再定。", en: () => "The kind is left open for triage." },
  "imports.category-open": {
    "zh-CN": () => "类别与本县目录对不上，分流时再定。",
    en: () => "The category is not one of this county's; it is left open for triage.",
  },
  "imports.upper-due-unreadable": {
    "zh-CN": () => "上级办理期限读不懂，先按本县期限算，请在事项里核对",
    en: () => "The due date from above could not be read; the county's own term runs. Check it on the matter",
  },
  "imports.earlier-closed": {
    "zh-CN": () =>
      "原表已办结。本县没有人按规定答复、核实过，不能记成办结：这里作为“已收到”登记，原状态、办结时间和答复留在登记内容里。",
    en: () =>
      "Closed in the sheet. Nobody has answered and checked it here, so it cannot count as closed: it comes in as received, its earlier state, closing date and reply kept with what was said.",
  },
  "imports.empty-rows": { "zh-CN": () => "空行，已略过。", en: () => "Empty; passed over." },
  "imports.renamed-place": {
    "zh-CN": () => "化名地点按对照表换成了乡镇。",
    en: () => "A pseudonym of a place was replaced by a township by the committed table.",
  },
} satisfies Sentences;

const all: Sentences = { ...importErrors, ...importNotes, ...(sheetProblems as unknown as Sentences) };
const SHORT = 60;

/** In a sentence on many rows, figures of one row stand for none. */
const OF_MANY: Facts = new Proxy({}, { get: () => "…" });

/** What many rows have in common, as a sentence. */
export const problemOfMany = (code: string, locale: "zh-CN" | "en"): string => all[code]?.[locale](OF_MANY) ?? code;

/** A row's problem as a sentence; words quoted from a cell are cut short. */
export function problemSentence(code: string, facts: Facts, locale: "zh-CN" | "en"): string {
  const quoted = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === "string" ? value.slice(0, SHORT) : value]),
  );
  return all[code]?.[locale](quoted) ?? code;
}
