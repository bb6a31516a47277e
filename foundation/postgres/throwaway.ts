import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { binariesAt, carriedBinaries } from "./binaries.ts";
import { ensureCluster } from "./cluster.ts";
import { isAlive, startMark, stopServer } from "./processes.ts";
import { freePort, startServer } from "./server.ts";
import { settingsFor } from "./server-settings.ts";
import { chooseRunner } from "./unprivileged.ts";

const PREFIX = "linli-throwaway-";

/**
 * A server for tests: trusts every loopback login, never syncs, and is gone with its folder after `stop()`. What a killed run left
 * behind is cleared here first. `LINLI_TEST_POSTGRES` names another installation, e.g. `/usr/lib/postgresql/15`.
 */
export async function startThrowawayServer(
  home = process.env.LINLI_TEST_POSTGRES,
): Promise<{ url: string; stop(): Promise<void> }> {
  await clearLeftovers();
  const runner = chooseRunner(home ? binariesAt(home) : carriedBinaries());
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, "owner"), `${process.pid} ${startMark(process.pid)}`);
  const cluster = join(folder, "cluster");
  runner.give(folder);
  const stop = async () => {
    await stopServer(cluster);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ensureCluster(runner, cluster, undefined);
    const port = await freePort(0);
    const settings = {
      ...settingsFor(port),
      shared_buffers: "256MB",
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
      max_connections: "200",
    };
    await startServer(runner, cluster, settings, join(folder, "server.log"), {
      host: "127.0.0.1",
      port,
      user: "postgres",
      database: "postgres",
    });
    return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function clearLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    if (ownerLives(folder)) continue;
    await stopServer(join(folder, "cluster"), 2_000);
    rmSync(folder, { recursive: true, force: true });
  }
}

function ownerLives(folder: string): boolean {
  try {
    const [pid, mark] = readFileSync(join(folder, "owner"), "utf8").split(" ");
    return isAlive(Number(pid)) && startMark(Number(pid)) === mark;
  } catch {
    return Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 60_000;
  }
}
