import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { Refusal } from "../refusal.ts";
import { isAlive } from "./processes.ts";
import type { Runner } from "./unprivileged.ts";

const MAX_LOG = 10_000_000;

/** Is this TCP port free on that address? Throws the system's error where the address cannot be listened on at all. */
export function isPortFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? resolve(false) : reject(error)));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A free loopback port: the preferred one where it is free, else one chosen by the system. */
export async function freePort(preferred: number): Promise<number> {
  if (preferred > 0 && (await isPortFree(preferred))) return preferred;
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port: 0, host: "127.0.0.1" }, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

export interface ServerProcess {
  readonly pid: number;
  /** Resolves when the process has ended, with what it last wrote to its log. */
  readonly ended: Promise<string>;
}

/**
 * Starts `postgres` on this cluster in a process group of its own (so that Ctrl-C at the terminal reaches only us, and we end
 * it after our own work) and waits until it accepts `probe`. Refuses `postgres.didNotStart` with the tail of its log.
 */
export async function startServer(
  runner: Runner,
  cluster: string,
  settings: Record<string, string>,
  log: string,
  probe: pg.ClientConfig,
  patience = 60_000,
): Promise<ServerProcess> {
  if (sizeOf(log) > MAX_LOG) renameSync(log, `${log}.1`);
  const from = sizeOf(log);
  const args = ["-D", cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  const command = runner.command(runner.binaries.postgres, args);
  const output = openSync(log, "a", 0o600);
  let child: ChildProcess;
  try {
    child = spawn(command.file, command.args, {
      ...command.options,
      env: cleanEnvironment(),
      detached: true,
      stdio: ["ignore", output, output],
    });
  } finally {
    closeSync(output);
  }
  const tail = () => endOf(log, from);
  const ended = new Promise<string>((resolve) => {
    child.once("exit", () => resolve(tail()));
    child.once("error", (error) => resolve(error.message));
  });
  child.unref();
  let dead = false;
  void ended.then(() => {
    dead = true;
  });
  for (const end = Date.now() + patience; !dead && Date.now() < end; await wait(20)) {
    if (await accepts(probe)) return { pid: child.pid!, ended };
  }
  if (!dead) child.kill("SIGQUIT");
  throw new Refusal("postgres.didNotStart", { log, detail: await ended }, { status: 503 });
}

/** Takes over a server that an earlier process left running. */
export function watchServer(pid: number): ServerProcess {
  const ended = new Promise<string>((resolve) => {
    const timer = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(timer);
      resolve("");
    }, 1_000);
    timer.unref();
  });
  return { pid, ended };
}

/** Does the server accept this login now? */
export async function accepts(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** PG… variables of the caller's shell must not reach the server; its messages stay in one language. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("PG") && !name.startsWith("LC_") && name !== "LANG" && name !== "LANGUAGE",
  );
  return { ...Object.fromEntries(own), LC_ALL: "C", TZ: "UTC" };
}

/** The last lines that were written after `from`; the file may be gone with its folder. */
function endOf(file: string, from: number): string {
  try {
    return readFileSync(file).subarray(from).toString("utf8").trim().split("\n").slice(-6).join("\n") || "(no output)";
  } catch {
    return "(no output)";
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

/** Removes a lock file whose server is gone. Call only after `stopServer`. */
export const forgetServer = (cluster: string): void => rmSync(`${cluster}/postmaster.pid`, { force: true });
