import pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, jobActor, residentActor } from "../../foundation/db/actor.ts";
import { withActor } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { testDatabase } from "../../tests/database.ts";
import {
  addReporter,
  dropFromIndex,
  findByTelephone,
  indexAllAnew,
  indexReporters,
  makeSealer,
  newKeyFile,
  OPENING_LIMITS,
  readKeyFile,
} from "./index.ts";

const { db, ownerUrl } = testDatabase();
const COUNTY = 410425;
const keys = readKeyFile(newKeyFile());
const sealer = makeSealer(keys);
const at = new Date("2026-11-24T02:00:00Z");
const clerk = (): Actor => ({ ...jobActor(COUNTY), role: "app", person: newId(), post: newId(), unit: newId() });
const asOwner = async <Row extends object>(sql: string, values: unknown[] = []) => {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  return (await owner.query<Row & pg.QueryResultRow>(sql, values).finally(() => owner.end())).rows;
};
const takeIn = (phone: string | undefined, matterId = newId()) =>
  withActor(db, jobActor(COUNTY), (tx) =>
    addReporter(tx, sealer, {
      county: COUNTY,
      matterId,
      door: "counter",
      identity: { name: "示例", ...(phone && { phone }) },
      at,
    }),
  );
const find = (phone: string, actor = clerk()) => findByTelephone(db, sealer, actor, { phone, purpose: "回执丢了", at });

beforeEach(async () => {
  await asOwner("truncate residents.reporters, residents.data_keys, residents.blind_index, residents.lookups");
});

describe("a lost code", () => {
  test("is helped by the telephone in whichever form, after the index caught up; others are not found", async () => {
    const [one, two, other] = [await takeIn("13800001234"), await takeIn("138 0000-1234"), await takeIn("13900001234")];
    expect(await find("13800001234")).toEqual([]);
    expect(await indexReporters(db, sealer, COUNTY, { most: 2 })).toBe(3);
    const found = await find("+86 138 0000 1234");
    expect(found.map(({ reporterId }) => reporterId).sort()).toEqual([one.row.id, two.row.id].sort());
    expect((await find("13900001234")).map(({ matterId }) => matterId)).toEqual([other.row.matterId]);
    expect(await find("13700001234")).toEqual([]);
  });
  test("strangers who share a token are left out after opening", async () => {
    const mine = await takeIn("13800001234");
    const stranger = await takeIn("13900009999");
    await indexReporters(db, sealer, COUNTY);
    await asOwner("update residents.blind_index set token = (select token from residents.blind_index where id = $1)", [
      sealer.blind.rowOf(mine.row.id),
    ]);
    expect(await asOwner("select distinct token from residents.blind_index")).toHaveLength(1);
    expect((await find("13800001234")).map(({ reporterId }) => reporterId)).toEqual([mine.row.id]);
    expect((await find("13900009999")).map(({ reporterId }) => reporterId)).toEqual([]);
    void stranger;
  });
  test("no more than so many an hour by one post, each kept before anything is looked for; never for whom", async () => {
    const busy = clerk();
    for (let i = 0; i < OPENING_LIMITS.lostCodesInAnHour; i++) await find("13800001234", busy);
    await expect(find("13800001234", busy)).rejects.toMatchObject({ code: "residents.too-many-lookups", status: 429 });
    const kept = await asOwner<Record<string, unknown>>("select * from residents.lookups");
    expect(kept).toHaveLength(OPENING_LIMITS.lostCodesInAnHour);
    expect(JSON.stringify(kept)).not.toContain("13800001234");
    await expect(find("不是电话")).rejects.toMatchObject({ code: "residents.no-telephone" });
  });
});

describe("个人信息保护法 第五十一条: no path from a person to their matters", () => {
  test("a row leads nowhere without the key file, and no two rows of one person look alike but for 24 bits", async () => {
    const made = [await takeIn("13800001234"), await takeIn("13800001234"), await takeIn("13800001234")];
    await indexReporters(db, sealer, COUNTY);
    const rows = await asOwner<{ text: string; pointer: Buffer; token: number }>(
      "select b::text as text, pointer, token from residents.blind_index b",
    );
    expect(rows).toHaveLength(3);
    const known = made.flatMap(({ row }) => [row.id, row.matterId]);
    for (const { text, token } of rows) {
      expect(token).toBeLessThan(2 ** 24);
      for (const id of known) for (const form of [id, id.replaceAll("-", "")]) expect(text).not.toContain(form);
    }
    expect(new Set(rows.map(({ pointer }) => pointer.toString("hex"))).size).toBe(3);
    const other = makeSealer(readKeyFile(newKeyFile()));
    expect(() => other.blind.openPointer(sealer.blind.rowOf(made[0]!.row.id), rows[0]!.pointer)).toThrow();
    const columns = await asOwner<{ name: string }>(
      "select column_name as name from information_schema.columns where table_schema = 'residents' and table_name = 'blind_index'",
    );
    expect(columns.map(({ name }) => name).sort()).toEqual(["county_code", "id", "pointer", "token"]);
  });
  test("a pointer stands for its own row alone, and no byte of it can be changed", async () => {
    const [one, two] = [await takeIn("13800001234"), await takeIn("13800001234")];
    await indexReporters(db, sealer, COUNTY);
    const id = sealer.blind.rowOf(one.row.id);
    const [{ pointer }] = (await asOwner<{ pointer: Buffer }>("select pointer from residents.blind_index where id = $1", [
      id,
    ])) as [{ pointer: Buffer }];
    expect(sealer.blind.openPointer(id, pointer)).toEqual({ matterId: one.row.matterId, reporterId: one.row.id });
    expect(() => sealer.blind.openPointer(sealer.blind.rowOf(two.row.id), pointer)).toThrow();
    for (let byte = 0; byte < pointer.length; byte++) {
      const changed = Buffer.from(pointer);
      changed[byte]! ^= 1;
      expect(() => sealer.blind.openPointer(id, changed)).toThrow();
    }
  });
  test("neither desk, portal, verify nor jobs can read it whole or group by token", async () => {
    await takeIn("13800001234");
    await indexReporters(db, sealer, COUNTY);
    const group = "select token, count(*) from residents.blind_index group by token";
    for (const actor of [clerk(), residentActor(COUNTY), { ...clerk(), role: "verify" } as const])
      await expect(withActor(db, actor, (tx) => tx.query(group))).rejects.toMatchObject({ code: "42501" });
    const seen = await withActor(db, jobActor(COUNTY), (tx) => tx.query(group));
    expect(seen.rows).toEqual([]);
  });
});

describe("the index follows what is sealed", () => {
  test("what is erased or withdrawn is found no more, and erasing takes the row away", async () => {
    const [gone, withdrawn] = [await takeIn("13800001234"), await takeIn("13800001234")];
    await indexReporters(db, sealer, COUNTY);
    await asOwner("update residents.reporters set withdrawn_at = now() where id = $1", [withdrawn.row.id]);
    expect((await find("13800001234")).map(({ reporterId }) => reporterId)).toEqual([gone.row.id]);
    await withActor(db, jobActor(COUNTY), (tx) => dropFromIndex(tx, sealer, COUNTY, [gone.row.id]));
    expect(await asOwner("select id from residents.blind_index")).toEqual([{ id: sealer.blind.rowOf(withdrawn.row.id) }]);
  });
  test("a corrected telephone takes the row's place; one without a telephone has no row", async () => {
    const made = await takeIn("13800001234");
    await takeIn(undefined);
    await indexReporters(db, sealer, COUNTY);
    const key = { wrapped: made.newKey, keyVersion: made.row.keyVersion };
    const next = sealer.seal(made.row.matterId, made.row.id, { phone: "13900000000" }, key);
    await asOwner("update residents.reporters set sealed = $2, key_version = $3, index_due = true where id = $1", [
      made.row.id,
      next.sealed,
      next.keyVersion,
    ]);
    expect(await indexReporters(db, sealer, COUNTY)).toBe(1);
    expect([await find("13800001234"), (await find("13900000000")).length]).toEqual([[], 1]);
    expect(await asOwner("select 1 from residents.blind_index")).toHaveLength(1);
  });
  test("both profiles are found side by side, and a change of profile indexes anew", async () => {
    await takeIn("13800001234");
    await indexReporters(db, sealer, COUNTY);
    const sm = makeSealer({ ...keys, profile: "sm" });
    expect(sm.blind.tokenOf("13800001234")).not.toBe(sealer.blind.tokenOf("13800001234"));
    const findSm = () => findByTelephone(db, sm, clerk(), { phone: "13800001234", purpose: "回执丢了", at });
    expect(await findSm()).toHaveLength(1);
    await indexAllAnew(db, COUNTY);
    expect(await indexReporters(db, sm, COUNTY)).toBe(1);
    expect([(await findSm()).length, (await find("13800001234")).length]).toEqual([1, 1]);
    expect(await indexReporters(db, sm, COUNTY)).toBe(0);
  });
  test("a ticket is good for its purpose and its time alone", () => {
    const ticket = sealer.blind.sealTicket("post-1", { n: 1 }, new Date(at.getTime() + 1000));
    expect(sealer.blind.openTicket("post-1", ticket, at)).toEqual({ n: 1 });
    for (const wrong of [
      sealer.blind.openTicket("post-2", ticket, at),
      sealer.blind.openTicket("post-1", ticket, new Date(at.getTime() + 1000)),
      sealer.blind.openTicket("post-1", `${ticket.slice(0, -2)}AA`, at),
      sealer.blind.openTicket("post-1", "", at),
    ])
      expect(wrong).toBeUndefined();
  });
});
