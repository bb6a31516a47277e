import { jobActor } from "../../../../foundation/db/actor.ts";
import { read } from "../../../../foundation/db/pool.ts";
import type { Services } from "../../services.ts";
import { fileOf } from "../../store/imports/import-files.ts";
import { getImport, setImport } from "../../store/imports/import-store.ts";
import { IMPORT_LIMITS, type ImportProblem, type ImportRecord } from "../../store/imports/shapes.ts";
import { placeFinder } from "./compose-row.ts";
import { noteKind, readChunks } from "./read-chunks.ts";
import type { RunOptions } from "./run-import.ts";
import { KeyMemory } from "./source-key.ts";

/** Tries the mapping on every row of a sheet: counts, problems by row, repeats within the file and against earlier imports. Writes no matter. */
export async function checkImport(services: Services, county: number, id: string, options: RunOptions): Promise<ImportRecord> {
  const actor = jobActor(county);
  const record = await getImport(services, actor, id);
  if (record.state !== "dry-run") return record;
  const books = await services.books(county);
  const placeOf = placeFinder(books, record.pseudonyms);
  const began = performance.now();
  const notes: Record<string, number> = {};
  const problems: ImportProblem[] = [];
  let [rows, fresh, skipped, errors, reached] = [0, 0, 0, 0, 0];
  for await (const chunk of readChunks(services, books, record, fileOf(options.folder, id), 0, new KeyMemory())) {
    const known = new Map(
      (
        await read<{ source_key: string; content: string }>(
          services.db,
          actor,
          "select source_key, content from matters.import_rows where county_code = $1 and source_key = any ($2::uuid[])",
          [county, chunk.rows.map((row) => row.sourceKey)],
        )
      ).map((row) => [row.source_key, row.content]),
    );
    for (const { row, sourceKey, contentKey } of chunk.rows) {
      const before = known.get(sourceKey);
      if (before === undefined) {
        fresh++;
        const found: ImportProblem[] = [];
        placeOf(row, row.title, found);
        for (const note of found) chunk.problems.add(note, noteKind(note.code));
      } else if (before === contentKey) {
        skipped++;
        chunk.problems.add({ row: row.row, code: "imports.known", facts: {} }, "counted");
      } else {
        errors++;
        chunk.problems.add({ row: row.row, code: "imports.other-content", facts: {} }, "error");
      }
    }
    rows += chunk.read;
    skipped += chunk.repeated;
    errors += chunk.errors;
    reached = chunk.reached;
    const found = chunk.problems.take();
    for (const [code, many] of Object.entries(found.notes)) notes[code] = (notes[code] ?? 0) + many;
    problems.push(...found.listed.slice(0, IMPORT_LIMITS.problems - problems.length));
    const seconds = (performance.now() - began) / 1000;
    const stays = await setImport(services, actor, id, ["dry-run"], {
      read_rows: rows,
      new_rows: fresh,
      skipped_rows: skipped,
      error_rows: errors,
      notes,
      problems,
      worked_seconds: seconds,
    });
    if (!stays || options.stopped?.()) return getImport(services, actor, id);
    options.onChunk?.({ read: rows, written: fresh, perSecond: rows / seconds });
  }
  const empty = Math.max(0, reached - record.header_row - rows);
  await setImport(services, actor, id, ["dry-run"], {
    state: "checked",
    total: rows,
    notes: { ...notes, ...(empty > 0 && { "imports.empty-rows": empty }) },
  });
  return getImport(services, actor, id);
}
