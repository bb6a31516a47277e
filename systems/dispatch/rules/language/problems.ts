/** What is wrong with a text, at which character. Offsets and columns count UTF-16 units; line and column begin with 1. */
export interface RuleProblem {
  readonly code: keyof typeof SENTENCES;
  readonly start: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
  readonly facts: Readonly<Record<string, string>>;
  /** What could be written there instead. */
  readonly suggestion?: string;
}

type Sentence = readonly [
  zh: (f: Readonly<Record<string, string>>) => string,
  en: (f: Readonly<Record<string, string>>) => string,
];
const SENTENCES = {
  expected: [(f) => `这里应该是${f.zh}。`, (f) => `Expected here: ${f.en}.`],
  "unknown-name": [(f) => `没有叫「${f.written}」的${f.zh}。`, (f) => `There is no ${f.en} “${f.written}”.`],
  "several-named": [
    (f) => `叫「${f.written}」的${f.zh}不止一个，请写全：${f.choices}。`,
    (f) => `Several are named “${f.written}”; write one of them in full: ${f.choices}.`,
  ],
  "open-quote": [
    () => "引号没有收口，请在这一行里补上另一半。",
    () => "This quotation does not end on its line; add the closing mark.",
  ],
  "empty-quote": [() => "引号里没有写字。", () => "Nothing stands between these marks."],
  mixed: [
    () => "同一层里既有「且」又有「或」，请用括号说清先看哪个。",
    () => "“and” and “or” stand side by side; say with brackets which goes together.",
  ],
  "no-time": [() => "这不是一个时间，请写成 18:00 这样。", () => "This is no time of day; write it like 18:00."],
  "no-next-day": [
    () => "结束比开始早，跨夜请写「次日」，例如 18:00至次日06:00。",
    () => "It ends before it begins; over midnight write: 18:00 to next day 06:00.",
  ],
  "same-day": [() => "没有跨夜，不用写「次日」。", () => "It does not pass midnight; leave out “next day”."],
  "no-span": [() => "开始和结束一样，一刻也没有。", () => "It begins and ends at once."],
  "no-date": [
    () => "没有这一天，请写成 2026-06-01 或每年的 06-01 这样。",
    () => "There is no such day; write 2026-06-01, or 06-01 for every year.",
  ],
  "dates-turned": [() => "结束的日子比开始早。", () => "The last day lies before the first."],
  "same-name": [
    (f) => `已经有一条叫「${f.written}」的规则，请换个名字。`,
    (f) => `Another rule is named “${f.written}”; choose another name.`,
  ],
} as const satisfies Record<string, Sentence>;

/** The sentence an officer reads, with the suggestion where there is one. */
export function problemSentence(problem: RuleProblem, locale: "zh-CN" | "en"): string {
  const [zh, en] = SENTENCES[problem.code] as Sentence;
  const near = problem.suggestion;
  if (locale === "en") return en(problem.facts) + (near ? ` Do you mean “${near}”?` : "");
  return zh(problem.facts) + (near ? `是不是「${near}」？` : "");
}
