import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, jobActor, residentActor } from "../../foundation/db/actor.ts";
import { read, withActor } from "../../foundation/db/pool.ts";
import { fixedClock } from "../../foundation/time/index.ts";
import { testDatabase } from "../../tests/database.ts";
import { resetSignIn } from "./actions/sign-in/reset-sign-in.ts";
import { arranger, COUNTY, seed, somethingBehindTheDoor, testBox } from "./county.fixture.ts";
import {
  appoint,
  createPerson,
  createPost,
  createUnit,
  findActor,
  personIdOf,
  postIdOf,
  seedTeams,
  signIn,
  unitIdOf,
} from "./index.ts";
import { doorkeeperOf } from "./rules/access.ts";

const { db, ownerUrl } = testDatabase();
const TABLES = ["units", "posts", "people", "holdings", "passwords", "sessions"] as const;
/** What sign-in stands on: the doorkeeper's alone. */
const BEHIND_THE_DOOR = [
  "authenticators",
  "passkeys",
  "spare_codes",
  "sign_in_steps",
  "known_devices",
  "resets",
  "outside_accounts",
  "sign_in_settings",
] as const;
type Table = (typeof TABLES)[number];
const clock = fixedClock("2026-11-23T12:00:00+08:00");
let officer: Actor;

beforeAll(async () => {
  await seedTeams(db, COUNTY, seed);
  await signIn(db, COUNTY, "lead", "lead-pass-1234", clock);
  await somethingBehindTheDoor(ownerUrl, personIdOf(COUNTY, "clerk"));
  officer = (await findActor(db, COUNTY, personIdOf(COUNTY, "clerk"), clock.now()))!;
});

const count = async (actor: Actor, table: Table): Promise<number | string> => {
  try {
    return (await read<{ n: number }>(db, actor, `select count(*)::int as n from teams.${table}`))[0]!.n;
  } catch (error) {
    return (error as { code: string }).code;
  }
};
const DENIED = "42501";
const verifier: Actor = { ...jobActor(COUNTY), role: "verify" };

describe("who sees which table of teams", () => {
  const rows: [string, () => Actor, Record<Table, number | string>][] = [
    ["an officer", () => officer, { units: 4, posts: 4, people: 3, holdings: 4, passwords: 0, sessions: 0 }],
    ["the county centre", () => arranger(), { units: 4, posts: 4, people: 3, holdings: 4, passwords: 0, sessions: 0 }],
    ["the doorkeeper", () => doorkeeperOf(COUNTY), { units: 4, posts: 4, people: 3, holdings: 4, passwords: 3, sessions: 1 }],
    [
      "a resident",
      () => residentActor(COUNTY),
      { units: 4, posts: DENIED, people: DENIED, holdings: DENIED, passwords: DENIED, sessions: DENIED },
    ],
    ["a job", () => jobActor(COUNTY), { units: 4, posts: 4, people: 3, holdings: 4, passwords: DENIED, sessions: DENIED }],
    [
      "the verifier",
      () => verifier,
      { units: 4, posts: 4, people: DENIED, holdings: DENIED, passwords: DENIED, sessions: DENIED },
    ],
    [
      "an officer of another county",
      () => arranger(410426),
      { units: 0, posts: 0, people: 0, holdings: 0, passwords: 0, sessions: 0 },
    ],
    [
      "another county's doorkeeper",
      () => doorkeeperOf(410426),
      { units: 0, posts: 0, people: 0, holdings: 0, passwords: 0, sessions: 0 },
    ],
  ];
  it.each(rows)("%s", async (_who, actor, expected) => {
    for (const table of TABLES) expect([table, await count(actor(), table)]).toEqual([table, expected[table]]);
  });

  it.each(BEHIND_THE_DOOR)("%s is for the doorkeeper of its county alone", async (table) => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    const there = (await owner.query(`select count(*)::int as n from teams.${table}`)).rows[0].n as number;
    await owner.end();
    expect(there, "the test must have something to hide").toBeGreaterThan(0);
    const seen = async (actor: Actor) =>
      read<{ n: number }>(db, actor, `select count(*)::int as n from teams.${table}`).then(
        (rows) => rows[0]!.n,
        (error: { code: string }) => error.code,
      );
    expect(await seen(doorkeeperOf(COUNTY))).toBe(there);
    for (const actor of [officer, arranger(), doorkeeperOf(410426)]) expect(await seen(actor)).toBe(0);
    for (const actor of [residentActor(COUNTY), jobActor(COUNTY), verifier]) expect(await seen(actor)).toBe(DENIED);
  });

  it("nobody without a context", async () => {
    for (const role of ["app", "jobs", "verify", "portal"] as const)
      for (const table of TABLES) {
        const seen = await db
          .pool(role)
          .query(`select 1 from teams.${table}`)
          .then(
            (answer) => answer.rowCount,
            (error: { code: string }) => error.code,
          );
        expect([role, table, seen === 0 || seen === DENIED]).toEqual([role, table, true]);
      }
  });

  it("not the passwords for a context that only forgot who it is", async () => {
    const client = await db.pool("app").connect();
    try {
      await client.query("begin; select set_config('linli.county', '410425', true)");
      expect((await client.query("select 1 from teams.passwords")).rowCount).toBe(0);
      expect((await client.query("select 1 from teams.sessions")).rowCount).toBe(0);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });
});

describe("who arranges teams", () => {
  const tries: [string, (actor: Actor) => Promise<unknown>][] = [
    ["createUnit", (actor) => createUnit(db, actor, { code: "new", kind: "committee", name: "示例", shortName: "示例" })],
    [
      "createPost",
      (actor) =>
        createPost(db, actor, { code: "new", unitId: unitIdOf(COUNTY, "water"), name: "示例", rights: ["teams.manage"] }),
    ],
    ["createPerson", (actor) => createPerson(db, actor, { signInName: "new", displayName: "虚构", password: "long-enough-1" })],
    [
      "resetSignIn",
      async (actor) =>
        (await resetSignIn(db, testBox, actor, personIdOf(COUNTY, "lead"), { password: true, secondFactor: true }, clock)).code,
    ],
    [
      "appoint",
      (actor) =>
        appoint(db, actor, { person: personIdOf(COUNTY, "clerk"), post: postIdOf(COUNTY, "centre.lead"), from: "2026-11-23" }),
    ],
  ];
  it.each(tries)(
    "%s is not for a township officer, a resident, a job, or the centre without the right",
    async (_door, attempt) => {
      for (const actor of [
        officer,
        residentActor(COUNTY),
        jobActor(COUNTY),
        { ...arranger(), rights: [] },
        { ...officer, rights: ["teams.manage"] },
      ])
        await expect(attempt(actor)).rejects.toMatchObject({ code: "teams.may-not-arrange", status: 403 });
    },
  );

  it.each(tries)("%s is for the county centre with the right", async (door, attempt) => {
    expect([door, await attempt(arranger())]).toEqual([door, expect.any(String)]);
  });

  it("the database refuses a township officer by itself", async () => {
    const writes = [
      "insert into teams.holdings (county_code, id, person_id, post_id, held_from) select 410425, gen_random_uuid(), p.id, t.id, '2026-01-01' from teams.people p, teams.posts t limit 1",
      "insert into teams.people (county_code, id, sign_in_name, display_name) values (410425, gen_random_uuid(), 'x', 'x')",
      "insert into teams.units (county_code, id, code, kind, name, short_name) values (410425, gen_random_uuid(), 'x', 'committee', 'x', 'x')",
    ];
    for (const sql of writes) await expect(withActor(db, officer, (tx) => tx.query(sql))).rejects.toMatchObject({ code: DENIED });
    for (const table of ["posts", "people", "units"]) {
      const done = await withActor(db, officer, (tx) => tx.query(`update teams.${table} set county_code = county_code`));
      expect([table, done.rowCount]).toEqual([table, 0]);
    }
    await expect(
      withActor(db, arranger(), (tx) => tx.query("update teams.posts set county_code = 410426")),
    ).rejects.toBeDefined();
    await expect(withActor(db, arranger(), (tx) => tx.query("delete from teams.units"))).rejects.toMatchObject({ code: DENIED });
  });
});
