import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Is a process with this id alive (also one that belongs to somebody else)? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return stateOf(pid) !== "Z";
}

/** Fields of `/proc/<pid>/stat` after the name, whose first is the state; undefined where there is no such file. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

const stateOf = (pid: number): string | undefined => statOf(pid)?.[0];

/** A mark that tells this process from a later one with the same id: its start time in clock ticks, "" where unknown. */
export const startMark = (pid: number): string => statOf(pid)?.[19] ?? "";

export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
}

/** What the server wrote about itself into its data folder, if anything. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const pid = Number.parseInt(lines[0] ?? "", 10);
    return Number.isInteger(pid) && pid > 1 ? { pid, port: Number.parseInt(lines[3] ?? "", 10) || 0 } : undefined;
  } catch {
    return undefined;
  }
}

/** Processes whose working folder is this cluster: the server and all its children, whoever started them. */
export function processesIn(cluster: string): number[] {
  let folder: string;
  try {
    folder = realpathSync(cluster);
  } catch {
    return [];
  }
  let names: string[];
  try {
    names = readdirSync("/proc");
  } catch {
    return processesByFile(cluster);
  }
  return names
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return pid !== process.pid && readlinkSync(`/proc/${pid}/cwd`) === folder && stateOf(pid) !== "Z";
      } catch {
        return false;
      }
    });
}

/** Where there is no /proc: the id in postmaster.pid, if that process is a PostgreSQL server. */
function processesByFile(cluster: string): number[] {
  const file = readPostmasterFile(cluster);
  if (!file || !isAlive(file.pid)) return [];
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(file.pid)], { encoding: "utf8" }).includes("postgres")
      ? [file.pid]
      : [];
  } catch {
    return [];
  }
}

/** The running server of this cluster, if any; a process that merely inherited the number in a stale file is not one. */
export function findServer(cluster: string): PostmasterFile | undefined {
  const file = readPostmasterFile(cluster);
  return file && processesIn(cluster).includes(file.pid) ? file : undefined;
}

async function until(done: () => boolean, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!done()) {
    if (Date.now() > end) return false;
    await wait(25);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // gone already
  }
}

/**
 * Stops everything that runs in this cluster: a fast shutdown (open transactions roll back, a checkpoint is written), after
 * `patience` milliseconds an immediate one, and last the children that a killed server left behind.
 */
export async function stopServer(cluster: string, patience = 30_000): Promise<void> {
  const server = findServer(cluster);
  if (server) {
    signal(server.pid, "SIGINT");
    if (!(await until(() => !isAlive(server.pid), patience))) {
      signal(server.pid, "SIGQUIT");
      await until(() => !isAlive(server.pid), 5_000);
    }
  }
  if (await until(() => processesIn(cluster).length === 0, 5_000)) return;
  for (const pid of processesIn(cluster)) signal(pid, "SIGKILL");
  await until(() => processesIn(cluster).length === 0, 5_000);
}
