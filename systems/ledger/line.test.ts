import { describe, expect, test } from "vitest";
import { type Act, makeLine, sealLine } from "./index.ts";
import { canonicalText, filledGroup } from "./rules/groups.ts";
import { lineOf, vectors } from "./testing.ts";

const hex = (bytes: Uint8Array | null) => (bytes ? Buffer.from(bytes).toString("hex") : null);
const act: Act = {
  county: 410425,
  id: "0190a000-0000-7000-8000-000000000001",
  procedure: { kind: "matter", id: "0190a000-0000-7000-8000-000000000002" },
  matter: "0190a000-0000-7000-8000-000000000002",
  version: 1,
  act: "receive",
  at: new Date("2026-11-23T08:00:00.123Z"),
  command: "0190a000-0000-7000-8000-000000000003",
  facts: { state: "received", kind: "inquiry" },
  text: { content: { text: "几时供暖？（虚构）" } },
  persons: { actor: { role: "portal" }, persons: [] },
};

describe("golden vectors, made by hashlib", () => {
  test("there are at least twelve", () => expect(vectors.length).toBeGreaterThanOrEqual(12));
  test.each(vectors.map((vector, index) => [index, vector] as const))("line %i", (_, vector) => {
    const line = lineOf(vector);
    expect([line.publicGroup, line.textGroup, line.personGroup]).toEqual(vector.expected.groups);
    expect([line.hashPublic, line.hashText, line.hashPerson].map(hex)).toEqual(vector.expected.hashes);
    expect(hex(line.previous)).toBe(vector.expected.previous);
    expect(hex(line.leaf)).toBe(vector.expected.leaf);
  });
});

describe("a public group holds no words of a person", () => {
  const withFacts = (facts: Act["facts"]) => () => makeLine({ ...act, facts });
  test.each([
    ["a sentence", { outcome: "was not done" }],
    ["Chinese words", { outcome: "张三" }],
    ["a quote that would forge the number's place", { facts: { note: 'x","number":"' } }],
    ["an empty word that would look like the number's place", { facts: { number: "" } }],
    ["a mobile number", { facts: { caller: "13812345678" } }],
    ["an identity card number", { facts: { card: "41042519800101123X" } }],
    ["a word with a line feed at its end", { outcome: "done\n" }],
  ])("%s is turned away", (_, facts) => expect(withFacts(facts)).toThrow());
  test("an unknown key is turned away", () => expect(withFacts({ content: "x" } as Act["facts"])).toThrow());
  test("codes, ids, dates, numbers and lists of them pass", () =>
    expect(
      withFacts({ deadline: "2026-12-01", facts: { days: 3, units: ["a/b", "c"], late: false, reason: null } }),
    ).not.toThrow());
});

describe("a person group holds pseudonyms only", () => {
  test("a name in place of an id is turned away", () =>
    expect(() => makeLine({ ...act, persons: { actor: { role: "app", person: "李四" }, persons: [] } })).toThrow());
  test("a field of another name is turned away", () =>
    expect(() => makeLine({ ...act, persons: { actor: { role: "app" }, persons: [], phone: "1" } as never })).toThrow());
});

describe("a line", () => {
  test("number and previous leaf are filled by the writing statement, once", () => {
    const draft = makeLine(act);
    expect(draft.publicGroup).toContain('"number":"","prev_leaf":""');
    const filled = filledGroup(draft.publicGroup, { number: "410425-2026-000123" });
    expect(filled).toContain('"number":"410425-2026-000123"');
    expect(filledGroup(filled, { number: "other" })).toBe(filled);
    expect(sealLine(draft, { number: "410425-2026-000123" }).publicGroup).toBe(filled);
  });
  test("the first has no line before, every other has one", () => {
    expect(() => sealLine(makeLine(act), { previous: Buffer.alloc(36) })).toThrow(RangeError);
    expect(() => sealLine(makeLine({ ...act, version: 2 }))).toThrow(RangeError);
  });
  test("the same act twice has other salts and another leaf", () => {
    const seen = new Set<string>();
    for (let i = 0; i < 1000; i++) {
      const line = sealLine(makeLine(act));
      for (const salt of [line.saltPublic, line.saltText, line.saltPerson, line.leaf]) seen.add(hex(salt) as string);
    }
    expect(seen.size).toBe(4000);
  });
  test("ids are written as the database spells them, whatever the client's capitals", () => {
    const shouted = makeLine({
      ...act,
      id: act.id.toUpperCase(),
      command: act.command.toUpperCase(),
      persons: { actor: { role: "jobs" }, persons: [act.id.toUpperCase()] },
    });
    expect(shouted.publicGroup).toBe(makeLine(act).publicGroup);
    expect(shouted.personGroup).toBe(`{"actor":{"role":"jobs"},"persons":["${act.id}"]}`);
  });
  test("an attachment is named by its hash", () =>
    expect(() => makeLine({ ...act, text: { attachments: ["photo.jpg"] } })).toThrow(TypeError));
  test("half a surrogate pair becomes the replacement character, in keys too", () =>
    expect(canonicalText({ "a\ud83d": ["\ude00"] })).toBe('{"a\ufffd":["\ufffd"]}'));
});
