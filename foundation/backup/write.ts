import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { ZipFile } from "yazl";
import { syncPath } from "../private-file.ts";
import { copyOut, sequences, tablesInOrder } from "./catalogue.ts";
import { MANIFEST, type Manifest, type Progress, type TableEntry } from "./manifest.ts";

export interface BackupSummary {
  readonly file: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

/** A stream that passes everything on and knows its size and SHA-256 afterwards. */
export function measuring(): { stream: Transform; result(): { bytes: number; sha256: string } } {
  const hash = createHash("sha256");
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ bytes, sha256: hash.digest("hex") }) };
}

/**
 * Writes everything that the owner's database holds as of one moment (one REPEATABLE READ snapshot, writers are not held up),
 * with the attachments, into one zip file (0600) that appears under its name only when whole and on disk.
 * Never contains the key file. Throws where row-level security would hide a row from the owner.
 */
export async function backup(
  ownerUrl: string,
  filesFolder: string,
  file: string,
  onProgress: Progress = () => {},
): Promise<BackupSummary> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const part = `${file}.part`;
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "linli-backup" });
  client.on("error", () => {});
  await client.connect();
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(part, { mode: 0o600 }));
  written.catch(() => {});
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query(
      "set local row_security = off; set local statement_timeout = 0; set local search_path = pg_catalog; set local timezone = 'UTC'; set local datestyle = 'ISO'; set local extra_float_digits = 3",
    );
    const manifest = await fill(zip, client, filesFolder, onProgress, written);
    zip.addBuffer(Buffer.from(JSON.stringify(manifest, null, 1)), MANIFEST, { mode: 0o100600 });
    zip.end();
    await written;
    await client.query("commit");
    syncPath(part);
    renameSync(part, file);
    syncPath(dirname(file));
    return {
      file,
      tables: manifest.tables.length,
      rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
      files: manifest.files.length,
    };
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

async function fill(
  zip: ZipFile,
  client: pg.Client,
  filesFolder: string,
  onProgress: Progress,
  written: Promise<void>,
): Promise<Manifest> {
  const { tables } = await tablesInOrder(client);
  const entries: TableEntry[] = [];
  for (const [index, table] of tables.entries()) {
    onProgress(`${table.schema}.${table.name}`, index + 1, tables.length + 1);
    const entry = `tables/${table.schema}.${table.name}.copy`;
    const rows = client.query(copyTo(copyOut(table)));
    const { sha256 } = await addStream(zip, rows, entry, written);
    entries.push({ table: table.quoted, entry, columns: table.columns, rows: rows.rowCount, sha256 });
  }
  onProgress("files", tables.length + 1, tables.length + 1);
  const files: Manifest["files"][number][] = [];
  for (const path of attachments(filesFolder)) {
    files.push({ path, ...(await addStream(zip, createReadStream(join(filesFolder, path)), `files/${path}`, written)) });
  }
  const migrations = (await client.query("select number, name, hash from foundation.migrations order by applied_at, number"))
    .rows;
  const server = (await client.query("show server_version")).rows[0].server_version as string;
  return {
    format: "linli-backup",
    version: 1,
    takenAt: new Date().toISOString(),
    server,
    migrations,
    tables: entries,
    sequences: await sequences(client),
    files,
  };
}

/** Adds one entry and waits until the zip has taken all of it, so that one connection can serve table after table. */
async function addStream(
  zip: ZipFile,
  source: NodeJS.ReadableStream,
  entry: string,
  written: Promise<void>,
): Promise<{ bytes: number; sha256: string }> {
  const { stream, result } = measuring();
  zip.addReadStream(stream, entry, { mode: 0o100600, forceZip64Format: true });
  const broken = written.then(() => {
    throw new Error("the archive was closed early");
  }); // a full disk must end the wait
  broken.catch(() => {});
  await Promise.race([pipeline(source, stream), broken]);
  return result();
}

/** Paths inside the folder, with slashes; hidden and half-written ones are left out. */
function attachments(folder: string): string[] {
  let found: ReturnType<typeof readdirSync>;
  try {
    found = readdirSync(folder, { recursive: true, withFileTypes: true }) as never;
  } catch {
    return [];
  }
  const entries = found as unknown as { isFile(): boolean; name: string; parentPath: string }[];
  const paths = entries.filter((entry) => entry.isFile() && !entry.name.startsWith(".") && !/\.(part|tmp)$/.test(entry.name));
  return paths.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/")).sort();
}
