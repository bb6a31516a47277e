import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Actor, residentActor } from "../../../foundation/db/actor.ts";
import { read, withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { fixedClock, HOUR } from "../../../foundation/time/index.ts";
import { aCounty } from "../../../tests/builders/county.ts";
import { aMatter, CENTRE, handlerOf, officerOf, receive, type Standing, type Told } from "../../../tests/builders/matter.ts";
import { decide } from "../../approvals/index.ts";
import { verifyJournal } from "../../ledger/index.ts";
import { OPENING_LIMITS, readingsOf, readPersons, reportersOf } from "../../residents/index.ts";
import { identityStateOf } from "../views/page/identity-state.ts";
import { askForAnIdentity } from "./ask-for-an-identity.ts";
import { openIdentity, openSealedIdentity, renewCode } from "./identity.ts";

const clock = fixedClock("2026-03-02T01:00:00Z");
const county = aCounty({ clock });
const SECRET = { name: "示例甲乙", phone: "13800005678" };
let handler: Actor;
let keeper: Actor;
let approver: Actor;
beforeAll(async () => {
  handler = await handlerOf(county, "housing");
  keeper = { ...handler, rights: [...handler.rights, "identities.open"] };
  approver = await officerOf(county, CENTRE, ["matters.read", "matters.supervise", "identities.approve"], "approver");
});
// each test in an hour of its own, within the hours of approvals but outside those of the limits
beforeEach(() => void clock.advance(25 * HOUR));

const story = (told: Told = {}) =>
  aMatter(county, { ...SECRET, ...told })
    .accepted()
    .dispatchedTo("housing")
    .signed();
const reporterOf = async (on: Standing) =>
  (await withActor(county.db, county.job, (tx) => reportersOf(tx, county.code, on.id)))[0]!.id;
const asked = async (on: Standing) => ({ commandId: newId(), reporterId: await reporterOf(on), purpose: "约上门时间" });
const open = async (actor: Actor, on: Standing) => openIdentity(county.services, actor, on.id, await asked(on));
const openSealed = async (actor: Actor, on: Standing) => openSealedIdentity(county.services, actor, on.id, await asked(on));
const ask = (actor: Actor, on: Standing, purpose: string) =>
  askForAnIdentity(county.services, actor, on.id, { id: newId(), purpose, words: "电话打不通，要当面核实" });
const agree = (id: string) =>
  withActor(county.db, approver, (tx) => decide(tx, approver, { id, yes: true, why: "", at: clock.now() }, async () => true));
const seenByResident = (on: Standing) => withActor(county.db, residentActor(county.code, [on.id]), (tx) => readingsOf(tx, on.id));
const noticesOf = (on: Standing) =>
  read<{ kind: string; words: string; state: string }>(
    county.db,
    residentActor(county.code, [on.id]),
    "select kind, words, state from matters.notices where county_code = $1 and matter_id = $2 and kind = 'identity-opened'",
    [county.code, on.id],
  );
const linesOf = (on: Standing) =>
  read<{ act: string; text_group: string }>(
    county.db,
    county.job,
    "select act, text_group from ledger.lines where county_code = $1 and matter_id = $2 and act = 'open-identity'",
    [county.code, on.id],
  );

describe("个人信息保护法 第六条: whoever holds the open matter reaches the resident at once", () => {
  test("name and telephone are shown, journalled, and the resident sees which post and why; no notice of an ordinary one", async () => {
    const on = await story();
    expect(await open(handler, on)).toMatchObject(SECRET);
    expect(await seenByResident(on)).toEqual([
      expect.objectContaining({
        what: "identity",
        postId: handler.post,
        unitId: handler.unit,
        purpose: "约上门时间",
        unusual: false,
      }),
    ]);
    expect((await linesOf(on)).map((line) => line.text_group)).toEqual([expect.stringContaining("约上门时间")]);
    expect(await noticesOf(on)).toEqual([]);
  });
  test("nobody else: another department does not even find it, the centre's supervisor is told where to go", async () => {
    const on = await story();
    await expect(open(await handlerOf(county, "water"), on)).rejects.toMatchObject({ code: "matters.not-found", status: 404 });
    const supervisor = await officerOf(county, CENTRE, ["matters.read", "matters.supervise"], "supervisor");
    await expect(open(supervisor, on)).rejects.toMatchObject({
      code: "matters.identity-for-the-holder",
      facts: { units: [expect.stringMatching(/住/)] },
    });
    expect([await seenByResident(on), await linesOf(on)]).toEqual([[], []]);
  });
  test("a second sending of the same command opens once more and writes one line", async () => {
    const on = await story();
    const once = await asked(on);
    await openIdentity(county.services, handler, on.id, once);
    await expect(openIdentity(county.services, handler, on.id, { ...once, reporterId: newId() })).rejects.toThrow();
    expect(await openIdentity(county.services, handler, on.id, once)).toMatchObject(SECRET);
    expect(await linesOf(on)).toHaveLength(1);
  });
  test("so many in an hour and no more; the refusal says when", async () => {
    const on = await story();
    const busy = { ...handler, post: newId() };
    for (let i = 0; i < OPENING_LIMITS.inAnHour; i++) await open(busy, on);
    clock.advance(HOUR / 2);
    await expect(open(busy, on)).rejects.toMatchObject({
      code: "residents.too-many-openings",
      status: 429,
      facts: expect.objectContaining({ minutes: 30 }),
    });
    expect(await open(handler, on)).toMatchObject(SECRET);
    clock.advance(HOUR / 2);
    expect(await open(busy, on)).toMatchObject(SECRET);
  });
});

describe.each([
  ["举报", { kind: "report" } as Told],
  ["secrecy asked", { secrecy: true } as Told],
])("信访工作条例 第三十条, %s: purpose, another person's consent, and the reporter is told", (_, told) => {
  test("not by the ordinary way, not without asking, not before another person agreed", async () => {
    const on = await story(told);
    await expect(open(keeper, on)).rejects.toMatchObject({ code: "matters.identity-is-sealed" });
    await expect(openSealed(keeper, on)).rejects.toMatchObject({ code: "approvals.needed", facts: { waits: false } });
    await ask(keeper, on, "reach-for-facts");
    await expect(openSealed(keeper, on)).rejects.toMatchObject({ code: "approvals.needed", facts: { waits: true } });
    expect([await seenByResident(on), await linesOf(on)]).toEqual([[], []]);
  });
  test("agreed to, it opens a bounded number of times within its hours; each is unusual, journalled and told", async () => {
    const on = await story(told);
    const { id } = await ask(keeper, on, "reach-for-facts");
    await agree(id);
    for (let i = 0; i < OPENING_LIMITS.underAnApproval; i++) expect(await openSealed(keeper, on)).toMatchObject(SECRET);
    await expect(openSealed(keeper, on)).rejects.toMatchObject({ code: "matters.identity-approval-used-up" });
    const seen = await seenByResident(on);
    expect(seen).toHaveLength(OPENING_LIMITS.underAnApproval);
    expect(seen[0]).toMatchObject({ unusual: true, purpose: "核实情况必须联系本人", unitId: keeper.unit });
    const notices = await noticesOf(on);
    expect(notices).toHaveLength(OPENING_LIMITS.underAnApproval);
    expect(notices[0]!.words).toContain("核实情况必须联系本人");
    for (const secret of [...Object.values(SECRET), keeper.person!]) expect(notices[0]!.words).not.toContain(secret);
  });
  test("the consent ends with its hours, and is nobody else's", async () => {
    const on = await story(told);
    const { id } = await ask(keeper, on, "reach-for-facts");
    await agree(id);
    const colleague = { ...(await handlerOf(county, "housing", "second")), rights: keeper.rights };
    await expect(openSealed(colleague, on)).rejects.toMatchObject({ code: "approvals.needed" });
    clock.advance(25 * HOUR);
    await expect(openSealed(keeper, on)).rejects.toMatchObject({ code: "approvals.needed" });
  });
  test("a post without the right to open sealed identities cannot even ask", async () => {
    await expect(ask(handler, await story(told), "reach-for-facts")).rejects.toMatchObject({ code: "approvals.may-not-ask" });
  });
});

describe("信访工作条例 第四十六条: those complained of", () => {
  test("neither find the matter nor a way to an identity, whatever they hold", async () => {
    const on = await receive(county, { ...SECRET, kind: "report", secrecy: true, complainedAbout: { unit: "water" } });
    const accused = { ...(await handlerOf(county, "water")), rights: [...keeper.rights, "matters.triage", "identities.approve"] };
    for (const act of [open, openSealed, (actor: Actor) => ask(actor, on, "reach-for-facts")] as const)
      await expect(act(accused, on)).rejects.toMatchObject({ code: "matters.not-found" });
    await expect(identityStateOf(county.services, accused, on.id)).rejects.toMatchObject({ code: "matters.not-found" });
  });
});

describe("after closing", () => {
  test("the same handlers need a ground and another person, and the resident is told", async () => {
    const on = await story().answered().closed();
    await expect(open(handler, on)).rejects.toMatchObject({ code: "approvals.needed" });
    await expect(openSealed(keeper, on)).rejects.toMatchObject({ code: "matters.identity-not-sealed" });
    const { id } = await ask(handler, on, "promise-to-keep");
    await agree(id);
    expect(await open(handler, on)).toMatchObject(SECRET);
    expect((await seenByResident(on))[0]).toMatchObject({ unusual: true, purpose: "兑现承诺、跟进落实" });
    expect(await noticesOf(on)).toHaveLength(1);
  });
  test("whoever asked for silence finds the notice under their code, and is not sent one", async () => {
    const on = await story({ kind: "report" });
    await withActor(county.db, county.job, (tx) =>
      tx.query("update residents.reporters set quiet = true where county_code = $1 and matter_id = $2", [county.code, on.id]),
    );
    const { id } = await ask(keeper, on, "protect-the-person");
    await agree(id);
    await openSealed(keeper, on);
    expect((await noticesOf(on)).map((notice) => notice.state)).toEqual(["silent"]);
  });
});

describe("what the screen is told", () => {
  const state = (actor: Actor, on: Standing) => identityStateOf(county.services, actor, on.id);
  test("now; by a second person and where that stands; or not, and who holds it", async () => {
    const [ordinary, sealed] = [await story(), await story({ secrecy: true })];
    await open(handler, ordinary);
    expect(await state(handler, ordinary)).toMatchObject({ way: "now", openings: [{ purpose: "约上门时间", unusual: false }] });
    const before = await state(keeper, sealed);
    expect(before).toMatchObject({ way: "second-person", kind: "identity.sealed", approval: null });
    expect(before.purposes.length).toBeGreaterThan(2);
    const { id } = await ask(keeper, sealed, "reach-for-facts");
    expect((await state(keeper, sealed)).approval).toMatchObject({ state: "waiting" });
    await agree(id);
    expect((await state(keeper, sealed)).approval).toMatchObject({ state: "agreed", left: OPENING_LIMITS.underAnApproval });
    const supervisor = await officerOf(county, CENTRE, ["matters.read", "matters.supervise"], "supervisor");
    expect(await state(supervisor, ordinary)).toMatchObject({ way: "none", because: "not-the-holder", openings: [] });
    await expect(ask(handler, ordinary, "reach-for-facts")).rejects.toMatchObject({ code: "matters.identity-opens-at-once" });
  });
});

test("a new code is a line of the journal, and the journal still verifies with all of this in it", async () => {
  const on = await story();
  const clerk = await officerOf(county, CENTRE, ["matters.read", "matters.receive"], "counter");
  const told = await renewCode(county.services, clerk, on.id, { commandId: newId(), reporterId: await reporterOf(on) });
  expect(told.code).not.toBe(on.code);
  const report = await verifyJournal(county.db, { ...county.job, role: "verify" }, { persons: readPersons });
  expect(report).toMatchObject({ faults: 0 });
});
