import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, jobActor, residentActor } from "../../foundation/db/actor.ts";
import { read, withActor } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { testDatabase } from "../../tests/database.ts";
import { Term } from "./contract.ts";
import { publishCalendar, seedClocks, startClock } from "./index.ts";
import { makeCalendar } from "./rules/calendar.ts";
import { notice2026, officeHours } from "./rules/notices.fixture.ts";

const { db } = testDatabase();
const COUNTY = 410425;
const term = Term.parse({ term: "answer", version: 1, name: "答复", length: 5, unit: "working days", basis: "示例" });
const mine = startClock({
  procedureKind: "matter",
  procedureId: newId(),
  matterId: newId(),
  start: new Date("2026-11-23T01:00:00Z"),
  term,
  calendar: makeCalendar(COUNTY, [notice2026]),
});
const officer: Actor = { ...jobActor(COUNTY), role: "app", scope: "units", units: [newId()], person: newId() };
const DENIED = "42501";
const INSERT_RUNNING = `insert into clocks.running
  select (jsonb_populate_record(null::clocks.running, $1::jsonb || jsonb_build_object('county_code', $2::int))).*`;

beforeAll(async () => {
  await seedClocks(db, jobActor(COUNTY), { calendars: [notice2026], officeHours, terms: [term] });
  await withActor(db, jobActor(COUNTY), async (tx) => {
    await tx.query(INSERT_RUNNING, [JSON.stringify(mine.running), COUNTY]);
    await tx.query(
      "insert into clocks.events (county_code, id, running_id, matter_id, what, at) values ($1, $2, $3, $4, 'started', now())",
      [COUNTY, mine.event.id, mine.running.id, mine.running.matter_id],
    );
  });
});

const count = (actor: Actor, table: string) =>
  read<{ n: number }>(db, actor, `select count(*)::int as n from clocks.${table}`).then(
    (rows) => rows[0]!.n,
    (error: { code: string }) => error.code,
  );

describe("who sees clocks", () => {
  it("officers and jobs of the county, and the resident who holds the matter's code", async () => {
    const actors: [string, Actor, number][] = [
      ["an officer, who sees no such matter", officer, 0],
      ["a job", jobActor(COUNTY), 1],
      ["the verifier", { ...jobActor(COUNTY), role: "verify" }, 1],
      ["the bearer of the code", residentActor(COUNTY, [mine.running.matter_id]), 1],
      ["another resident", residentActor(COUNTY, [newId()]), 0],
      ["a resident without a code", residentActor(COUNTY), 0],
      ["an officer of no post", { ...officer, scope: "none", units: [] }, 0],
      ["another county", { ...officer, county: 410426 }, 0],
      ["a resident of another county with the same matter id", residentActor(410426, [mine.running.matter_id]), 0],
    ];
    for (const [who, actor, expected] of actors)
      for (const table of ["running", "events"]) expect([who, table, await count(actor, table)]).toEqual([who, table, expected]);
  });

  it("calendars and terms: everyone of the county, nobody of another", async () => {
    for (const table of ["calendars", "calendar_days", "office_hours", "terms"]) {
      for (const actor of [officer, residentActor(COUNTY), jobActor(COUNTY)])
        expect(await count(actor, table)).toBeGreaterThan(0);
      for (const actor of [{ ...officer, county: 410426 }, residentActor(410426), jobActor(410426)])
        expect(await count(actor, table)).toBe(0);
    }
  });

  it("nobody without a context", async () => {
    for (const role of ["app", "jobs", "verify", "portal"] as const)
      for (const table of ["running", "events", "calendars", "calendar_days", "office_hours", "terms"])
        expect([role, table, (await db.pool(role).query(`select 1 from clocks.${table}`)).rowCount]).toEqual([role, table, 0]);
  });
});

describe("who writes clocks", () => {
  it("nobody into another county, nobody over or away with an event", async () => {
    for (const actor of [officer, residentActor(COUNTY), jobActor(COUNTY)]) {
      await expect(
        withActor(db, actor, (tx) => tx.query(INSERT_RUNNING, [JSON.stringify({ ...mine.running, id: newId() }), 410426])),
      ).rejects.toMatchObject({ code: DENIED });
      await expect(withActor(db, actor, (tx) => tx.query("update clocks.events set facts = '{}'"))).rejects.toMatchObject({
        code: DENIED,
      });
      await expect(withActor(db, actor, (tx) => tx.query("delete from clocks.events"))).rejects.toMatchObject({ code: DENIED });
      await expect(withActor(db, actor, (tx) => tx.query("delete from clocks.running"))).rejects.toMatchObject({ code: DENIED });
    }
  });

  it("a resident starts a clock with a new matter and moves only those of their own code", async () => {
    const id = newId();
    await withActor(db, residentActor(COUNTY), (tx) =>
      tx.query(INSERT_RUNNING, [JSON.stringify({ ...mine.running, id }), COUNTY]),
    );
    const move = (actor: Actor) =>
      withActor(db, actor, (tx) => tx.query("update clocks.running set state = 'stopped' where id = $1", [id]));
    expect((await move(residentActor(COUNTY, [newId()]))).rowCount).toBe(0);
    expect((await move(residentActor(COUNTY, [mine.running.matter_id]))).rowCount).toBe(1);
  });

  it("the calendar: a post with the right that works for the whole county, or a job", async () => {
    const enter = (actor: Actor) =>
      publishCalendar(db, actor, { year: 2031, source: "示例", days: [{ day: "2031-01-01", kind: "holiday", name: "元旦" }] });
    const county: Actor = { ...officer, scope: "county", rights: ["clocks.calendar"] };
    for (const actor of [officer, { ...officer, rights: ["clocks.calendar"] }, { ...county, rights: [] }, residentActor(COUNTY)])
      await expect(enter(actor)).rejects.toMatchObject({ code: "clocks.may-not-keep-the-calendar", status: 403 });
    expect(await enter(county)).toBe(1);
    await expect(
      withActor(db, officer, (tx) =>
        tx.query(
          "insert into clocks.calendars (county_code, year, version, published, source) values (410425, 2032, 1, true, 'x')",
        ),
      ),
    ).rejects.toMatchObject({ code: DENIED });
    await expect(withActor(db, county, (tx) => tx.query("delete from clocks.calendar_days"))).rejects.toMatchObject({
      code: DENIED,
    });
  });
});
