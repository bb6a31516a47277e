import type { Readable } from "node:stream";
import type { Actor } from "../../../../foundation/db/actor.ts";
import { newId } from "../../../../foundation/ids.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { inspectSheet, proposeMapping, type SheetColumn, type SheetFinding } from "../../../../foundation/sheets/index.ts";
import type { Services } from "../../services.ts";
import { IMPORT_TARGETS, type ImportField } from "../../store/imports/fields.table.ts";
import { dropSheet, fileOf, keepSamples, keepSheet } from "../../store/imports/import-files.ts";
import { addImport } from "../../store/imports/import-store.ts";
import type { ImportColumn } from "../../store/imports/shapes.ts";

const NAME = 200;

/** Which column fills which field, with the reason; columns that no field takes are left out of the import. */
export function proposeColumns(columns: readonly SheetColumn[]): ImportColumn[] {
  const matches = new Map(proposeMapping(columns, IMPORT_TARGETS).matches.map((match) => [match.column, match]));
  return columns.map((column) => {
    const match = matches.get(column.index);
    return {
      index: column.index,
      name: column.name || `第 ${column.index + 1} 列`,
      field: (match?.field ?? "ignore") as ImportField,
      reason: match?.reasons.map((reason) => reason.code).join(" ") ?? "unused",
      confidence: match?.confidence ?? 0,
    };
  });
}

/** The sheet with most rows below a header, the first of equals. */
const richest = (sheets: readonly SheetFinding[]): number =>
  sheets.reduce(
    (best, sheet, index) =>
      sheet.columns.length > 0 && sheet.rowEstimate > (sheets[best]?.columns.length ? sheets[best].rowEstimate : -1)
        ? index
        : best,
    0,
  );

/**
 * Takes a spreadsheet in and looks at it: nothing but its name and header reaches the database. Answers the import's id.
 * Throws what inspecting throws (sheet.*), and `imports.nothing-in-it`.
 */
export async function bringSheet(
  services: Services,
  actor: Actor,
  sheet: { readonly name: string; readonly bytes: Readable; readonly folder: string; readonly tooLarge?: () => boolean },
): Promise<string> {
  const id = newId();
  await keepSheet(sheet.folder, id, sheet.bytes);
  try {
    if (sheet.tooLarge?.()) throw new Refusal("http.too-large", {}, { status: 413 });
    const inspection = await inspectSheet(fileOf(sheet.folder, id), sheet.name);
    const at = richest(inspection.sheets);
    const found = inspection.sheets[at];
    if (!found || found.columns.length === 0 || found.rowEstimate === 0) throw new Refusal("imports.nothing-in-it");
    keepSamples(sheet.folder, id, Object.fromEntries(found.columns.map((column) => [column.index, column.samples])));
    await addImport(services, actor, {
      id,
      name: sheet.name.toWellFormed().replaceAll("\u0000", "").slice(0, NAME),
      kind: inspection.kind,
      encoding: inspection.encoding ?? null,
      sheet: found.name,
      sheet_index: at,
      header_row: found.headerRow,
      columns: proposeColumns(found.columns),
      warnings: inspection.warnings,
      total: found.rowEstimate,
      by_post: actor.post ?? null,
    });
    return id;
  } catch (error) {
    await dropSheet(sheet.folder, id);
    throw error;
  }
}
