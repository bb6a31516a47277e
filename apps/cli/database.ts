import { join } from "node:path";
import pg from "pg";
import { UNFINISHED_RESTORE } from "../../foundation/backup/restore.ts";
import { backup } from "../../foundation/backup/write.ts";
import { migrate, readMigrations } from "../../foundation/db/migrate.ts";
import { type Step, startEmbedded } from "../../foundation/postgres/embedded.ts";
import { checkOwnServer } from "../../foundation/postgres/remote.ts";
import { Refusal } from "../../foundation/refusal.ts";
import type { DataFolder } from "../settings.ts";

export interface Server {
  readonly kind: "embedded" | "own";
  readonly ownerUrl: string;
  readonly runtimeUrl: string;
  readonly runtimeLogin: string;
  stop(): Promise<void>;
}

/** What is in the database before anything is changed. */
export interface Level {
  /** Nothing of Linli's is there. */
  readonly empty: boolean;
  readonly waiting: readonly string[];
  readonly installation: Installation | undefined;
}

export interface Installation {
  readonly county: number;
  readonly demonstration: boolean;
  readonly setup: "begun" | "finished";
  readonly fingerprint: string;
}

/** The database of this data folder: the embedded one, or the server that DATABASE_URL and DATABASE_OWNER_URL name. */
export async function openServer(folder: DataFolder, onStep: (step: Step) => void): Promise<Server> {
  const { DATABASE_URL: runtimeUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (!runtimeUrl && !ownerUrl)
    return { ...(await startEmbedded(folder.home, onStep)), kind: "embedded", runtimeLogin: "linli_runtime" };
  if (!runtimeUrl || !ownerUrl) throw new Refusal("database.half");
  const { login } = await checkOwnServer(runtimeUrl, ownerUrl);
  return { kind: "own", runtimeUrl, ownerUrl, runtimeLogin: login, stop: async () => {} };
}

/** Runs `work` with one connection of the owner. */
export async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "linli-owner" });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Reads what is there. Refuses a half-finished restore and a database of a newer Linli. */
export async function readLevel(server: Server, folder: DataFolder): Promise<Level> {
  return asOwner(server.ownerUrl, async (client) => {
    const { rows } = await client.query(
      `select to_regnamespace($1) is not null as half, to_regclass('foundation.migrations') is not null as some,
      to_regclass('foundation.installation') is not null as named`,
      [UNFINISHED_RESTORE],
    );
    if (rows[0].half) throw new Refusal("start.halfRestored", { folder: folder.home });
    const known = readMigrations();
    if (!rows[0].some) return { empty: true, waiting: known.map((one) => one.name), installation: undefined };
    const applied = (
      await client.query<{ number: number; name: string; hash: string }>(
        "select number, name, hash from foundation.migrations order by number",
      )
    ).rows;
    const newer = applied.filter((row) => !known.some((one) => one.number === row.number));
    if (newer.length) throw new Refusal("start.newer", { names: newer.map((row) => row.name).join(", ") });
    const changed = applied.filter((row) => known.some((one) => one.number === row.number && one.hash !== row.hash));
    if (changed.length) throw new Refusal("start.changed", { names: changed.map((row) => row.name).join(", ") });
    const done = new Set(applied.map((row) => row.number));
    const waiting = known.filter((one) => !done.has(one.number)).map((one) => one.name);
    return { empty: applied.length === 0, waiting, installation: rows[0].named ? await findInstallation(client) : undefined };
  });
}

/** The installation row, once the first setting-up was begun. */
export async function findInstallation(client: pg.Client): Promise<Installation | undefined> {
  const { rows } = await client.query(
    `select county_code as county, demonstration, setup, key_fingerprint as fingerprint from foundation.installation`,
  );
  return rows[0];
}

/** Writes that setting-up has begun; `finishInstallation` says that it is whole. */
export const beginInstallation = (server: Server, county: number, demonstration: boolean, fingerprint: string): Promise<void> =>
  asOwner(server.ownerUrl, async (client) => {
    await client.query(
      `insert into foundation.installation (county_code, demonstration, setup, key_fingerprint) values ($1, $2, 'begun', $3)
      on conflict (only_one) do update set county_code = excluded.county_code, demonstration = excluded.demonstration, key_fingerprint = excluded.key_fingerprint`,
      [county, demonstration, fingerprint],
    );
  });

export const finishInstallation = (server: Server): Promise<void> =>
  asOwner(server.ownerUrl, async (client) => {
    await client.query("update foundation.installation set setup = 'finished'");
  });

/** Empties a database whose setting-up was broken off: every schema of ours goes, none of it was ever used. */
export const emptyDatabase = (server: Server): Promise<void> =>
  asOwner(server.ownerUrl, async (client) => {
    const { rows } = await client.query(
      "select nspname from pg_namespace where nspowner = current_user::regrole and nspname !~ '^pg_' and nspname <> 'public'",
    );
    for (const { nspname } of rows) await client.query(`drop schema ${pg.escapeIdentifier(nspname)} cascade`);
  });

/** Brings the schema up to date; a database with data in it is backed up first. Returns the names applied. */
export async function upgrade(
  server: Server,
  folder: DataFolder,
  level: Level,
  say: { migrating(name: string, index: number, total: number): void; backupFirst(): void; backedUp(file: string): void },
): Promise<string[]> {
  if (level.waiting.length && !level.empty && level.installation?.setup === "finished") {
    say.backupFirst();
    const file = join(folder.backups, `before-upgrade-${new Date().toISOString().replaceAll(/[:.]/g, "-")}.zip`);
    await backup(server.ownerUrl, folder.files, file);
    say.backedUp(file);
  }
  return migrate(server.ownerUrl, server.runtimeLogin, say.migrating);
}
