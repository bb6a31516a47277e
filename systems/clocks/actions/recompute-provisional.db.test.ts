import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, jobActor } from "../../../foundation/db/actor.ts";
import { read, withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { addDays, dayOf, endOfDay } from "../../../foundation/time/index.ts";
import { testDatabase } from "../../../tests/database.ts";
import { Term } from "../contract.ts";
import {
  clocksDueBy,
  clocksOf,
  explainClock,
  getTerm,
  listCalendars,
  loadCalendar,
  loadTerms,
  publishCalendar,
  type Recomputed,
  recomputeProvisional,
  seedClocks,
  startClock,
  startClockWithOutsideDate,
} from "../index.ts";
import { notice2025, notice2026, officeHours } from "../rules/notices.fixture.ts";

const { db } = testDatabase();
const COUNTY = 410425;
const actor: Actor = { ...jobActor(COUNTY), rights: [] };
const at = (text: string): Date => new Date(`${text}+08:00`);
const terms = [
  Term.parse({ term: "answer", version: 1, name: "答复", length: 15, unit: "working days", basis: "示例" }),
  Term.parse({ term: "rescue", version: 1, name: "抢险", length: 2, unit: "urgent hours", basis: "示例" }),
];
const seed = { calendars: [notice2025, notice2026], officeHours, terms };
/** Made up for this test: 2027 is not published. */
const madeUp2027 = {
  year: 2027,
  source: "示例",
  days: [
    { day: "2027-01-01", kind: "holiday" as const, name: "元旦" },
    { day: "2027-01-04", kind: "holiday" as const, name: "示例节" },
    { day: "2027-01-09", kind: "make-up workday" as const, name: "示例节" },
  ],
};

type Rows = ReturnType<typeof startClockWithOutsideDate>;
async function insert(rows: readonly Rows[]): Promise<void> {
  await withActor(db, actor, async (tx) => {
    for (const [table, list] of [
      ["running", rows.map((row) => row.running)],
      ["events", rows.map((row) => row.event)],
    ] as const)
      await tx.query(
        `insert into clocks.${table} select (jsonb_populate_record(null::clocks.${table}, one || jsonb_build_object('county_code', 410425))).*
         from jsonb_array_elements($1) as one`,
        [JSON.stringify(list)],
      );
  });
}
async function start(term: string, when: string, more: { paused?: [string, string?] } = {}) {
  const [calendar, known] = [await loadCalendar(db, actor), await loadTerms(db, actor)];
  const rows = startClock({
    procedureKind: "matter",
    procedureId: newId(),
    matterId: newId(),
    start: at(when),
    term: getTerm(known, term),
    calendar,
  });
  await insert([rows]);
  if (more.paused) {
    const [from, to] = more.paused;
    await withActor(db, actor, async (tx) => {
      for (const [what, when] of [
        ["paused", from],
        ["resumed", to],
      ] as const)
        if (when)
          await tx.query(
            "insert into clocks.events (county_code, id, running_id, matter_id, what, at) values ($1, $2, $3, $4, $5, $6)",
            [COUNTY, newId(), rows.running.id, rows.running.matter_id, what, at(when)],
          );
      if (!to)
        await tx.query("update clocks.running set state = 'paused', paused_at = $2 where id = $1", [rows.running.id, at(from)]);
    });
  }
  return rows;
}
const clockOf = async (rows: Rows) => (await clocksOf(db, actor, [rows.running.procedure_id]))[0]!;

beforeAll(async () => {
  await seedClocks(db, actor, seed);
});

describe("calendars and terms", () => {
  it("are planted once and stay", async () => {
    await seedClocks(db, actor, { ...seed, calendars: [{ ...notice2026, days: [] }] });
    const kept = await listCalendars(db, actor);
    expect(kept.map((one) => [one.year, one.version])).toEqual([
      [2025, 1],
      [2026, 1],
    ]);
    expect(kept[1]!.days).toEqual([...notice2026.days].sort((a, b) => (a.day < b.day ? -1 : 1)));
    expect((await loadCalendar(db, actor)).version).toBe("2025v1 2026v1");
    expect(getTerm(await loadTerms(db, actor), "answer")).toEqual(terms[0]);
    expect(() => getTerm(new Map(), "answer")).toThrow("clocks.no-such-term");
  });
  it("are the same object while nothing changes, so that intake asks nothing", async () => {
    expect(await loadCalendar(db, actor)).toBe(await loadCalendar(db, actor));
  });
  it("refuse a notice that cannot be", async () => {
    const tried = (days: typeof madeUp2027.days) => () => publishCalendar(db, actor, { year: 2030, source: "示例", days });
    const day = { kind: "make-up workday" as const, name: "示例" };
    expect(tried([{ ...day, day: "2030-01-07" }] as never)).toThrow("clocks.make-up-workday-is-no-weekend");
    expect(tried([{ ...day, day: "2029-11-30" }] as never)).toThrow("clocks.day-outside-the-year");
    expect(
      tried([
        { ...day, day: "2030-01-05" },
        { ...day, day: "2030-01-05" },
      ] as never),
    ).toThrow("clocks.day-named-twice");
  });
});

describe("when a year's calendar is published", () => {
  it("provisional dates are set once, told to the journal, and nothing else is touched", async () => {
    const certain = await start("answer", "2026-11-23T09:00:00");
    const waiting = await start("answer", "2026-12-21T09:00:00");
    const rescue = await start("rescue", "2026-12-31T23:00:00");
    const stopped = await start("answer", "2026-12-21T10:00:00");
    const paused = await start("answer", "2026-12-21T09:00:00", { paused: ["2026-12-22T09:00:00", "2026-12-24T09:00:00"] });
    const outside = startClockWithOutsideDate({
      procedureKind: "matter",
      procedureId: newId(),
      matterId: newId(),
      start: at("2026-12-21T09:00:00"),
      due: at("2027-01-20T18:00:00"),
      basis: "上级交办",
    });
    await insert([outside]);
    await withActor(db, actor, (tx) =>
      tx.query("update clocks.running set state = 'stopped' where id = $1", [stopped.running.id]),
    );
    expect(waiting.running).toMatchObject({ provisional: true, due_at: endOfDay("2027-01-11").toISOString() });
    expect([certain.running.provisional, rescue.running.provisional]).toEqual([false, false]);

    const told: Recomputed[] = [];
    const record = async (_tx: unknown, changes: readonly Recomputed[]) => void told.push(...changes);
    expect(await publishCalendar(db, actor, madeUp2027)).toBe(1);
    expect(await recomputeProvisional(db, actor, 2027, at("2026-12-22T08:00:00"), record)).toBe(2);
    expect(told.map((one) => one.clock).sort()).toEqual([waiting.running.id, paused.running.id].sort());
    expect(told.find((one) => one.clock === waiting.running.id)).toMatchObject({
      from: endOfDay("2027-01-11"),
      to: endOfDay("2027-01-12"),
      calendar: "2025v1 2026v1 2027v1",
      provisional: false,
    });
    expect(await clockOf(waiting)).toMatchObject({ provisional: false, dueAt: endOfDay("2027-01-12") });
    expect(await clockOf(paused)).toMatchObject({ provisional: false, dueAt: endOfDay("2027-01-14") });
    expect((await clockOf(outside)).dueAt).toEqual(at("2027-01-20T18:00:00"));
    expect((await clockOf(stopped)).provisional).toBe(true);
    const events = await read<{ what: string; facts: object }>(
      db,
      actor,
      "select what, facts from clocks.events where running_id = $1 order by at",
      [waiting.running.id],
    );
    expect(events.map((event) => event.what)).toEqual(["started", "recomputed"]);
    expect(events[1]!.facts).toMatchObject({ to: endOfDay("2027-01-12").toISOString(), calendar: "2025v1 2026v1 2027v1" });

    expect(await recomputeProvisional(db, actor, 2027, at("2026-12-23T08:00:00"), record)).toBe(0);
    expect(told).toHaveLength(2);
    expect(await publishCalendar(db, actor, madeUp2027)).toBe(2);
    expect((await loadCalendar(db, actor)).version).toBe("2025v1 2026v1 2027v2");
  });

  it("explains a clock as it stands, with its pause", async () => {
    const rows = await start("answer", "2026-11-02T09:00:00", { paused: ["2026-11-04T09:00:00"] });
    const clock = await clockOf(rows);
    const known = await loadTerms(db, actor);
    const calendar = await loadCalendar(db, actor);
    const now = at("2026-11-06T12:00:00");
    const explained = (await explainClock(db, actor, clock, known, calendar, now))!;
    expect(explained.days.filter((day) => day.why === "paused").map((day) => day.date)).toEqual(["2026-11-04", "2026-11-05"]);
    expect(explained.lastDay).toBe("2026-11-25");
    expect(await explainClock(db, actor, { ...clock, termVersion: 0 }, known, calendar, now)).toBeUndefined();
  });

  it("keeps an extension when it sets the date", async () => {
    const rows = await start("answer", "2028-12-20T09:00:00");
    await withActor(db, actor, (tx) =>
      tx.query(
        "insert into clocks.events (county_code, id, running_id, matter_id, what, at, facts) values ($1, $2, $3, $4, 'extended', $5, $6)",
        [COUNTY, newId(), rows.running.id, rows.running.matter_id, at("2028-12-21T09:00:00"), { by: 5 }],
      ),
    );
    await publishCalendar(db, actor, {
      year: 2028,
      source: "示例",
      days: [{ day: "2028-12-25", kind: "holiday", name: "示例" }],
    });
    await publishCalendar(db, actor, {
      year: 2029,
      source: "示例",
      days: [{ day: "2029-01-01", kind: "holiday", name: "元旦" }],
    });
    await recomputeProvisional(db, actor, 2029, at("2028-12-22T08:00:00"), async () => {});
    // 20 working days after Wednesday 20 December 2028, without 25 December and 1 January
    expect(await clockOf(rows)).toMatchObject({ provisional: false, dueAt: endOfDay("2029-01-19") });
  });

  it("keeps nothing where the journal cannot be written", async () => {
    const far = await start("answer", "2033-12-20T09:00:00");
    await publishCalendar(db, actor, { ...madeUp2027, year: 2034, days: [{ day: "2034-01-02", kind: "holiday", name: "元旦" }] });
    const fails = async () => Promise.reject(new Error("journal"));
    await expect(recomputeProvisional(db, actor, 2034, at("2033-12-21T08:00:00"), fails)).rejects.toThrow("journal");
    expect((await clockOf(far)).provisional).toBe(true);
  });

  it("goes through more than one batch, each row once", async () => {
    const [calendar, known] = [await loadCalendar(db, actor), await loadTerms(db, actor)];
    const many = Array.from({ length: 1_203 }, () =>
      startClock({
        procedureKind: "matter",
        procedureId: newId(),
        matterId: newId(),
        start: at("2030-12-20T09:00:00"),
        term: getTerm(known, "answer"),
        calendar,
      }),
    );
    await insert(many);
    await publishCalendar(db, actor, {
      year: 2030,
      source: "示例",
      days: [{ day: "2030-12-31", kind: "holiday", name: "示例" }],
    });
    const told: string[] = [];
    const record = async (_tx: unknown, changes: readonly Recomputed[]) => void told.push(...changes.map((one) => one.clock));
    const first = await recomputeProvisional(db, actor, 2030, at("2030-12-21T08:00:00"), record);
    expect(first).toBeGreaterThanOrEqual(1_203);
    expect(new Set(told).size).toBe(told.length);
    expect((await clockOf(many[0]!)).provisional).toBe(true);
    expect(await recomputeProvisional(db, actor, 2030, at("2030-12-22T08:00:00"), record)).toBe(0);
  });
});

it("pages through what falls due, in order and without gaps", async () => {
  const seen: string[] = [];
  const by = at("2031-12-31T00:00:00");
  let after: Awaited<ReturnType<typeof clocksDueBy>>[number] | undefined;
  for (;;) {
    const page = await clocksDueBy(db, actor, by, { limit: 250, after });
    seen.push(...page.map((clock) => `${clock.dueAt.toISOString()} ${clock.id}`));
    after = page.at(-1);
    if (page.length < 250) break;
  }
  const whole = await read<{ n: number }>(
    db,
    actor,
    "select count(*)::int as n from clocks.running where state = 'running' and due_at <= $1",
    [by],
  );
  expect(new Set(seen).size).toBe(whole[0]!.n);
  expect(seen).toEqual([...seen].sort());
  expect(dayOf(new Date(seen[0]!.split(" ")[0]!)) <= addDays("2026-12-31", 0)).toBe(true);
});
