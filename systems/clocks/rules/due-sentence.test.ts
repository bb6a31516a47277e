import { expect, it } from "vitest";
import { Term } from "../contract.ts";
import { dueSentence } from "../index.ts";
import { makeCalendar } from "./calendar.ts";
import { type DueInput, dueDate } from "./due-date.rule.ts";
import { notice2026, officeHours } from "./notices.fixture.ts";

const calendar = makeCalendar(410425, [notice2026], officeHours);
const at = (text: string): Date => new Date(`${text}+08:00`);
const say = (
  length: number,
  unit: Term["unit"],
  start: string,
  locale: "zh-CN" | "en",
  more: Omit<Partial<DueInput>, "term"> & { term?: object } = {},
) => {
  const term = Term.parse({
    term: "t",
    version: 2,
    name: "办结",
    englishName: "Finish",
    length,
    unit,
    basis: "示例条例第1条",
    ...more.term,
  });
  return dueSentence(dueDate({ ...more, term, start: at(`${start}:00`), calendar }), locale);
};
const appraisal = { ground: "appraisal", name: "鉴定", englishName: "an appraisal", basis: "示例条例第2条" };
const paused = {
  term: { pauses: [appraisal] },
  pauses: [{ from: at("2026-10-12T09:00:00"), to: at("2026-10-15T09:00:00"), ground: "appraisal", approver: "调委会主任岗" }],
};

it("tells the whole count of a term in working days", () => {
  expect(say(15, "working days", "2026-09-21T10:20", "zh-CN", paused)).toBe(
    "自2026-09-21起15个工作日，当日不计；中秋节09-25至09-27、国庆节10-01至10-07不计，10-10（周六）调休上班计入；因鉴定暂停3个工作日（10-12至10-15，调委会主任岗批准）：到2026-10-22。规则：办结（第2版）；依据：示例条例第1条。",
  );
  expect(say(15, "working days", "2026-09-21T10:20", "en", paused)).toBe(
    "15 working days from 2026-09-21, not counting that day; 中秋节 09-25 to 09-27, 国庆节 10-01 to 10-07 not counted, Sat 10-10 worked and counted; paused 3 working days for an appraisal (10-12 to 10-15; approved by 调委会主任岗): until 2026-10-22. Rule: Finish (version 2); basis: 示例条例第1条.",
  );
});

it("tells an extension, and a last day that moved", () => {
  const more = { extensions: [{ by: 5, ground: "情况复杂", approver: "本机关负责人" }] };
  expect(say(5, "natural days", "2026-09-23T09:00", "zh-CN", more)).toBe(
    "自2026-09-23起5个自然日，当日不计；因情况复杂延长5个自然日（本机关负责人批准）；最后一日遇国庆节，顺延5天：到2026-10-08。规则：办结（第2版）；依据：示例条例第1条。",
  );
  expect(say(5, "natural days", "2026-09-23T09:00", "en", more)).toBe(
    "5 calendar days from 2026-09-23, not counting that day; extended by 5 calendar days (情况复杂; approved by 本机关负责人); moved on by 5 days because the last day was free (国庆节): until 2026-10-08. Rule: Finish (version 2); basis: 示例条例第1条.",
  );
  expect(say(3, "natural days", "2026-11-25T09:00", "zh-CN")).toContain("最后一日遇周末，顺延2天：到2026-11-30");
});

it("tells hours by the hour, and pauses in hours", () => {
  const more = { pauses: [{ from: at("2026-11-23T10:00:00"), to: at("2026-11-23T15:30:00") }] };
  expect(say(4, "working hours", "2026-11-23T09:00", "zh-CN", more)).toContain(
    "自2026-11-23 09:00起4个工作小时；暂停3个工作小时（11-23）：到2026-11-24 09:00。",
  );
});

it("says that a date is provisional, and why", () => {
  expect(say(10, "working days", "2026-12-24T09:00", "zh-CN")).toContain(
    "：到2027-01-07。2027年放假安排尚未公布，期限为暂定。规则",
  );
  expect(say(10, "working days", "2026-12-24T09:00", "en")).toContain(
    "until 2027-01-07. The holidays of 2027 are not published yet; the date is provisional. Rule",
  );
});
