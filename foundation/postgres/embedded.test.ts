import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { type Step, startEmbedded } from "./embedded.ts";
import { processesIn, stopServer } from "./processes.ts";
import { startThrowawayServer } from "./throwaway.ts";

const data = mkdtempSync(join(tmpdir(), "linli-embedded-test-"));
const cluster = join(data, "postgres", "18");

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query(sql)
    .then((result) => result.rows)
    .finally(() => client.end());
}

afterEach(async () => {
  await stopServer(cluster);
  rmSync(data, { recursive: true, force: true });
});

test("a half-made cluster is made again; lost passwords are set anew; the owner is no superuser and strangers stay out", async () => {
  mkdirSync(`${cluster}.making`, { recursive: true });
  writeFileSync(join(`${cluster}.making`, "PG_VERSION"), "18\n");
  const steps: Step[] = [];
  const first = await startEmbedded(data, (step) => steps.push(step));
  expect(first.made).toBe("made");
  expect(steps).toEqual(["making", "starting"]);
  expect(existsSync(`${cluster}.making`)).toBe(false);
  expect(existsSync(`${cluster}.password`)).toBe(false);
  await ask(first.ownerUrl, "create table public.kept (text text); insert into public.kept values ('还在')");
  expect(await ask(first.ownerUrl, "select rolsuper, rolcreaterole from pg_roles where rolname = current_user")).toEqual([
    { rolsuper: false, rolcreaterole: true },
  ]);
  expect(
    await ask(
      first.ownerUrl,
      "select current_setting('data_checksums') as sums, pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()",
    ),
  ).toEqual([{ sums: "on", encoding: "UTF8" }]);
  const wrong = new URL(first.runtimeUrl);
  wrong.password = "guess";
  await expect(ask(wrong.toString(), "select 1")).rejects.toThrow(/password/);
  wrong.password = "";
  await expect(ask(wrong.toString(), "select 1")).rejects.toThrow();
  await first.stop();
  expect(processesIn(cluster)).toEqual([]);

  const passwords = join(data, "postgres", "passwords.json");
  const old = readFileSync(passwords, "utf8");
  rmSync(passwords);
  const second = await startEmbedded(data);
  expect(second.port).toBe(first.port);
  expect(readFileSync(passwords, "utf8")).not.toBe(old);
  expect(await ask(second.ownerUrl, "select text from public.kept")).toEqual([{ text: "还在" }]);
  await expect(ask(first.ownerUrl, "select 1")).rejects.toThrow(/password/);
  await second.stop();
});

test("what a resident said never reaches the server's log", async () => {
  const server = await startEmbedded(data);
  await ask(server.ownerUrl, "create table public.said (text text unique)");
  await ask(server.ownerUrl, "insert into public.said values ('张某某 13800000000')");
  await expect(ask(server.ownerUrl, "insert into public.said values ('张某某 13800000000')")).rejects.toThrow(/duplicate/);
  await expect(ask(server.ownerUrl, "select '张某某 13800000000'::integer")).rejects.toThrow(/invalid input/);
  await server.stop();
  const log = readFileSync(join(data, "postgres", "server.log"), "utf8");
  expect(log).toContain("database system is shut down");
  for (const told of ["张某某", "13800000000", "insert into"]) expect(log).not.toContain(told);
});

test("a server for tests leaves nothing behind, and clears what a killed run left", async () => {
  const left = mkdtempSync(join(tmpdir(), "linli-throwaway-"));
  writeFileSync(join(left, "owner"), "999999999 1");
  const server = await startThrowawayServer();
  expect(existsSync(left)).toBe(false);
  const [row] = await ask(server.url, "select current_setting('data_directory') as folder");
  expect(existsSync(row!.folder as string)).toBe(true);
  await server.stop();
  expect(existsSync(row!.folder as string)).toBe(false);
});
