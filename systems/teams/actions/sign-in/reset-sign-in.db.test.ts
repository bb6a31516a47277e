import { beforeAll, describe, expect, it } from "vitest";
import { fixedClock } from "../../../../foundation/time/index.ts";
import { testDatabase } from "../../../../tests/database.ts";
import { arranger, COUNTY, letIn, seed, testBox } from "../../county.fixture.ts";
import { actorOfSession, personIdOf, seedTeams, signIn } from "../../index.ts";
import { codesOf } from "../../store/authenticators.ts";
import { giveSecondFactor } from "./give-second-factor.ts";
import { NO_DEVICE } from "./open-session.ts";
import { readReset, resetSignIn, signInByReset, type WhatIsReset } from "./reset-sign-in.ts";
import { beginAuthenticator, confirmAuthenticator } from "./set-up-authenticator.ts";

const { db } = testDatabase();
const clock = fixedClock("2026-11-23T09:00:00+08:00");
const reset = (name: string, what: WhatIsReset) => resetSignIn(db, testBox, arranger(), personIdOf(COUNTY, name), what, clock);
const use = (name: string, code: string, password = "an own choice of words") =>
  signInByReset(db, testBox, COUNTY, { name, code, password }, clock, NO_DEVICE);
const wrong = { code: "teams.reset-code-wrong", status: 422 };
const passwordOnly = { password: true, secondFactor: false };

beforeAll(async () => {
  await seedTeams(db, COUNTY, seed);
});

async function withAuthenticator(name: string, password: string): Promise<string> {
  const opened = await letIn(db, name, password, clock);
  const { secret } = await beginAuthenticator(db, testBox, opened, clock);
  await confirmAuthenticator(db, testBox, opened, codesOf(secret).generate({ timestamp: clock.now().getTime() }), clock);
  return secret;
}

describe("a lost password", () => {
  it("is given back by a code: all sessions end, the old password is nothing, and the officer is told who did it", async () => {
    const before = await letIn(db, "clerk", "clerk-pass-1234", clock);
    const { code, endsAt } = await reset("clerk", passwordOnly);
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(endsAt.getTime() - clock.now().getTime()).toBe(24 * 3_600_000);
    expect(await actorOfSession(db, before.token, clock)).toBeUndefined();
    await expect(signIn(db, COUNTY, "clerk", "clerk-pass-1234", clock)).rejects.toMatchObject({ code: "teams.sign-in-refused" });
    await expect(use("clerk", "WRNG-WRNG-WRNG")).rejects.toMatchObject(wrong);
    await expect(use("two", code)).rejects.toMatchObject(wrong);
    await expect(use("clerk", code, "short")).rejects.toMatchObject({ code: "teams.password-length" });
    await expect(use("clerk", code, "password123")).rejects.toMatchObject({ code: "teams.password-common" });
    const entrance = await use("clerk", code.toLowerCase().replaceAll("-", " "));
    if (entrance.kind !== "in") throw new Error("no second factor was set up");
    expect(entrance.me.resets).toMatchObject([{ password: true, secondFactor: false }]);
    await readReset(db, entrance.actor, entrance.me.resets[0]!.id);
    const later = await letIn(db, "clerk", "an own choice of words", clock);
    expect(later.me.resets).toEqual([]);
  });

  it("one of two who use the code at once is let in; it is nothing a second time", async () => {
    const { code } = await reset("clerk", passwordOnly);
    const tried = await Promise.allSettled([use("clerk", code), use("clerk", code, "another choice of words")]);
    expect(tried.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(use("clerk", code)).rejects.toMatchObject(wrong);
  });

  it("a code runs out after a day, after five wrong tries, and when another is given", async () => {
    const late = await reset("clerk", passwordOnly);
    clock.advance(24 * 3_600_000 + 1000);
    await expect(use("clerk", late.code)).rejects.toMatchObject(wrong);
    const tried = await reset("clerk", passwordOnly);
    for (let n = 0; n < 5; n += 1) await expect(use("clerk", "WRNG-WRNG-WRNG")).rejects.toMatchObject(wrong);
    await expect(use("clerk", tried.code)).rejects.toMatchObject(wrong);
    const [first, second] = [await reset("clerk", passwordOnly), await reset("clerk", passwordOnly)];
    await expect(use("clerk", first.code)).rejects.toMatchObject(wrong);
    expect((await use("clerk", second.code)).kind).toBe("in");
  });

  it("is given back by another person alone", async () => {
    const self = { ...arranger(), person: personIdOf(COUNTY, "clerk") };
    await expect(resetSignIn(db, testBox, self, personIdOf(COUNTY, "clerk"), passwordOnly, clock)).rejects.toMatchObject({
      code: "teams.reset-by-another",
    });
  });

  it("keeps a second factor that was not lost", async () => {
    await withAuthenticator("two", "two-pass-123456");
    const { code } = await reset("two", passwordOnly);
    const entrance = await use("two", code);
    expect(entrance).toMatchObject({ kind: "on the way", ways: ["authenticator", "spare code"] });
  });
});

describe("a lost second factor", () => {
  it("opens nothing from that moment, and the code stands in for it after the password, once, as no second factor", async () => {
    const secret = await withAuthenticator("lead", "lead-pass-1234");
    clock.advance(60_000);
    const { code } = await reset("lead", { password: false, secondFactor: true });
    const step = async () => {
      const entrance = await signIn(db, COUNTY, "lead", "lead-pass-1234", clock);
      if (entrance.kind !== "on the way") throw new Error("a stolen password must not be enough after a reset");
      expect(entrance.ways).toEqual(["reset code"]);
      return entrance.token;
    };
    const give = async (given: string) => giveSecondFactor(db, testBox, COUNTY, await step(), given, clock, NO_DEVICE);
    await expect(give(codesOf(secret).generate({ timestamp: clock.now().getTime() }))).rejects.toMatchObject({
      code: "teams.second-factor-wrong",
    });
    await expect(use("lead", code)).rejects.toMatchObject(wrong);
    const opened = await give(code);
    expect(opened.me).toMatchObject({ factors: 1, secondFactor: false, rightsWaiting: ["teams.manage"] });
  });
});
