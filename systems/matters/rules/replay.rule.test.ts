import { describe, expect, test } from "vitest";
import { MOST_LISTED, type Proposed, type Replayed, replay, type Ways } from "./replay.rule.ts";

const to = (unit: string, rule = "r", supports: string[] = []): Proposed => ({ unit, rule, supports });
const matter = (n: number, more: Partial<Replayed<string>> = {}): Replayed<string> => ({
  id: `m${n}`,
  facts: "roads",
  receivedAt: n,
  period: "2026-01",
  settledBy: null,
  bounced: false,
  closedAt: null,
  dueAt: 100,
  ...more,
});
const ways = (more: Partial<Ways<string>> = {}): Ways<string> => ({
  then: () => to("a"),
  before: () => to("a"),
  after: () => to("a"),
  dueAfter: (one) => one.dueAt,
  now: 50,
  ...more,
});

describe("a replay", () => {
  test("with nothing changed moves nobody and finds each recorded proposal again", () => {
    const found = replay([matter(1, { recorded: to("a") }), matter(2)], ways());
    expect(found).toMatchObject({ tried: 2, recorded: 1, recordedSame: 1, changed: 0, supportsChanged: 0, list: [] });
    expect(found.matrix).toEqual([{ was: "a", now: "a", matters: 2 }]);
  });
  test.each([to("b"), to("a", "other"), to("a", "r", ["c"])])("says so where the record differs: %o", (recorded) => {
    expect(replay([matter(1, { recorded })], ways())).toMatchObject({ recorded: 1, recordedSame: 0 });
  });
  test("adds up who would have got what, by unit and month, newest first in the list", () => {
    const after = (one: Replayed<string>) => (one.facts === "water" ? to("b", "new") : to("a"));
    const found = replay(
      [matter(1), matter(2, { facts: "water" }), matter(3, { facts: "water", period: "2026-02" })],
      ways({ after }),
    );
    expect(found.changed).toBe(2);
    expect(found.list).toEqual([
      { id: "m3", was: "a", now: "b", rule: "new" },
      { id: "m2", was: "a", now: "b", rule: "new" },
    ]);
    expect(found.matrix).toEqual([
      { was: "a", now: "b", matters: 2 },
      { was: "a", now: "a", matters: 1 },
    ]);
    expect(found.load).toEqual([
      {
        unit: "a",
        was: 3,
        now: 1,
        periods: [
          { period: "2026-01", was: 2, now: 1 },
          { period: "2026-02", was: 1, now: 0 },
        ],
      },
      {
        unit: "b",
        was: 0,
        now: 2,
        periods: [
          { period: "2026-01", was: 0, now: 1 },
          { period: "2026-02", was: 0, now: 1 },
        ],
      },
    ]);
  });
  test("counts supports that change under the same lead apart", () => {
    expect(replay([matter(1)], ways({ after: () => to("a", "r", ["c"]) }))).toMatchObject({ changed: 0, supportsChanged: 1 });
  });
  test("holds the real closing against the deadline of each way", () => {
    const found = replay(
      [
        matter(1, { closedAt: 90 }),
        matter(2, { closedAt: 70 }),
        matter(3, { closedAt: 101 }),
        matter(4),
        matter(5, { dueAt: 40 }),
      ],
      ways({ dueAfter: (one) => one.dueAt - 20 }),
    );
    expect(found.deadlines).toEqual({ settled: 3, inTimeWas: 2, inTimeNow: 1, running: 2, lateWas: 1, lateNow: 1 });
  });
  test("asks of what was handed back whether it would have gone to who settled it, and of the rest whether it still would", () => {
    const found = replay(
      [
        matter(1, { settledBy: "b", bounced: true }),
        matter(2, { settledBy: "a" }),
        matter(3, { settledBy: "b" }),
        matter(4, { bounced: true }),
      ],
      ways({ after: () => to("b") }),
    );
    expect(found.bounces).toEqual({ bounced: 1, rightWas: 0, rightNow: 1, settledAtOnce: 2, elsewhereWas: 1, elsewhereNow: 1 });
  });
  test("lists no more than it promises, however many change", () => {
    function* many() {
      for (let n = 1; n <= 5 * MOST_LISTED; n += 1) yield matter(n);
    }
    const found = replay(many(), ways({ after: () => to("b") }));
    expect(found.changed).toBe(5 * MOST_LISTED);
    expect(found.list).toHaveLength(MOST_LISTED);
    expect(found.list[0]!.id).toBe(`m${5 * MOST_LISTED}`);
  });
});
