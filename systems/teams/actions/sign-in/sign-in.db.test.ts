import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { fixedClock } from "../../../../foundation/time/index.ts";
import { testDatabase } from "../../../../tests/database.ts";
import { arranger, COUNTY, letIn, seed } from "../../county.fixture.ts";
import {
  actorOfSession,
  changeOwnPassword,
  choosePost,
  closeAccount,
  createPerson,
  personIdOf,
  postIdOf,
  seedTeams,
  signIn,
  signOut,
} from "../../index.ts";
import { IDLE_MINUTES, WHOLE_MILLISECONDS } from "../../rules/session.rule.ts";

const { db, ownerUrl } = testDatabase();
const at = () => fixedClock("2026-11-23T09:00:00+08:00");
const IDLE_MILLISECONDS = IDLE_MINUTES.usual * 60_000;
const refused = { code: "teams.sign-in-refused", status: 401 };

beforeAll(async () => {
  await seedTeams(db, COUNTY, seed);
});

describe("signing in", () => {
  it("gives a token that stands for the person, kept only as a hash", async () => {
    const clock = at();
    const opened = await letIn(db, " LEAD ", "lead-pass-1234", clock);
    expect(opened.me).toMatchObject({
      name: "虚构甲",
      scope: "county",
      rights: ["matters.dispatch"],
      rightsWaiting: ["teams.manage"],
    });
    expect((await actorOfSession(db, opened.token, clock))?.actor.person).toBe(personIdOf(COUNTY, "lead"));
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    const kept = await owner.query("select token_hash from teams.sessions");
    const hashes = await owner.query("select hash from teams.passwords");
    await owner.end();
    expect(kept.rows.map((row) => row.token_hash)).not.toContain(opened.token);
    for (const row of hashes.rows) expect(row.hash).toMatch(/^\$argon2id\$/);
  });

  it("says the same for a wrong password, an unknown name and another county", async () => {
    await expect(signIn(db, COUNTY, "lead", "wrong", at())).rejects.toMatchObject(refused);
    await expect(signIn(db, COUNTY, "nobody", "wrong", at())).rejects.toMatchObject(refused);
    await expect(signIn(db, 410426, "lead", "lead-pass-1234", at())).rejects.toMatchObject(refused);
  });

  it("takes as long for an unknown name as for a wrong password", async () => {
    const took = async (name: string) => {
      const times: number[] = [];
      for (let n = 0; n < 5; n += 1) {
        const clock = fixedClock(new Date(Date.parse("2027-03-01T00:00:00Z") + n * 3_600_000));
        const start = performance.now();
        await signIn(db, COUNTY, name, "wrong", clock).catch(() => {});
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[2]!;
    };
    await createPerson(db, arranger(), { signInName: "timed", displayName: "虚构丁", password: "timed-pass-1234" });
    await took("warm-up");
    const [unknown, known] = [await took("nobody"), await took("timed")];
    expect(unknown / known).toBeGreaterThan(0.7);
    expect(unknown / known).toBeLessThan(1.4);
  });

  it("rests an account after five wrong tries, even for the right password, for fifteen minutes", async () => {
    const clock = at();
    for (let n = 0; n < 5; n += 1) await expect(signIn(db, COUNTY, "clerk", "wrong", clock)).rejects.toMatchObject(refused);
    await expect(signIn(db, COUNTY, "clerk", "clerk-pass-1234", clock)).rejects.toMatchObject(refused);
    clock.advance(14 * 60_000);
    await expect(signIn(db, COUNTY, "clerk", "clerk-pass-1234", clock)).rejects.toMatchObject(refused);
    clock.advance(61_000);
    await expect(signIn(db, COUNTY, "clerk", "clerk-pass-1234", clock)).resolves.toMatchObject({ me: { signInName: "clerk" } });
  });

  it("counts tries made at once like tries made in a row", async () => {
    const clock = fixedClock("2026-11-24T09:00:00+08:00");
    const guesses = Array.from({ length: 20 }, (_, n) => (n === 19 ? "clerk-pass-1234" : `guess-${n}`));
    const answers = await Promise.allSettled(guesses.slice(0, 19).map((guess) => signIn(db, COUNTY, "clerk", guess, clock)));
    expect(answers.every((answer) => answer.status === "rejected")).toBe(true);
    await expect(signIn(db, COUNTY, "clerk", guesses[19]!, clock)).rejects.toMatchObject(refused);
    clock.advance(16 * 60_000);
    await expect(signIn(db, COUNTY, "clerk", guesses[19]!, clock)).resolves.toBeDefined();
  });

  it("a right password clears the count", async () => {
    const clock = fixedClock("2026-11-25T09:00:00+08:00");
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < 4; n += 1) await signIn(db, COUNTY, "two", "wrong", clock).catch(() => {});
      await expect(signIn(db, COUNTY, "two", "two-pass-123456", clock)).resolves.toBeDefined();
    }
  });
});

describe("a session", () => {
  it("ends when it lies unused, moves on while it is used, and ends for good", async () => {
    const clock = fixedClock("2026-11-23T08:00:00+08:00");
    const { token } = await letIn(db, "lead", "lead-pass-1234", clock);
    for (let used = 0; used + IDLE_MILLISECONDS * 0.75 < WHOLE_MILLISECONDS; used += IDLE_MILLISECONDS * 0.75) {
      clock.advance(IDLE_MILLISECONDS * 0.75);
      expect(await actorOfSession(db, token, clock)).toBeDefined();
    }
    clock.advance(IDLE_MILLISECONDS * 0.75);
    expect(await actorOfSession(db, token, clock)).toBeUndefined();

    const idle = fixedClock("2026-11-23T08:00:00+08:00");
    const second = await letIn(db, "lead", "lead-pass-1234", idle);
    idle.advance(IDLE_MILLISECONDS + 1000);
    expect(await actorOfSession(db, second.token, idle)).toBeUndefined();
  });

  it("is deleted by signing out", async () => {
    const clock = at();
    const { token } = await letIn(db, "lead", "lead-pass-1234", clock);
    await signOut(db, token);
    expect(await actorOfSession(db, token, clock)).toBeUndefined();
  });

  it("is nothing for a token made up or of another county", async () => {
    const { token } = await letIn(db, "lead", "lead-pass-1234", at());
    for (const other of ["", "x", `410426.${token.slice(7)}`, `${token}x`, `${COUNTY}.${"a".repeat(43)}`])
      expect([other, await actorOfSession(db, other, at())]).toEqual([other, undefined]);
  });

  it("ends at once when the account is closed or the password changed", async () => {
    const clock = at();
    const first = await letIn(db, "two", "two-pass-123456", clock);
    await closeAccount(db, arranger(), personIdOf(COUNTY, "two"), true);
    expect(await actorOfSession(db, first.token, clock)).toBeUndefined();
    await expect(signIn(db, COUNTY, "two", "two-pass-123456", clock)).rejects.toMatchObject(refused);
    await closeAccount(db, arranger(), personIdOf(COUNTY, "two"), false);
    const second = await letIn(db, "two", "two-pass-123456", clock);
    await expect(changeOwnPassword(db, second.actor, "wrong", "another-pass-1", clock)).rejects.toMatchObject({
      code: "teams.wrong-password",
    });
    await changeOwnPassword(db, second.actor, "two-pass-123456", "another-pass-1", clock);
    expect(await actorOfSession(db, second.token, clock)).toBeUndefined();
    await expect(signIn(db, COUNTY, "two", "another-pass-1", clock)).resolves.toBeDefined();
    const third = await letIn(db, "two", "another-pass-1", clock);
    await expect(changeOwnPassword(db, third.actor, "another-pass-1", "another-pass-1", clock)).rejects.toMatchObject({
      code: "teams.password-the-same",
    });
    await changeOwnPassword(db, third.actor, "another-pass-1", "two-pass-123456", clock);
  });

  it("acts in the name of one post, and of another when asked", async () => {
    const clock = at();
    const { token, actor, me } = await letIn(db, "two", "two-pass-123456", clock);
    expect(me.posts.map((post) => [post.name, post.kind])).toEqual([
      ["承办", "holds"],
      ["受理", "stands in"],
    ]);
    expect(actor.post).toBe(postIdOf(COUNTY, "water.clerk"));
    const other = await choosePost(db, token, postIdOf(COUNTY, "village.clerk"), clock);
    expect(other.actor.post).toBe(postIdOf(COUNTY, "village.clerk"));
    await expect(choosePost(db, token, postIdOf(COUNTY, "centre.lead"), clock)).rejects.toMatchObject({
      code: "teams.not-your-post",
    });
  });
});
