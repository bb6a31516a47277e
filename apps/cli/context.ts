import { type Database, openDatabase } from "../../foundation/db/pool.ts";
import type { Step } from "../../foundation/postgres/embedded.ts";
import { findRunning } from "../../foundation/postgres/running.ts";
import { Refusal } from "../../foundation/refusal.ts";
import type { Keys } from "../../systems/residents/index.ts";
import { type DataFolder, dataFolder, fingerprintsOf, type KeyRing, readKeys } from "../settings.ts";
import { type Installation, openServer, readLevel, type Server } from "./database.ts";
import { holdDataFolder } from "./instance.ts";
import { explain, type Locale, type Sentence, sentence } from "./speech.ts";

/** What every command gets beside its arguments. */
export interface CommandContext {
  readonly locale: Locale;
  /** A sentence to the person at the terminal (standard error; standard output is for results). */
  say(code: Sentence, facts?: Record<string, unknown>): void;
  /** The sentence itself. */
  sentence(code: Sentence, facts?: Record<string, unknown>): string;
  /** A line of result (standard output). */
  write(line: string): void;
  /** A sentence that replaces the one before it on a terminal; elsewhere only about one a second is written. */
  progress(code: Sentence, facts: Record<string, unknown> & { index: number; total: number }): void;
  /** Waits for `work`; every five seconds says the sentence, whose fact is `seconds`. */
  during<T>(code: Sentence, work: T | Promise<T>): Promise<T>;
  /** A sentence for an error. */
  explain(error: unknown): string;
  /**
   * The county set up in this data folder, for commands that work on it: beside a running Linli, or with a database started
   * for this command alone. Call `close()` at the end. Refuses `start.notSetUp`, `keys.*`, `start.*`, `postgres.*`, `database.*`.
   */
  open(data?: string): Promise<OpenCounty>;
}

export interface OpenCounty {
  readonly db: Database;
  readonly county: number;
  readonly demonstration: boolean;
  readonly keys: KeyRing;
  readonly folder: DataFolder;
  readonly server: Server;
  close(): Promise<void>;
}

export function makeContext(locale: Locale): CommandContext {
  const say: CommandContext["say"] = (code, facts) => console.error(sentence(locale, code, facts));
  return {
    locale,
    say,
    sentence: (code, facts) => sentence(locale, code, facts),
    progress: makeProgress(locale),
    during: async (code, work) => {
      const began = Date.now();
      const timer = setInterval(() => say(code, { seconds: Math.round((Date.now() - began) / 1000) }), 5_000);
      return Promise.resolve(work).finally(() => clearInterval(timer));
    },
    write: (line) => console.log(line),
    explain: (error) => explain(locale, error),
    open: (data) => openCounty(dataFolder(data), (step) => say(`step.${step}`)),
  };
}

function makeProgress(locale: Locale): CommandContext["progress"] {
  let last = 0;
  return (code, facts) => {
    const line = sentence(locale, code, facts);
    const done = facts.index >= facts.total;
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${line}${done ? "\n" : ""}`);
    else if (done || Date.now() - last > 1_000) {
      last = Date.now();
      console.error(line);
    }
  };
}

/** The database beside a running Linli, else one started for us (which then holds the data folder). */
export async function openBeside(folder: DataFolder, onStep: (step: Step) => void): Promise<Server> {
  const running = process.env.DATABASE_URL ? undefined : await findRunning(folder.home);
  if (running) return { ...running, kind: "embedded", runtimeLogin: "linli_runtime", stop: async () => {} };
  const instance = process.env.DATABASE_URL ? undefined : await holdDataFolder(folder);
  try {
    const server = await openServer(folder, onStep);
    const stop = () => server.stop().finally(() => instance?.release());
    return { ...server, stop };
  } catch (error) {
    instance?.release();
    throw error;
  }
}

async function openCounty(folder: DataFolder, onStep: (step: Step) => void): Promise<OpenCounty> {
  const server = await openBeside(folder, onStep);
  try {
    const { installation, waiting } = await readLevel(server, folder);
    if (installation?.setup !== "finished") throw new Refusal("start.notSetUp");
    if (waiting.length) throw new Refusal("start.waiting", { count: waiting.length });
    const keys = readKeys(folder.keyFile);
    checkKeys(keys, installation, folder);
    const db = openDatabase(server.runtimeUrl);
    const close = () => db.close().finally(server.stop);
    return { db, county: installation.county, demonstration: installation.demonstration, keys, folder, server, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Refuses `keys.other` where the key file is not the one this database was made with. */
export function checkKeys(keys: Keys, installation: Installation, folder: DataFolder): void {
  const found = fingerprintsOf(keys);
  if (!found.includes(installation.fingerprint))
    throw new Refusal("keys.other", { file: folder.keyFile, expected: installation.fingerprint, found: found[0] });
}
