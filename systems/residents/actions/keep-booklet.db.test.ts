import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Actor, jobActor, residentActor } from "../../../foundation/db/actor.ts";
import { read, withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { testDatabase } from "../../../tests/database.ts";
import { makeSealer, newKeyFile, readKeyFile } from "../index.ts";
import { BOOKLET_MOST } from "../rules/try-limits.table.ts";
import { makeBooklets } from "./keep-booklet.ts";

const { db, ownerUrl } = testDatabase();
const COUNTY = 410425;
const sealer = makeSealer(readKeyFile(newKeyFile()));
const booklets = makeBooklets(db, COUNTY, sealer);
const NOW = new Date("2026-11-23T02:30:00Z");
const entry = () => ({ matterId: newId(), reporterId: newId(), generation: 1 });
const officer: Actor = { ...jobActor(COUNTY), role: "app", person: newId(), post: newId(), scope: "county" };
let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
});
afterAll(() => owner.end());

test("what was put in comes out with the secret, and with no other", async () => {
  const [first, second] = [entry(), entry()];
  const secret = await booklets.begin([first], NOW);
  expect(secret).toMatch(/^[\w-]{22}$/);
  expect(await booklets.change(secret, NOW, (entries) => [...entries, second])).toBe(true);
  expect(await booklets.open(secret, NOW)).toEqual([first, second]);
  expect(await booklets.open(await booklets.begin([], NOW), NOW)).toEqual([]);
  expect(await booklets.open(Buffer.alloc(16).toString("base64url"), NOW)).toBeUndefined();
  expect(await booklets.change("unknown-unknown-unknown", NOW, (entries) => entries)).toBe(false);
});

test("two codes put in at once both stand in it", async () => {
  const secret = await booklets.begin([], NOW);
  await Promise.all(Array.from({ length: 8 }, () => booklets.change(secret, NOW, (entries) => [...entries, entry()])));
  expect(await booklets.open(secret, NOW)).toHaveLength(8);
});

test("a new card ends the old one; ended, nothing is left", async () => {
  const secret = await booklets.begin([entry()], NOW);
  const next = (await booklets.renew(secret, NOW))!;
  expect(await booklets.open(secret, NOW)).toBeUndefined();
  expect(await booklets.open(next, NOW)).toHaveLength(1);
  await booklets.end(next);
  expect(await booklets.open(next, NOW)).toBeUndefined();
});

describe("no path leads the staff from a person to matters", () => {
  test("the desk's and the verifier's roles cannot ask at all, the jobs' role learns months", async () => {
    const { matterId } = entry();
    await booklets.begin([{ matterId, reporterId: newId(), generation: 1 }], NOW);
    for (const role of ["app", "verify"] as const)
      for (const column of ["*", "lookup", "sealed", "seen_in"])
        await expect(
          read(db, { ...officer, role }, `select ${column} from residents.booklets`),
          `${role} ${column}`,
        ).rejects.toThrow("permission denied");
    for (const column of ["*", "lookup", "sealed"])
      await expect(read(db, jobActor(COUNTY), `select ${column} from residents.booklets`), column).rejects.toThrow(
        "permission denied",
      );
    for (const change of [
      "insert into residents.booklets default values",
      "update residents.booklets set sealed = ''",
      "delete from residents.booklets",
    ])
      await expect(
        withActor(db, officer, (tx) => tx.query(change)),
        change,
      ).rejects.toThrow("permission denied");
  });
  test("the portal's role without the secret sees no row, whatever it has opened", async () => {
    const { matterId } = entry();
    await booklets.begin([{ matterId, reporterId: newId(), generation: 1 }], NOW);
    expect(await read(db, residentActor(COUNTY, [matterId]), "select lookup from residents.booklets")).toEqual([]);
    expect(await read(db, residentActor(410426, [matterId]), "select lookup from residents.booklets")).toEqual([]);
  });
  test("the owner with the key file in hand reads neither what stands in one nor how much", async () => {
    const [few, full] = [entry(), Array.from({ length: BOOKLET_MOST }, entry)];
    await owner.query("truncate residents.booklets");
    await booklets.begin([few], NOW);
    await booklets.begin(full, NOW);
    const { rows } = await owner.query<{ sealed: Buffer; row: string }>(
      "select sealed, b::text as row from residents.booklets b",
    );
    expect(new Set(rows.map(({ sealed }) => sealed.length)).size).toBe(1);
    for (const { row } of rows)
      for (const { matterId, reporterId } of [few, ...full]) {
        expect(row).not.toContain(matterId);
        expect(row).not.toContain(Buffer.from(reporterId).toString("hex"));
      }
    const columns = await owner.query<{ name: string }>(
      "select attname as name from pg_attribute where attrelid = 'residents.booklets'::regclass and attnum > 0 order by attnum",
    );
    expect(columns.rows.map(({ name }) => name)).toEqual(["county_code", "lookup", "sealed", "seen_in"]);
  });
});
