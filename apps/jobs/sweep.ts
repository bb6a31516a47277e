import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { jobActor } from "../../foundation/db/actor.ts";
import { read, withActor } from "../../foundation/db/pool.ts";
import { removeFile } from "../../foundation/files/index.ts";
import { DAY } from "../../foundation/time/index.ts";
import type { Services } from "../../systems/matters/index.ts";
import { dropSheet } from "../../systems/matters/index.ts";
import { endOldSessions } from "../../systems/teams/index.ts";

const KEEP = { drafts: 30 * DAY, files: 2 * DAY, sheets: 7 * DAY } as const;

export interface Swept {
  readonly drafts: number;
  readonly sessions: number;
  readonly files: number;
  readonly sheets: number;
}

/** What ran out goes: drafts after 30 days, sign-ins, files that never became part of a matter, sheets of imports that ended a week ago. */
export async function sweep(
  services: Services,
  county: number,
  folders: { readonly files: string; readonly imports: string },
): Promise<Swept> {
  const actor = jobActor(county);
  const now = services.clock.now();
  const before = (age: number) => new Date(now.getTime() - age);
  const drafts = await withActor(
    services.db,
    actor,
    async (tx) =>
      (await tx.query("delete from foundation.drafts where county_code = $1 and saved_at < $2", [county, before(KEEP.drafts)]))
        .rowCount ?? 0,
  );
  const sessions = await endOldSessions(services.db, county, now);
  const left = await read<{ id: string }>(
    services.db,
    actor,
    "select id from foundation.files where county_code = $1 and matter_id is null and at < $2 limit 1000",
    [county, before(KEEP.files)],
  );
  let files = 0;
  for (const { id } of left) {
    const gone = await withActor(services.db, actor, (tx) =>
      tx.query("delete from foundation.files where county_code = $1 and id = $2 and matter_id is null", [county, id]),
    );
    if (gone.rowCount === 0) continue;
    await removeFile(folders.files, id);
    files++;
  }
  return { drafts, sessions, files, sheets: await sweepSheets(services, county, folders.imports, before(KEEP.sheets)) };
}

async function sweepSheets(services: Services, county: number, folder: string, before: Date): Promise<number> {
  const names: string[] = [];
  // a sheet that is just being brought has no row yet
  for (const name of await readdir(folder).catch(() => []))
    if (/^[0-9a-f-]{36}$/.test(name) && (await stat(join(folder, name))).mtime < new Date(Date.now() - DAY)) names.push(name);
  const kept = await read<{ id: string }>(
    services.db,
    jobActor(county),
    "select id from matters.imports where county_code = $1 and id = any ($2::uuid[]) and (state in ('dry-run', 'running', 'undoing') or updated_at > $3)",
    [county, names, before],
  );
  const stays = new Set(kept.map((row) => row.id));
  const gone = names.filter((name) => !stays.has(name));
  for (const name of gone) await dropSheet(folder, name);
  return gone.length;
}
