import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { findServer, isAlive, processesIn, stopServer } from "../../foundation/postgres/processes.ts";
import { findRunning } from "../../foundation/postgres/running.ts";
import { freePort } from "../../foundation/postgres/server.ts";
import { root } from "../../foundation/root.ts";
import { endAll, type LinliProcess, linli, watch } from "./linli-process.ts";

const data = mkdtempSync(join(tmpdir(), "linli-start-test-"));
const cluster = join(data, "postgres", "18");
const keyFile = join(data, "keys", "linli-keys.json");
const ADMIN = { LINLI_ADMIN_NAME: "guanli", LINLI_ADMIN_PASSWORD: "only-for-this-test" };
const port = await freePort(0);
const start = (env: Record<string, string> = {}): LinliProcess => linli(data, ["start", "--port", String(port)], env);

async function people(): Promise<number> {
  const running = await findRunning(data);
  const client = new pg.Client({ connectionString: running!.ownerUrl });
  await client.connect();
  return client
    .query("select count(*)::integer as count from teams.people")
    .then((result) => result.rows[0].count)
    .finally(() => client.end());
}

async function endWith(signal: NodeJS.Signals, one: LinliProcess): Promise<number> {
  one.child.kill(signal);
  return one.ended;
}

afterAll(async () => {
  await endAll();
  await stopServer(cluster);
  rmSync(data, { recursive: true, force: true });
});

test("without a terminal and without --demo, the first start says how to name the administrator, and makes nothing", async () => {
  const one = start();
  expect(await one.ended).toBe(1);
  expect(one.said()).toContain("LINLI_ADMIN_NAME");
  expect(existsSync(keyFile)).toBe(false);
  expect(processesIn(cluster)).toEqual([]);
}, 60_000);

test("the first start sets up the administrator, keeps its secrets to itself, answers, and Ctrl-C stops all it started", async () => {
  const one = start(ADMIN);
  const url = await one.ready();
  expect((await fetch(url)).status).toBeLessThan(500);
  expect(await people()).toBe(1);
  for (const file of [
    keyFile,
    join(data, "postgres", "passwords.json"),
    join(data, "postgres", "server.log"),
    join(data, "linli.lock"),
  ])
    expect(statSync(file).mode & 0o077).toBe(0);
  expect(one.said()).not.toContain(ADMIN.LINLI_ADMIN_PASSWORD);
  expect(processesIn(cluster).length).toBeGreaterThan(0);
  expect(await endWith("SIGINT", one)).toBe(0);
  expect(processesIn(cluster)).toEqual([]);
  expect(existsSync(join(data, "linli.lock"))).toBe(false);
  expect(existsSync(join(cluster, "postmaster.pid"))).toBe(false);
}, 60_000);

test("a second start is ready within five seconds; another beside it is refused with the address of the first", async () => {
  const began = performance.now();
  const first = start();
  const url = await first.ready();
  expect(performance.now() - began).toBeLessThan(5_000);
  const seed = linli(data, ["seed"]);
  expect([await seed.ended, seed.said()]).toEqual([0, expect.stringContaining("已补齐")]);
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(url);
  expect(second.said()).toContain(String(first.child.pid));
  expect((await fetch(url)).status).toBeLessThan(500);
  expect(await endWith("SIGTERM", first)).toBe(0);
}, 60_000);

test("a killed Linli leaves a database that the next start takes over, with everything in it", async () => {
  const first = start();
  await first.ready();
  const before = findServer(cluster)!.pid;
  await endWith("SIGKILL", first);
  expect(isAlive(before)).toBe(true);
  const next = start();
  await next.ready();
  expect(next.said()).toContain("接管");
  expect(findServer(cluster)!.pid).toBe(before);
  expect(await people()).toBe(1);
  expect(await endWith("SIGINT", next)).toBe(0);
  expect(processesIn(cluster)).toEqual([]);
}, 60_000);

test("locks left by the dead, whose numbers now belong to others, do not stand in the way", async () => {
  const first = start();
  await first.ready();
  const server = findServer(cluster)!;
  await endWith("SIGKILL", first);
  process.kill(server.pid, "SIGKILL");
  while (processesIn(cluster).length) await new Promise((resolve) => setTimeout(resolve, 50));
  const file = join(cluster, "postmaster.pid");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+/, String(process.pid)));
  const lock = join(data, "linli.lock");
  writeFileSync(lock, JSON.stringify({ ...JSON.parse(readFileSync(lock, "utf8")), pid: process.pid }));
  const next = start();
  await next.ready();
  expect(await people()).toBe(1);
  expect(await endWith("SIGINT", next)).toBe(0);
}, 60_000);

test("when the process that started it is gone, it stops by itself", async () => {
  const child = spawn(process.execPath, [join(root, "dist/server/linli.js"), "start", "--data", data, "--port", String(port)], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, LANG: "C.UTF-8", LC_ALL: "", DATABASE_URL: "", DATABASE_OWNER_URL: "" },
  });
  const one = watch(child);
  await one.ready();
  child.disconnect();
  expect(await one.ended).toBe(0);
  expect(processesIn(cluster)).toEqual([]);
}, 60_000);

test("a busy port is said, and the next free one is used; a database killed under us is started again", async () => {
  const other = createServer().listen(port, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const one = start();
  const url = await one.ready();
  other.close();
  expect(one.said()).toContain(`端口 ${port} 已被占用`);
  expect(Number(new URL(url).port)).toBeGreaterThan(port);
  process.kill(findServer(cluster)!.pid, "SIGKILL");
  while (!one.said().includes("重新启动") || !(await findRunning(data))) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await people()).toBe(1);
  expect(await endWith("SIGINT", one)).toBe(0);
}, 60_000);

test("an address that is not this machine's is refused in a sentence, and everything is put down again", async () => {
  const one = linli(data, ["start", "--port", String(port), "--host", "192.0.2.1"]);
  expect([await one.ended, one.said()]).toEqual([1, expect.stringContaining("192.0.2.1")]);
  expect(processesIn(cluster)).toEqual([]);
}, 60_000);

test("without its key file, or with another's, a database that is not new refuses to start", async () => {
  renameSync(keyFile, `${keyFile}.kept`);
  const without = start();
  expect(await without.ended).toBe(1);
  expect(without.said()).toContain(keyFile);
  const key = () => Buffer.alloc(32, 7).toString("base64");
  writeFileSync(keyFile, JSON.stringify({ version: 1, identity: key(), lookup: key(), session: key() }), { mode: 0o600 });
  const other = start();
  expect(await other.ended).toBe(1);
  expect(other.said()).toContain("不属于这个数据库");
  renameSync(`${keyFile}.kept`, keyFile);
  expect(processesIn(cluster)).toEqual([]);
}, 60_000);

test("a set-up that was broken off is made again; a backup of the whole starts elsewhere with the kept keys", async () => {
  const half = start();
  await half.ready();
  const running = await findRunning(data);
  const client = new pg.Client({ connectionString: running!.ownerUrl });
  await client.connect();
  await client.query("update foundation.installation set setup = 'begun'");
  await client.end();
  await endWith("SIGINT", half);
  const again = start(ADMIN);
  await again.ready();
  expect(again.said()).toContain("重新开始");
  expect(await people()).toBe(1);

  const file = join(data, "all.zip");
  const backup = linli(data, ["backup", file]);
  expect([await backup.ended, backup.said()]).toEqual([0, expect.stringContaining("备份完成")]);
  expect(await endWith("SIGINT", again)).toBe(0);
  const elsewhere = mkdtempSync(join(tmpdir(), "linli-start-test-"));
  try {
    const restore = linli(elsewhere, ["restore", file]);
    expect([await restore.ended, restore.said()]).toEqual([0, expect.stringContaining("全部相符")]);
    const twice = linli(elsewhere, ["restore", file]);
    expect([await twice.ended, twice.said()]).toEqual([1, expect.stringContaining("已有数据库")]);
    const early = linli(elsewhere, ["start", "--port", String(port)]);
    expect([await early.ended, early.said()]).toEqual([1, expect.stringContaining("linli-keys.json")]);
    mkdirSync(join(elsewhere, "keys"), { mode: 0o700 });
    writeFileSync(join(elsewhere, "keys", "linli-keys.json"), readFileSync(keyFile), { mode: 0o600 });
    const restored = linli(elsewhere, ["start", "--port", String(port)]);
    await restored.ready();
    expect(await endWith("SIGINT", restored)).toBe(0);
  } finally {
    await endAll();
    await stopServer(join(elsewhere, "postgres", "18"));
    rmSync(elsewhere, { recursive: true, force: true });
  }
}, 120_000);
