import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "../../foundation/root.ts";

export interface LinliProcess {
  readonly child: ChildProcess;
  /** Everything said so far, both streams. */
  said(): string;
  /** The printed address; throws with what was said where the process ends first. */
  ready(): Promise<string>;
  /** Exit code; -1 after a signal. */
  ended: Promise<number>;
}

const running = new Set<LinliProcess>();

/** Runs `linli` as a person would, on a data folder of its own. */
export function linli(data: string, args: readonly string[], env: Record<string, string> = {}): LinliProcess {
  return watch(
    spawn(process.execPath, [join(root, "bin/linli.mjs"), ...args], {
      env: {
        ...process.env,
        LANG: "C.UTF-8",
        LC_ALL: "",
        DATABASE_URL: "",
        DATABASE_OWNER_URL: "",
        LINLI_KEYS: "",
        LINLI_DATA: data,
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    }),
  );
}

export function watch(child: ChildProcess): LinliProcess {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (text += chunk));
  const ended = new Promise<number>((resolve) => {
    child.once("close", (code) => resolve(code ?? -1));
    child.once("exit", (code) => setTimeout(() => resolve(code ?? -1), 500)); // no "close" after our own disconnect
  });
  const one: LinliProcess = {
    child,
    ended,
    said: () => text,
    async ready() {
      let over = false;
      void ended.then(() => (over = true));
      for (;;) {
        const url = /邻里已启动：(http\S+)/.exec(text)?.[1];
        if (url) return url;
        if (over) throw new Error(`ended before it was ready:\n${text}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
  running.add(one);
  void ended.then(() => running.delete(one));
  return one;
}

/** Kills whatever a failed test left running. */
export async function endAll(): Promise<void> {
  for (const one of running) one.child.kill("SIGKILL");
  await Promise.all([...running].map((one) => one.ended));
}
