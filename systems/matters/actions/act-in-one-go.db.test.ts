import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyCounty } from "../../../apps/verify-county.ts";
import type { Actor } from "../../../foundation/db/actor.ts";
import { read } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { aCounty } from "../../../tests/builders/county.ts";
import { act, aMatter, clerkOf, handlerOf, placeNamed, type Standing, unitId } from "../../../tests/builders/matter.ts";
import { SAMPLE_ONE_IN } from "../rules/verification.rule.ts";
import { actInOneGo } from "./act-in-one-go.ts";
import { findForAct } from "./act-on-matter.ts";

const county = aCounty();
const go = (actor: Actor, on: Standing, acts: object[], commandId = newId()) =>
  actInOneGo(county.services, actor, on.id, { v: 1, commandId, baseVersion: on.version, acts } as never);
const SIGN = { act: "sign" };
const ANSWER = { act: "answer", reply: "已经答复本人（示例）。", outcome: "explained", files: [] };
const CLOSE = { act: "close" };
const handler = () => handlerOf(county, "city-management");

/** Dispatched, of a kind whose answers are verified by sample, and drawn into the sample or not. */
async function aConsultation(drawn: boolean): Promise<Standing> {
  for (;;) {
    const on = await aMatter(county, { kind: "consultation" }).accepted().dispatchedTo("city-management");
    if ((Number.parseInt(on.id.slice(-6), 16) % SAMPLE_ONE_IN === 0) === drawn) return on;
  }
}
const actsOf = async (id: string) =>
  (
    await read<{ act: string }>(
      county.db,
      county.job,
      "select act from ledger.lines where county_code = $1 and procedure_kind = 'matter' and procedure_id = $2 order by version",
      [county.code, id],
    )
  ).map((line) => line.act);
const standingOf = async (id: string) => {
  const { matter, lane, assignments, clocks, answered_by } = await findForAct(county.services, county.job, id);
  return {
    matter: [matter.state, matter.version, matter.outcome, matter.verify_needed, matter.lead_unit],
    lane: [lane?.state, lane?.version],
    parts: assignments.map((one) => [one.role, one.state]),
    clocks: clocks.map((one) => [one.clock, one.state]).sort(),
    answered: answered_by,
  };
};

test("signing, answering and closing in one go leave what the three acts by themselves leave", async () => {
  const [one, other] = [await aConsultation(false), await aConsultation(false)];
  const done = await go(await handler(), one, [SIGN, ANSWER, CLOSE]);
  expect(done).toMatchObject({ state: "closed", version: one.version + 3, left: null, repeated: false });
  let on = other;
  for (const { act: name, ...fields } of [SIGN, ANSWER, CLOSE])
    on = await act(county, await handler(), on, name as "sign", fields);
  expect(await standingOf(one.id)).toEqual(await standingOf(other.id));
  expect(await actsOf(one.id)).toEqual(await actsOf(other.id));
});

test("a close is left out, and said, where someone else must verify; also to whoever asks again", async () => {
  const command = newId();
  for (const on of [await aConsultation(true), await aMatter(county).accepted().dispatchedTo("city-management")]) {
    const done = await go(await handler(), on, [SIGN, ANSWER, CLOSE]);
    expect(done).toMatchObject({ state: "answered", version: on.version + 2, left: "close" });
    expect((await actsOf(on.id)).slice(-2)).toEqual(["sign", "answer"]);
  }
  const on = await aMatter(county).accepted().dispatchedTo("city-management");
  const first = await go(await handler(), on, [SIGN, ANSWER, CLOSE], command);
  const again = await go(await handler(), on, [SIGN, ANSWER, CLOSE], command);
  expect(again).toMatchObject({ ...first, may: expect.anything(), repeated: true });
});

test("accepting and dispatching in one go", async () => {
  const on = await aMatter(county);
  const place = { placeId: await placeNamed(county, "冢头镇") };
  const accept = { act: "accept", kind: "complaint", categoryCode: "roads.road-damage", urgency: "ordinary", place };
  const dispatch = { act: "dispatch", leadUnit: unitId(county, "city-management"), supports: [], lane: "service" };
  const done = await go(await clerkOf(county), on, [accept, dispatch]);
  expect(done).toMatchObject({ state: "dispatched", version: on.version + 2 });
  expect(await actsOf(on.id)).toEqual(["receive", "accept", "dispatch"]);
});

test("all or none: what the second act may not do, the first has not done", async () => {
  const on = await aMatter(county).accepted().dispatchedTo("city-management");
  const before = await standingOf(on.id);
  await expect(go(await handler(), on, [SIGN, { ...ANSWER, reply: "{{姓名}}您好，已办好。" }])).rejects.toMatchObject({
    code: "matters.blank-left",
  });
  await expect(go(await handlerOf(county, "housing"), on, [SIGN, ANSWER])).rejects.toMatchObject({ status: 404 });
  await expect(go(await clerkOf(county), on, [SIGN, ANSWER])).rejects.toMatchObject({ code: "access.not-yours" });
  await expect(go(await handler(), on, [ANSWER, CLOSE])).rejects.toMatchObject({ code: "matters.not-from-this-state" });
  await expect(go(await handler(), on, [SIGN, CLOSE])).rejects.toMatchObject({ code: "matters.not-in-one-go" });
  expect(await standingOf(on.id)).toEqual(before);
});

test("a repeat gets the first answer, another body under the same command is refused, and so is a version that has passed", async () => {
  const on = await aConsultation(false);
  const command = newId();
  const [first, second] = await Promise.all([
    go(await handler(), on, [SIGN, ANSWER, CLOSE], command),
    go(await handler(), on, [SIGN, ANSWER, CLOSE], command),
  ]);
  expect([first.repeated, second.repeated].sort()).toEqual([false, true]);
  expect([first.state, second.state]).toEqual(["closed", "closed"]);
  await expect(go(await handler(), on, [SIGN, ANSWER], command)).rejects.toMatchObject({ code: "command.other-body" });
  await expect(go(await handler(), on, [SIGN, ANSWER])).rejects.toMatchObject({ code: "matters.changed-meanwhile", status: 409 });
  expect(await actsOf(on.id)).toEqual(["receive", "accept", "dispatch", "sign", "answer", "close"]);
});

test("what was done in one go is rebuilt from its journal", async () => {
  const report = await verifyCounty(county.db, county.code, mkdtempSync(join(tmpdir(), "linli-one-go-")));
  expect(report.journal.findings).toEqual([]);
  expect([report.sound, report.journal.lines > 30]).toEqual([true, true]);
});
