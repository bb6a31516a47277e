import { describe, expect, test } from "vitest";
import { residentActor } from "../../foundation/db/actor.ts";
import { read } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { act, aMatter, clerkOf, officerOf, receive } from "../../tests/builders/matter.ts";
import { hearOfAMatter, lapseOldCalls } from "./actions/hear-of-a-matter.ts";
import { openTelephone } from "./actions/open-telephone.ts";
import { recordAnswer } from "./actions/record-answer.ts";
import { recordAttempt } from "./actions/record-attempt.ts";
import { takeNextCall } from "./actions/take-next-call.ts";
import { answers, aSurveyedCounty } from "./surveys.fixture.ts";
import { callPage } from "./views/call-page.ts";

const { county, owner, caller, now, later, hear, closedMatter, callsOf, callOf } = aSurveyedCounty();

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
      await takeNextCall(county.services, caller(), undefined),
      await takeNextCall(county.services, other, undefined),
    ];
    expect(mine).not.toBe(null);
    expect(theirs).not.toBe(null);
    expect(theirs).not.toBe(mine);
    expect(await takeNextCall(county.services, caller(), undefined)).toBe(mine);
    later(11);
    expect(await takeNextCall(county.services, caller(), undefined)).toBe(null);
    later(13);
  });
  test("after three attempts that reach nobody it ends, and each attempt waits its time", async () => {
    const matter = await closedMatter();
    for (const [n, what] of (["no-answer", "busy"] as const).entries()) {
      const call = await callOf(matter.id);
      await recordAttempt(county.services, caller(), call.id, { v: 1, commandId: newId(), baseVersion: n + 1, what });
      const after = await callOf(matter.id);
      expect(after).toMatchObject({ state: "waiting", attempts: n + 1 });
      expect(after.due_from.getTime() - now().getTime()).toBeGreaterThanOrEqual(4 * 3_600_000);
    }
    const { id } = await callOf(matter.id);
    await recordAttempt(county.services, caller(), id, { v: 1, commandId: newId(), baseVersion: 3, what: "no-answer" });
    expect(await callOf(matter.id)).toMatchObject({ state: "not-reached", reason: "no-answer", attempts: 3 });
  });
  test("asked to be called later, it is due then; a time that is past is refused", async () => {
    const { id } = await callOf((await closedMatter()).id);
    const ask = (hours: number) =>
      recordAttempt(county.services, caller(), id, {
        v: 1,
        commandId: newId(),
        baseVersion: 1,
        what: "call-later",
        laterAt: new Date(now().getTime() + hours * 3_600_000).toISOString(),
      });
    await expect(ask(-1)).rejects.toMatchObject({ code: "surveys.later-lies-ahead" });
    await expect(ask(24 * 40)).rejects.toMatchObject({ code: "surveys.later-lies-ahead" });
    expect((await ask(2)).state).toBe("waiting");
    expect((await callPage(county.services, caller(), id)).attempts).toMatchObject([{ act: "call-later", what: "call-later" }]);
  });
  test("a repeat gets the first answer, another body under its id is refused, an old version is a conflict", async () => {
    const matter = await closedMatter();
    const { id } = await callOf(matter.id);
    const input = answers(1);
    const first = await recordAnswer(county.services, caller(), id, input);
    expect(first).toMatchObject({ state: "answered", version: 2, repeated: false });
    expect(await recordAnswer(county.services, caller(), id, input)).toEqual({ ...first, repeated: true });
    await expect(recordAnswer(county.services, caller(), id, { ...input, solved: "not-solved" })).rejects.toMatchObject({
      code: "command.other-body",
    });
    await expect(recordAnswer(county.services, caller(), id, answers(1))).rejects.toMatchObject({
      code: "surveys.changed-meanwhile",
      status: 409,
    });
    await expect(recordAnswer(county.services, caller(), id, answers(2))).rejects.toMatchObject({ code: "surveys.call-is-over" });
  });
  test("opens the telephone by a journalled act on the matter, for whoever may make it and while it is open", async () => {
    const matter = await closedMatter({ name: "虚构丙", phone: "138 0000 0007" });
    const { id } = await callOf(matter.id);
    expect(await openTelephone(county.services, caller(), id, newId())).toEqual({ name: "虚构丙", phone: "13800000007" });
    const lines = await owner().query("select text_group from ledger.lines where matter_id = $1 and act = 'open-identity'", [
      matter.id,
    ]);
    expect(lines.rows).toHaveLength(1);
    expect(JSON.parse(lines.rows[0].text_group).content).toMatchObject({ purpose: "回访", call: id });
    await recordAnswer(county.services, caller(), id, answers(1));
    await expect(openTelephone(county.services, caller(), id, newId())).rejects.toMatchObject({ code: "surveys.call-is-over" });
    const kept = await owner().query("select to_jsonb(c)::text as all from surveys.calls c where id = $1", [id]);
    expect(kept.rows[0].all).not.toMatch(/13800000007|虚构丙/);
  });
});

describe("a bad answer", () => {
  const bad = { solved: "not-solved", satisfied: "dissatisfied", words: "坑还在，下雨就积水（示例）。" } as const;
  test("opens the matter again in the resident's words, with their consent, once", async () => {
    const matter = await closedMatter();
    const { id } = await callOf(matter.id);
    await expect(recordAnswer(county.services, caller(), id, answers(1, { ...bad, then: "reopen" }))).rejects.toMatchObject({
      code: "surveys.consent-needed",
    });
    await expect(
      recordAnswer(county.services, caller(), id, answers(1, { then: "reopen", consent: true })),
    ).rejects.toMatchObject({
      code: "surveys.words-needed",
    });
    const input = answers(1, { ...bad, then: "reopen", consent: true });
    await recordAnswer(county.services, caller(), id, input);
    await recordAnswer(county.services, caller(), id, input);
    const stands = await owner().query("select state, version from matters.matters where id = $1", [matter.id]);
    expect(stands.rows).toEqual([{ state: "accepted", version: matter.version + 1 }]);
    const told = await owner().query("select text_group from ledger.lines where matter_id = $1 and act = 'reopen'", [matter.id]);
    expect(told.rows[0].text_group).toContain(bad.words);
  });
  test("is passed to the unit as a note, and the unit is told", async () => {
    const matter = await closedMatter();
    const { id } = await callOf(matter.id);
    await recordAnswer(county.services, caller(), id, answers(1, { ...bad, then: "note" }));
    const notices = await owner().query(
      "select kind from matters.notices where matter_id = $1 and unit_id is not null and kind = 'note'",
      [matter.id],
    );
    expect(notices.rows).toHaveLength(1);
    expect((await owner().query("select state from matters.matters where id = $1", [matter.id])).rows[0].state).toBe("closed");
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
    await act(county, residentActor(county.code, [matter.id]), matter, "rate", { rating: "fair" });
    await hear(matter.id);
    const call = await callOf(matter.id);
    expect(call).toMatchObject({ state: "due", portal_rating: "fair", version: 2 });
    await expect(recordAnswer(county.services, caller(), call.id, answers(2))).rejects.toMatchObject({
      code: "surveys.rated-already",
    });
    await recordAnswer(county.services, caller(), call.id, answers(2, { satisfied: undefined }));
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
