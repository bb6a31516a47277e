import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { jobActor, residentActor } from "../../../foundation/db/actor.ts";
import { read } from "../../../foundation/db/pool.ts";
import { DAY, fixedClock, MINUTE } from "../../../foundation/time/index.ts";
import { testDatabase } from "../../../tests/database.ts";
import { sweepTries } from "../index.ts";
import { makeTries } from "./count-tries.ts";

const { db, ownerUrl } = testDatabase();
const COUNTY = 410425;
const KEY = Buffer.alloc(32, 7);
const clock = fixedClock("2026-11-23T10:30:00+08:00");
const one = makeTries({ db, county: COUNTY, clock, key: KEY });
const other = makeTries({ db, county: COUNTY, clock, key: KEY });
let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
});
afterAll(() => owner.end());
beforeEach(async () => {
  await owner.query("truncate residents.tries, residents.spent");
});

test("two servers share the counts; one more and one back are each one, at once too", async () => {
  await Promise.all(Array.from({ length: 20 }, (_none, index) => (index % 2 ? one : other).add("code", "123456789012")));
  expect(await one.seen("code", "123456789012")).toBe(20);
  await other.takeBack("code", "123456789012");
  expect(await one.seen("code", "123456789012")).toBe(19);
  expect(await one.seen("code", "000000000000")).toBe(0);
});

test("a window ends, and with it its counts", async () => {
  await one.add("code-source", "198.51.100");
  expect(one.minutesLeft("code-source")).toBe(15);
  clock.advance(16 * MINUTE);
  expect(await one.seen("code-source", "198.51.100")).toBe(0);
  clock.advance(-16 * MINUTE);
});

test("neither an address nor a code stands in the tables, nor a hash that the key file alone leads back from", async () => {
  await one.add("code-source", "198.51.100");
  await one.add("code", "123456789012");
  const kept = JSON.stringify((await owner.query("select t::text as row from residents.tries t")).rows);
  for (const secret of ["198.51.100", "123456789012", Buffer.from("198.51.100").toString("hex")])
    expect(kept).not.toContain(secret);
  await owner.query("delete from residents.day_salts");
  const later = makeTries({ db, county: COUNTY, clock, key: KEY });
  expect(await later.seen("code", "123456789012")).toBe(0);
});

describe("a token", () => {
  test("is spent once, whichever server it comes to", async () => {
    const until = new Date(clock.now().getTime() + 10 * MINUTE);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_none, index) => (index % 2 ? one : other).spend("token", until)),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await other.spend("token", until)).toBe(false);
    expect(await other.spend("another", until)).toBe(true);
  });
  test("cannot be looked up by the portal", async () => {
    await expect(read(db, residentActor(COUNTY), "select nonce from residents.spent")).rejects.toThrow("permission denied");
  });
});

test("nothing is kept for longer than a day", async () => {
  await one.add("send", "198.51.100");
  await one.spend("token", new Date(clock.now().getTime() + MINUTE));
  expect(await sweepTries(db, COUNTY, clock.now())).toBe(0);
  expect(await sweepTries(db, COUNTY, new Date(clock.now().getTime() + DAY))).toBeGreaterThan(2);
  for (const table of ["tries", "spent", "day_salts"])
    expect((await owner.query(`select 1 from residents.${table}`)).rowCount, table).toBe(0);
});

test("the desk's role reaches none of it, the jobs' role no hash", async () => {
  for (const table of ["tries", "spent", "day_salts"])
    await expect(read(db, { ...jobActor(COUNTY), role: "app" }, `select 1 from residents.${table}`), table).rejects.toThrow(
      "permission denied",
    );
  await expect(read(db, jobActor(COUNTY), "select subject from residents.tries")).rejects.toThrow("permission denied");
});
