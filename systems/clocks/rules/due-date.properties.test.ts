import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, dayOf, endOfDay, isWeekend, startOfDay, yearOf } from "../../../foundation/time/index.ts";
import { TERM_UNITS, Term } from "../contract.ts";
import { kindOfDay, makeCalendar } from "./calendar.ts";
import { dueDate, type Pause } from "./due-date.rule.ts";
import { notice2025, notice2026, officeHours } from "./notices.fixture.ts";

/** 500 histories in the suite; LINLI_LONG_PROPERTIES=20000 for the long form. */
const numRuns = Number(process.env.LINLI_LONG_PROPERTIES ?? 500);
const calendar = makeCalendar(410425, [notice2025, notice2026], officeHours);
const termOf = (length: number, unit: Term["unit"], roll: Term["roll"] = "to the next working day"): Term =>
  Term.parse({ term: "t", version: 1, name: "试", length, unit, roll, basis: "试" });

const start = fc.integer({ min: 0, max: 740 * 1440 }).map((minutes) => startOfDay("2025-01-01", minutes));
const length = fc.integer({ min: 1, max: 60 });
const unit = fc.constantFrom(...TERM_UNITS);
const roll = fc.constantFrom("to the next working day" as const, "stays" as const);
const pauses = (from: Date) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 20 * 1440 }), fc.integer({ min: 1, max: 12 * 1440 })), { maxLength: 3 })
    .map((parts) => {
      let at = from.getTime();
      return parts.map(([wait, long]): Pause => {
        const begin = at + wait * 60_000;
        at = begin + long * 60_000;
        return { from: new Date(begin), to: new Date(at) };
      });
    });
const history = start.chain((from) => fc.record({ from: fc.constant(from), length, unit, roll, pauses: pauses(from) }));
const holds = (property: never) => fc.assert(property as fc.IProperty<unknown>, { numRuns });

describe("a due date", () => {
  it("does not come earlier where the term is longer", () =>
    holds(
      fc.property(history, fc.integer({ min: 1, max: 30 }), ({ from, length, unit, roll, pauses }, more) => {
        const due = (n: number) => dueDate({ term: termOf(n, unit, roll), start: from, calendar, pauses }).due.getTime();
        expect(due(length + more)).toBeGreaterThanOrEqual(due(length));
      }) as never,
    ));

  it("is that of a term longer by the sum of its extensions", () =>
    holds(
      fc.property(history, fc.array(fc.integer({ min: 1, max: 15 }), { maxLength: 3 }), (one, extensions) => {
        const said = extensions.map((by) => ({ by }));
        const sum = extensions.reduce((all, by) => all + by, one.length);
        const due = dueDate({
          term: termOf(one.length, one.unit, one.roll),
          start: one.from,
          calendar,
          pauses: one.pauses,
          extensions: said,
        });
        expect(due.due).toEqual(
          dueDate({ term: termOf(sum, one.unit, one.roll), start: one.from, calendar, pauses: one.pauses }).due,
        );
        expect(due.extensions).toEqual(said);
        expect(due.term.length).toBe(one.length);
      }) as never,
    ));

  it("does not come earlier for a pause", () =>
    holds(
      fc.property(history, ({ from, length, unit, roll, pauses }) => {
        const term = termOf(length, unit, roll);
        const [plain, paused] = [dueDate({ term, start: from, calendar }), dueDate({ term, start: from, calendar, pauses })];
        expect(paused.due.getTime()).toBeGreaterThanOrEqual(plain.due.getTime());
      }) as never,
    ));

  it("moves by exactly the whole working days of a pause within the term", () =>
    holds(
      fc.property(start, fc.integer({ min: 2, max: 40 }), fc.nat(), fc.integer({ min: 1, max: 15 }), (from, n, where, k) => {
        const term = termOf(n, "working days");
        const plain = dueDate({ term, start: from, calendar });
        const counted = plain.days.filter((day) => day.counted).map((day) => day.date);
        const first = counted[where % counted.length]!;
        let [last, worked] = [first, 1];
        while (worked < k) {
          last = addDays(last, 1);
          if (kindOfDay(calendar, last).working) worked += 1;
        }
        const pause = { from: startOfDay(first), to: startOfDay(addDays(last, 1)) };
        const paused = dueDate({ term, start: from, calendar, pauses: [pause] });
        expect(paused.lastDay).toBe(dueDate({ term: termOf(n + k, "working days"), start: from, calendar }).lastDay);
        expect(paused.pauses.map((one) => one.left)).toEqual([k]);
      }) as never,
    ));

  it("of a term in days stays where a pause was resumed before the day ended", () =>
    holds(
      fc.property(
        history,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 1438 }),
        fc.nat(1439),
        (one, day, from, long) => {
          fc.pre(one.unit.endsWith("days"));
          const begin = startOfDay(addDays(dayOf(one.from), day), from);
          const end = new Date(Math.min(begin.getTime() + long * 60_000, endOfDay(dayOf(begin)).getTime() - 1000));
          const term = termOf(one.length, one.unit, one.roll);
          const pauses = [{ from: begin, to: end }];
          expect(dueDate({ term, start: one.from, calendar, pauses }).due).toEqual(
            dueDate({ term, start: one.from, calendar }).due,
          );
        },
      ) as never,
    ));

  it("is provisional where, and only where, a day of an unpublished year had a say in it", () =>
    holds(
      fc.property(history, ({ from, length, unit, roll, pauses }) => {
        const due = dueDate({ term: termOf(length, unit, roll), start: from, calendar, pauses });
        const unknown = (day: Day) => yearOf(day) > 2026 && !calendar.days.has(day);
        const between: Day[] = [];
        for (let day = dayOf(from); day <= due.lastDay; day = addDays(day, 1)) between.push(day);
        const asked =
          unit === "urgent hours" || (unit === "natural days" && roll === "stays")
            ? []
            : unit === "natural days"
              ? between.slice(between.length - 1 - due.rolledDays)
              : unit === "working days"
                ? between.slice(1)
                : between;
        expect(due.provisional).toBe(asked.some(unknown));
      }) as never,
    ));

  it("has its last day on a working day where it rolls", () =>
    holds(
      fc.property(history, ({ from, length, pauses, unit }) => {
        fc.pre(unit !== "urgent hours");
        const due = dueDate({ term: termOf(length, unit), start: from, calendar, pauses });
        const special = calendar.days.get(due.lastDay);
        expect(special ? special.kind === "make-up workday" : !isWeekend(due.lastDay)).toBe(true);
      }) as never,
    ));

  it("does not depend on the zone of the machine", () => {
    const zone = process.env.TZ;
    try {
      holds(
        fc.property(history, fc.constantFrom("UTC", "America/Los_Angeles", "Pacific/Kiritimati"), (one, other) => {
          const ask = () =>
            dueDate({ term: termOf(one.length, one.unit, one.roll), start: one.from, calendar, pauses: one.pauses });
          process.env.TZ = "Asia/Shanghai";
          const here = ask();
          process.env.TZ = other;
          expect(ask()).toEqual(here);
        }) as never,
      );
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});
