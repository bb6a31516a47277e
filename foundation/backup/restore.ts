import { createWriteStream, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { migrate, readMigrations } from "../db/migrate.ts";
import { Refusal } from "../refusal.ts";
import { type Archive, openArchive } from "./archive.ts";
import { copyIn, type ForeignKey, tablesInOrder } from "./catalogue.ts";
import type { Manifest, Progress } from "./manifest.ts";
import { measuring } from "./write.ts";

/** While this schema stands in a database, a restore was begun there and not finished; nothing may start on it. */
export const UNFINISHED_RESTORE = "linli_restore_unfinished";

export interface RestoreSummary {
  readonly takenAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** Migrations applied after the archive's level. */
  readonly upgraded: readonly string[];
}

/**
 * Fills an empty database (no tables of ours) and `filesFolder` from an archive: migrates to exactly the archive's level, copies
 * every table in within one transaction, compares row counts and SHA-256, puts the attachments in place, then migrates up.
 * Broken off at any point it leaves `UNFINISHED_RESTORE` behind. Refuses `backup.*`.
 */
export async function restore(
  ownerUrl: string,
  runtimeLogin: string,
  file: string,
  filesFolder: string,
  onProgress: Progress = () => {},
): Promise<RestoreSummary> {
  const archive = await openArchive(file);
  try {
    const { manifest } = archive;
    checkLevel(manifest, file);
    await once(ownerUrl, (client) => client.query(`create schema ${UNFINISHED_RESTORE}`));
    await migrate(
      ownerUrl,
      runtimeLogin,
      () => {},
      manifest.migrations.map((one) => one.number),
    );
    await once(ownerUrl, (client) => fillTables(client, archive, file, onProgress));
    await fillFiles(archive, filesFolder, file);
    const upgraded = await migrate(ownerUrl, runtimeLogin);
    await once(ownerUrl, (client) => client.query(`analyze; drop schema ${UNFINISHED_RESTORE}`));
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { takenAt: manifest.takenAt, tables: manifest.tables.length, rows, files: manifest.files.length, upgraded };
  } finally {
    archive.close();
  }
}

function checkLevel(manifest: Manifest, file: string): void {
  const known = new Map(readMigrations().map((one) => [one.number, one]));
  const newer = manifest.migrations.filter((one) => !known.has(one.number));
  if (newer.length) throw new Refusal("backup.newer", { file, names: newer.map((one) => one.name).join(", ") });
  const other = manifest.migrations.filter((one) => known.get(one.number)?.hash !== one.hash);
  if (other.length) throw new Refusal("backup.otherLevel", { file, names: other.map((one) => one.name).join(", ") });
}

async function once<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "linli-restore" });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function fillTables(client: pg.Client, archive: Archive, file: string, onProgress: Progress): Promise<void> {
  const { tables, cyclic } = await tablesInOrder(client);
  const entries = new Map(archive.manifest.tables.map((entry) => [entry.table, entry]));
  const strangers = [...entries.keys()].filter((name) => !tables.some((table) => table.quoted === name));
  if (strangers.length) throw new Refusal("backup.broken", { file, detail: strangers.join(", ") });
  await client.query("begin");
  await client.query("set local row_security = off; set local statement_timeout = 0; set local search_path = pg_catalog");
  if (tables.length) await client.query(`truncate ${tables.map((table) => table.quoted).join(", ")} cascade`);
  for (const key of cyclic) await client.query(`alter table ${key.from} drop constraint ${key.name}`);
  for (const [index, table] of tables.entries()) {
    const entry = entries.get(table.quoted);
    if (!entry) continue;
    onProgress(`${table.schema}.${table.name}`, index + 1, tables.length);
    const { stream, result } = measuring();
    const into = client.query(copyFrom(copyIn(table, entry.columns)));
    await pipeline(await archive.open(entry.entry), stream, into);
    const { rows } = await client.query(`select count(*)::text as count from ${table.quoted}`);
    if (result().sha256 !== entry.sha256 || Number(rows[0].count) !== entry.rows)
      throw new Refusal("backup.differs", { file, part: table.quoted });
  }
  for (const key of cyclic) await client.query(restated(key));
  for (const { quoted, last, called } of archive.manifest.sequences)
    await client.query("select setval($1::regclass, $2::bigint, $3)", [quoted, last, called]);
  for (const { view } of (
    await client.query("select quote_ident(schemaname) || '.' || quote_ident(matviewname) as view from pg_matviews")
  ).rows)
    await client.query(`refresh materialized view ${view}`);
  await client.query("commit");
}

const restated = (key: ForeignKey): string => `alter table ${key.from} add constraint ${key.name} ${key.definition}`;

/** Attachments are written beside their place and take it only when all of them are whole. */
async function fillFiles(archive: Archive, folder: string, file: string): Promise<void> {
  const making = `${folder}.restoring`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  for (const entry of archive.manifest.files) {
    const target = normalize(join(making, entry.path));
    if (!target.startsWith(making)) throw new Refusal("backup.broken", { file, detail: entry.path });
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    const { stream, result } = measuring();
    await pipeline(await archive.open(`files/${entry.path}`), stream, createWriteStream(target, { mode: 0o600 }));
    const { bytes, sha256 } = result();
    if (bytes !== entry.bytes || sha256 !== entry.sha256) throw new Refusal("backup.differs", { file, part: entry.path });
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(making, folder);
}
