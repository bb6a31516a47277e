// The second start on an installed tree: seconds until the first page, and the memory of Node at rest. `--rounds 5`
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../../foundation/postgres/server.ts";
import { root } from "../../foundation/root.ts";
import { median, option, sayMachine, sayTable } from "./report.ts";

/** Starts as `npm start` does, waits for the first page, answers how long that took. */
async function start(data: string, port: number): Promise<{ child: ChildProcess; seconds: number }> {
  const began = performance.now();
  let said = "";
  const child = spawn(
    process.execPath,
    [join(root, "bin/linli.mjs"), "start", "--demo", "--data", data, "--port", String(port)],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  child.stdout?.on("data", (chunk) => (said += chunk));
  child.stderr?.on("data", (chunk) => (said += chunk));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`it ended: ${said.slice(-800)}`);
    if (performance.now() - began > 300_000) throw new Error(`no page after five minutes: ${said.slice(-800)}`);
    const page = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (page?.ok && (await page.text()).includes("<html")) return { child, seconds: (performance.now() - began) / 1000 };
    await wait(50);
  }
}

const megabytes = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

/** The process that serves: the last in a line of single children that are Node. */
function nodeOf(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
  const node = children.find((child) => readFileSync(`/proc/${child}/comm`, "utf8").startsWith("node"));
  return node ? nodeOf(node) : pid;
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  await ended;
}

if (import.meta.main) {
  sayMachine("carried");
  const data = mkdtempSync(join(tmpdir(), "linli-start-"));
  const port = await freePort(0);
  const rows = [];
  try {
    const first = await start(data, port);
    sayTable("first start, with the demonstration county", [{ seconds: first.seconds }]);
    await stop(first.child);
    for (let round = 1; round <= option("rounds", 5); round += 1) {
      const { child, seconds } = await start(data, port);
      await wait(15_000);
      rows.push({ seconds, "idle MiB": megabytes(nodeOf(child.pid!)) });
      await stop(child);
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
  sayTable("second start: first page", rows);
  sayTable(`medians of ${rows.length} rounds`, [
    { measured: "seconds to the first page", figure: median(rows.map((row) => row.seconds)), aim: "≤ 8" },
    { measured: "MiB of Node after 15 s at rest", figure: median(rows.map((row) => row["idle MiB"])), aim: "≤ 250" },
  ]);
}
