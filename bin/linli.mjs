#!/usr/bin/env node
// Plain JavaScript without packages: installs and builds what is missing, then runs Linli on a Node that is new enough.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { carriedNode, ensureBuilt, ensureInstalled, isNewEnough, nodeFlags, root } from "../scripts/prepare.mjs";
import { either } from "../scripts/say.mjs";

const program = join(root, "dist", "server", "linli.js");

/** Runs Linli in a child on the carried Node; the child ends itself when this process is gone (its channel closes). */
function runInChild(node) {
  const child = spawn(node, [...nodeFlags, "--enable-source-maps", program, ...process.argv.slice(2)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.once("error", (error) => fail(error));
  child.once("exit", (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function fail(error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

try {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(
      either(
        `需要 Node 20.19 或更新版本，当前为 ${process.versions.node}。`,
        `Node 20.19 or later is needed; this is ${process.versions.node}.`,
      ),
    );
  await ensureInstalled();
  await ensureBuilt();
  if (isNewEnough()) {
    // this process becomes Linli's where Node can do that (22.15, not on Windows): flags count only when Node begins
    if (process.execve && process.platform !== "win32" && !process.connected)
      process.execve(
        process.execPath,
        [process.execPath, ...nodeFlags, "--enable-source-maps", program, ...process.argv.slice(2)],
        process.env,
      );
    process.setSourceMapsEnabled?.(true);
    await import(pathToFileURL(program).href);
  } else {
    const node = carriedNode();
    if (node === process.execPath)
      throw new Error(
        either(
          "此平台没有随附的 Node，请先安装 Node 22.18 或更新版本。",
          "No Node is carried for this platform: install Node 22.18 or later first.",
        ),
      );
    runInChild(node);
  }
} catch (error) {
  fail(error);
}
