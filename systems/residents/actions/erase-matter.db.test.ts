import pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, jobActor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { testDatabase } from "../../../tests/database.ts";
import { appendLine, makeLine, verifyJournal } from "../../ledger/index.ts";
import {
  addReporter,
  ERASE,
  type Erasure,
  eraseMatter,
  keepPersons,
  makeSealer,
  newKeyFile,
  type RecordErasure,
  readKeyFile,
  readPersons,
  reportersOf,
} from "../index.ts";
import { standInMatter } from "../matter.fixture.ts";

const { db, ownerUrl } = testDatabase();
const COUNTY = 410425;
const sealer = makeSealer(readKeyFile(newKeyFile()));
const officer: Actor = { ...jobActor(COUNTY), role: "app", person: newId(), post: newId(), rights: ["residents.erase"] };
const verify: Actor = { ...jobActor(COUNTY), role: "verify" };
const approver = { person: newId(), post: newId() };
const CANARY = { name: "金丝雀甲乙丙", phone: "13899990000", address: "金丝雀示例路一号" };
let matter: string;
let reporter: string;
let version: number;

const append = (tx: Parameters<RecordErasure>[0], act: string, persons: readonly string[]) =>
  appendLine(
    tx,
    makeLine({
      county: COUNTY,
      id: newId(),
      procedure: { kind: "matter", id: matter },
      matter,
      version: ++version,
      act,
      at: new Date(),
      command: newId(),
      facts: {},
      text: { content: "虚构" },
      persons: { actor: { role: "app", person: officer.person }, persons: [...persons] },
    }),
    keepPersons,
  );
const record: RecordErasure = async (tx) => (await append(tx, ERASE, [])).id;
const erasure = (): Erasure => ({ matterId: matter, basis: "request-of-the-person", approver, at: new Date() });
const check = () => verifyJournal(db, verify, { persons: readPersons });
const asOwner = async (sql: string) => {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  return owner.query(sql).finally(() => owner.end());
};

beforeEach(async () => {
  await asOwner("truncate ledger.lines, residents.reporters, residents.data_keys, residents.line_persons");
  matter = await standInMatter(db, COUNTY);
  version = 0;
  await withActor(db, officer, async (tx) => {
    const made = await addReporter(tx, sealer, {
      county: COUNTY,
      matterId: matter,
      door: "counter",
      identity: CANARY,
      enteredFor: { relation: "儿子", consent: true },
      at: new Date(),
    });
    reporter = made.row.id;
    await append(tx, "receive", [reporter]);
    await append(tx, "dispatch", [reporter]);
  });
});

describe("after an erasure", () => {
  test("the journal still verifies and says how many lines were erased", async () => {
    expect(await check()).toMatchObject({ lines: 2, erased: 0, faults: 0 });
    expect(await eraseMatter(db, sealer, officer, erasure(), record)).toMatchObject({ reporters: 1, lines: 2 });
    expect(await check()).toMatchObject({ lines: 3, erased: 2, faults: 0 });
  });
  test("nothing opens, and the handle stays", async () => {
    await eraseMatter(db, sealer, officer, erasure(), record);
    const [left] = await withActor(db, officer, (tx) => reportersOf(tx, COUNTY, matter, sealer));
    expect(left).toMatchObject({ handle: expect.any(String), relation: null, erasedAt: expect.any(Date) });
    expect(left).not.toHaveProperty("identity");
  });
  test("no row of any table holds a canary, a key, or who reported", async () => {
    const secrets = async () => {
      const dump =
        await asOwner(`select string_agg(t, ' ') as text from (select r::text as t from residents.reporters r union all select k::text from residents.data_keys k
        union all select p::text from residents.line_persons p union all select l::text from ledger.lines l) all_rows`);
      const sealed = await asOwner(
        "select r.sealed, k.wrapped from residents.reporters r join residents.data_keys k using (county_code, matter_id)",
      );
      const persons = await asOwner("select string_agg(body, ' ') as text from residents.line_persons");
      const plain = [...Object.values(CANARY), ...Object.values(CANARY).map((text) => Buffer.from(text).toString("hex"))];
      return {
        plain: plain.some((text) => dump.rows[0].text.includes(text)),
        sealed: sealed.rows[0].sealed,
        wrapped: sealed.rows[0].wrapped,
        reporter: persons.rows[0].text.includes(reporter),
      };
    };
    expect(await secrets()).toEqual({ plain: false, sealed: expect.any(Buffer), wrapped: expect.any(Buffer), reporter: true });
    await eraseMatter(db, sealer, officer, erasure(), record);
    expect(await secrets()).toEqual({ plain: false, sealed: null, wrapped: null, reporter: false });
  });
  test("a second one finds nothing, leaves no line and not the first one's approver", async () => {
    await eraseMatter(db, sealer, officer, erasure(), record);
    await expect(eraseMatter(db, sealer, officer, erasure(), record)).rejects.toMatchObject({
      code: "residents.nothing-to-erase",
    });
    expect(await check()).toMatchObject({ lines: 3, erased: 2, faults: 0 });
  });
  test("what was written since is erased by the next one", async () => {
    await eraseMatter(db, sealer, officer, erasure(), record);
    await withActor(db, officer, (tx) => append(tx, "note", [reporter]));
    expect(await eraseMatter(db, sealer, officer, erasure(), record)).toMatchObject({ reporters: 0, lines: 1 });
    expect(await check()).toMatchObject({ lines: 5, erased: 3, faults: 0 });
  });
});

describe("erased behind the journal's back", () => {
  const erase = (by: string) =>
    asOwner(`update residents.line_persons set salt = null, body = null, erased_at = now(), erased_by = ${by}`);
  test("without a recorded act it counts as missing", async () => {
    await erase("null");
    expect((await check()).findings).toMatchObject([{ version: 1, fault: "persons_missing" }]);
  });
  test("naming a line that is no erasure, too", async () => {
    await erase("(select id from ledger.lines where version = 2)");
    expect((await check()).findings).toMatchObject([{ version: 1, fault: "persons_missing" }]);
  });
  test("a changed person is found", async () => {
    await asOwner(`update residents.line_persons set body = replace(body, '${officer.person}', '${newId()}')`);
    expect((await check()).findings).toMatchObject([{ version: 1, fault: "hash_person" }]);
  });
});

describe("who may erase", () => {
  test.each([
    ["without the right", { ...officer, rights: [] }, approver, "residents.may-not-erase"],
    ["without a second person", officer, undefined, "residents.erasing-takes-two"],
    ["approving oneself", officer, { person: officer.person as string, post: newId() }, "residents.erasing-takes-two"],
    ["a job, for another reason than an expired term", jobActor(COUNTY), approver, "residents.may-not-erase"],
  ])("not %s", async (_, actor, second, code) => {
    await expect(eraseMatter(db, sealer, actor, { ...erasure(), approver: second }, record)).rejects.toMatchObject({ code });
    expect(await check()).toMatchObject({ lines: 2, erased: 0 });
  });
  test("the nightly job where the term of keeping has expired", async () => {
    const done = await eraseMatter(
      db,
      sealer,
      jobActor(COUNTY),
      { matterId: matter, basis: "retention-expired", at: new Date() },
      record,
    );
    expect(done).toMatchObject({ reporters: 1, lines: 2 });
  });
  test("all or nothing: what cannot be recorded is not erased", async () => {
    await expect(eraseMatter(db, sealer, officer, erasure(), () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect((await withActor(db, officer, (tx) => reportersOf(tx, COUNTY, matter, sealer)))[0]?.identity).toEqual(CANARY);
  });
});
