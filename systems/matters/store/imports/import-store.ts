import type { Actor } from "../../../../foundation/db/actor.ts";
import { read, type Tx, withActor } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import type { Services } from "../../services.ts";
import type { ImportRecord, ImportState } from "./shapes.ts";

const COLUMNS = `id, name, state, kind, encoding, sheet, sheet_index, header_row, columns, warnings, shift_years, pseudonyms, total, read_rows, new_rows, skipped_rows, error_rows,
  notes, problems, resume_row, undone_rows, kept_rows, indexed_until, indexed_rows, failure, by_post, created_at, started_at, finished_at, worked_seconds, updated_at`;

/** Throws `imports.not-found` (404) where this county has no such import. */
export async function getImport(services: Services, actor: Actor, id: string): Promise<ImportRecord> {
  const [found] = await read<ImportRecord>(
    services.db,
    actor,
    `select ${COLUMNS} from matters.imports where county_code = $1 and id = $2`,
    [actor.county, id],
  );
  if (!found) throw new Refusal("imports.not-found", {}, { status: 404 });
  return found;
}

/** The newest hundred. */
export const listImports = (services: Services, actor: Actor): Promise<ImportRecord[]> =>
  read<ImportRecord>(
    services.db,
    actor,
    `select ${COLUMNS} from matters.imports where county_code = $1 order by created_at desc, id limit 100`,
    [actor.county],
  );

export type ImportChange = Partial<Omit<ImportRecord, "id" | "updated_at" | "created_at">>;
const JSON_COLUMNS = new Set(["columns", "warnings", "notes", "problems"]);

/** Changes an import where it is in one of these states; false where it is not (any more). */
export async function setImport(
  services: Services,
  actor: Actor,
  id: string,
  from: readonly ImportState[],
  change: ImportChange,
  also?: (tx: Tx) => Promise<void>,
): Promise<boolean> {
  const names = Object.keys(change) as (keyof ImportChange)[];
  const sets = names.map((name, index) => `${name} = $${index + 4}${JSON_COLUMNS.has(name) ? "::jsonb" : ""}`);
  const values = names.map((name) => (JSON_COLUMNS.has(name) ? JSON.stringify(change[name]) : change[name]));
  return withActor(services.db, actor, async (tx) => {
    const done = await tx.query(
      `update matters.imports set ${[...sets, "updated_at = clock_timestamp()"].join(", ")} where county_code = $1 and id = $2 and state = any ($3)`,
      [actor.county, id, from, ...values],
    );
    if (done.rowCount !== 1) return false;
    await also?.(tx);
    return true;
  });
}

export async function addImport(
  services: Services,
  actor: Actor,
  record: Pick<
    ImportRecord,
    "id" | "name" | "kind" | "encoding" | "sheet" | "sheet_index" | "header_row" | "columns" | "warnings" | "total" | "by_post"
  >,
): Promise<void> {
  await withActor(services.db, actor, (tx) =>
    tx.query(
      `insert into matters.imports (county_code, id, name, state, kind, encoding, sheet, sheet_index, header_row, columns, warnings, total, by_post, created_at, updated_at)
       values ($1, $2, $3, 'uploaded', $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, $11, $12, $13, $13)`,
      [
        actor.county,
        record.id,
        record.name,
        record.kind,
        record.encoding,
        record.sheet,
        record.sheet_index,
        record.header_row,
        JSON.stringify(record.columns),
        JSON.stringify(record.warnings),
        record.total,
        record.by_post,
        services.clock.now(),
      ],
    ),
  );
}
