import type { Tx } from "../../../foundation/db/pool.ts";
import { dayOf } from "../../../foundation/time/index.ts";
import { type Calendar, dueDate, keepClock, startClockWithOutsideDate } from "../../clocks/index.ts";
import type { OrderRow } from "../views/order-row.ts";
import { nextNumber } from "./write-order.ts";

type Draft = Omit<OrderRow, "head_leaf">;

/** Starts the order's own clock: so many working days, that day not counted; the order's own date, which governs and is never recomputed. */
export async function withClock<Row extends Draft>(
  tx: Tx,
  county: number,
  row: Row,
  calendar: Calendar,
  now: Date,
): Promise<Row> {
  const term = {
    term: "set from outside",
    version: 1,
    name: "答复督办",
    englishName: "Answer to an order",
    length: row.days,
    unit: "working days" as const,
    roll: "to the next working day" as const,
    ends: "end of day" as const,
    basis: row.basis,
    pauses: [],
    extension: null,
  };
  const { due } = dueDate({ term, start: now, calendar });
  const clock = startClockWithOutsideDate({
    procedureKind: "supervision-order",
    procedureId: row.id,
    matterId: row.id,
    start: now,
    due,
    basis: row.basis,
  });
  await keepClock(tx, county, clock, row.unit_id);
  return { ...row, due_at: due, clock_id: clock.running.id };
}

/** The order as it is once issued: numbered, dated, its clock running. */
export async function issued(tx: Tx, county: number, row: Draft, calendar: Calendar, now: Date): Promise<Draft> {
  const number = await nextNumber(tx, county, Number(dayOf(now).slice(0, 4)));
  return { ...(await withClock(tx, county, row, calendar, now)), state: "issued", number, issued_at: now };
}
