import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, jobActor, residentActor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { testDatabase } from "../../../tests/database.ts";
import { appendLine } from "../index.ts";
import { lineOf, vectors } from "../testing.ts";

const { db, ownerUrl } = testDatabase();
const COUNTY = 410425;
const MATTER = vectors[0]!.act.matter as string;
const desk: Actor = { ...jobActor(COUNTY), role: "app" };
const roles: Record<string, Actor> = {
  app: desk,
  portal: residentActor(COUNTY, [MATTER]),
  jobs: jobActor(COUNTY),
  verify: { ...desk, role: "verify" },
};
const count = (actor: Actor) =>
  withActor(db, actor, async (tx) => Number((await tx.query("select count(*) from ledger.lines")).rows[0].count));

beforeAll(async () => {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  // a line of a matter is read by whoever may see the matter: there must be one
  for (const matter of new Set(vectors.flatMap((vector) => (vector.act.matter ? [vector.act.matter] : []))))
    await owner.query(
      `insert into matters.matters (county_code, id, version, state, open, number, title, body, kind, door, received_at, received_by, territory_version,
         due_at, due_provisional, term, term_version, clock_id, updated_at, head_leaf)
       values ($1, $2, 1, 'received', true, $3, 'x', 'x', 'help', 'counter', now(), $2, 1, now(), false, 'x', 1, $2, now(), sha256('x'))`,
      [COUNTY, matter, matter],
    );
  await owner.end();
  for (const vector of vectors) await withActor(db, desk, (tx) => appendLine(tx, lineOf(vector), async () => {}));
});

describe("SQL makes the same hashes as TypeScript and hashlib", () => {
  test.each(vectors.map((vector, index) => [index, vector] as const))("line %i", async (_, vector) => {
    const { groups, hashes, leaf } = vector.expected;
    const made = await withActor(db, desk, (tx) =>
      tx.query(
        `with h as (select ledger.group_hash(E'cl1/pub\\n', $1, $4) as p, ledger.group_hash(E'cl1/txt\\n', $2, $5) as t, ledger.group_hash(E'cl1/idn\\n', $3, $6) as i)
         select encode(p, 'hex') as p, encode(t, 'hex') as t, encode(i, 'hex') as i, encode(ledger.leaf(p, t, i), 'hex') as leaf from h`,
        [...vector.salts.map((salt) => Buffer.from(salt, "hex")), ...groups],
      ),
    );
    expect(made.rows[0]).toEqual({ p: hashes[0], t: hashes[1], i: hashes[2], leaf });
  });
  test("fills number and previous leaf, and nothing that is filled", async () => {
    const fill = async (text: string, number: string | null, previous: Buffer | null) =>
      (await withActor(db, desk, (tx) => tx.query("select ledger.fill_group($1, $2, $3) as text", [text, number, previous])))
        .rows[0].text;
    expect(await fill('{"number":"","prev_leaf":""}', "410425-2026-000001", null)).toBe(
      '{"number":"410425-2026-000001","prev_leaf":""}',
    );
    expect(await fill('{"number":"a","prev_leaf":""}', "b", Buffer.from("c0de", "hex"))).toBe(
      '{"number":"a","prev_leaf":"c0de"}',
    );
    expect(await fill('{"number":"","prev_leaf":""}', null, null)).toBe('{"number":"","prev_leaf":""}');
  });
  test("the planner sees through both functions, so that a hot statement pays for no call", async () => {
    const plan = await withActor(db, desk, (tx) =>
      tx.query(
        "explain (verbose) select ledger.leaf(ledger.group_hash(public_group, salt_public, text_group), hash_text, hash_person), ledger.fill_group(public_group, act, leaf) from ledger.lines",
      ),
    );
    expect(plan.rows.map((row) => row["QUERY PLAN"]).join("\n")).not.toMatch(/group_hash|ledger\.leaf|fill_group/);
  });
});

describe("who may read the journal", () => {
  test("desk, jobs and verify read their county's lines", async () => {
    for (const role of ["app", "jobs", "verify"]) expect(await count(roles[role]!)).toBe(vectors.length);
  });
  test("no one reads another county's", async () => {
    for (const actor of Object.values(roles)) expect(await count({ ...actor, county: 410426 })).toBe(0);
  });
  test("a resident reads only lines of matters whose code they hold", async () => {
    expect(await count(residentActor(COUNTY, [MATTER]))).toBe(vectors.filter((vector) => vector.act.matter === MATTER).length);
    expect(await count(residentActor(COUNTY, [vectors[6]!.act.procedure.id]))).toBe(0);
    expect(await count(residentActor(COUNTY))).toBe(0);
  });
  test("without a context nothing is read", async () => {
    for (const role of ["app", "portal", "jobs", "verify"] as const)
      expect((await db.pool(role).query("select 1 from ledger.lines")).rowCount).toBe(0);
  });
});

describe("what may be done to the journal", () => {
  const attempt = (role: string, sql: string) => withActor(db, roles[role]!, (tx) => tx.query(sql));
  test.each(["app", "portal", "jobs", "verify"])("%s cannot change, delete or empty it", async (role) => {
    for (const sql of [
      "update ledger.lines set act = 'x'",
      "delete from ledger.lines",
      "truncate ledger.lines",
      "alter table ledger.lines disable row level security",
    ])
      await expect(attempt(role, sql)).rejects.toMatchObject({ code: "42501" });
  });
  test("verify cannot write", async () => {
    await expect(withActor(db, roles.verify!, (tx) => appendLine(tx, lineOf(vectors[0]!), async () => {}))).rejects.toMatchObject(
      { code: "42501" },
    );
  });
  test("no one writes into another county", async () => {
    for (const role of ["app", "portal", "jobs"])
      await expect(
        withActor(db, { ...roles[role]!, county: 410426 }, (tx) => appendLine(tx, lineOf(vectors[9]!), async () => {})),
      ).rejects.toMatchObject({ code: "42501" });
  });
  test("one version is written once", async () => {
    const again = lineOf({ ...vectors[5]!, act: { ...vectors[5]!.act, id: "0190a000-0000-7000-8000-0000000000ff" } });
    await expect(withActor(db, desk, (tx) => appendLine(tx, again, async () => {}))).rejects.toMatchObject({ code: "23505" });
  });
  test("no version without the one before", async () => {
    const ahead = lineOf({ ...vectors[5]!, act: { ...vectors[5]!.act, id: "0190a000-0000-7000-8000-0000000000ff", version: 9 } });
    await expect(withActor(db, desk, (tx) => appendLine(tx, ahead, async () => {}))).rejects.toThrow(RangeError);
  });
  test("every table of the schema has row-level security and no trigger", async () => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      const tables = await owner.query(
        "select relname, relrowsecurity, relhastriggers from pg_class where relnamespace = 'ledger'::regnamespace and relkind = 'r'",
      );
      expect(tables.rows).toEqual([{ relname: "lines", relrowsecurity: true, relhastriggers: false }]);
    } finally {
      await owner.end();
    }
  });
});
