import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../foundation/root.ts";
import { matterWords } from "../../systems/matters/contract.ts";
import { DOORS, KINDS, MATTER_ACTS, MATTER_STATES, OUTCOMES, RATINGS, URGENCIES } from "../../systems/matters/rules/lifecycle.ts";
import { UNIT_KINDS } from "../../systems/teams/contract.ts";
import { PLACE_KINDS } from "../../systems/territory/contract.ts";

/** docs/words.md, section by section: English, as in code → 中文, as on screen. */
const sections = new Map(
  readFileSync(join(root, "docs/words.md"), "utf8")
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const rows = [...part.matchAll(/^\| ([^|]+) \| ([^|]+) \|/gm)].map(
        ([, english, chinese]) => [english!.trim(), chinese!.trim()] as const,
      );
      return [
        part.slice(0, part.indexOf("\n")),
        rows.filter(([english]) => english !== "English" && !english.startsWith("---")),
      ] as const;
    }),
);
const chinese = (matterWords as never as Record<"zh-CN", Record<string, Record<string, string>>>)["zh-CN"];

describe("the words of the code stand in docs/words.md", () => {
  test.each([
    ["States", Object.keys(MATTER_STATES), "states"],
    ["Acts", MATTER_ACTS, "acts"],
    ["Kinds", KINDS, "kinds"],
    ["Urgencies", URGENCIES, "urgencies"],
    ["Doors", DOORS, "doors"],
    ["Outcomes", OUTCOMES, "outcomes"],
    ["Ratings", RATINGS, "ratings"],
  ] as const)("%s: each of them, in the table's order, by the word of the screens", (section, names, group) => {
    expect(sections.get(section)).toEqual(names.map((name) => [name, chinese[group]![name]]));
  });
  test("kinds of units and of places", () => {
    const units = sections.get("Units and people")!.map(([english]) => english);
    const places = sections.get("Places and time")!.map(([english]) => english);
    expect(UNIT_KINDS.filter((kind) => !units.includes(kind))).toEqual([]);
    expect(PLACE_KINDS.filter((kind) => !places.includes(kind))).toEqual([]);
  });
});

test("a word has one line in its section, with a Chinese and an English side", () => {
  expect(sections.size).toBeGreaterThanOrEqual(10);
  for (const [section, rows] of sections) {
    const words = rows.map(([english]) => english);
    expect(new Set(words).size, section).toBe(words.length);
    for (const [english, zh] of rows) {
      expect(english, section).toMatch(/^[a-z][a-z -]*$/);
      expect(zh, english).toMatch(/[\u4e00-\u9fff]/);
    }
  }
});
