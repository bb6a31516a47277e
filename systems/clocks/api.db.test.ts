import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, jobActor } from "../../foundation/db/actor.ts";
import { withActor } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { testDatabase } from "../../tests/database.ts";
import { addOfficeHours } from "./actions/add-office-hours.ts";
import { keepTerm } from "./actions/keep-term.ts";
import { readCalendarFile } from "./actions/read-calendar-file.ts";
import { Term } from "./contract.ts";
import { loadCalendar, seedClocks, startClock } from "./index.ts";
import { notice2025, notice2026, officeHours } from "./rules/notices.fixture.ts";
import { listTerms } from "./views/list-terms.ts";
import { previewCalendar } from "./views/preview-calendar.ts";
import { listOfficeHours } from "./views/read-calendar.ts";

const { db } = testDatabase();
const COUNTY = 410425;
const now = new Date("2026-12-20T01:00:00Z");
const keeper: Actor = { ...jobActor(COUNTY), role: "app", scope: "county", rights: ["clocks.calendar"], person: newId() };
const term = Term.parse({ term: "answer", version: 1, name: "答复", length: 15, unit: "working days", basis: "示例" });

beforeAll(async () => {
  await seedClocks(db, jobActor(COUNTY), { calendars: [notice2025, notice2026], officeHours, terms: [term] });
  const calendar = await loadCalendar(db, jobActor(COUNTY));
  const rows = ["2026-12-21T01:00:00Z", "2026-12-22T01:00:00Z", "2026-11-23T01:00:00Z"].map((start) =>
    startClock({ procedureKind: "matter", procedureId: newId(), matterId: newId(), start: new Date(start), term, calendar }),
  );
  await withActor(db, jobActor(COUNTY), async (tx) => {
    for (const { running } of rows)
      await tx.query(
        `insert into clocks.running (county_code, id, procedure_kind, procedure_id, matter_id, term, term_version, started_at, due_at, provisional)
         values ($1, $2, 'matter', $3, $4, 'answer', 1, $5, $6, $7)`,
        [COUNTY, running.id, running.procedure_id, running.matter_id, running.started_at, running.due_at, running.provisional],
      );
  });
});

describe("a year that is about to be published", () => {
  const days = [
    { day: "2027-01-01", kind: "holiday" as const, name: "元旦" },
    { day: "2027-01-04", kind: "holiday" as const, name: "示例节" },
  ];
  it("tells how many waiting dates it sets and moves, and keeps nothing", async () => {
    expect(await previewCalendar(db, keeper, 2027, days, now)).toEqual({ waiting: 2, set: 2, moved: 2 });
    expect(await previewCalendar(db, keeper, 2028, [{ day: "2028-01-03", kind: "holiday", name: "元旦" }], now)).toEqual({
      waiting: 2,
      set: 0,
      moved: 0,
    });
  });
  it("is read from a sheet in any order of columns, with the rows that say no day", async () => {
    const csv = "日期,类型,名称\n2027-01-01,放假,元旦\n2027/1/9,上班,元旦\n说明,,\n";
    expect(await readCalendarFile("2027.csv", Buffer.from(csv))).toEqual({
      days: [
        { day: "2027-01-01", kind: "holiday", name: "元旦" },
        { day: "2027-01-09", kind: "make-up workday", name: "元旦" },
      ],
      unread: [4],
    });
  });
});

describe("a term", () => {
  it("gets its next version; running clocks keep theirs", async () => {
    expect(await keepTerm(db, keeper, { ...term, length: 10 }, 1)).toBe(2);
    expect((await listTerms(db, keeper)).map((one) => [one.version, one.length, one.running])).toEqual([
      [2, 10, 0],
      [1, 15, 3],
    ]);
    await expect(keepTerm(db, keeper, { ...term, length: 9 }, 1)).rejects.toMatchObject({ code: "clocks.changed-meanwhile" });
  });
  it("is kept only by who keeps the calendar", async () => {
    await expect(keepTerm(db, { ...keeper, rights: [] }, term, 2)).rejects.toMatchObject({
      code: "clocks.may-not-keep-the-calendar",
    });
  });
});

it("office hours begin on a day to come, in spans that do not overlap", async () => {
  const add = (validFrom: string, ...spans: string[]) => addOfficeHours(db, keeper, [{ validFrom, spans }], now);
  const refused = (work: () => Promise<void>) =>
    Promise.resolve()
      .then(work)
      .then(
        () => "kept",
        (reason: { code: string }) => reason.code,
      );
  expect(await refused(() => add("2026-12-20", "08:30-12:00"))).toBe("clocks.office-hours-in-the-past");
  expect(await refused(() => add("2027-06-01", "08:30-12:00", "11:00-18:00"))).toBe("clocks.office-hours-unfit");
  expect(await refused(() => add("2027-06-01", "08:00-12:00", "15:00-18:30"))).toBe("kept");
  expect(await refused(() => add("2027-06-01", "08:00-12:00"))).toBe("clocks.changed-meanwhile");
  expect((await listOfficeHours(db, keeper)).at(-1)).toEqual({ validFrom: "2027-06-01", spans: ["08:00-12:00", "15:00-18:30"] });
});
