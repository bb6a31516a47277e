import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeSecretBox } from "../../../../foundation/secret-box.ts";
import { fixedClock } from "../../../../foundation/time/index.ts";
import { testDatabase } from "../../../../tests/database.ts";
import { COUNTY, letIn, seed, testBox } from "../../county.fixture.ts";
import { actorOfSession, personIdOf, seedTeams, signIn } from "../../index.ts";
import { codesOf } from "../../store/authenticators.ts";
import { removeAuthenticator, renewSpareCodes } from "./give-factor-up.ts";
import { giveSecondFactor } from "./give-second-factor.ts";
import { NO_DEVICE, type OnTheWay } from "./open-session.ts";
import { proveByPassword } from "./prove-again.ts";
import { beginAuthenticator, confirmAuthenticator } from "./set-up-authenticator.ts";

const { db, ownerUrl } = testDatabase();
const clock = fixedClock("2026-11-23T09:00:00+08:00");
const codeOf = (secret: string) => codesOf(secret).generate({ timestamp: clock.now().getTime() });
const wrong = { code: "teams.second-factor-wrong", status: 422 };
let owner: pg.Client;
let secret = "";
let spare: string[] = [];

beforeAll(async () => {
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await seedTeams(db, COUNTY, seed);
});
afterAll(() => owner.end());

const onTheWay = async (): Promise<OnTheWay> => {
  const entrance = await signIn(db, COUNTY, "lead", "lead-pass-1234", clock);
  if (entrance.kind !== "on the way") throw new Error("the second factor was not asked for");
  return entrance;
};
const give = (step: OnTheWay, code: string) => giveSecondFactor(db, testBox, COUNTY, step.token, code, clock, NO_DEVICE);

describe("setting an authenticator up", () => {
  it("ends every other session, gives this one a new token and two factors, and keeps nothing that can be read", async () => {
    const other = await letIn(db, "lead", "lead-pass-1234", clock);
    const here = await letIn(db, "lead", "lead-pass-1234", clock);
    expect(here.me).toMatchObject({ rightsWaiting: ["teams.manage"], factors: 1, secondFactor: false });
    const begun = await beginAuthenticator(db, testBox, here, clock);
    secret = begun.secret;
    expect(begun.address).toContain(`secret=${secret}`);
    await expect(confirmAuthenticator(db, testBox, here, "000000", clock)).rejects.toMatchObject({
      code: "teams.first-code-wrong",
    });
    const done = await confirmAuthenticator(db, testBox, here, codeOf(secret), clock);
    spare = done.spareCodes ?? [];
    expect(new Set(spare).size).toBe(10);
    for (const gone of [other.token, here.token]) expect(await actorOfSession(db, gone, clock)).toBeUndefined();
    const now = await actorOfSession(db, done.token, clock);
    expect(now?.me).toMatchObject({ rightsWaiting: [], rights: ["matters.dispatch", "teams.manage"], factors: 2 });
    const kept = JSON.stringify([
      (await owner.query("select * from teams.authenticators")).rows,
      (await owner.query("select * from teams.spare_codes")).rows,
    ]);
    expect(kept).not.toContain(secret);
    for (const code of spare) expect(kept).not.toContain(code.replace("-", ""));
  });
});

describe("signing in with it", () => {
  it("opens nothing by the password alone", async () => {
    const before = (await owner.query("select count(*)::int as n from teams.sessions")).rows[0].n;
    const step = await onTheWay();
    expect(step.ways).toEqual(["authenticator", "spare code"]);
    expect(await actorOfSession(db, step.token, clock)).toBeUndefined();
    expect((await owner.query("select count(*)::int as n from teams.sessions")).rows[0].n).toBe(before);
  });

  it("refuses a code that was used, and one of the half-minute before it", async () => {
    await expect(give(await onTheWay(), codeOf(secret))).rejects.toMatchObject(wrong);
    clock.advance(60_000);
    const earlier = codeOf(secret);
    clock.advance(30_000);
    const now = codeOf(secret);
    const opened = await give(await onTheWay(), now);
    expect(opened.me.factors).toBe(2);
    await expect(give(await onTheWay(), earlier)).rejects.toMatchObject(wrong);
    await expect(give(await onTheWay(), now)).rejects.toMatchObject(wrong);
  });

  it("lets one of two in who give the same code at once, and the same for a spare code", async () => {
    clock.advance(90_000);
    for (const code of [codeOf(secret), spare[0]!]) {
      const steps = [await onTheWay(), await onTheWay()];
      const tried = await Promise.allSettled(steps.map((step) => give(step, code)));
      expect(tried.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    }
    await expect(give(await onTheWay(), spare[0]!)).rejects.toMatchObject(wrong);
  });

  it("answers a step once, and not after five minutes", async () => {
    const used = await onTheWay();
    await give(used, spare[1]!);
    await expect(give(used, spare[2]!)).rejects.toMatchObject({ code: "teams.sign-in-over" });
    const late = await onTheWay();
    clock.advance(5 * 60_000 + 1000);
    await expect(give(late, spare[2]!)).rejects.toMatchObject({ code: "teams.sign-in-over" });
    await expect(give({ ...late, token: `${COUNTY}.${"a".repeat(43)}` }, spare[2]!)).rejects.toMatchObject({
      code: "teams.sign-in-over",
    });
    expect((await give(await onTheWay(), spare[2]!.toLowerCase().replace("-", " "))).me.factors).toBe(2);
  });

  it("rests after five wrong codes, also for the right one; right passwords between them do not wipe the count", async () => {
    for (let n = 0; n < 5; n += 1) await expect(give(await onTheWay(), "123456")).rejects.toMatchObject(wrong);
    await expect(signIn(db, COUNTY, "lead", "lead-pass-1234", clock)).rejects.toMatchObject({ code: "teams.sign-in-refused" });
    clock.advance(16 * 60_000);
    expect((await give(await onTheWay(), spare[3]!)).me.factors).toBe(2);
  });
});

describe("another key file", () => {
  it("is said as what it is, and lets nobody in", async () => {
    const other = makeSecretBox(Buffer.alloc(32, 8), "teams/sign-in");
    const step = await onTheWay();
    await expect(giveSecondFactor(db, other, COUNTY, step.token, codeOf(secret), clock, NO_DEVICE)).rejects.toMatchObject({
      code: "teams.second-factor-unreadable",
    });
    await expect(giveSecondFactor(db, other, COUNTY, step.token, spare[9]!, clock, NO_DEVICE)).rejects.toMatchObject(wrong);
    expect((await give(await onTheWay(), spare[9]!)).me.factors).toBe(2);
  });
});

describe("what a stolen password cannot do", () => {
  it("adds no factor and draws no codes in a session that has one factor only", async () => {
    const opened = await give(await onTheWay(), spare[4]!);
    await owner.query("update teams.sessions set factors = 1");
    const one = { ...opened, actor: { ...opened.actor, factors: 1 as const } };
    for (const attempt of [
      () => beginAuthenticator(db, testBox, one, clock),
      () => renewSpareCodes(db, testBox, one),
      () => removeAuthenticator(db, one),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "teams.second-factor-needed", status: 403 });
  });
  it("the last factor of whoever needs one stays", async () => {
    const opened = await give(await onTheWay(), spare[5]!);
    await expect(removeAuthenticator(db, opened)).rejects.toMatchObject({ code: "teams.last-second-factor" });
  });
});

describe("proving oneself again", () => {
  it("gives the session a new token, and counts wrong passwords like any", async () => {
    const opened = await give(await onTheWay(), spare[6]!);
    clock.advance(6 * 60_000);
    await expect(proveByPassword(db, opened, "wrong", "", clock)).rejects.toMatchObject({ code: "teams.wrong-password-here" });
    const token = await proveByPassword(db, opened, "lead-pass-1234", "", clock);
    expect(await actorOfSession(db, opened.token, clock)).toBeUndefined();
    const now = await actorOfSession(db, token, clock);
    expect(now?.actor).toMatchObject({ factors: 2, provedAt: clock.now().toISOString() });
    expect(now?.session.expiresAt).toEqual(opened.session.expiresAt);
    for (let n = 0; n < 5; n += 1)
      await expect(proveByPassword(db, now!, "wrong", "", clock)).rejects.toMatchObject({ code: "teams.wrong-password-here" });
    await expect(proveByPassword(db, now!, "lead-pass-1234", "", clock)).rejects.toMatchObject({
      code: "teams.wrong-password-here",
    });
    clock.advance(16 * 60_000);
  });
});

describe("a known browser", () => {
  it("is not kept out by strangers who guess, and has its own five tries", async () => {
    const first = await letIn(db, "clerk", "clerk-pass-1234", clock, { words: "Chrome", known: "" });
    const home = { words: "Chrome", known: first.known };
    const stranger = { words: "", known: "" };
    const guess = (device: typeof home) => signIn(db, COUNTY, "clerk", "wrong", clock, device).catch(() => "refused");
    for (let n = 0; n < 40; n += 1) await guess(stranger);
    await expect(signIn(db, COUNTY, "clerk", "clerk-pass-1234", clock, stranger)).rejects.toMatchObject({
      code: "teams.sign-in-refused",
    });
    expect((await letIn(db, "clerk", "clerk-pass-1234", clock, home)).me.signInName).toBe("clerk");
    for (let n = 0; n < 5; n += 1) await guess(home);
    await expect(signIn(db, COUNTY, "clerk", "clerk-pass-1234", clock, home)).rejects.toMatchObject({
      code: "teams.sign-in-refused",
    });
    clock.advance(16 * 60_000);
    expect((await letIn(db, "clerk", "clerk-pass-1234", clock, home)).me.signInName).toBe("clerk");
  });
  it("is of no use to another officer, and two officers of one browser are not found together", async () => {
    const two = await letIn(db, "two", "two-pass-123456", clock, { words: "", known: "" });
    const both = await letIn(db, "clerk", "clerk-pass-1234", clock, { words: "", known: two.known });
    expect(both.known).toBe(two.known);
    const rows = (await owner.query("select person_id, token_hash from teams.known_devices")).rows;
    expect(new Set(rows.map((row) => row.token_hash)).size).toBe(rows.length);
    expect(rows.filter((row) => row.person_id === personIdOf(COUNTY, "two"))).toHaveLength(1);
  });
});
