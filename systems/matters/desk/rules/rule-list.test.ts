import { expect, test } from "vitest";
import { moved, placed, type Rule, tidied } from "./rule-list.ts";

const rule = (id: string, when: Rule["when"] = { words: ["x"] }): Rule => ({
  id,
  name: id,
  when,
  then: { unit: "catalogue", supports: [] },
  owner: "o",
  reason: "r",
});
const ids = (rules: readonly Rule[]) => rules.map((one) => one.id).join("");

test("a rule moves by one, and the ends stay ends", () => {
  const rules = [rule("a"), rule("b"), rule("c")];
  expect(ids(moved(rules, 0, 1))).toBe("bac");
  expect(ids(moved(rules, 2, -1))).toBe("acb");
  expect(ids(moved(rules, 0, -1))).toBe("abc");
  expect(ids(moved(rules, 2, 1))).toBe("abc");
});

test("a new rule stands before the one that catches the rest; an edited one keeps its place", () => {
  expect(ids(placed([rule("a"), rule("z", {})], rule("n")))).toBe("anz");
  expect(ids(placed([rule("a"), rule("b")], rule("n")))).toBe("abn");
  expect(placed([rule("a"), rule("b")], { ...rule("a"), name: "new" }).map((one) => one.name)).toEqual(["new", "b"]);
});

test("an empty list is no condition", () => {
  expect(tidied(rule("a", { kinds: [], words: ["漏水"] })).when).toEqual({ words: ["漏水"] });
});
