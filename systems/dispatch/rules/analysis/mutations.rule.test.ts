import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dispatchRules } from "../../../../counties/jiaxian/dispatch-rules.table.ts";
import { jiaxianNames } from "../../../../tests/builders/rule-names.ts";
import type { DispatchRule, DispatchWhen } from "../dispatch-shapes.ts";
import { anyWhen } from "../language/rules.fixture.ts";
import { analyseRules } from "./analyse.rule.ts";

const names = jiaxianNames();
const SEED = 20261124;
const shipped = dispatchRules.rules;
/** The last takes what is left, so that a copy of it is no fault of its own. */
const places = shipped.slice(0, -1).map((rule, at) => ({ rule, at }));
const more = fc.sample(anyWhen(names, 1), { seed: SEED, numRuns: places.length });
const whereTo = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { seed: SEED, numRuns: places.length });

const changed = (rule: DispatchRule, when: DispatchWhen): DispatchRule => ({ ...rule, id: "changed", name: "改过的", when });
const inserted = (at: number, ...rules: DispatchRule[]) => [...shipped.slice(0, at), ...rules, ...shipped.slice(at)];
/** Any position behind the rule, before the last. */
const behind = (at: number) => at + 1 + Math.floor(whereTo[at]! * (shipped.length - 1 - at));
const find = (rules: readonly DispatchRule[], id: string) => {
  const index = rules.findIndex((rule) => rule.id === id);
  return analyseRules(rules, names).filter((one) => one.rule === index);
};

describe("the shipped rules, each spoilt in turn", () => {
  const spoilt = (spoil: (rule: DispatchRule, at: number) => { rules: DispatchRule[]; id: string; code: string } | undefined) => {
    const tried = places.flatMap(({ rule, at }) => spoil(rule, at) ?? []);
    const missed = tried.filter(({ rules, id, code }) => !find(rules, id).some((one) => one.code === code));
    return { tried: tried.length, missed: missed.map(({ id, rules }) => [id, rules.findIndex((one) => one.id === id)]) };
  };
  it.each<[string, number, Parameters<typeof spoilt>[0]]>([
    [
      "a copy behind it",
      40,
      (rule, at) => ({ rules: inserted(behind(at), changed(rule, rule.when)), id: "changed", code: "never-reached" }),
    ],
    [
      "a copy narrowed by any other condition behind it",
      40,
      (rule, at) => ({
        rules: inserted(behind(at), changed(rule, { all: [rule.when, more[at]!, { words: ["示例"] }] })),
        id: "changed",
        // What was added may itself be impossible beside the rule.
        code: find([changed(rule, { all: [rule.when, more[at]!] })], "changed")[0]?.code ?? "never-reached",
      }),
    ],
    [
      "a copy without one of its conditions before it",
      20,
      (rule, at) => {
        const [first, ...rest] = Object.entries(rule.when);
        if (!first || rest.length === 0) return undefined;
        return { rules: inserted(at, changed(rule, Object.fromEntries(rest))), id: rule.id, code: "never-reached" };
      },
    ],
    [
      "two before it that halve it between them",
      20,
      (rule, at) => {
        const [field, list] = Object.entries(rule.when).find(([, values]) => Array.isArray(values) && values.length > 1) ?? [];
        if (!field || !list) return undefined;
        const half = (values: readonly unknown[], id: string) => ({ ...changed(rule, { ...rule.when, [field]: values }), id });
        return {
          rules: inserted(at, half(list.slice(0, 1), "one"), half(list.slice(1), "two")),
          id: rule.id,
          code: "never-reached",
        };
      },
    ],
    [
      "one value of a list taken before it",
      20,
      (rule, at) => {
        const [field, list] = Object.entries(rule.when).find(([, values]) => Array.isArray(values) && values.length > 1) ?? [];
        if (!field || !list) return undefined;
        return {
          rules: inserted(at, changed(rule, { ...rule.when, [field]: list.slice(0, 1) })),
          id: rule.id,
          code: "partly-covered",
        };
      },
    ],
    [
      "its condition and the contrary",
      40,
      (rule, at) => ({
        rules: inserted(behind(at), changed(rule, { all: [rule.when, { not: rule.when }] })),
        id: "changed",
        code: "contradiction",
      }),
    ],
    [
      "everything taken before it",
      40,
      (rule, at) => ({ rules: inserted(at, changed(rule, {})), id: rule.id, code: "never-reached" }),
    ],
    [
      "a unit that is gone",
      40,
      (rule, at) => ({
        rules: inserted(at, { ...changed(rule, { ...rule.when, words: ["别处"] }), then: { unit: "unit:gone" } }),
        id: "changed",
        code: "gone",
      }),
    ],
  ])("%s: every one is found", (words, least, spoil) => {
    const { tried, missed } = spoilt(spoil);
    console.log(`${words}: ${tried} spoilt books, ${tried - missed.length} found`);
    expect(missed).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(least);
  });
  it("and looking through all of them takes less than the blink of an eye", () => {
    const took = Array.from({ length: 9 }, () => {
      const started = performance.now();
      analyseRules(shipped, names);
      return performance.now() - started;
    }).sort((a, b) => a - b);
    console.log(`${shipped.length} rules analysed in ${took[4]!.toFixed(0)} ms (median of nine)`);
    expect(took[0]).toBeLessThan(300);
  });
  it("and nothing is said where each is narrowed in its own place", () => {
    const wrong = places.filter(({ rule, at }) => {
      const rules = shipped.map((one, index) =>
        index === at ? { ...rule, when: { all: [rule.when, { words: ["示例"] }] } } : one,
      );
      return analyseRules(rules, names).some((one) => one.code === "never-reached" || one.code === "contradiction");
    });
    expect(wrong.map(({ rule }) => rule.id)).toEqual([]);
  });
});
