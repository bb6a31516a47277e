import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jobActor, residentActor } from "../../foundation/db/actor.ts";
import { withActor } from "../../foundation/db/pool.ts";
import { aCounty } from "../builders/county.ts";
import {
  COUNTY_TABLES,
  DROPPED_BY_THE_COUNTY,
  type MatterKind,
  RELATIONS,
  type Relation,
  SEES,
  sees,
  TABLES,
  type TableName,
  WORKS_FOR_THE_COUNTY,
} from "./expected.table.ts";
import { makeWorld } from "./world.ts";

/** A column that the role may write, with a value that says nothing. */
const WRITES: Partial<Record<TableName, string>> = {
  "matters.matters": "updated_at = now()",
  "matters.assignments": "note = null",
  "matters.notices": "told_at = null",
  "clocks.running": "paused_at = null",
  "residents.reporters": "quiet = false",
  "service.requests": "outcome = null",
  "foundation.files": "matter_id = null",
  "supervision.notices": "seen = true",
};

const county = aCounty();
const KINDS = Object.keys(SEES) as MatterKind[];
let world: Awaited<ReturnType<typeof makeWorld>>;
let owner: pg.Client;
let cells = 0;
beforeAll(async () => {
  world = await makeWorld(county);
  owner = new pg.Client({ connectionString: county.ownerUrl });
  await owner.connect();
}, 120_000);
afterAll(() => owner.end());

const key = (table: TableName) => (table === "matters.matters" ? "id" : "matter_id");
const kindOf = (id: string) => KINDS.find((kind) => world.matters[kind].id === id);
const seesRows = (table: TableName, kind: MatterKind, relation: Relation) =>
  sees(kind, relation) && (!COUNTY_TABLES.includes(table) || WORKS_FOR_THE_COUNTY.includes(relation));

test("every table of the matrix holds a row of every matter", async () => {
  for (const table of Object.keys(TABLES) as TableName[]) {
    const { rows } = await owner.query<{ id: string }>(`select distinct ${key(table)} as id from ${table}`);
    expect(
      KINDS.filter((kind) => !rows.some((row) => row.id === world.matters[kind].id)),
      table,
    ).toEqual([]);
  }
});

describe.each(RELATIONS.map((relation) => [relation]))("as the database's role, whoever %s", (relation) => {
  test("reads of each table the rows of matters that they see, and of no other", async () => {
    const found: string[] = [];
    const expected: string[] = [];
    await withActor(county.db, world.actorOf(relation, []), async (tx) => {
      for (const table of Object.keys(TABLES) as TableName[]) {
        const { rows } = await tx.query<{ id: string }>(
          `select distinct ${key(table)} as id from ${table} where ${key(table)} is not null`,
        );
        const seen = new Set(rows.map((row) => kindOf(row.id)));
        for (const kind of KINDS) {
          cells += 1;
          if (seen.has(kind)) found.push(`${table}: ${kind}`);
          if (seesRows(table, kind, relation)) expected.push(`${table}: ${kind}`);
        }
      }
    });
    expect(found).toEqual(expected);
  });

  test("changes and drops no row of a matter that they do not see, also without asking for one", async () => {
    for (const table of Object.keys(TABLES) as TableName[]) {
      const { rows } = await owner.query<{ id: string; n: number }>(
        `select ${key(table)} as id, count(*)::integer as n from ${table} where ${key(table)} is not null group by 1`,
      );
      const mine = rows.filter(({ id }) => KINDS.some((kind) => world.matters[kind].id === id));
      const others = rows.filter((row) => !mine.includes(row)).reduce((sum, row) => sum + row.n, 0);
      const allowed = mine.reduce((sum, row) => sum + (seesRows(table, kindOf(row.id)!, relation) ? row.n : 0), 0);
      for (const statement of [WRITES[table] && `update ${table} set ${WRITES[table]}`, `delete from ${table}`]) {
        if (!statement) continue;
        const changed = await withActor(county.db, world.actorOf(relation, []), async (tx) => {
          await tx.query("savepoint here");
          const done = await tx.query(statement).then(
            (answer) => answer.rowCount ?? 0,
            (error: { code: string }) => (error.code === "42501" ? 0 : Promise.reject(error)),
          );
          await tx.query("rollback to savepoint here");
          return done;
        });
        cells += KINDS.length;
        expect(changed, `${statement} by whoever ${relation}`).toBeLessThanOrEqual(allowed + others);
        if (statement.startsWith("delete") && !(DROPPED_BY_THE_COUNTY.includes(table) && WORKS_FOR_THE_COUNTY.includes(relation)))
          expect(changed, statement).toBe(0);
      }
    }
  });
});

describe("as another role", () => {
  const ids = (actor: Parameters<typeof withActor>[1], table: TableName) =>
    withActor(county.db, actor, async (tx) => {
      const answer = await tx
        .query<{ id: string }>(`select distinct ${key(table)} as id from ${table} where ${key(table)} is not null`)
        .catch((error: { code: string }) => (error.code === "42501" ? { rows: [] } : Promise.reject(error)));
      return answer.rows.map((row) => row.id);
    }).catch((error: { code: string }) => (error.code === "25P02" ? [] : Promise.reject(error)));

  test("the bearer of a code reads that one matter, whatever its kind", async () => {
    for (const kind of KINDS)
      for (const table of Object.keys(TABLES) as TableName[]) {
        cells += KINDS.length;
        const seen = await ids(residentActor(county.code, [world.matters[kind].id]), table);
        expect(
          seen.filter((id) => id !== world.matters[kind].id),
          `${table}: ${kind}`,
        ).toEqual([]);
        if (table === "matters.matters") expect(seen).toEqual([world.matters[kind].id]);
      }
  });
  test("a resident without a code reads nothing, and a job of another county neither", async () => {
    for (const table of Object.keys(TABLES) as TableName[])
      for (const actor of [residentActor(county.code), jobActor(410426), { ...jobActor(410426), role: "verify" as const }]) {
        cells += KINDS.length;
        expect(await ids(actor, table), table).toEqual([]);
      }
  });
  test("the county's own jobs and its verifier read all of it", async () => {
    for (const actor of [jobActor(county.code), { ...jobActor(county.code), role: "verify" as const }]) {
      cells += KINDS.length;
      expect((await ids(actor, "matters.matters")).filter(kindOf).length).toBe(KINDS.length);
    }
  });
});

test("enough cells were looked at", () => expect(cells).toBeGreaterThan(7_000));
