import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { migrate, readMigrations } from "../../../foundation/db/migrate.ts";

const name = `t_${randomBytes(6).toString("hex")}`;
const url = new URL(inject("server"));
url.pathname = `/${name}`;
const server = new pg.Client({ connectionString: inject("server") });
const client = new pg.Client({ connectionString: url.toString() });
const HAND_OVER = 111;
const COUNTY = 990111;

const rulesOf = (version: number) => ({
  version,
  rules: [{ id: `r-${version}`, name: "示例", when: {}, then: { unit: "catalogue" }, owner: "x", reason: "示例" }],
});
const OLD: [name: string, version: number, state: string, body: unknown, source: string][] = [
  ["rules", 1, "past", rulesOf(1), "counties/example"],
  ["rules", 2, "on", rulesOf(2), "desk"],
  ["rules", 3, "draft", rulesOf(3), ""],
  ["catalogue", 7, "on", { version: 7, entries: [] }, "counties/example"],
  ["categories", 1, "on", [{ code: "water" }], "counties/example"],
];

beforeAll(async () => {
  await server.connect();
  await server.query(`create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await server.query(`drop database if exists ${name} with (force)`);
  await server.end();
});

test("a county that kept its rules with its other data finds every version of them with dispatch after the upgrade", async () => {
  const numbers = readMigrations().map(({ number }) => number);
  await migrate(
    url.toString(),
    "linli_runtime",
    () => {},
    numbers.filter((number) => number < 110),
  );
  for (const [book, version, state, body, source] of OLD)
    await client.query(
      "insert into matters.county_data (county_code, name, version, state, body, at, source) values ($1, $2, $3, $4, $5, '2026-05-01T00:00:00Z', $6)",
      [COUNTY, book, version, state, JSON.stringify(body), source],
    );
  const applied = await migrate(url.toString(), "linli_runtime");
  expect(applied).toContain(readMigrations().find(({ number }) => number === HAND_OVER)?.name);

  const { rows } = await client.query(
    "select book, version, state, body, source, at from dispatch.books where county_code = $1 order by book, version",
    [COUNTY],
  );
  const at = new Date("2026-05-01T00:00:00Z");
  expect(rows).toEqual([
    { book: "catalogue", version: 7, state: "on", body: { version: 7, entries: [] }, source: "counties/example", at },
    { book: "rules", version: 1, state: "past", body: rulesOf(1), source: "counties/example", at },
    { book: "rules", version: 2, state: "on", body: rulesOf(2), source: "desk", at },
    { book: "rules", version: 3, state: "draft", body: rulesOf(3), source: "county_data", at },
  ]);
  const left = await client.query("select name from matters.county_data where county_code = $1", [COUNTY]);
  expect(left.rows).toEqual([{ name: "categories" }]);
  expect(await migrate(url.toString(), "linli_runtime")).toEqual([]);
});
