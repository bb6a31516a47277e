import { hash } from "node:crypto";
import type { Tx } from "../../../foundation/db/pool.ts";
import { csvLines, type OutCell, writeXlsx } from "../../../foundation/sheets/index.ts";
import { formatDateTime } from "../../../foundation/time/index.ts";
import type { Platform } from "../../matters/contract.ts";
import type { Books } from "../../matters/index.ts";
import { whatIsSent } from "../rules/what-is-sent.rule.ts";
import type { OrderRow } from "./orders.ts";

/** Names of the attachments of the answers sent, by their ids. */
export async function evidenceNames(tx: Tx, county: number, rows: readonly OrderRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap((row) => row.files);
  if (ids.length === 0) return new Map();
  const { rows: files } = await tx.query<{ id: string; name: string }>(
    "select id, name from foundation.files where county_code = $1 and id = any ($2::uuid[])",
    [county, ids],
  );
  return new Map(files.map(({ id, name }) => [id, name]));
}

/** One order in the platform's own columns. Dates are written as the platform's users read them, in Shanghai. */
export function cellsOf(row: OrderRow, layout: Platform, books: Books, evidence: ReadonlyMap<string, string>): OutCell[] {
  const at = (instant: Date | null) => instant && formatDateTime(instant, "zh-CN");
  const sent = whatIsSent(row, layout);
  const word = "word" in sent ? sent.word : "";
  const written: Record<(typeof layout.columns)[number]["field"], (value: string | undefined, name: string) => OutCell> = {
    number: () => row.external.number,
    "our-number": () => row.number,
    title: () => row.title,
    state: () => word,
    outcome: () => word,
    reply: () => row.reply,
    "answered-at": () => at(row.answered_at),
    "closed-at": () => at(row.closed_at),
    "due-at": () => at(row.due_at),
    unit: () => books.units.get(row.lead_unit ?? row.received_by)?.name ?? "",
    evidence: () => row.files.map((id) => evidence.get(id) ?? id).join("；"),
    theirs: (value, name) => row.external.columns?.[value ?? name] ?? "",
    fixed: (value) => value ?? "",
  };
  return layout.columns.map((column) => written[column.field](column.value, column.name));
}

/** The bytes of the file, formulas guarded, and what they hash to. */
export async function renderFile(
  rows: readonly OrderRow[],
  layout: Platform,
  form: "csv" | "xlsx",
  books: Books,
  evidence: ReadonlyMap<string, string>,
): Promise<{ bytes: Buffer; sha256: string }> {
  const columns = layout.columns.map(({ name }) => ({ name, width: 20 }));
  const cells = rows.map((row) => cellsOf(row, layout, books, evidence));
  let bytes: Buffer;
  if (form === "xlsx") bytes = await writeXlsx([{ name: layout.name.zh, columns, rows: cells }]);
  else {
    let text = "";
    for await (const line of csvLines(columns, cells)) text += line;
    bytes = Buffer.from(text);
  }
  // a workbook carries the moment of its making, so the cells are hashed, not the bytes
  return { bytes, sha256: hash("sha256", JSON.stringify([columns.map(({ name }) => name), cells]), "hex") };
}
