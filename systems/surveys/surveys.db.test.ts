import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyCounty } from "../../apps/verify-county.ts";
import type { Actor } from "../../foundation/db/actor.ts";
import { read, withActor } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { aCounty } from "../../tests/builders/county.ts";
import { act, aMatter, clerkOf, officerOf, receive, type Standing } from "../../tests/builders/matter.ts";
import { hearOfAMatter, lapseOldCalls } from "./actions/hear-of-a-matter.ts";
import { keepData } from "./actions/keep-data.ts";
import { openTelephone } from "./actions/open-telephone.ts";
import { recordAnswer } from "./actions/record-answer.ts";
import { recordAttempt } from "./actions/record-attempt.ts";
import { takeNextCall } from "./actions/take-next-call.ts";
import { callPage } from "./views/call-page.ts";
import { casesBehind } from "./views/cases-behind.ts";
import { figures } from "./views/figures.ts";
import { COMPARED_OF_A_CALL } from "./views/verify/call-reducer.ts";

// a Monday at 10:00 in Shanghai, moved on by the tests
let now = new Date("2026-11-23T02:00:00Z");
const county = aCounty({ clock: { now: () => now } });
const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000);
};
let owner: pg.Client;
let caller: Actor;
let reader: Actor;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: county.ownerUrl });
  await owner.connect();
  caller = await officerOf(county, "county-centre", ["matters.read", "surveys.call"], "return caller");
  reader = await officerOf(county, "county-centre", ["matters.read", "insight.read"], "head");
});
afterAll(() => owner.end());

/** Carries what waits in the outbox for this matter to the hearing, as the jobs do. */
async function hear(matter: string): Promise<void> {
  const { rows } = await owner.query("delete from foundation.outbox where body ->> 'matter' = $1 returning event, body, id", [
    matter,
  ]);
  for (const row of rows.sort((a, b) => a.id.localeCompare(b.id))) await hearOfAMatter(county.services, county.code, row.body);
}
const closedMatter = async (told: Parameters<typeof aMatter>[1] = {}, unit = "housing"): Promise<Standing> => {
  const matter = await aMatter(county, { name: "虚构甲", phone: "13800000001", ...told })
    .accepted()
    .dispatchedTo(unit)
    .signed()
    .answered()
    .closed();
  await hear(matter.id);
  return matter;
};
const callsOf = (matter: string) =>
  read<{
    id: string;
    state: string;
    reason: string | null;
    version: number;
    attempts: number;
    due_from: Date;
    portal_rating: string | null;
  }>(
    county.db,
    county.job,
    "select id, state, reason, version, attempts, due_from, portal_rating from surveys.calls where county_code = $1 and matter_id = $2 order by closing, id",
    [county.code, matter],
  );
const callOf = async (matter: string) => (await callsOf(matter)).at(-1)!;
const answers = (baseVersion: number, more: object = {}) => ({
  v: 1 as const,
  commandId: newId(),
  baseVersion,
  contacted: "yes" as const,
  solved: "solved" as const,
  satisfied: "satisfied" as const,
  then: "nothing" as const,
  consent: false,
  ...more,
});

describe("the closing of a matter is heard", () => {
  test("one call falls due for its reporter, however often it is heard", async () => {
    const matter = await closedMatter();
    const event = { event: "matters.closed" as const, matter: matter.id, version: matter.version };
    await Promise.all([1, 2, 3].map(() => hearOfAMatter(county.services, county.code, event)));
    expect(await callsOf(matter.id)).toMatchObject([{ state: "due", version: 1, attempts: 0 }]);
  });
  test("quiet and secret reporters are left out with the reason, and whoever also met it is asked by themselves", async () => {
    const clerk = await clerkOf(county);
    let one = await receive(county, { name: "虚构乙", phone: "13800000002" });
    one = await act(county, clerk, one, "also-met", { reporter: { quiet: true, phone: "13800000003" }, door: "counter" });
    one = await act(county, clerk, one, "also-met", { reporter: { wantsSecrecy: true, phone: "13800000004" }, door: "counter" });
    one = await act(county, clerk, one, "also-met", { reporter: {}, door: "counter" });
    one = await act(county, clerk, one, "accept", {
      kind: "complaint",
      categoryCode: "roads.road-damage",
      urgency: "ordinary",
      place: { words: "村口（示例）" },
    });
    const unit = (await county.services.books(county.code)).unitsByCode.get("housing")!.id;
    one = await act(county, clerk, one, "dispatch", { leadUnit: unit });
    const handler = await officerOf(county, "housing", ["matters.read", "matters.handle"]);
    one = await act(county, handler, one, "sign", {});
    one = await act(county, handler, one, "answer", { reply: "修好了（示例）。", outcome: "solved" });
    await act(county, await officerOf(county, "county-centre", ["matters.read", "matters.verify"], "verifier"), one, "close", {});
    await hear(one.id);
    expect((await callsOf(one.id)).map(({ reason }) => reason).sort()).toEqual([
      "asked-for-secrecy",
      "asked-not-to-be-called",
      "no-telephone",
      null,
    ]);
  });
  test("withdrawn and merged matters are never asked about", async () => {
    const gone = await aMatter(county, { phone: "13800000005" }).withdrawn();
    const merged = await aMatter(county, { phone: "13800000005" }).mergedInto(await receive(county));
    for (const { id } of [gone, merged]) {
      await hear(id);
      expect(await callsOf(id)).toEqual([]);
    }
  });
  test("what the centre answered itself is left out: nobody else could ask", async () => {
    const matter = await aMatter(county, { kind: "consultation", phone: "13800000006" }).answeredOnSpot();
    await hear(matter.id);
    expect(await callsOf(matter.id)).toMatchObject([{ state: "left-out", reason: "handled-by-the-centre" }]);
  });
});

describe("a call", () => {
  test("is lent to one post: two callers never get the same one, and outside the county's hours nobody does", async () => {
    await closedMatter();
    await closedMatter();
    const other = await officerOf(county, "county-centre", ["matters.read", "surveys.call"], "second caller");
    const [mine, theirs] = [
      await takeNextCall(county.services, caller, undefined),
      await takeNextCall(county.services, other, undefined),
    ];
    expect(mine).not.toBe(null);
    expect(theirs).not.toBe(null);
    expect(theirs).not.toBe(mine);
    expect(await takeNextCall(county.services, caller, undefined)).toBe(mine);
    later(11);
    expect(await takeNextCall(county.services, caller, undefined)).toBe(null);
    later(13);
  });
  test("after three attempts that reach nobody it ends, and each attempt waits its time", async () => {
    const matter = await closedMatter();
    for (const [n, what] of (["no-answer", "busy"] as const).entries()) {
      const call = await callOf(matter.id);
      await recordAttempt(county.services, caller, call.id, { v: 1, commandId: newId(), baseVersion: n + 1, what });
      const after = await callOf(matter.id);
      expect(after).toMatchObject({ state: "waiting", attempts: n + 1 });
      expect(after.due_from.getTime() - now.getTime()).toBeGreaterThanOrEqual(4 * 3_600_000);
    }
    const { id } = await callOf(matter.id);
    await recordAttempt(county.services, caller, id, { v: 1, commandId: newId(), baseVersion: 3, what: "no-answer" });
    expect(await callOf(matter.id)).toMatchObject({ state: "not-reached", reason: "no-answer", attempts: 3 });
  });
  test("asked to be called later, it is due then; a time that is past is refused", async () => {
    const { id } = await callOf((await closedMatter()).id);
    const ask = (hours: number) =>
      recordAttempt(county.services, caller, id, {
        v: 1,
        commandId: newId(),
        baseVersion: 1,
        what: "call-later",
        laterAt: new Date(now.getTime() + hours * 3_600_000).toISOString(),
      });
    await expect(ask(-1)).rejects.toMatchObject({ code: "surveys.later-lies-ahead" });
    await expect(ask(24 * 40)).rejects.toMatchObject({ code: "surveys.later-lies-ahead" });
    expect((await ask(2)).state).toBe("waiting");
    expect((await callPage(county.services, caller, id)).attempts).toMatchObject([{ act: "call-later", what: "call-later" }]);
  });
  test("a repeat gets the first answer, another body under its id is refused, an old version is a conflict", async () => {
    const matter = await closedMatter();
    const { id } = await callOf(matter.id);
    const input = answers(1);
    const first = await recordAnswer(county.services, caller, id, input);
    expect(first).toMatchObject({ state: "answered", version: 2, repeated: false });
    expect(await recordAnswer(county.services, caller, id, input)).toEqual({ ...first, repeated: true });
    await expect(recordAnswer(county.services, caller, id, { ...input, solved: "not-solved" })).rejects.toMatchObject({
      code: "command.other-body",
    });
    await expect(recordAnswer(county.services, caller, id, answers(1))).rejects.toMatchObject({
      code: "surveys.changed-meanwhile",
      status: 409,
    });
    await expect(recordAnswer(county.services, caller, id, answers(2))).rejects.toMatchObject({ code: "surveys.call-is-over" });
  });
  test("opens the telephone by a journalled act on the matter, for whoever may make it and while it is open", async () => {
    const matter = await closedMatter({ name: "虚构丙", phone: "138 0000 0007" });
    const { id } = await callOf(matter.id);
    expect(await openTelephone(county.services, caller, id, newId())).toEqual({ name: "虚构丙", phone: "13800000007" });
    const lines = await owner.query("select text_group from ledger.lines where matter_id = $1 and act = 'open-identity'", [
      matter.id,
    ]);
    expect(lines.rows).toHaveLength(1);
    expect(JSON.parse(lines.rows[0].text_group).content).toMatchObject({ purpose: "回访", call: id });
    await recordAnswer(county.services, caller, id, answers(1));
    await expect(openTelephone(county.services, caller, id, newId())).rejects.toMatchObject({ code: "surveys.call-is-over" });
    const kept = await owner.query("select to_jsonb(c)::text as all from surveys.calls c where id = $1", [id]);
    expect(kept.rows[0].all).not.toMatch(/13800000007|虚构丙/);
  });
});

describe("a bad answer", () => {
  const bad = { solved: "not-solved", satisfied: "dissatisfied", words: "坑还在，下雨就积水（示例）。" } as const;
  test("opens the matter again in the resident's words, with their consent, once", async () => {
    const matter = await closedMatter();
    const { id } = await callOf(matter.id);
    await expect(recordAnswer(county.services, caller, id, answers(1, { ...bad, then: "reopen" }))).rejects.toMatchObject({
      code: "surveys.consent-needed",
    });
    await expect(recordAnswer(county.services, caller, id, answers(1, { then: "reopen", consent: true }))).rejects.toMatchObject({
      code: "surveys.words-needed",
    });
    const input = answers(1, { ...bad, then: "reopen", consent: true });
    await recordAnswer(county.services, caller, id, input);
    await recordAnswer(county.services, caller, id, input);
    const stands = await owner.query("select state, version from matters.matters where id = $1", [matter.id]);
    expect(stands.rows).toEqual([{ state: "accepted", version: matter.version + 1 }]);
    const told = await owner.query("select text_group from ledger.lines where matter_id = $1 and act = 'reopen'", [matter.id]);
    expect(told.rows[0].text_group).toContain(bad.words);
  });
  test("is passed to the unit as a note, and the unit is told", async () => {
    const matter = await closedMatter();
    const { id } = await callOf(matter.id);
    await recordAnswer(county.services, caller, id, answers(1, { ...bad, then: "note" }));
    const notices = await owner.query(
      "select kind from matters.notices where matter_id = $1 and unit_id is not null and kind = 'note'",
      [matter.id],
    );
    expect(notices.rows).toHaveLength(1);
    expect((await owner.query("select state from matters.matters where id = $1", [matter.id])).rows[0].state).toBe("closed");
  });
  test("opened again by anyone, the open call lapses; closed again, another falls due", async () => {
    const matter = await closedMatter();
    const again = await act(county, await clerkOf(county), matter, "reopen", { reason: "居民来电说没好（示例）。" });
    await hear(matter.id);
    expect(await callsOf(matter.id)).toMatchObject([{ state: "lapsed", reason: "reopened" }]);
    const clerk = await clerkOf(county);
    await act(county, clerk, again, "answer-on-spot", { reply: "已当面说明（示例）。" });
    await hear(matter.id);
    expect((await callsOf(matter.id)).map(({ state }) => state)).toEqual(["lapsed", "left-out"]);
  });
});

describe("a rating given at the portal", () => {
  test("is counted and not asked again, even where it is heard after everything else", async () => {
    const matter = await closedMatter();
    const { residentActor } = await import("../../foundation/db/actor.ts");
    await act(county, residentActor(county.code, [matter.id]), matter, "rate", { rating: "fair" });
    await hear(matter.id);
    const call = await callOf(matter.id);
    expect(call).toMatchObject({ state: "due", portal_rating: "fair", version: 2 });
    await expect(recordAnswer(county.services, caller, call.id, answers(2))).rejects.toMatchObject({
      code: "surveys.rated-already",
    });
    await recordAnswer(county.services, caller, call.id, answers(2, { satisfied: undefined }));
    const rows = await read(county.db, county.job, "select satisfied from surveys.cases where county_code = $1 and id = $2", [
      county.code,
      call.id,
    ]);
    expect(rows).toEqual([{ satisfied: "fair" }]);
  });
});

test("a call that the county's days have run out on lapses", async () => {
  const matter = await closedMatter();
  later(31 * 24);
  expect(await lapseOldCalls(county.services, county.code)).toBeGreaterThan(0);
  expect(await callOf(matter.id)).toMatchObject({ state: "lapsed", reason: "too-late" });
});

describe("the three rates", () => {
  const asked = { from: "2027-03-01", to: "2027-03-31", by: "unit" as const };
  beforeAll(async () => {
    now = new Date("2027-03-10T02:00:00Z");
    // ten of housing: 6 solved and satisfied, 2 partly and fair, 2 not; two of water, silent
    for (let n = 0; n < 10; n++) {
      const { id } = await callOf((await closedMatter()).id);
      const said =
        n < 6
          ? {}
          : n < 8
            ? { solved: "partly-solved", satisfied: "fair" }
            : { contacted: "no", solved: "not-solved", satisfied: "very-dissatisfied" };
      await recordAnswer(county.services, caller, id, answers(1, said));
    }
    await closedMatter({}, "water");
    await closedMatter({}, "water");
  }, 120_000);
  test("by unit: response 8 of 10, solved 7 of 10, satisfied 7.2 of 10; two silent ones have none", async () => {
    const found = await figures(county.services, reader, asked);
    const [housing, water] = ["县住房和城乡建设局", "县水利局"].map((name) =>
      found.rows.find((row) => name.includes(row.name.replace(/^县/, ""))),
    );
    expect(housing?.rates).toMatchObject({
      response: { value: 0.8, n: 10, valid: 10, excluded: 0 },
      solved: { value: 0.7, valid: 10 },
      satisfied: { value: expect.closeTo(0.72, 12), valid: 10 },
    });
    expect(water?.rates.response).toEqual({ value: null, n: 2, valid: 0, excluded: 0, withheld: false });
    expect(found.total.response).toMatchObject({ n: 12, valid: 10 });
    expect(found.formulas).toMatchObject({ version: 1 });
    expect(JSON.stringify(found)).not.toContain(caller.person!);
  });
  test("each figure opens exactly the matters that were counted", async () => {
    const found = await figures(county.services, reader, asked);
    for (const rate of ["response", "solved", "satisfied"] as const)
      for (const row of [...found.rows, { key: undefined, rates: found.total }]) {
        const count = async (counted: "valid" | "excluded" | "all") =>
          (await casesBehind(county.services, reader, { ...asked, rate, key: row.key, counted })).cases.length;
        const { n, valid, excluded } = row.rates[rate];
        expect([await count("all"), await count("valid"), await count("excluded")]).toEqual([n, valid, excluded]);
      }
  });
  test("a later formula changes later figures alone; the past stays as it was counted, and can be counted anew by name", async () => {
    const editor = await officerOf(county, "county-centre", ["matters.read", "rules.edit"], "rules");
    const { body } = await withActor(county.db, editor, async (tx) =>
      (await import("./store/data.ts")).dataOn(tx, county.code, "formulas", "2027-03-31"),
    );
    const next = { ...body, solved: { ...body.solved, weights: { solved: 1, "partly-solved": 1, "not-solved": 0 } } };
    const keep = (validFrom: string, baseVersion: number) =>
      keepData(county.services, editor, "formulas", { v: 1, commandId: newId(), baseVersion, validFrom, body: next });
    await expect(keep("2027-03-09", 1)).rejects.toMatchObject({ code: "surveys.not-backwards" });
    await expect(keep("2027-04-01", 7)).rejects.toMatchObject({ code: "surveys.data-changed-meanwhile" });
    expect(await keep("2027-04-01", 1)).toMatchObject({ version: 2 });
    expect((await figures(county.services, reader, asked)).total.solved.value).toBe(0.7);
    expect((await figures(county.services, reader, { ...asked, version: 2 })).total.solved.value).toBe(0.8);
    expect((await figures(county.services, reader, { ...asked, to: "2027-04-01" })).formulas.version).toBe(2);
  });
});

describe("the journal", () => {
  const check = () => verifyCounty(county.db, county.code, mkdtempSync(join(tmpdir(), "linli-surveys-")));
  test("agrees with every call after all of this", async () => {
    const report = await check();
    expect(report.journal.findings).toEqual([]);
    expect(report.journal.notRebuilt).toEqual({});
  });
  test("holds every column that an act decides", async () => {
    const apart = ["county_code", "id", "version", "taken_by", "taken_until", "updated_at"];
    const { rows } = await owner.query(
      "select column_name as name from information_schema.columns where table_schema = 'surveys' and table_name = 'calls'",
    );
    expect(new Set(rows.map(({ name }) => name))).toEqual(new Set([...COMPARED_OF_A_CALL, ...apart]));
  });
  test.each([
    ["solved", "'not-solved'"],
    ["satisfied", "'very-dissatisfied'"],
    ["contacted", "'cannot-say'"],
    ["attempts", "attempts + 1"],
    ["reporter_id", "'00000000-0000-7000-8000-000000000000'"],
    ["unit_id", "'00000000-0000-7000-8000-000000000000'"],
    ["closed_at", "closed_at + interval '1 second'"],
    ["state", "'refused'"],
  ])("shows that %s was changed behind its back", async (column, value) => {
    const { rows } = await owner.query(
      "select id, to_jsonb(c) as was from surveys.calls c where state = 'answered' and solved = 'solved' and satisfied is not null limit 1",
    );
    const { id, was } = rows[0];
    await owner.query(`update surveys.calls set ${column} = ${value} where id = $1`, [id]);
    const report = await check();
    await owner.query(
      `update surveys.calls c set ${column} = (jsonb_populate_record(null::surveys.calls, $2)).${column} where id = $1`,
      [id, was],
    );
    expect(report.sound).toBe(false);
    expect(JSON.stringify(report.journal.findings)).toContain(column);
  });
});
