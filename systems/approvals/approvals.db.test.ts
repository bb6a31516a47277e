import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../foundation/db/actor.ts";
import { jobActor } from "../../foundation/db/actor.ts";
import { withActor } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { testDatabase } from "../../tests/database.ts";
import { verifyJournal } from "../ledger/index.ts";
import { readPersons } from "../residents/index.ts";
import { personIdOf, postIdOf, seedTeams, type TeamsSeed, unitIdOf } from "../teams/index.ts";
import { type Asking, approvalReducer, askApproval, decide, findHolding, useApproval, withdrawApproval } from "./index.ts";

const { db } = testDatabase();
const COUNTY = 410425;
const NOW = new Date("2026-11-24T02:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const everyone = async () => true;

/** A county of three; everyone in it is made up (虚构). */
const county: TeamsSeed = {
  units: [{ code: "centre", kind: "county centre", name: "县综治中心", shortName: "县中心", madeUp: true }],
  posts: [
    { code: "duty", unit: "centre", name: "值班", rights: ["identities.open", "identities.approve"] },
    { code: "lead", unit: "centre", name: "负责人", rights: ["identities.open", "identities.approve"] },
    { code: "clerk", unit: "centre", name: "受理", rights: ["matters.receive"] },
  ],
  people: ["duty", "lead", "clerk"].map((name) => ({
    signInName: name,
    displayName: `虚构${name}`,
    madeUp: true,
    password: `${name}-Pass-2026-x`,
    posts: [{ post: name, from: "2026-01-01" }],
  })),
};
const officer = (name: "duty" | "lead" | "clerk", more: Partial<Actor> = {}): Actor => ({
  role: "app",
  county: COUNTY,
  person: personIdOf(COUNTY, name),
  post: postIdOf(COUNTY, name),
  unit: unitIdOf(COUNTY, "centre"),
  units: [unitIdOf(COUNTY, "centre")],
  places: [],
  scope: "county",
  rights: county.posts.find((post) => post.code === name)!.rights,
  locale: "zh-CN",
  ...more,
});
const asking = (subject: string, more: Partial<Asking> = {}): Asking => ({
  kind: "identity.sealed",
  subject,
  purpose: "reach-for-facts",
  text: "要向本人核实时间和地点",
  at: NOW,
  ...more,
});
const as = <T>(actor: Actor, work: Parameters<typeof withActor<T>>[2]) => withActor(db, actor, work);
const ask = (actor: Actor, one: Asking) => as(actor, (tx) => askApproval(tx, actor, one));
const answer = (actor: Actor, id: string, yes = true, why = "", sees: () => Promise<boolean> = everyone, at = NOW) =>
  as(actor, (tx) => decide(tx, actor, { id, yes, why, at }, sees));
const use = (actor: Actor, subject: string, at = NOW, kind = "identity.sealed") =>
  as(actor, (tx) => useApproval(tx, actor, { kind, subject, at }));

beforeAll(async () => {
  await seedTeams(db, COUNTY, county);
});

describe("two persons", () => {
  it("one asks, another approves, whoever asked uses it while it holds", async () => {
    const subject = newId();
    const id = await ask(officer("duty"), asking(subject));
    await expect(use(officer("duty"), subject)).rejects.toMatchObject({ code: "approvals.needed", facts: { waits: true } });
    await answer(officer("lead"), id);
    expect(await use(officer("duty"), subject)).toMatchObject({ id, uses: 1, state: "approved" });
    expect(await use(officer("duty"), subject)).toMatchObject({ uses: 2 });
    await expect(use(officer("duty"), subject, later(24 * 60 + 1))).rejects.toMatchObject({ code: "approvals.needed" });
    await expect(use(officer("duty"), newId())).rejects.toMatchObject({ code: "approvals.needed", facts: { waits: false } });
    await expect(use(officer("lead"), subject)).rejects.toMatchObject({ code: "approvals.needed" });
  });

  it("each step is a line of the journal, chained, and says who held which post", async () => {
    const subject = newId();
    const id = await ask(officer("duty"), asking(subject));
    await answer(officer("lead"), id);
    await use(officer("duty"), subject);
    const { rows } = await as(officer("duty"), (tx) =>
      tx.query("select act, version from ledger.lines where procedure_kind = 'approval' and procedure_id = $1 order by version", [
        id,
      ]),
    );
    expect(rows).toEqual([
      { act: "ask", version: 1 },
      { act: "approve", version: 2 },
      { act: "use", version: 3 },
    ]);
  });

  it("a no says why and opens nothing; what was taken back is not decided", async () => {
    const subject = newId();
    const id = await ask(officer("duty"), asking(subject));
    await expect(answer(officer("lead"), id, false)).rejects.toMatchObject({ code: "approvals.say-why" });
    await answer(officer("lead"), id, false, "可以由承办单位联系");
    await expect(use(officer("duty"), subject)).rejects.toMatchObject({ code: "approvals.needed", facts: { waits: false } });
    const again = await ask(officer("duty"), asking(subject));
    await as(officer("duty"), (tx) => withdrawApproval(tx, officer("duty"), again, NOW));
    await expect(answer(officer("lead"), again)).rejects.toMatchObject({ code: "approvals.decided-already" });
  });

  it("nobody asks twice for the same while it waits, and what waited too long is asked anew", async () => {
    const subject = newId();
    const id = await ask(officer("duty"), asking(subject));
    await expect(ask(officer("duty"), asking(subject))).rejects.toMatchObject({ code: "approvals.asked-already", status: 409 });
    const late = as(officer("lead"), (tx) =>
      decide(tx, officer("lead"), { id, yes: true, why: "", at: later(73 * 60) }, everyone),
    );
    await expect(late).rejects.toMatchObject({ code: "approvals.waited-too-long" });
  });
});

describe("who may", () => {
  it("ask: whose post has the kind's right; decide: whose post has the deciding right and who sees the matter", async () => {
    await expect(ask(officer("clerk"), asking(newId()))).rejects.toMatchObject({ code: "approvals.may-not-ask", status: 403 });
    await expect(ask(officer("duty"), asking(newId(), { purpose: "curiosity" }))).rejects.toMatchObject({
      code: "approvals.no-such-purpose",
    });
    await expect(ask(officer("duty"), asking(newId(), { kind: "anything" }))).rejects.toMatchObject({
      code: "approvals.no-such-kind",
    });
    const id = await ask(officer("duty"), asking(newId()));
    await expect(answer(officer("clerk"), id)).rejects.toMatchObject({ code: "approvals.may-not-decide" });
    await expect(answer(officer("lead"), id, true, "", async () => false)).rejects.toMatchObject({ code: "approvals.not-found" });
    await expect(answer(officer("lead", { county: 410426 }), id)).rejects.toMatchObject({ code: "approvals.not-found" });
  });

  it("nobody for themselves, not even past the rule: the table refuses it as well", async () => {
    const id = await ask(officer("duty"), asking(newId()));
    await expect(answer(officer("duty"), id)).rejects.toMatchObject({ code: "approvals.not-for-oneself", status: 403 });
    const past = as(officer("duty"), (tx) =>
      tx.query(
        `update approvals.approvals set state = 'approved', decided_person = asked_person, decided_post = asked_post, decided_unit = asked_unit,
         decided_at = now(), holds_until = now() + interval '1 hour' where id = $1`,
        [id],
      ),
    );
    await expect(past).rejects.toMatchObject({ code: "23514", constraint: "another_person_decides" });
    const inAnothersName = as(officer("lead"), (tx) =>
      tx.query(
        `update approvals.approvals set state = 'approved', decided_person = $2, decided_post = asked_post, decided_unit = asked_unit,
         decided_at = now(), holds_until = now() + interval '1 hour' where id = $1`,
        [id, personIdOf(COUNTY, "clerk")],
      ),
    );
    await expect(inAnothersName).rejects.toMatchObject({ code: "42501" });
  });

  it("nobody for a stand-in of themselves, on the days of standing in", async () => {
    const during = later(2 * 24 * 60);
    const id = await ask(officer("duty"), asking(newId(), { at: during }));
    await as({ ...officer("clerk"), person: undefined, scope: "none" } as never, (tx) =>
      tx.query(
        "insert into teams.holdings (county_code, id, person_id, post_id, class, kind, held_from, held_to) values ($1, $2, $3, $4, 'sealed', 'stands in', '2026-11-26', '2026-11-26')",
        [COUNTY, newId(), personIdOf(COUNTY, "lead"), postIdOf(COUNTY, "duty")],
      ),
    );
    await expect(answer(officer("lead"), id, true, "", everyone, during)).rejects.toMatchObject({
      code: "approvals.not-for-a-stand-in",
    });
    expect(await answer(officer("lead"), id, true, "", everyone, later(3 * 24 * 60))).toMatchObject({ state: "approved" });
  });
});

describe("at once", () => {
  it("for danger to life one person opens now, for an hour at most, and a second one reviews it", async () => {
    const subject = newId();
    const glass = { kind: "break-glass", purpose: "danger-to-life", atOnce: true, hours: 10 };
    const id = await ask(officer("duty"), asking(subject, glass));
    expect(await use(officer("duty"), subject, later(59), "break-glass")).toMatchObject({ state: "at-once", uses: 1 });
    await expect(use(officer("duty"), subject, later(60), "break-glass")).rejects.toMatchObject({ code: "approvals.needed" });
    await expect(answer(officer("duty"), id)).rejects.toMatchObject({ code: "approvals.not-for-oneself" });
    expect(await answer(officer("lead"), id)).toMatchObject({ state: "upheld" });
    await expect(ask(officer("duty"), asking(newId(), { ...glass, purpose: "public-emergency" }))).rejects.toMatchObject({
      code: "approvals.not-at-once",
    });
  });

  it("an objection ends what is open still", async () => {
    const subject = newId();
    const id = await ask(officer("duty"), asking(subject, { kind: "break-glass", purpose: "danger-to-life", atOnce: true }));
    await answer(officer("lead"), id, false, "看不出有生命危险");
    await expect(use(officer("duty"), subject, later(1), "break-glass")).rejects.toMatchObject({ code: "approvals.needed" });
  });
});

describe("at the same time", () => {
  it("of two decisions one stands", async () => {
    const id = await ask(officer("clerk", { rights: ["identities.open"] }), asking(newId()));
    const both = await Promise.allSettled([answer(officer("duty"), id), answer(officer("lead"), id, false, "不必")]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: { code: "approvals.decided-already" } });
  });

  it("what is good once is used by one of two", async () => {
    const subject = newId();
    const eraser = officer("duty", { rights: ["residents.erase"] });
    const id = await ask(eraser, asking(subject, { kind: "erasure", purpose: "retention-expired" }));
    await answer(officer("lead", { rights: ["erasures.approve"] }), id);
    const both = await Promise.allSettled([use(eraser, subject, NOW, "erasure"), use(eraser, subject, NOW, "erasure")]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await as(eraser, (tx) => findHolding(tx, eraser, { kind: "erasure", subject, at: NOW }))).toBeUndefined();
  });
});

describe("the check of the county", () => {
  const check = () =>
    verifyJournal(db, { ...jobActor(COUNTY), role: "verify" }, { reducers: { approval: approvalReducer }, persons: readPersons });
  it("rebuilds every approval from its lines, and names a row that was changed behind them", async () => {
    expect((await check()).findings).toEqual([]);
    await as(officer("duty"), (tx) =>
      tx.query(
        "update approvals.approvals set holds_until = holds_until + interval '1 hour' where asked_person = $1 and state = 'approved'",
        [personIdOf(COUNTY, "duty")],
      ),
    );
    expect((await check()).faults).toBeGreaterThan(0);
  });
});
