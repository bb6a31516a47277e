import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "../../foundation/db/migrate.ts";
import { binariesAt, carriedBinaries } from "../../foundation/postgres/binaries.ts";
import { ensureCluster } from "../../foundation/postgres/cluster.ts";
import { stopServer } from "../../foundation/postgres/processes.ts";
import { freePort, startServer } from "../../foundation/postgres/server.ts";
import { settingsFor } from "../../foundation/postgres/server-settings.ts";
import { chooseRunner } from "../../foundation/postgres/unprivileged.ts";

export interface BenchServer {
  /** A superuser's URL, trusted on loopback. */
  readonly url: string;
  readonly version: string;
  stop(): Promise<void>;
}

/**
 * A server as the product runs it: the carried engine (or the one of `LINLI_TEST_POSTGRES`), the product's own settings, every
 * commit synced. `LINLI_BENCH_SERVER` names one that is running already.
 */
export async function startBenchServer(): Promise<BenchServer> {
  const given = process.env.LINLI_BENCH_SERVER;
  if (given) return { url: given, version: await durableVersion(given), stop: async () => {} };
  const home = process.env.LINLI_TEST_POSTGRES;
  const runner = chooseRunner(home ? binariesAt(home) : carriedBinaries());
  const folder = mkdtempSync(join(tmpdir(), "linli-bench-"));
  const cluster = join(folder, "cluster");
  runner.give(folder);
  await ensureCluster(runner, cluster, undefined);
  const port = await freePort(0);
  await startServer(runner, cluster, settingsFor(port), join(folder, "server.log"), {
    host: "127.0.0.1",
    port,
    user: "postgres",
    database: "postgres",
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  return {
    url,
    version: await durableVersion(url),
    async stop() {
      await stopServer(cluster);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function durableVersion(url: string): Promise<string> {
  const [row] = await once<{ version: string; fsync: string; commit: string }>(
    url,
    "select current_setting('server_version') as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit",
  );
  if ((row!.fsync !== "on" || row!.commit !== "on") && process.env.LINLI_BENCH_SMOKE !== "1")
    throw new Error("this server does not sync its commits: nothing measured on it would count");
  return row!.version;
}

/** One statement on a connection of its own. */
export async function once<Row extends object>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

export interface BenchDatabase {
  readonly name: string;
  readonly ownerUrl: string;
  readonly runtimeUrl: string;
  drop(): Promise<void>;
}

/** A migrated database of its own on this server. `LINLI_BENCH_KEEP` names one to be made once and found again. */
export async function makeBenchDatabase(server: BenchServer, kind: string): Promise<BenchDatabase & { readonly made: boolean }> {
  const keep = process.env.LINLI_BENCH_KEEP;
  const name = keep ? `bench_${kind}_${keep}` : `bench_${kind}_${process.pid}`;
  const at = (login: string) => {
    const url = new URL(server.url);
    url.username = login;
    url.pathname = `/${name}`;
    return url.toString();
  };
  await once(
    server.url,
    "do $$ begin if not exists (select 1 from pg_roles where rolname = 'linli_runtime') then create role linli_runtime login noinherit; end if; end $$",
  );
  const there = (await once(server.url, "select 1 from pg_database where datname = $1", [name])).length > 0;
  if (!there) await once(server.url, `create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  if (!there) await migrate(at("postgres"), "linli_runtime");
  return {
    name,
    ownerUrl: at("postgres"),
    runtimeUrl: at("linli_runtime"),
    made: !there,
    async drop() {
      if (!keep) await once(server.url, `drop database if exists ${name} with (force)`);
    },
  };
}
