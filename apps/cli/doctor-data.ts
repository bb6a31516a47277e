import { existsSync, readdirSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type pg from "pg";
import { jobActor } from "../../foundation/db/actor.ts";
import { openDatabase } from "../../foundation/db/pool.ts";
import { findRunning } from "../../foundation/postgres/running.ts";
import { DAY, dayOf } from "../../foundation/time/index.ts";
import { listCalendars } from "../../systems/clocks/index.ts";
import { makeSealer, waitingForWrapping } from "../../systems/residents/index.ts";
import { type DataFolder, readKeys } from "../settings.ts";
import { checkKeys } from "./context.ts";
import { asOwner, readLevel, type Server } from "./database.ts";
import { advice, type Finding, well, wrong } from "./finding.ts";
import { ageOf, parsedKeyFile } from "./keys-file.ts";

/** What lies in the data folder and, where the database runs, in it: keys, schema, checksums, calendar, backups. */
export async function* checkData(folder: DataFolder): AsyncGenerator<Finding> {
  const server = await findServerToAsk(folder);
  if (!server && !existsSync(join(folder.home, "postgres"))) return yield advice("doctor.newFolder", { folder: folder.home });
  yield* keyFile(folder);
  yield* backups(folder);
  if (!server) return yield advice("doctor.databaseStopped");
  try {
    const level = await readLevel(server, folder);
    if (level.installation) checkKeys(readKeys(folder.keyFile), level.installation, folder);
    if (level.waiting.length) yield advice("doctor.waiting", { count: level.waiting.length });
    yield* await asOwner(server.ownerUrl, (client) => insideDatabase(client, level.waiting.length === 0));
    if (level.installation && level.waiting.length === 0) {
      yield* calendars(server, level.installation.county);
      yield* underOlderKeys(server, folder, level.installation.county);
    }
  } catch (error) {
    yield { is: "wrong", error };
  }
}

async function findServerToAsk(folder: DataFolder): Promise<Server | undefined> {
  const { DATABASE_URL: runtimeUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  const rest = { runtimeLogin: "", stop: async () => {} };
  if (runtimeUrl && ownerUrl) return { kind: "own", runtimeUrl, ownerUrl, ...rest };
  const running = await findRunning(folder.home);
  return running && { kind: "embedded", ...running, ...rest };
}

function* keyFile(folder: DataFolder): Generator<Finding> {
  try {
    readKeys(folder.keyFile);
    yield well("doctor.keys", { file: folder.keyFile });
    if (folder.keyFile.startsWith(folder.home + sep)) yield advice("doctor.keysBeside");
    yield* ageAndPapers(folder);
  } catch (error) {
    yield { is: "wrong", error };
  }
}

const A_YEAR = 365;

/** How old the identity key is, and whether offices hold a way back that was tried within the year. */
function* ageAndPapers(folder: DataFolder): Generator<Finding> {
  const file = parsedKeyFile(folder);
  const age = ageOf(file);
  const facts = { version: file.version, ...age };
  if (!age) yield advice("doctor.keyAgeUnknown", facts);
  else yield age.days > A_YEAR ? advice("doctor.keyOld", facts) : well("doctor.keyAge", facts);
  const { recovery } = file;
  if (!recovery) return yield advice("doctor.noSplit");
  const split = { set: recovery.set, need: recovery.need, of: recovery.offices.length, drill: recovery.drilledAt?.slice(0, 10) };
  const drilled = recovery.drilledAt && Date.now() - Date.parse(recovery.drilledAt) < A_YEAR * DAY;
  yield drilled ? well("doctor.split", split) : advice("doctor.splitNotDrilled", split);
}

function* backups(folder: DataFolder): Generator<Finding> {
  const files = existsSync(folder.backups) ? readdirSync(folder.backups).filter((name) => name.endsWith(".zip")) : [];
  const times = files.map((name) => ({ file: join(folder.backups, name), at: statSync(join(folder.backups, name)).mtime }));
  const last = times.sort((a, b) => b.at.getTime() - a.at.getTime())[0];
  if (!last) return yield advice("doctor.noBackup", { folder: folder.backups });
  const facts = { file: last.file, at: dayOf(last.at) };
  yield Date.now() - last.at.getTime() > 7 * DAY ? advice("doctor.backupOld", facts) : well("doctor.backup", facts);
}

async function insideDatabase(client: pg.Client, upToDate: boolean): Promise<Finding[]> {
  const findings: Finding[] = [];
  const one = async (sql: string) => (await client.query(sql)).rows[0];
  if (upToDate) findings.push(well("doctor.level", await one("select count(*) from foundation.migrations")));
  const sums = await one(
    "select current_setting('data_checksums') as state, coalesce(sum(checksum_failures), 0)::integer as failures from pg_stat_database",
  );
  findings.push(sums.failures ? wrong("doctor.checksumsFailed", sums) : well("doctor.checksums", sums));
  return findings;
}

/** What a rotation that was broken off left under an older key. */
async function* underOlderKeys(server: Server, folder: DataFolder, county: number): AsyncGenerator<Finding> {
  const db = openDatabase(server.runtimeUrl, { size: 2 });
  try {
    const count = await waitingForWrapping(db, makeSealer(readKeys(folder.keyFile)), county);
    if (count > 0) yield advice("doctor.keysLeft", { count });
  } finally {
    await db.close();
  }
}

/** The running year's calendar, and from November on the next year's. */
async function* calendars(server: Server, county: number): AsyncGenerator<Finding> {
  const db = openDatabase(server.runtimeUrl, { size: 2 });
  try {
    const years = (await listCalendars(db, jobActor(county))).map((calendar) => calendar.year);
    const [year = 0, month = 0] = dayOf(new Date()).split("-").map(Number);
    yield years.includes(year) ? well("doctor.calendar", { years: years.join(", ") }) : advice("doctor.noCalendar", { year });
    if (month >= 11 && !years.includes(year + 1)) yield advice("doctor.noCalendar", { year: year + 1 });
  } finally {
    await db.close();
  }
}
