import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { Term } from "./contract.ts";
import { clocksRefusals, dayWords } from "./index.ts";
import { makeCalendar } from "./rules/calendar.ts";
import { dueDate } from "./rules/due-date.rule.ts";
import { notice2026 } from "./rules/notices.fixture.ts";

const calendar = makeCalendar(410425, [notice2026]);
const due = (length: number, unit: Term["unit"], start: string) =>
  dueDate({
    term: Term.parse({ term: "t", version: 1, name: "试", length, unit, basis: "试" }),
    start: new Date(`${start}T09:00:00+08:00`),
    calendar,
  });

it("says why a day counts or not", () => {
  const days = due(15, "working days", "2026-09-21").days;
  expect([days[0]!, days[4]!, days[19]!].map((day) => dayWords(day, "zh-CN"))).toEqual([
    "开始当日不计",
    "中秋节放假",
    "调休上班（国庆节）",
  ]);
  expect(dayWords(due(10, "working days", "2026-12-24").days.at(-1)!, "zh-CN")).toBe("工作日（当年放假安排未公布）");
});

it("has a sentence in both languages for every refusal that the folder throws", () => {
  const thrown = globSync("systems/clocks/**/*.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/new Refusal\("(clocks\.[\w-]+)"/g)].map((hit) => hit[1]!),
  );
  expect(new Set(thrown).size).toBeGreaterThan(5);
  expect([...new Set(thrown)].sort()).toEqual(Object.keys(clocksRefusals).sort());
  for (const sentences of Object.values(clocksRefusals))
    for (const sentence of Object.values(sentences)) expect(sentence({}).length).toBeGreaterThan(5);
});
