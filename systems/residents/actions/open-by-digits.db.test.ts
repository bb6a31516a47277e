import { beforeAll, describe, expect, test } from "vitest";
import { jobActor, residentActor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { testDatabase } from "../../../tests/database.ts";
import {
  addReporter,
  askFourDigits,
  correctOwnData,
  findBearer,
  keepQuiet,
  makeSealer,
  type NewReporter,
  newKeyFile,
  openByDigits,
  ownData,
  readKeyFile,
  renewOwnReceipt,
} from "../index.ts";

const { db } = testDatabase();
const COUNTY = 410425;
const sealer = makeSealer(readKeyFile(newKeyFile()));
const officer = jobActor(COUNTY);
const matter = newId();
let [phoned, nameless]: NewReporter[] = [];
const as = <T>(work: Parameters<typeof withActor<T>>[2]) => withActor(db, residentActor(COUNTY, [matter]), work);
const own = (made: NewReporter) => ({ county: COUNTY, matterId: matter, reporterId: made.row.id });
const open = (made: NewReporter, second: string) => openByDigits(db, COUNTY, sealer, { code: made.code!, second });
const add = (identity: { name?: string; phone?: string }) =>
  withActor(db, officer, (tx) =>
    addReporter(tx, sealer, { county: COUNTY, matterId: matter, door: "counter", identity, at: new Date() }),
  );

beforeAll(async () => {
  phoned = await add({ name: "示例", phone: "138 0000 1234" });
  nameless = await add({});
});

describe("the twelve digits", () => {
  test("open with the telephone's last four, and with no others", async () => {
    expect(await open(phoned!, "1234")).toMatchObject({ matterId: matter, reporterId: phoned!.row.id, generation: 1 });
    for (const wrong of ["", "1235", "0000", phoned!.row.id]) expect(await open(phoned!, wrong), wrong).toBeUndefined();
  });
  test("open with the four drawn with them, too: the paper from the counter bears those", async () => {
    expect(await open(phoned!, sealer.receiptOf(phoned!.row.id, 1).pin)).toMatchObject({ reporterId: phoned!.row.id });
  });
  test("of whoever left none, with the four drawn with them", async () => {
    expect(await open(nameless!, sealer.receiptOf(nameless!.row.id, 1).pin)).toMatchObject({ matterId: matter });
    expect(await open(nameless!, "")).toBeUndefined();
  });
  test("given before the four were asked: alone, until their bearer has written the four down", async () => {
    await withActor(db, officer, (tx) =>
      tx.query("update residents.reporters set opens_alone = true where county_code = $1", [COUNTY]),
    );
    expect(await open(nameless!, "")).toBeDefined();
    expect(await open(phoned!, "")).toBeUndefined();
    expect(await open(phoned!, "1234")).toBeDefined();
    await as((tx) => askFourDigits(tx, own(nameless!)));
    expect(await open(nameless!, "")).toBeUndefined();
    expect(await open(nameless!, sealer.receiptOf(nameless!.row.id, 1).pin)).toBeDefined();
  });
  test("unknown, or with wrong digits: the same answer after as many questions", async () => {
    let asked = 0;
    const pool: typeof db.pool = (role) => {
      asked++;
      return db.pool(role);
    };
    const counting = { ...db, pool };
    const answers = [];
    for (const told of [
      { code: phoned!.code!, second: "9999" },
      { code: "000000000000", second: "9999" },
    ]) {
      asked = 0;
      answers.push([await openByDigits(counting, COUNTY, sealer, told), asked]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toEqual([undefined, 2]);
  });
});

describe("one's own data", () => {
  test("a corrected telephone is asked from then on; the old ciphertext is given for the journal and still opens there", async () => {
    const made = await add({ name: "示例", phone: "13900005678" });
    const before = await as((tx) => correctOwnData(tx, own(made), sealer, { name: "示例改", phone: "137-0000-4321" }));
    expect(await open(made, "5678")).toBeUndefined();
    expect(await open(made, "4321")).toBeDefined();
    const data = await as((tx) => ownData(tx, COUNTY, matter, made.row.id, sealer));
    expect(data).toMatchObject({ identity: { name: "示例改", phone: "13700004321" }, second: { kind: "phone" } });
    const key = await withActor(db, officer, (tx) =>
      tx.query("select wrapped, key_version from residents.data_keys where county_code = $1 and matter_id = $2", [
        COUNTY,
        matter,
      ]),
    );
    const wrapped = { wrapped: key.rows[0].wrapped, keyVersion: key.rows[0].key_version };
    const old = { sealed: Buffer.from(before.sealed!, "hex"), keyVersion: before.keyVersion };
    expect(sealer.open(matter, made.row.id, old, wrapped)).toEqual({ name: "示例", phone: "13900005678" });
  });
  test("told for the first time, it is sealed under a key of the matter", async () => {
    const other = newId();
    const made = await withActor(db, officer, (tx) =>
      addReporter(tx, sealer, { county: COUNTY, matterId: other, door: "portal", identity: {}, at: new Date() }),
    );
    const mine = { county: COUNTY, matterId: other, reporterId: made.row.id };
    const data = await withActor(db, residentActor(COUNTY, [other]), async (tx) => {
      await correctOwnData(tx, mine, sealer, { phone: "13800007777" });
      return ownData(tx, COUNTY, other, made.row.id, sealer);
    });
    expect(data?.identity).toEqual({ phone: "13800007777" });
    expect(await open(made, "7777")).toBeDefined();
  });
  test("a code renewed by its bearer ends code, link and generation", async () => {
    const made = await add({ phone: "13800006666" });
    const told = await as((tx) => renewOwnReceipt(tx, own(made), sealer));
    expect(await open(made, "6666")).toBeUndefined();
    expect(await findBearer(db, COUNTY, sealer, made.link!)).toBeUndefined();
    expect(await openByDigits(db, COUNTY, sealer, { code: told.code, second: "6666" })).toMatchObject({ generation: 2 });
    expect(await findBearer(db, COUNTY, sealer, told.link)).toMatchObject({ generation: 2 });
  });
  test("renewed twice at once, it is renewed once", async () => {
    const made = await add({ phone: "13800006666" });
    const tries = await Promise.allSettled([1, 2, 3].map(() => as((tx) => renewOwnReceipt(tx, own(made), sealer))));
    const done = tries.filter(({ status }) => status === "fulfilled").length;
    const data = await as((tx) => ownData(tx, COUNTY, matter, made.row.id, sealer));
    expect(data?.generation).toBe(1 + done);
  });
});

describe("the portal's role", () => {
  const sql = "update residents.reporters set quiet = true where county_code = $1 and matter_id = $2";
  test("changes no row before it has said whose, and then none of another reporter of the same matter", async () => {
    expect((await as((tx) => tx.query(sql, [COUNTY, matter]))).rowCount).toBe(0);
    await as((tx) => keepQuiet(tx, own(phoned!), true));
    await as(async (tx) => {
      await tx.query("select set_config('linli.bearer', $1, true)", [phoned!.row.id]);
      expect((await tx.query(sql, [COUNTY, matter])).rowCount).toBe(1);
    });
    expect((await as((tx) => ownData(tx, COUNTY, matter, nameless!.row.id, sealer)))?.quiet).toBe(false);
  });
  test("changes none of a matter that it has not opened", async () => {
    const stranger = residentActor(COUNTY, [newId()]);
    await expect(withActor(db, stranger, (tx) => keepQuiet(tx, own(phoned!), true))).rejects.toMatchObject({
      code: "residents.nothing-kept-any-more",
    });
    expect(await withActor(db, stranger, (tx) => ownData(tx, COUNTY, matter, phoned!.row.id, sealer))).toBeUndefined();
  });
});
