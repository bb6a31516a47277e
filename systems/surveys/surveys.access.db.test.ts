import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../foundation/db/actor.ts";
import { residentActor } from "../../foundation/db/actor.ts";
import { withActor } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { aCounty } from "../../tests/builders/county.ts";
import { act, aMatter, LONGSHAN, officerOf, ZHONGTOU } from "../../tests/builders/matter.ts";
import { hearOfAMatter } from "./actions/hear-of-a-matter.ts";
import { openTelephone } from "./actions/open-telephone.ts";
import { recordAnswer } from "./actions/record-answer.ts";
import { takeNextCall } from "./actions/take-next-call.ts";
import { callIdOf } from "./actions/write-call.ts";

// a Monday at 10:00 in Shanghai
const county = aCounty({ clock: { now: () => new Date("2026-11-23T02:00:00Z") } });
const CALLS = ["matters.read", "surveys.call"];
let owner: pg.Client;
let id = "";
beforeAll(async () => {
  owner = new pg.Client({ connectionString: county.ownerUrl });
  await owner.connect();
  let matter = await aMatter(county, { phone: "13800000001" }).accepted().dispatchedTo("housing", ["water"]).signed();
  const [lead, support, verifier] = await Promise.all([
    officerOf(county, "housing", ["matters.handle"]),
    officerOf(county, "water", ["matters.handle"]),
    officerOf(county, "county-centre", ["matters.verify"]),
  ]);
  matter = await act(county, support, matter, "support-answer", { note: "已配合（示例）。" });
  matter = await act(county, lead, matter, "answer", { reply: "修好了（示例）。", outcome: "solved" });
  matter = await act(county, verifier, matter, "close", {});
  await hearOfAMatter(county.services, county.code, { event: "matters.closed", matter: matter.id, version: matter.version });
  const { rows } = await owner.query("select id, reporter_id from surveys.calls");
  id = rows[0].id;
  expect(id).toBe(callIdOf(matter.id, rows[0].reporter_id, matter.version));
});
afterAll(() => owner.end());

const answer = (actor: Actor) =>
  recordAnswer(county.services, actor, id, {
    v: 1,
    commandId: newId(),
    baseVersion: 1,
    contacted: "yes",
    solved: "solved",
    satisfied: "satisfied",
    then: "nothing",
    consent: false,
  });

test.each([
  ["the lead unit", "housing"],
  ["a supporting unit", "water"],
])("%s never makes the call, whatever right its post holds", async (_who, unit) => {
  const own = await officerOf(county, unit, CALLS);
  expect(await takeNextCall(county.services, own, undefined)).toBe(null);
  await expect(answer(own)).rejects.toMatchObject({ status: 403, code: "surveys.own-unit" });
  await expect(openTelephone(county.services, own, id, newId())).rejects.toMatchObject({ code: "surveys.own-unit" });
});
test("nor does someone of the centre who also holds a post in that unit", async () => {
  const both = await officerOf(county, "county-centre", CALLS);
  const own = await officerOf(county, "housing", []);
  await expect(answer({ ...both, units: [...both.units, ...own.units] })).rejects.toMatchObject({ code: "surveys.own-unit" });
});
test("the row policy keeps a handling unit from changing its call even by bare SQL", async () => {
  const own = await officerOf(county, "housing", CALLS);
  const changed = (actor: Actor) =>
    withActor(county.db, actor, (tx) => tx.query("update surveys.calls set satisfied = 'very-satisfied' where id = $1", [id]));
  expect((await changed(own)).rowCount).toBe(0);
  const longshan = await officerOf(county, LONGSHAN, CALLS);
  expect((await changed(longshan)).rowCount).toBe(0);
});
test("another township neither sees nor makes it; the township of the place does", async () => {
  const longshan = await officerOf(county, LONGSHAN, CALLS);
  await expect(answer(longshan)).rejects.toMatchObject({ status: 404 });
  const zhongtou = await officerOf(county, ZHONGTOU, CALLS);
  expect(await takeNextCall(county.services, zhongtou, undefined)).toBe(id);
});
test("without the right nobody calls, and the portal reaches no table of it", async () => {
  const head = await officerOf(county, "county-centre", ["matters.read", "insight.read", "matters.triage"]);
  await expect(answer(head)).rejects.toMatchObject({ status: 403 });
  await expect(openTelephone(county.services, head, id, newId())).rejects.toMatchObject({ status: 403 });
  const resident = residentActor(county.code, []);
  await expect(withActor(county.db, resident, (tx) => tx.query("select from surveys.calls"))).rejects.toMatchObject({
    code: "42501",
  });
});
test("an officer cannot write a rating that the portal was given, nor make up a call", async () => {
  const caller = await officerOf(county, "county-centre", CALLS);
  const bare = (sql: string) => withActor(county.db, caller, (tx) => tx.query(sql));
  await expect(bare(`update surveys.calls set portal_rating = 'satisfied' where id = '${id}'`)).rejects.toMatchObject({
    code: "42501",
  });
  await expect(bare("insert into surveys.calls select * from surveys.calls")).rejects.toMatchObject({ code: "42501" });
});
