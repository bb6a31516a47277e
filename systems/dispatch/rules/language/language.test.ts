import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dispatchRules } from "../../../../counties/jiaxian/dispatch-rules.table.ts";
import { root } from "../../../../foundation/root.ts";
import { jiaxianNames } from "../../../../tests/builders/rule-names.ts";
import type { DispatchRule, DispatchWhen } from "../dispatch-shapes.ts";
import { matcherOf } from "../match.rule.ts";
import { normalWhen } from "./expression.ts";
import { parseRules } from "./parse.ts";
import { printRules } from "./print.ts";
import { problemSentence } from "./problems.ts";
import { anyRules, anyWhen, someFacts } from "./rules.fixture.ts";

const names = jiaxianNames();
const head = "规则「甲」 主管 规则与目录岗 理由「乙」\n  当 ";
const whenOf = (text: string): DispatchWhen | undefined => parseRules(`${head}${text}\n  按派单目录`, names).rules[0]?.rule.when;
const problemOf = (text: string) => {
  const whole = `${head}${text}`;
  const problem = parseRules(whole, names).problems[0]!;
  return {
    at: whole.slice(problem.start, problem.start + problem.length),
    line: problem.line,
    column: problem.column,
    zh: problemSentence(problem, "zh-CN"),
    en: problemSentence(problem, "en"),
    suggestion: problem.suggestion,
  };
};

describe("a text of rules", () => {
  it("is read into codes, with and without blanks, in Chinese and English", () => {
    const expected = {
      categories: ["facilities.street-lamp"],
      hours: [{ from: "18:00", to: "06:00" }],
      not: { doors: ["field"] },
    };
    expect(whenOf("类别 属于 公用设施.路灯 且 时间 在 18:00至次日06:00 且 非 渠道 为 网格走访")).toEqual(expected);
    expect(whenOf("类别属于公用设施.路灯且时间在１８：００至次日06:00且非渠道为网格走访")).toEqual(expected);
    expect(whenOf("category in 路灯 and time in 18:00 to next day 06:00 and not door is 网格走访")).toEqual(expected);
  });
  it("keeps the id of a rule by its name, and by its own where that is written", () => {
    const text = `${head}不论什么 按派单目录`;
    expect(parseRules(text, names, [{ ...dispatchRules.rules[0]!, name: "甲" }]).rules[0]!.rule.id).toBe("danger-gas");
    expect(parseRules(text.replace("」 主管", "」 编号 own-id 主管"), names).rules[0]!.rule.id).toBe("own-id");
  });
  it("goes on after a rule that cannot be read", () => {
    const read = parseRules(`${head}类别 属于 没有的 派 公安局\n${head.replace("甲", "丙")}不论什么 按派单目录`, names);
    expect(read.problems).toHaveLength(1);
    expect(read.rules.map(({ rule }) => rule.name)).toEqual(["丙"]);
  });
  it("of the county reads back into the same rules in both languages", () => {
    expect(dispatchRules.rules.length).toBeGreaterThanOrEqual(40);
    for (const locale of ["zh-CN", "en"] as const) {
      const read = parseRules(printRules(dispatchRules.rules, names, { locale, ids: true }), names);
      expect(read.problems).toEqual([]);
      expect(read.rules.map(({ rule }) => rule)).toEqual(
        dispatchRules.rules.map((rule) => ({
          ...rule,
          when: normalWhen(rule.when),
          then: { unit: rule.then.unit, supports: rule.then.supports ?? [] },
        })),
      );
    }
  });
});

describe("what is wrong", () => {
  it.each([
    ["类别 属于 路灯管理 且 不论什么", "路灯管理", "类别", "路灯"],
    ["地点 在 冢头县", "冢头县", "乡镇或村", "冢头镇"],
    ["种类 为 投拆", "投拆", "种类", "投诉"],
    ["目录主办 为 公安厅", "公安厅", "单位", "公安局"],
    ["不论什么 派 公安居", "公安居", "单位", "公安局"],
  ])("%s: points at the name and says the nearest", (text, at, sort, suggestion) => {
    expect(problemOf(text)).toMatchObject({ at, line: 2, suggestion });
    expect(problemOf(text).zh).toContain(`没有叫「${at}」的${sort}`);
  });
  it.each([
    ["不论什么 且 不论什么 或 不论什么", "或", "括号"],
    ["文中有「不亮", "「不亮", "引号"],
    ["文中有「」", "「」", "引号里没有写字"],
    ["时间 在 22:00至06:00", "06:00", "次日"],
    ["时间 在 06:00至次日22:00", "次日", "没有跨夜"],
    ["时间 在 25:00至26:00", "25:00", "时间"],
    ["日期 在 02-30", "02-30", "没有这一天"],
    ["日期 在 2026-08-01至2026-06-01", "2026-06-01", "早"],
    ["(不论什么", "(", "括号"],
    ["颜色 为 红", "颜色", "一个条件"],
  ])("%s: points at %s", (text, at, says) => {
    const found = problemOf(text);
    if (at !== "(") expect(found.at).toBe(at);
    expect(found.zh).toContain(says);
    expect(found.en).not.toBe("");
  });
  it("a name that several have is asked for in full", () => {
    const problem = parseRules("规则「甲」 主管 办理岗 理由「乙」 当 不论什么 按派单目录", names).problems[0]!;
    expect(problem.code).toBe("several-named");
    expect(problemSentence(problem, "zh-CN")).toContain("住房和城乡建设局.办理岗");
  });
  it("counts lines and columns", () => expect(problemOf("种类 为 投拆")).toMatchObject({ line: 2, column: 10 }));
  it("never throws and never points outside the text, whatever is written", () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...head, ...'且或非（）「」“"\\派 协办地点在18:00至次日#、。', "规则", "当 ", "文中有"), {
          maxLength: 60,
        }),
        (marks) => {
          const text = marks.join("");
          for (const problem of parseRules(text, names).problems) {
            expect(problem.start).toBeGreaterThanOrEqual(0);
            expect(problem.start).toBeLessThanOrEqual(text.length);
            expect(problemSentence(problem, "zh-CN").length).toBeGreaterThan(3);
          }
        },
      ),
      { numRuns: 400 },
    ));
});

describe("reading and printing", () => {
  it("what is printed reads back into the same rules", () =>
    fc.assert(
      fc.property(anyRules(names), fc.constantFrom("zh-CN" as const, "en" as const), (rules, locale) => {
        const read = parseRules(printRules(rules, names, { locale, ids: true }), names);
        expect(read.problems).toEqual([]);
        expect(read.rules.map(({ rule }) => rule)).toEqual(
          rules.map((rule): DispatchRule => ({ ...rule, when: normalWhen(rule.when) })),
        );
      }),
      { numRuns: 300 },
    ));
  it("what was read prints the same again", () =>
    fc.assert(
      fc.property(anyRules(names), (rules) => {
        const text = printRules(rules, names);
        expect(
          printRules(
            parseRules(text, names).rules.map(({ rule }) => rule),
            names,
          ),
        ).toBe(text);
      }),
      { numRuns: 100 },
    ));
  it("the one form of a condition means what the condition means", () =>
    fc.assert(
      fc.property(anyWhen(names), someFacts(names), (when, { facts, line }) => {
        expect(matcherOf(normalWhen(when))(facts, line)).toBe(matcherOf(when)(facts, line));
      }),
      { numRuns: 1000 },
    ));
});

describe("docs/dispatch-rules.md", () => {
  const page = readFileSync(join(root, "docs/dispatch-rules.md"), "utf8");
  const examples = [...page.matchAll(/```rules\n([\s\S]*?)```/g)].map((match) => match[1]!);
  it("shows examples that are read without a problem", () => {
    expect(examples.length).toBeGreaterThanOrEqual(2);
    for (const text of examples)
      expect(parseRules(text, names).problems.map((problem) => problemSentence(problem, "zh-CN"))).toEqual([]);
  });
  it("shows tests that are read without a problem", () => {
    const rows = [...page.matchAll(/^\| (\S[^|]+) \| [^|]+ \| [^|]*\|$/gm)].map((match) => match[1]!.trim()).slice(1);
    expect(rows.length).toBeGreaterThanOrEqual(12);
    for (const row of rows.filter((text) => !text.startsWith("---"))) expect(whenOf(row), row).toBeDefined();
  });
});

it("looks at more than 20,000 matters a second, all of the county's rules tried on each", () => {
  const { rules } = dispatchRules;
  const facts = fc.sample(someFacts(names), { numRuns: 500, seed: 7 });
  const matchers = rules.map((rule) => matcherOf(rule.when));
  let [decided, best] = [0, 0];
  for (let round = 0; round < 20; round++) {
    const started = performance.now();
    for (let again = 0; again < 10; again++)
      for (const { facts: one, line } of facts) for (const matches of matchers) if (matches(one, line)) decided++;
    best = Math.max(best, 5000 / ((performance.now() - started) / 1000));
  }
  console.log(
    `rules looked at: ${Math.round(best).toLocaleString("en-US")} matters a second, every one of ${rules.length} shipped rules tried, ${decided} hits`,
  );
  expect(rules.length).toBeGreaterThanOrEqual(40);
  expect(decided).toBeGreaterThanOrEqual(facts.length * 200);
  expect(best).toBeGreaterThan(20_000);
});
