import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOf } from "../../../foundation/time/index.ts";
import { aCountyOverHttp, type Officer } from "../../../tests/builders/county-over-http.ts";
import { act, aMatter, clerkOf, type Standing, unitId } from "../../../tests/builders/matter.ts";
import { personIdOf, postIdOf } from "../../teams/index.ts";
import { actOnMatter, getCandidates, getMatter, today as todayRoute } from "../contract.ts";

const county = aCountyOverHttp();
const owner = new pg.Client();
const day = dayOf(new Date());
const post = (code: string) => postIdOf(county.code, code);
const person = (name: string) => personIdOf(county.code, name);
let handler: Officer;

const hold = (name: string, code: string, kind: "holds" | "stands in" = "holds") =>
  owner.query(
    "insert into teams.holdings (county_code, id, person_id, post_id, kind, held_from, held_to) values ($1, gen_random_uuid(), $2, $3, $4, $5, $6)",
    [county.code, person(name), post(code), kind, day, addDays(day, 30)],
  );
const given = async (on: Pick<Standing, "id" | "version">, code: string, more: { note?: string; partiesAgreed?: boolean } = {}) =>
  act(county, await county.actorOf("zhujian-banli"), on, "assign", { post: post(code), ...more });
const candidates = async (on: Pick<Standing, "id">) => (await handler.call(getCandidates, { params: { id: on.id } })).candidates;
const lead = async (on: Pick<Standing, "id">) =>
  (await handler.call(getMatter, { params: { id: on.id } })).assignments.find((one) => one.role === "lead")!;

beforeAll(async () => {
  Object.assign(owner, new pg.Client({ connectionString: county.ownerUrl }));
  await owner.connect();
  handler = await county.signIn("zhujian-banli");
});
afterAll(() => owner.end());

describe("who may be given a matter", () => {
  test("the unit's officers are told the posts, whether they may have it, and the one proposed", async () => {
    const on = await aMatter(county).accepted().dispatchedTo("housing");
    const answer = await handler.call(getCandidates, { params: { id: on.id } });
    expect(answer.proposed).toBe(post("housing.handle"));
    expect(answer.candidates).toMatchObject([
      { post: post("housing.handle"), barred: null, disclose: false, openMatters: 0 },
      { post: post("housing.lead"), barred: "nobody at work" },
    ]);
  });
  test("nobody else is told: another unit does not see the matter, the centre does not hold it", async () => {
    const on = await aMatter(county).accepted().dispatchedTo("housing");
    const ask = async (name: string) => (await county.signIn(name)).call(getCandidates, { params: { id: on.id } });
    await expect(ask("renshe-banli")).rejects.toMatchObject({ status: 404, code: "matters.not-found" });
    await expect(ask("xian-paidan")).rejects.toMatchObject({ status: 403 });
  });
});

test("a matter given to a post says so, and stands first in today's list of whoever holds it, once", async () => {
  const before = await handler.call(todayRoute, {});
  expect(before.groups.map((one) => one.group)).not.toContain("given");
  const on = await aMatter(county, { text: "院墙裂了一道缝（示例）。" }).accepted().dispatchedTo("housing");
  const done = await handler.call(actOnMatter, {
    params: { id: on.id },
    body: {
      act: "assign",
      commandId: crypto.randomUUID(),
      baseVersion: on.version,
      post: post("housing.handle"),
      note: "请先去看（示例）",
    },
  });
  expect(done.state).toBe("dispatched");
  expect((await lead(on)).post).toMatchObject({ id: post("housing.handle") });
  const { timeline } = await handler.call(getMatter, { params: { id: on.id } });
  expect(JSON.stringify(timeline.find((one) => one.act === "assign"))).toContain("请先去看");
  const { groups } = await handler.call(todayRoute, {});
  expect(groups[0]).toMatchObject({ group: "given", rows: [{ id: on.id }], count: { exact: 1, more: false } });
  expect(groups.flatMap((one) => one.rows).filter((row) => row.id === on.id)).toHaveLength(1);
  expect((await candidates(on))[0]).toMatchObject({ openMatters: 1 });
});

describe("a matter is not given", () => {
  test("to a post of another unit, or one of the unit that does not handle", async () => {
    const on = await aMatter(county).accepted().dispatchedTo("housing");
    for (const code of ["labour.handle", "county-centre.intake"])
      await expect(given(on, code)).rejects.toMatchObject({ code: "matters.post-not-of-the-unit", status: 422 });
    expect((await lead(on)).post).toBeNull();
  });
  test("to a post on which nobody works today, until somebody stands in", async () => {
    const on = await aMatter(county).accepted().dispatchedTo("housing");
    await expect(given(on, "housing.lead")).rejects.toMatchObject({ code: "matters.nobody-at-work" });
    await hold("renshe-banli", "housing.lead", "stands in");
    expect((await candidates(on))[1]).toMatchObject({ barred: null, standIn: true });
    await given(on, "housing.lead");
    expect((await lead(on)).post).toMatchObject({ id: post("housing.lead") });
  });
  test("to the officer complained of, under whichever post", async () => {
    // whoever stands in as the head of housing is complained of under another post of theirs
    const on = await aMatter(county, { complainedAbout: { postId: post("labour.handle") } })
      .accepted()
      .dispatchedTo("housing");
    await expect(given(on, "housing.lead")).rejects.toMatchObject({
      code: "matters.post-complained-of",
      article: "信访工作条例 第二十八条",
    });
    expect((await candidates(on)).map((one) => one.barred)).toEqual([null, "complained of"]);
  });
  test("where the unit complained of must not know, to anybody who serves it", async () => {
    const about = { complainedAbout: { unit: "labour" } };
    for (const on of [
      await aMatter(county, { ...about, secrecy: true })
        .accepted()
        .dispatchedTo("housing"),
      await aMatter(county, { ...about, kind: "report" })
        .accepted()
        .dispatchedTo("housing"),
    ])
      await expect(given(on, "housing.lead", { partiesAgreed: true })).rejects.toMatchObject({
        code: "matters.post-complained-of",
      });
  });
  test("where it may know, only after the parties were told and agreed; that is written down", async () => {
    const on = await aMatter(county, { complainedAbout: { unit: "labour" } })
      .accepted()
      .dispatchedTo("housing");
    expect((await candidates(on)).map((one) => one.disclose)).toEqual([false, true]);
    await expect(given(on, "housing.lead")).rejects.toMatchObject({
      code: "matters.parties-not-asked",
      article: "人民调解法 第二十三条",
    });
    await given(on, "housing.lead", { partiesAgreed: true });
    const { rows } = await owner.query(
      "select text_group::jsonb -> 'content' as content from ledger.lines where procedure_id = $1 and act = 'assign'",
      [on.id],
    );
    expect(rows).toMatchObject([{ content: { post: post("housing.lead"), partiesAgreed: true } }]);
  });
});

test("a redirected matter is no post's until the new unit gives it to one", async () => {
  const on = await given(await aMatter(county).accepted().dispatchedTo("housing"), "housing.handle");
  await act(county, await clerkOf(county), on, "redirect", { leadUnit: unitId(county, "transport"), reason: "归交通（示例）。" });
  const { rows } = await owner.query(
    "select unit_id, post_id from matters.assignments where matter_id = $1 and ended_at is null",
    [on.id],
  );
  expect(rows).toEqual([{ unit_id: unitId(county, "transport"), post_id: null }]);
});
