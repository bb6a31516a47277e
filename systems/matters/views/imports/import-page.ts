import type { z } from "zod";
import type { Actor } from "../../../../foundation/db/actor.ts";
import { sentenceOf } from "../../../../foundation/http/refusals.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { sheetWarnings } from "../../../../foundation/sheets/index.ts";
import type { ImportPage } from "../../contract.ts";
import type { Services } from "../../services.ts";
import { readSamples } from "../../store/imports/import-files.ts";
import { getImport } from "../../store/imports/import-store.ts";
import type { ImportRecord } from "../../store/imports/shapes.ts";
import { whyNotUndone } from "../../store/imports/why-not-undone.ts";
import { problemSentence } from "../../store/imports/words.table.ts";
import { importReport, REASONS } from "./import-report.ts";

type Warnings = Record<string, Record<"zh-CN" | "en", (facts: Readonly<Record<string, unknown>>) => string>>;

const ENDED = ["done", "stopped", "undoing", "undone", "failed"];

/** What a list of imports shows of one. */
export const importLine = (record: ImportRecord) => ({
  id: record.id,
  name: record.name,
  state: record.state,
  counts: {
    read: record.read_rows,
    new: record.new_rows,
    skipped: record.skipped_rows,
    errors: record.error_rows,
    total: record.total,
  },
  progress: progressOf(record),
  startedAt: record.started_at?.toISOString() ?? null,
  finishedAt: record.finished_at?.toISOString() ?? null,
});

function progressOf(record: ImportRecord) {
  if (record.state === "undoing" || record.state === "undone")
    return { done: record.undone_rows, total: record.new_rows, perSecond: null };
  return {
    done: record.read_rows,
    total: record.total,
    perSecond: record.worked_seconds > 0 ? Math.round(record.read_rows / record.worked_seconds) : null,
  };
}

/** One import as the desk and the command line show it. Throws `imports.not-found`. */
export async function importPage(
  services: Services,
  actor: Actor,
  id: string,
  folder: string,
): Promise<z.input<typeof ImportPage>> {
  const record = await getImport(services, actor, id);
  const samples = await readSamples(folder, id);
  const refused = await whyNotUndone(services, actor, record);
  const locale = actor.locale;
  return {
    ...importLine(record),
    kind: record.kind,
    encoding: record.encoding,
    sheet: record.sheet,
    headerRow: record.header_row,
    columns: record.columns.map((column) => ({
      ...column,
      samples: [...(samples[column.index] ?? [])],
      reason: column.reason
        .split(" ")
        .map((reason) => REASONS[reason]?.[locale] ?? reason)
        .join(locale === "en" ? "; " : "，"),
    })),
    warnings: record.warnings.map(
      (warning) => (sheetWarnings as unknown as Warnings)[warning.code]?.[locale](warning.facts) ?? warning.code,
    ),
    options: { shiftYears: record.shift_years, pseudonyms: record.pseudonyms, door: "spreadsheet" },
    problems: [...record.problems]
      .sort((a, b) => a.row - b.row)
      .map((problem) => ({
        row: problem.row,
        column: problem.column ?? null,
        sentence: problemSentence(problem.code, problem.facts, locale),
      })),
    undoable: { yes: refused === undefined, why: refused ? sentenceOf(refused, locale) : null },
    report:
      ENDED.includes(record.state) || record.state === "checked"
        ? importReport(record, locale, record.failure ? sentenceOf(new Refusal(record.failure), locale) : null)
        : null,
  };
}
