import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { isAlive, startMark } from "../../foundation/postgres/processes.ts";
import { Refusal } from "../../foundation/refusal.ts";
import type { DataFolder } from "../settings.ts";

interface Holder {
  readonly pid: number;
  /** Start time of that process, so that a later one with the same number is not taken for it. */
  readonly mark: string;
  readonly url: string;
  readonly state: "starting" | "running" | "stopping";
}

export interface Instance {
  tell(change: Partial<Pick<Holder, "url" | "state">>): void;
  release(): void;
}

/** Who holds this data folder now, if that process is alive. */
export function holderOf(folder: DataFolder): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(folder.lock, "utf8")) as Holder;
    return isAlive(holder.pid) && startMark(holder.pid) === holder.mark ? holder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes the data folder for this process. One that is just stopping is waited for; a stale lock is replaced.
 * Refuses `start.running` with the process and address of the one that holds it.
 */
export async function holdDataFolder(folder: DataFolder, onWait: (pid: number) => void = () => {}): Promise<Instance> {
  let own: Holder = { pid: process.pid, mark: startMark(process.pid), url: "", state: "starting" };
  const draft = `${folder.lock}.${process.pid}`;
  const write = () => writeFileSync(draft, JSON.stringify(own), { mode: 0o600 });
  write();
  try {
    await take(folder, draft, onWait);
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    tell(change) {
      own = { ...own, ...change };
      write();
      renameSync(draft, folder.lock);
    },
    release() {
      if (holderOf(folder)?.pid === process.pid) rmSync(folder.lock, { force: true });
    },
  };
}

async function take(folder: DataFolder, draft: string, onWait: (pid: number) => void): Promise<void> {
  const started = Date.now();
  for (let told = false; ; await wait(100)) {
    const holder = holderOf(folder);
    if (!holder) {
      if (replaceStale(folder, draft)) return;
      continue;
    }
    const patience = holder.state === "stopping" ? 40_000 : 1_000; // one whose parent was just killed needs a moment to say so
    if (Date.now() - started > patience)
      throw new Refusal("start.running", { pid: holder.pid, url: holder.url || "—", folder: folder.home }, { status: 409 });
    if (holder.state === "stopping" && !told) {
      told = true;
      onWait(holder.pid);
    }
  }
}

/** Links our draft into place; a stale lock is moved aside first, and put back where it turns out to be alive after all. */
function replaceStale(folder: DataFolder, draft: string): boolean {
  const aside = `${draft}.stale`;
  try {
    renameSync(folder.lock, aside);
    if (holderOf({ ...folder, lock: aside })) {
      renameSync(aside, folder.lock);
      return false;
    }
    rmSync(aside, { force: true });
  } catch {
    // there was none
  }
  try {
    linkSync(draft, folder.lock);
    return true;
  } catch {
    return false;
  }
}
