import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type pg from "pg";
import { writePrivately } from "../private-file.ts";
import { Refusal } from "../refusal.ts";
import { carriedBinaries } from "./binaries.ts";
import {
  DATABASE,
  ensureCluster,
  ensureLogins,
  ensurePasswords,
  loginUrl,
  MAJOR,
  rememberedPort,
  rememberPort,
} from "./cluster.ts";
import { findServer, stopServer } from "./processes.ts";
import { accepts, forgetServer, freePort, type ServerProcess, startServer, watchServer } from "./server.ts";
import { settingsFor } from "./server-settings.ts";
import { chooseRunner, type Runner, SHARED_STATE } from "./unprivileged.ts";

export type Step = "making" | "starting" | "adopting" | "restarting" | "stopping";

export interface EmbeddedServer {
  /** Owns the database, runs migrations and backups; not a superuser. */
  readonly ownerUrl: string;
  /** Owns nothing; becomes one of the group roles when it connects. */
  readonly runtimeUrl: string;
  readonly port: number;
  readonly made: "made" | "found";
  /** Fast shutdown: open transactions roll back, nothing acknowledged is lost. */
  stop(): Promise<void>;
}

/**
 * Runs the carried PostgreSQL on `dataFolder` until `stop()`. A server left behind by a killed process is taken over, a stale
 * lock is cleared, a busy port is replaced; where the server ends by itself it is started again, at most five times in a minute.
 * The caller holds the data folder's instance lock. Refuses with `postgres.*`.
 */
export async function startEmbedded(dataFolder: string, onStep: (step: Step) => void = () => {}): Promise<EmbeddedServer> {
  const runner = chooseRunner(carriedBinaries());
  const place = placeFor(runner, resolve(dataFolder));
  const portFile = join(place.home, "port");
  if (!existsSync(join(place.cluster, "PG_VERSION"))) onStep("making");
  const passwords = await ensurePasswords(runner, place.cluster, join(resolve(dataFolder), "postgres", "passwords.json"));
  const made = await ensureCluster(runner, place.cluster, passwords.postgres);
  const admin = (port: number): pg.ClientConfig => ({
    host: "127.0.0.1",
    port,
    user: "postgres",
    password: passwords.postgres,
    database: "postgres",
  });

  let server = await adopt(place.cluster, admin, onStep);
  const port = server?.port ?? (await freePort(rememberedPort(portFile)));
  const start = () => startServer(runner, place.cluster, settingsFor(port), place.log, admin(port));
  if (!server) {
    onStep("starting");
    forgetServer(place.cluster);
    server = { port, process: await start() };
  }
  rememberPort(portFile, port);
  await ensureLogins(admin(port), passwords, DATABASE);

  const keeper = keepRunning(server.process, start, place.cluster, onStep);
  return {
    ownerUrl: loginUrl("linli_owner", passwords, port),
    runtimeUrl: loginUrl("linli_runtime", passwords, port),
    port,
    made,
    async stop() {
      onStep("stopping");
      keeper.release();
      await stopServer(place.cluster);
    },
  };
}

async function adopt(
  cluster: string,
  admin: (port: number) => pg.ClientConfig,
  onStep: (step: Step) => void,
): Promise<{ port: number; process: ServerProcess } | undefined> {
  const left = findServer(cluster);
  if (left && left.port > 0 && (await accepts(admin(left.port)))) {
    onStep("adopting");
    return { port: left.port, process: watchServer(left.pid) };
  }
  await stopServer(cluster);
  return undefined;
}

function keepRunning(
  first: ServerProcess,
  start: () => Promise<ServerProcess>,
  cluster: string,
  onStep: (step: Step) => void,
): { release(): void } {
  let wanted = true;
  const restarts: number[] = [];
  const watch = (server: ServerProcess) => {
    void server.ended
      .then(async () => {
        if (!wanted) return;
        const now = Date.now();
        restarts.push(now);
        if (restarts.filter((at) => at > now - 60_000).length > 5) return;
        onStep("restarting");
        await stopServer(cluster);
        forgetServer(cluster);
        if (wanted) watch(await start());
      })
      .catch(() => onStep("stopping"));
  };
  watch(first);
  return {
    release() {
      wanted = false;
    },
  };
}

/**
 * The cluster lives in the data folder; where `nobody` runs it and may not enter there, under /var/lib/linli, one for each data
 * folder, and a note says so: a cluster once made is always found again, whoever runs it.
 */
function placeFor(runner: Runner, dataFolder: string): { home: string; cluster: string; log: string } {
  const own = join(dataFolder, "postgres");
  const note = join(own, "elsewhere");
  mkdirSync(own, { recursive: true, mode: 0o700 });
  if (runner.kind === "nobody") chmodSync(own, 0o711);
  const at = (home: string) => ({ home, cluster: join(home, String(MAJOR)), log: join(own, "server.log") });
  if (existsSync(note)) return at(readFileSync(note, "utf8").trim());
  if (runner.mayEnter(own)) return at(own);
  if (existsSync(join(own, String(MAJOR), "PG_VERSION")))
    throw new Refusal("postgres.cannotEnter", { folder: own }, { status: 503 });
  const home = join(SHARED_STATE, createHash("sha256").update(dataFolder).digest("hex").slice(0, 16));
  mkdirSync(home, { recursive: true, mode: 0o711 });
  writePrivately(note, `${home}\n`);
  return at(home);
}
