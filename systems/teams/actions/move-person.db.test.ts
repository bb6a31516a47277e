import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fixedClock } from "../../../foundation/time/index.ts";
import { testDatabase } from "../../../tests/database.ts";
import { arranger, COUNTY, letIn, NEXT_TOWNSHIP, seed, TOWNSHIP, VILLAGE } from "../county.fixture.ts";
import {
  actorOfSession,
  appoint,
  createFirstAdministrator,
  createPerson,
  createPost,
  createUnit,
  endHolding,
  findActor,
  findUnitByCode,
  hasFirstAdministrator,
  holdersOf,
  listPosts,
  listUnits,
  movePerson,
  type OpenMattersPorts,
  personIdOf,
  postIdOf,
  postsOfPerson,
  seedTeams,
  signIn,
  superiorOf,
  unitIdOf,
  unitServing,
} from "../index.ts";

const { db } = testDatabase();
const lead = arranger();
const person = (name: string) => personIdOf(COUNTY, name);
const post = (code: string) => postIdOf(COUNTY, code);
const noon = new Date("2026-11-23T12:00:00+08:00");

beforeAll(async () => {
  await seedTeams(db, COUNTY, seed);
});

describe("what posts add up to", () => {
  it("the county for its centre, the place for a township, its own matters for a department", async () => {
    expect(await findActor(db, COUNTY, person("lead"), noon)).toMatchObject({
      scope: "county",
      unit: unitIdOf(COUNTY, "centre"),
    });
    expect(await findActor(db, COUNTY, person("clerk"), noon)).toMatchObject({
      scope: "places",
      places: [TOWNSHIP],
      units: [unitIdOf(COUNTY, "zhongtou")],
    });
  });
  it("a stand-in has the post's rights and place for its days only", async () => {
    const on = await findActor(db, COUNTY, person("two"), noon);
    expect(on).toMatchObject({ scope: "places", places: [VILLAGE], rights: ["matters.handle", "matters.receive"] });
    const lastMoment = await findActor(db, COUNTY, person("two"), new Date("2026-11-30T23:59:59+08:00"));
    expect(lastMoment?.scope).toBe("places");
    const after = await findActor(db, COUNTY, person("two"), new Date("2026-12-01T00:00:00+08:00"));
    expect(after).toMatchObject({ scope: "units", places: [], rights: ["matters.handle"] });
  });
  it("is nothing at all for nobody", async () => {
    expect(await findActor(db, COUNTY, "30000000-0000-4000-8000-000000000001", noon)).toBeUndefined();
    const id = await createPerson(db, lead, { signInName: "idle", displayName: "虚构丁", password: "idle-pass-1234" });
    expect(await findActor(db, COUNTY, id, noon)).toMatchObject({ scope: "none", rights: [], units: [] });
  });
});

describe("units", () => {
  it("stand in a tree, and serve the places below them", async () => {
    expect((await listUnits(db, lead)).map((unit) => [unit.code, unit.level])).toEqual([
      ["centre", "county"],
      ["village", "village"],
      ["water", "county"],
      ["zhongtou", "township"],
    ]);
    expect((await superiorOf(db, lead, unitIdOf(COUNTY, "village")))?.code).toBe("zhongtou");
    expect(await superiorOf(db, lead, unitIdOf(COUNTY, "centre"))).toBeUndefined();
    const serving = async (where: object, level: "village" | "township" | "county") =>
      (await unitServing(db, lead, where, level))?.code;
    const inVillage = { village: VILLAGE, township: TOWNSHIP };
    expect(await serving(inVillage, "village")).toBe("village");
    expect(await serving(inVillage, "township")).toBe("zhongtou");
    expect(await serving(inVillage, "county")).toBe("centre");
    expect(await serving({ village: NEXT_TOWNSHIP, township: TOWNSHIP }, "village")).toBe("zhongtou");
    expect(await serving({ township: NEXT_TOWNSHIP }, "village")).toBe("centre");
    expect(await serving({}, "village")).toBe("centre");
  });
  it("of a place must name it, and codes are taken once", async () => {
    await expect(
      createUnit(db, lead, { code: "x", kind: "township centre", name: "示例", shortName: "示例" }),
    ).rejects.toMatchObject({ code: "teams.centre-needs-a-place" });
    await expect(
      createUnit(db, lead, { code: "centre", kind: "committee", name: "示例", shortName: "示例" }),
    ).rejects.toMatchObject({ code: "teams.already-taken", status: 409 });
    await expect(createPost(db, lead, { code: "y", unitId: NEXT_TOWNSHIP, name: "示例", rights: [] })).rejects.toMatchObject({
      code: "teams.not-found",
    });
    const id = await createUnit(db, lead, {
      code: "mediation",
      kind: "committee",
      name: "示例调委会",
      shortName: "调委会",
      madeUp: true,
    });
    const clerk = await createPost(db, lead, { code: "mediation.lead", unitId: id, name: "主任", rights: ["matters.handle"] });
    expect((await listPosts(db, lead, { unit: id })).map((one) => one.id)).toEqual([clerk]);
    expect(await findUnitByCode(db, lead, "mediation")).toMatchObject({ id, level: "county", madeUp: true });
  });
});

describe("moving a person", () => {
  let open: Map<string, number>;
  const ports: OpenMattersPorts = {
    openMattersOf: async (_tx, from) => open.get(from) ?? 0,
    handOver: async (_tx, from, to) => {
      open.set(to, (open.get(to) ?? 0) + (open.get(from) ?? 0));
      open.delete(from);
    },
  };
  let name = 0;
  let mover: string;
  let holding: string;
  let left: string;
  beforeEach(async () => {
    open = new Map();
    name += 1;
    mover = await createPerson(db, lead, { signInName: `mover-${name}`, displayName: "虚构戊", password: "mover-pass-1234" });
    left = await createPost(db, lead, {
      code: `water.${name}`,
      unitId: unitIdOf(COUNTY, "water"),
      name: "承办",
      rights: ["matters.handle"],
    });
    holding = await appoint(db, lead, { person: mover, post: left, from: "2026-01-01" });
  });

  it("asks where open matters go, and changes nothing until told", async () => {
    open.set(left, 7);
    const asked = movePerson(db, lead, { holding, toPost: post("zhongtou.clerk"), from: "2026-11-23" }, ports);
    await expect(asked).rejects.toMatchObject({
      code: "teams.open-matters-need-a-holder",
      status: 409,
      facts: { matters: 7, holdersAfter: 0 },
    });
    expect((await postsOfPerson(db, lead, mover, "2026-11-23")).map((one) => one.id)).toEqual([left]);
    await movePerson(
      db,
      lead,
      { holding, toPost: post("zhongtou.clerk"), from: "2026-11-23", openMatters: { handTo: post("water.clerk") } },
      ports,
    );
    expect(open.get(post("water.clerk"))).toBe(7);
    expect((await postsOfPerson(db, lead, mover, "2026-11-22")).map((one) => one.id)).toEqual([left]);
    expect((await postsOfPerson(db, lead, mover, "2026-11-23")).map((one) => one.id)).toEqual([post("zhongtou.clerk")]);
  });

  it("lets them stay only where someone else holds the post", async () => {
    open.set(left, 2);
    const stay = { holding, lastDay: "2026-11-22", openMatters: { stay: true } as const };
    await expect(endHolding(db, lead, stay, ports)).rejects.toMatchObject({ code: "teams.nobody-would-hold-the-post" });
    await appoint(db, lead, { person: person("clerk"), post: left, from: "2026-11-23", to: "2026-12-31", kind: "stands in" });
    await endHolding(db, lead, stay, ports);
    expect((await holdersOf(db, lead, left, "2026-11-23")).map((one) => [one.person.name, one.kind])).toEqual([
      ["虚构乙", "stands in"],
    ]);
    await expect(endHolding(db, lead, stay, ports)).rejects.toMatchObject({ code: "teams.already-ended" });
  });

  it("hands nothing over to the same post or to none", async () => {
    open.set(left, 1);
    const to = (handTo: string) => endHolding(db, lead, { holding, lastDay: "2026-11-22", openMatters: { handTo } }, ports);
    await expect(to(left)).rejects.toMatchObject({ code: "teams.hand-over-to-another-post" });
    await expect(to(NEXT_TOWNSHIP)).rejects.toMatchObject({ code: "teams.not-found" });
    expect(open.get(left)).toBe(1);
  });

  it("undoes all of it where the new post cannot be taken", async () => {
    await expect(movePerson(db, lead, { holding, toPost: NEXT_TOWNSHIP, from: "2026-11-23" }, ports)).rejects.toMatchObject({
      code: "teams.not-found",
    });
    expect((await postsOfPerson(db, lead, mover, "2026-11-23")).map((one) => one.id)).toEqual([left]);
  });

  it("ends the sessions of who leaves: the next one has the rights that are left", async () => {
    const clock = fixedClock(noon);
    const { token, actor } = await letIn(db, `mover-${name}`, "mover-pass-1234", clock);
    expect(actor.rights).toEqual(["matters.handle"]);
    await endHolding(db, lead, { holding, lastDay: "2026-11-22" }, ports);
    expect(await actorOfSession(db, token, clock)).toBeUndefined();
    const again = await letIn(db, `mover-${name}`, "mover-pass-1234", clock);
    expect(again.actor).toMatchObject({ rights: [], scope: "none" });
  });

  it("takes a person once for the same days, and a stand-in only with a last day", async () => {
    await expect(appoint(db, lead, { person: mover, post: left, from: "2026-05-01" })).rejects.toMatchObject({
      code: "teams.already-on-that-post",
    });
    await expect(
      appoint(db, lead, { person: mover, post: post("water.clerk"), from: "2026-05-01", kind: "stands in" }),
    ).rejects.toMatchObject({
      code: "teams.stand-in-needs-a-last-day",
    });
    await expect(
      appoint(db, lead, { person: mover, post: post("water.clerk"), from: "2026-05-01", to: "2026-04-30" }),
    ).rejects.toMatchObject({
      code: "teams.last-day-before-first",
    });
  });
});

describe("the first administrator", () => {
  const input = { signInName: "admin", displayName: "管理员", password: "first-pass-1234" };
  const clock = fixedClock(noon);
  it("is made once, also when two try at once", async () => {
    expect(await hasFirstAdministrator(db, 410426)).toBe(false);
    const tried = await Promise.allSettled([
      createFirstAdministrator(db, 410426, input, clock),
      createFirstAdministrator(db, 410426, input, clock),
    ]);
    expect(tried.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    await expect(createFirstAdministrator(db, 410426, { ...input, signInName: "second" }, clock)).rejects.toMatchObject({
      code: "teams.first-administrator-exists",
    });
    const entrance = await signIn(db, 410426, "admin", "first-pass-1234", clock);
    if (entrance.kind !== "in") throw new Error("a new account has no second factor");
    expect(entrance.me).toMatchObject({ county: 410426, scope: "county", rights: [], rightsWaiting: ["teams.manage"] });
    const actor = { ...entrance.actor, rights: entrance.me.rightsWaiting };
    await expect(createPerson(db, actor, { signInName: "next", displayName: "虚构己", password: "short" })).rejects.toMatchObject(
      { code: "teams.password-length" },
    );
    await expect(
      createPerson(db, actor, { signInName: "next-officer", displayName: "虚构己", password: "Next-Officer" }),
    ).rejects.toMatchObject({ code: "teams.password-is-the-name" });
    await createPerson(db, actor, { signInName: "next", displayName: "虚构己", password: "long-enough-1" });
  });
});

it("seeding again adds nothing, changes nothing and makes no passwords", async () => {
  const before = await listUnits(db, lead);
  expect(await seedTeams(db, COUNTY, { ...seed, units: seed.units.map((unit) => ({ ...unit, name: "改了" })) })).toEqual({
    accounts: [],
  });
  expect(await listUnits(db, lead)).toEqual(before);
  const grown = await seedTeams(db, COUNTY, {
    ...seed,
    people: [...seed.people, { signInName: "new", displayName: "虚构庚", madeUp: true, posts: [] }],
  });
  expect(grown.accounts.map((account) => account.signInName)).toEqual(["new"]);
  await expect(signIn(db, COUNTY, "new", grown.accounts[0]!.password, fixedClock(noon))).resolves.toBeDefined();
});
