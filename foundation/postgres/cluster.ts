import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import pg from "pg";
import { syncPath, writePrivately } from "../private-file.ts";
import { Refusal } from "../refusal.ts";
import { stopServer } from "./processes.ts";
import { cleanEnvironment } from "./server.ts";
import type { Runner } from "./unprivileged.ts";

export const DATABASE = "linli";
/** The carried major version: a new one is another folder, filled by backup and restore. */
export const MAJOR = 18;

export interface Passwords {
  readonly postgres: string;
  readonly linli_owner: string;
  readonly linli_runtime: string;
}

/** Runs a program of the server to its end, with `input` on its standard input. Throws with its output where it fails. */
async function run(runner: Runner, program: string, args: string[], input = ""): Promise<void> {
  const command = runner.command(program, args);
  const child = spawn(command.file, command.args, {
    ...command.options,
    env: cleanEnvironment(),
    stdio: ["pipe", "pipe", "pipe"],
  });
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (output += chunk));
  child.stdin?.on("error", () => {});
  child.stdin?.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0)
    throw new Refusal("postgres.initFailed", { detail: output.trim().split("\n").slice(-6).join("\n") }, { status: 503 });
}

/**
 * Makes a cluster at `cluster`, or leaves the one there alone. It is made beside its place, synced, and takes its name only when
 * whole: a half-made one is never mistaken for a database, and is made again.
 */
export async function ensureCluster(runner: Runner, cluster: string, password: string | undefined): Promise<"made" | "found"> {
  if (existsSync(join(cluster, "PG_VERSION"))) {
    runner.give(cluster);
    return "found";
  }
  const making = `${cluster}.making`;
  await stopServer(making);
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  runner.give(making);
  const locale = ["--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums"];
  const init = (auth: string[]) => run(runner, runner.binaries.initdb, ["-D", making, "-U", "postgres", ...auth, ...locale]);
  if (password)
    await withPasswordFile(runner, `${cluster}.password`, password, (file) => init(["--auth=scram-sha-256", `--pwfile=${file}`]));
  else await init(["--auth=trust", "--no-sync"]);
  renameSync(making, cluster);
  if (password) syncPath(dirname(cluster));
  return "made";
}

async function withPasswordFile(
  runner: Runner,
  file: string,
  password: string,
  work: (file: string) => Promise<void>,
): Promise<void> {
  writePrivately(file, `${password}\n`);
  try {
    runner.give(file);
    await work(file);
  } finally {
    rmSync(file, { force: true });
  }
}

/** The passwords of this cluster, made on first use; where the file was lost, new ones are set in single-user mode. */
export async function ensurePasswords(runner: Runner, cluster: string, file: string): Promise<Passwords> {
  if (existsSync(file)) {
    chmodSync(file, 0o600);
    return JSON.parse(readFileSync(file, "utf8")) as Passwords;
  }
  const random = () => randomBytes(24).toString("base64url");
  const passwords: Passwords = { postgres: random(), linli_owner: random(), linli_runtime: random() };
  if (existsSync(join(cluster, "PG_VERSION")))
    await run(
      runner,
      runner.binaries.postgres,
      ["--single", "-D", cluster, "postgres"],
      `alter role postgres password '${passwords.postgres}'\n`,
    );
  writePrivately(file, `${JSON.stringify(passwords, null, 2)}\n`);
  return passwords;
}

/** Makes the two logins and the database, or sets them right: the owner may create roles but is no superuser; the runtime login owns nothing. */
export async function ensureLogins(admin: pg.ClientConfig, passwords: Passwords, database: string): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    const roles = new Set((await client.query("select rolname from pg_roles")).rows.map((row) => row.rolname));
    const rights = {
      linli_owner: "login createrole nosuperuser",
      linli_runtime: "login noinherit nosuperuser nobypassrls",
    } as const;
    for (const [name, right] of Object.entries(rights) as [keyof typeof rights, string][]) {
      const verb = roles.has(name) ? "alter" : "create";
      await client.query(`${verb} role ${name} ${right} password ${pg.escapeLiteral(passwords[name])}`);
    }
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (!rowCount)
      await client.query(`create database ${database} owner linli_owner template template0 encoding 'UTF8' locale 'C.UTF-8'`);
    await client.query(`revoke all on database ${database} from public`);
    await client.query(`grant connect, temporary on database ${database} to linli_runtime`);
  } finally {
    await client.end();
  }
}

/** Remembers a small fact beside the cluster. */
export function rememberPort(file: string, port: number): void {
  writeFileSync(file, `${port}\n`, { mode: 0o600 });
}

export function rememberedPort(file: string): number {
  try {
    return Number.parseInt(readFileSync(file, "utf8"), 10) || 0;
  } catch {
    return 0;
  }
}

/** How this login reaches the embedded database. */
export const loginUrl = (login: keyof Passwords, passwords: Passwords, port: number): string =>
  `postgres://${login}:${passwords[login]}@127.0.0.1:${port}/${DATABASE}`;
