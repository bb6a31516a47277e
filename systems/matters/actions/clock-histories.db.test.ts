import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { aCounty } from "../../../tests/builders/county.ts";
import { clerkOf, handlerOf, ZHONGTOU } from "../../../tests/builders/matter.ts";
import { loadCalendarHistory } from "../../clocks/index.ts";
import { matterLifecycle } from "../rules/lifecycle.ts";
import { clocksAfter, clocksStand } from "../views/verify/clocks-told.ts";
import { actOf, ENDS, history, inputFor, line, receivedAt, STEPS, settle, tryAct, world } from "./clock-histories.fixture.ts";
import { calendarOf, clockFact, clocksOfAnAct } from "./clocks-of-an-act.ts";
import { takenIn } from "./take-in.ts";

/** 500 in the suite; LINLI_HISTORIES=20000 for the long form. */
const RUNS = Number(process.env.LINLI_HISTORIES ?? 500);
/** The suite lives the same histories every time; the long form draws new ones. */
const SAME = process.env.LINLI_HISTORIES ? { numRuns: RUNS } : { numRuns: RUNS, seed: 410425 };
const county = aCounty();

beforeAll(async () => {
  const books = await county.services.books(county.code);
  Object.assign(world, {
    county,
    books,
    recount: { terms: books.terms, calendarOf: await loadCalendarHistory(county.services.db, county.job) },
    people: {
      clerk: await clerkOf(county),
      township: await handlerOf(county, ZHONGTOU),
      housing: await handlerOf(county, "housing"),
      water: await handlerOf(county, "water"),
    },
  });
});

describe(`histories of clocks (${RUNS} of each)`, () => {
  test("the resident's date moves only by acceptance, a granted extension or pause, or an earlier matter; never later by anything else", () => {
    let granted = 0;
    let merged = 0;
    const reached = new Set<string>(["take-in"]);
    fc.assert(
      fc.property(history, ({ kind, urgency, outside, start, steps }) => {
        const external = outside
          ? { platform: "示例平台", number: "X1", dueAt: new Date(start.getTime() + 9 * 86_400_000).toISOString() }
          : null;
        const lived = receivedAt(start, kind, urgency, external);
        let now = start;
        for (const drawn of steps) {
          const one = { ...drawn, act: actOf(drawn, lived) };
          // the machine's clock may jump back
          now = new Date(now.getTime() + one.hours * 3_600_000);
          const before = lived.found.matter;
          const wasAsked = before.asked;
          if (one.act === "take-in") {
            if (!before.open) continue;
            const other = receivedAt(new Date(now.getTime() - (one.pick % 400) * 3_600_000), "help", "ordinary", null);
            const { effects, draft } = takenIn(other.found, lived.found, now);
            settle(
              lived,
              draft,
              clocksOfAnAct(
                { books: world.books, actor: world.people.clerk, found: lived.found, to: before.state, now },
                "take-in",
                effects,
                draft,
              ),
              [],
              now,
            );
            const after = Date.parse(lived.found.matter.due_at);
            expect(after).toBe(Math.min(Date.parse(before.due_at), Date.parse(other.found.matter.due_at)));
            merged += 1;
            continue;
          }
          const [actor, input] = inputFor(one, lived);
          const done = tryAct(lived, actor, input, now);
          if (done) reached.add(one.act);
          if (!done) continue;
          const moved = lived.found.matter.due_at !== before.due_at;
          const onOverall = wasAsked?.clock === before.clock_id && one.act === "grant-time";
          if (onOverall) granted += 1;
          if (moved && !onOverall) expect(one.act).toBe("accept");
          if (external) expect(lived.found.matter.due_at <= external.dueAt).toBe(true);
        }
      }),
      SAME,
    );
    expect(STEPS.filter((name) => !reached.has(name) && !ENDS.includes(name))).toEqual([]);
    expect(granted).toBeGreaterThan(0);
    expect(merged).toBeGreaterThan(RUNS / 10);
  });

  test("each unit has at most one of each clock, only while it has the part, and the journal's own facts give every clock again", () => {
    fc.assert(
      fc.property(history, ({ kind, urgency, start, steps }) => {
        const lived = receivedAt(start, kind, urgency, null);
        let now = start;
        for (const drawn of steps) {
          const one = { ...drawn, act: actOf(drawn, lived) };
          now = new Date(now.getTime() + one.hours * 3_600_000);
          if (one.act === "take-in") continue;
          const [actor, input] = inputFor(one, lived);
          tryAct(lived, actor, input, now);
          const { matter, assignments } = lived.found;
          const counting = [...lived.all.values()].filter((row) => row.state === "running" || row.state === "paused");
          const names = counting.map((row) => `${row.clock} ${row.unit_id}`);
          expect(names).toEqual([...new Set(names)]);
          for (const row of counting) {
            if (["sign", "handle"].includes(row.clock)) expect(row.unit_id).toBe(matter.lead_unit);
            if (row.clock === "support")
              expect(assignments.some((part) => part.role === "support" && part.unit_id === row.unit_id)).toBe(true);
            if (row.clock === "arrive")
              expect(assignments.some((part) => part.role === "called" && part.unit_id === row.unit_id)).toBe(true);
          }
          expect(counting.some((row) => row.clock === "answer")).toBe(matter.open);
          expect(clocksStand(lived.told, [...lived.all.values()], matter.clock_id)).toBe(true);
          expect(Object.values(lived.told).filter((clock) => clock.miscounted)).toEqual([]);
        }
      }),
      SAME,
    );
  });

  test("a unit hands a matter back once; a clock stands only on a ground of its term; someone must act in every open state", () => {
    fc.assert(
      fc.property(history, ({ kind, urgency, start, steps }) => {
        const lived = receivedAt(start, kind, urgency, null);
        const handedBack = new Map<string, number>();
        let now = start;
        for (const drawn of steps) {
          const one = { ...drawn, act: actOf(drawn, lived) };
          now = new Date(now.getTime() + one.hours * 3_600_000);
          if (one.act === "take-in") continue;
          const before = lived.found.matter;
          const [actor, input] = inputFor(one, lived);
          const done = tryAct(lived, actor, input, now);
          if (done && one.act === "hand-back") handedBack.set(before.lead_unit!, (handedBack.get(before.lead_unit!) ?? 0) + 1);
          for (const clock of lived.all.values())
            for (const event of clock.events ?? [])
              if (event.what === "paused")
                expect(world.books.terms.get(clock.term)!.flatMap((term) => term.pauses.map((pause) => pause.ground))).toContain(
                  event.facts!.ground,
                );
          if (lived.found.matter.open)
            expect(
              Object.values(matterLifecycle.acts).some(
                (act) => (act.from as readonly string[]).includes(lived.found.matter.state) && act.to !== "same",
              ),
            ).toBe(true);
        }
        expect(Math.max(0, ...handedBack.values())).toBeLessThanOrEqual(1);
      }),
      SAME,
    );
  });

  test("a date in the journal that its term, start and calendar do not give is seen", () => {
    const start = new Date("2026-09-21T02:00:00Z");
    const { told, all } = receivedAt(start, "help", "ordinary", null);
    expect(Object.values(told).some((clock) => clock.miscounted)).toBe(false);
    const [row] = [...all.values()];
    const moved = { ...row!, due_at: new Date(Date.parse(row!.due_at) + 86_400_000).toISOString() };
    const facts = { "clock.0": clockFact(moved, "started", calendarOf(world.books, moved)) };
    expect(Object.values(clocksAfter({}, line(facts, start), world.recount))[0]!.miscounted).toBe(true);
  });
});
