import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openArchive } from "../../foundation/backup/archive.ts";
import { migrate, readMigrations } from "../../foundation/db/migrate.ts";
import { dataFolder } from "../settings.ts";
import { asOwner, beginInstallation, emptyDatabase, finishInstallation, readLevel, type Server, upgrade } from "./database.ts";

const name = `up_${randomBytes(6).toString("hex")}`;
const folder = dataFolder(mkdtempSync(join(tmpdir(), "linli-upgrade-test-")));
const older = readMigrations()
  .filter((one) => one.number < 30)
  .map((one) => one.number);
let admin: pg.Client;
let server: Server;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject("server") });
  await admin.connect();
  await admin.query(`create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  const url = new URL(inject("server"));
  url.pathname = `/${name}`;
  server = {
    kind: "own",
    ownerUrl: url.toString(),
    runtimeUrl: url.toString(),
    runtimeLogin: "linli_runtime",
    stop: async () => {},
  };
});

afterAll(async () => {
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
  rmSync(folder.home, { recursive: true, force: true });
});

async function bringUp(): Promise<string[]> {
  const said: string[] = [];
  await upgrade(server, folder, await readLevel(server, folder), {
    migrating: () => said.push("migrating"),
    backupFirst: () => said.push("backup first"),
    backedUp: (file) => said.push(file),
  });
  return said;
}

test("an older database with data in it is backed up, then brought up to date; one that is up to date is left alone", async () => {
  await migrate(server.ownerUrl, server.runtimeLogin, () => {}, older);
  await beginInstallation(server, 410425, false, "print");
  await finishInstallation(server);
  const [first, file, ...rest] = await bringUp();
  expect(first).toBe("backup first");
  expect(rest.length).toBe(readMigrations().length - older.length);
  const archive = await openArchive(file!);
  expect(archive.manifest.migrations.map((one) => one.number)).toEqual(older);
  expect(archive.manifest.tables.find((table) => table.table === "foundation.installation")?.rows).toBe(1);
  archive.close();
  expect((await readLevel(server, folder)).waiting).toEqual([]);
  expect(await bringUp()).toEqual([]);
  expect(readdirSync(folder.backups)).toHaveLength(1);
});

test("a database of a newer or another Linli is not opened; an unfinished restore neither", async () => {
  const run = (sql: string) => asOwner(server.ownerUrl, (client) => client.query(sql));
  await run("insert into foundation.migrations (number, name, hash) values (999999, 'of the future', 'x')");
  await expect(readLevel(server, folder)).rejects.toMatchObject({ code: "start.newer" });
  await run(
    "delete from foundation.migrations where number = 999999; update foundation.migrations set hash = 'x' where number = 1",
  );
  await expect(readLevel(server, folder)).rejects.toMatchObject({ code: "start.changed" });
  await run("create schema linli_restore_unfinished");
  await expect(readLevel(server, folder)).rejects.toMatchObject({ code: "start.halfRestored" });
});

test("a set-up that was never finished leaves no backup; what it left is emptied", async () => {
  await emptyDatabase(server);
  expect((await readLevel(server, folder)).empty).toBe(true);
  await migrate(server.ownerUrl, server.runtimeLogin, () => {}, older);
  await beginInstallation(server, 410425, true, "print");
  const said = await bringUp();
  expect(new Set(said)).toEqual(new Set(["migrating"]));
  expect(existsSync(folder.keyFile)).toBe(false);
});
