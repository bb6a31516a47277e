import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dispatchRules } from "../../../../counties/jiaxian/dispatch-rules.table.ts";
import { jiaxianNames } from "../../../../tests/builders/rule-names.ts";
import type { DispatchRule } from "../dispatch-shapes.ts";
import { parseRules } from "../language/parse.ts";
import { anyRules, anyWhen, someFacts } from "../language/rules.fixture.ts";
import { matcherOf } from "../match.rule.ts";
import { analyseRules } from "./analyse.rule.ts";

const names = jiaxianNames();
const book = (...conditions: string[]): DispatchRule[] => {
  const text = conditions.map((one, at) => `规则「第${at}条」 主管 规则与目录岗 理由「示例」 当 ${one} 派 公安局`).join("\n");
  const read = parseRules(text, names);
  if (read.problems.length > 0) throw new Error(JSON.stringify(read.problems));
  return read.rules.map(({ rule }) => rule);
};
const unreachable = (rules: readonly DispatchRule[]) =>
  analyseRules(rules, names).flatMap((one) => (one.code === "never-reached" || one.code === "contradiction" ? [one.rule] : []));

describe("a rule that no matter reaches", () => {
  it.each([
    ["a leaf behind its branch", ["类别 属于 公用设施", "类别 属于 公用设施.路灯"]],
    ["a village behind its township", ["地点 在 冢头镇", "地点 在 冢头镇.东街村"]],
    ["a longer word behind a shorter", ["文中有「不亮」", "文中有「路灯不亮」"]],
    ["a shorter time behind a longer", ["时间 在 18:00至次日06:00", "时间 在 22:00至次日02:00"]],
    ["a month behind its year", ["日期 在 2026-01-01至2026-12-31", "日期 在 2026-06-01至2026-06-30"]],
    ["a weekday behind the week", ["星期 为 周一至周五", "星期 为 周三"]],
    ["one more condition", ["种类 为 投诉", "种类 为 投诉 且 渠道 为 热线"]],
    ["a doubled rule", ["种类 为 投诉 且 文中有「水」", "文中有「水」 且 种类 为 投诉"]],
    ["everything was taken", ["不论什么", "种类 为 投诉"]],
    ["the negation of nothing left", ["种类 为 投诉", "非 种类 为 投诉", "文中有「水」"]],
  ])("%s", (_, conditions) => expect(unreachable(book(...conditions))).toEqual([conditions.length - 1]));
  it("is found where only several together take it all, and they are named", () => {
    const rules = book(
      "类别 属于 公用设施 且 时间 在 06:00至18:00",
      "种类 为 投诉",
      "时间 在 18:00至次日06:00",
      "类别 属于 公用设施.路灯 且 时间 在 08:00至20:00",
    );
    expect(analyseRules(rules, names)).toContainEqual({ code: "never-reached", rule: 3, by: [0, 2] });
  });
  it.each([
    ["种类 为 投诉 且 非 种类 为 投诉、举报"],
    ["文中有「路灯不亮」 且 非 文中有「不亮」"],
    ["星期 为 周一 且 星期 为 周二"],
    ["非 紧急程度 为 一般、较急、有危险"],
  ])("contradicts itself: %s", (condition) =>
    expect(analyseRules(book(condition), names)).toEqual([{ code: "contradiction", rule: 0 }]),
  );
  it.each([
    [["类别 属于 公用设施.路灯", "类别 属于 公用设施"]],
    [["文中有「路灯不亮」", "文中有「不亮」"]],
    [["种类 为 投诉、举报 且 渠道 为 热线", "种类 为 投诉"]],
    [["时间 在 18:00至次日06:00", "非 时间 在 06:00至18:00"]],
  ])("is not claimed where a matter is left: %s", (conditions) => expect(unreachable(book(...conditions))).toEqual([]));

  it("never decides a matter, over thousands of random books and matters", () => {
    let claimed = 0;
    fc.assert(
      fc.property(anyRules(names, 8), fc.array(someFacts(names), { minLength: 60, maxLength: 60 }), (rules, matters) => {
        const never = unreachable(rules);
        claimed += never.length;
        for (const { facts, line } of matters) {
          const decides = rules.findIndex((rule) => matcherOf(rule.when)(facts, line));
          expect(never).not.toContain(decides);
        }
      }),
      { numRuns: 150 },
    );
    expect(claimed).toBeGreaterThan(20);
  });
  it("is found for every rule narrowed behind itself", () =>
    fc.assert(
      fc.property(anyWhen(names, 1), anyWhen(names, 0), (when, more) => {
        const rule = book("不论什么")[0]!;
        expect(
          unreachable([
            { ...rule, when },
            { ...rule, when: { all: [when, more] } },
          ]),
        ).toContain(1);
      }),
      { numRuns: 300 },
    ));
});

describe("what else is doubtful", () => {
  it("a part that earlier rules take", () =>
    expect(analyseRules(book("类别 属于 公用设施", "类别 属于 公用设施.路灯、道路交通"), names)).toEqual([
      { code: "partly-covered", rule: 1, by: [0], part: "类别 属于 公用设施.路灯" },
    ]));
  it("a rule before the last that takes everything", () =>
    expect(analyseRules(book("不论什么", "种类 为 投诉"), names).map((one) => one.code)).toEqual([
      "takes-everything",
      "never-reached",
    ]));
  it("units, categories and posts that are gone", () => {
    const rule = { ...book("类别 属于 公用设施")[0]!, owner: "old.post", then: { unit: "unit:old", supports: ["unit:older"] } };
    const found = analyseRules([{ ...rule, when: { categories: ["old.category"] } }], names);
    expect(found.map((one) => one.code === "gone" && one.part)).toEqual(["old.category", "old", "older", "old.post"]);
  });
  it("nothing in the county's own rules", () => expect(analyseRules(dispatchRules.rules, names)).toEqual([]));
});
