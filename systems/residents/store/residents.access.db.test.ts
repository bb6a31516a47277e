import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, jobActor, residentActor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { testDatabase } from "../../../tests/database.ts";
import { addReporter, findBearer, makeSealer, type NewReporter, newKeyFile, readKeyFile, reportersOf } from "../index.ts";
import { standInMatter } from "../matter.fixture.ts";

const { db } = testDatabase();
const COUNTY = 410425;
const desk: Actor = { ...jobActor(COUNTY), role: "app" };
const verify: Actor = { ...desk, role: "verify" };
const sealer = makeSealer(readKeyFile(newKeyFile()));
const [matter, foreign] = [newId(), newId()];
let mine: NewReporter;

const add = (actor: Actor, matterId: string, name: string) =>
  withActor(db, actor, (tx) =>
    addReporter(tx, sealer, { county: COUNTY, matterId, door: "portal", identity: { name }, at: new Date() }),
  );
const count = (actor: Actor, table: string) =>
  withActor(db, actor, async (tx) => Number((await tx.query(`select count(*) from residents.${table}`)).rows[0].count));

beforeAll(async () => {
  for (const id of [matter, foreign]) await standInMatter(db, COUNTY, id);
  mine = await add(residentActor(COUNTY), matter, "示例甲");
  await add(residentActor(COUNTY), foreign, "示例乙");
  await withActor(db, desk, (tx) =>
    tx.query("insert into residents.line_persons (county_code, line_id, matter_id, salt, body) values ($1, $2, $3, $4, '{}')", [
      COUNTY,
      newId(),
      matter,
      Buffer.alloc(32),
    ]),
  );
});

describe("the bearer of a code", () => {
  test("is found by code and by link, and only in their county", async () => {
    for (const secret of [mine.code, mine.link] as string[]) {
      expect(await findBearer(db, COUNTY, sealer, secret)).toMatchObject({
        matterId: matter,
        reporterId: mine.row.id,
        withdrawn: false,
      });
      expect(await findBearer(db, 410426, sealer, secret)).toBeUndefined();
    }
  });
  test("is not found by a code that nobody holds", async () => {
    for (const secret of [sealer.receiptOf(newId(), 1).code, sealer.receiptOf(newId(), 1).link])
      expect(await findBearer(db, COUNTY, sealer, secret)).toBeUndefined();
  });
  test("sees the one row the lookup opens, and no key", async () => {
    const seen = await withActor(db, residentActor(COUNTY), async (tx) => {
      await tx.query("select set_config('linli.lookup', $1, true)", [sealer.lookupOf(mine.code as string).toString("hex")]);
      const rows = await tx.query("select id from residents.reporters");
      return [rows.rows, (await tx.query("select 1 from residents.data_keys")).rowCount];
    });
    expect(seen).toEqual([[{ id: mine.row.id }], 0]);
  });
  test("the lookup ends with its transaction", async () => {
    await findBearer(db, COUNTY, sealer, mine.code as string);
    for (let i = 0; i < 10; i++) expect(await count(residentActor(COUNTY), "reporters")).toBe(0);
  });
  test("sees reporters and key of the matters they hold, no other", async () => {
    const bearer = residentActor(COUNTY, [matter]);
    expect([await count(bearer, "reporters"), await count(bearer, "data_keys")]).toEqual([1, 1]);
    const [reporter] = await withActor(db, bearer, (tx) => reportersOf(tx, COUNTY, matter, sealer));
    expect(reporter).toMatchObject({ handle: mine.row.handle, identity: { name: "示例甲" } });
    expect(await withActor(db, bearer, (tx) => reportersOf(tx, COUNTY, foreign, sealer))).toEqual([]);
  });
});

describe("who may read", () => {
  test("desk and jobs within the county; verify only the persons of lines", async () => {
    for (const actor of [desk, jobActor(COUNTY)])
      expect([await count(actor, "reporters"), await count(actor, "data_keys"), await count(actor, "line_persons")]).toEqual([
        2, 2, 1,
      ]);
    expect(await count(verify, "line_persons")).toBe(1);
    for (const table of ["reporters", "data_keys"]) await expect(count(verify, table)).rejects.toMatchObject({ code: "42501" });
  });
  test("the bearer of a code sees who spoke on that matter, by pseudonym, and on no other", async () => {
    expect(await count(residentActor(COUNTY, [matter]), "line_persons")).toBe(1);
    expect(await count(residentActor(COUNTY, [newId()]), "line_persons")).toBe(0);
  });
  test("nobody another county, nobody without a context", async () => {
    for (const table of ["reporters", "data_keys", "line_persons"]) {
      for (const actor of [desk, jobActor(COUNTY)]) expect(await count({ ...actor, county: 410426 }, table)).toBe(0);
      expect((await db.pool("app").query(`select 1 from residents.${table}`)).rowCount).toBe(0);
    }
  });
  test("without a sealer the desk sees handles, no names", async () => {
    const [reporter] = await withActor(db, desk, (tx) => reportersOf(tx, COUNTY, matter));
    expect(reporter).not.toHaveProperty("identity");
    expect(reporter?.handle).toBe(mine.row.handle);
  });
});

describe("what may be changed", () => {
  const attempt = (actor: Actor, sql: string) => withActor(db, actor, (tx) => tx.query(sql));
  test("nobody deletes or empties", async () => {
    for (const actor of [desk, jobActor(COUNTY), verify, residentActor(COUNTY, [matter])])
      for (const table of ["reporters", "data_keys", "line_persons"])
        for (const verb of ["delete from", "truncate"])
          await expect(attempt(actor, `${verb} residents.${table}`)).rejects.toMatchObject({ code: "42501" });
  });
  test("a key and the persons of a line can be erased, never exchanged", async () => {
    await expect(attempt(desk, "update residents.data_keys set wrapped = 'x'")).rejects.toMatchObject({ code: "42501" });
    await expect(attempt(desk, "update residents.line_persons set body = '{\"a\":1}'")).rejects.toMatchObject({ code: "42501" });
    await expect(attempt(desk, "update residents.line_persons set line_id = gen_random_uuid()")).rejects.toMatchObject({
      code: "42501",
    });
  });
  test("a resident withdraws in their own matter only, and moves no row", async () => {
    const asBearer = `select set_config('linli.bearer', '${mine.row.id}', true); update residents.reporters set quiet = true returning id`;
    expect((await attempt(residentActor(COUNTY, [matter]), "update residents.reporters set quiet = true")).rowCount).toBe(0);
    expect(await attempt(residentActor(COUNTY, [matter]), asBearer)).toMatchObject([{}, { rows: [{ id: mine.row.id }] }]);
    await expect(
      attempt(residentActor(COUNTY, [matter]), `update residents.reporters set matter_id = '${foreign}'`),
    ).rejects.toMatchObject({ code: "42501" });
    await expect(
      attempt(residentActor(COUNTY, [matter]), "update residents.data_keys set wrapped = null, erased_at = now()"),
    ).rejects.toMatchObject({ code: "42501" });
  });
  test("another who met the same lies under the same key, with a code of their own", async () => {
    const also = await withActor(db, desk, (tx) =>
      addReporter(tx, sealer, {
        county: COUNTY,
        matterId: matter,
        door: "counter",
        role: "also met",
        identity: { name: "示例丙" },
        at: new Date(),
      }),
    );
    expect(also.newKey).toBeNull();
    expect(also.code).not.toBe(mine.code);
    const all = await withActor(db, desk, (tx) => reportersOf(tx, COUNTY, matter, sealer));
    expect(all.map((reporter) => reporter.identity?.name)).toEqual(["示例甲", "示例丙"]);
    expect(await findBearer(db, COUNTY, sealer, also.code as string)).toMatchObject({ reporterId: also.row.id });
  });
});
