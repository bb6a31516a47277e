import { Readable } from "node:stream";
import type { Actor } from "../../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../../foundation/db/pool.ts";
import { newId } from "../../../../foundation/ids.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { csvLines, type OutCell, type OutColumn, writeXlsx } from "../../../../foundation/sheets/index.ts";
import { formatDateTime } from "../../../../foundation/time/index.ts";
import { Filters } from "../../contract.ts";
import type { Services } from "../../services.ts";
import type { Books } from "../../store/books.ts";
import { placeWords } from "../place-words.ts";
import { conditionsOf, type FilterValues } from "../queue/conditions.ts";
import { EXPORT_NAMES, UPPER_NAMES, wordOf } from "./export-words.table.ts";

const PAGE = 2000;

export interface ExportRow {
  id: string;
  number: string;
  title: string;
  body: string;
  kind: string | null;
  category_code: string | null;
  place_id: string | null;
  state: string;
  lead_unit: string | null;
  received_at: Date;
  due_at: Date;
  closed_at: Date | null;
  outcome: string | null;
  external: { number?: string; columns?: Record<string, string> } | null;
  reply: string | null;
}

/** The filters of a list's URL, as that list reads them. Throws `exports.bad-filter`. */
export function filtersOf(url: string): FilterValues {
  const given = new URLSearchParams(url.includes("?") ? url.slice(url.indexOf("?") + 1) : url);
  const asked: Record<string, string | string[]> = {};
  for (const name of new Set(given.keys()))
    if (name in Filters.shape) asked[name] = given.getAll(name).length > 1 ? given.getAll(name) : given.get(name)!;
  const parsed = Filters.safeParse(asked);
  if (!parsed.success) throw new Refusal("exports.bad-filter", {}, { status: 400 });
  return parsed.data;
}

/** Matters that meet the filters and that the reader may see, oldest id first, a page at a time; `upper`: only orders of a higher platform. */
export async function* exportRows(
  services: Services,
  actor: Actor,
  filters: FilterValues,
  options: { readonly upper?: boolean } = {},
): AsyncGenerator<ExportRow> {
  const books = await services.books(actor.county);
  const { from, where, values } = conditionsOf(
    actor.county,
    filters,
    "oldest",
    books,
    services.clock.now(),
    services.sealer.lookupOf,
  );
  const after = `$${values.length + 1}`;
  const reply = "ledger.last_reply(m.county_code, m.id)";
  for (let last = "00000000-0000-0000-0000-000000000000"; ; ) {
    const rows = await withActor(
      services.db,
      actor,
      async (tx: Tx) =>
        (
          await tx.query<ExportRow>(
            `select m.id, m.number, m.title, m.body, m.kind, m.category_code, m.place_id, m.state, m.lead_unit, m.received_at, m.due_at, m.closed_at, m.outcome, m.external, ${options.upper ? reply : "null"} as reply
       from ${from} where ${where} and m.id > ${after}${options.upper ? " and m.external is not null" : ""} order by m.id limit ${PAGE}`,
            [...values, last],
          )
        ).rows,
      { readOnly: true },
    );
    for (const row of rows) services.readings.note(actor, row.id, "export", services.clock.now());
    yield* rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1)!.id;
  }
}

/** Columns without a person in them. */
export const exportColumns = (locale: Actor["locale"]): OutColumn[] =>
  EXPORT_NAMES.map((name) => ({ name: name[locale], ...(name.width && { width: name.width }) }));

export function exportCells(books: Books, locale: Actor["locale"], row: ExportRow): OutCell[] {
  const category = row.category_code ? books.categories.get(row.category_code) : undefined;
  const at = (instant: Date | null) => instant && formatDateTime(instant, locale);
  return [
    row.number,
    row.title,
    row.body,
    wordOf(row.kind, locale),
    category ? (locale === "en" ? category.name.en : category.name.zh) : null,
    placeWords(books, row.place_id),
    wordOf(row.state, locale),
    row.lead_unit ? (books.units.get(row.lead_unit)?.name ?? null) : null,
    at(row.received_at),
    at(row.due_at),
    at(row.closed_at),
    wordOf(row.outcome, locale),
  ];
}

export interface Exported {
  readonly name: string;
  readonly type: string;
  readonly body: Readable | Buffer;
}

/**
 * The filtered list as a spreadsheet, formulas guarded; no column speaks of a person. That it was taken, by which post and by
 * which filters, is kept. CSV streams whatever its length; XLSX takes 100,000 rows (`sheet.too-many-rows-for-xlsx`).
 */
export async function exportList(
  services: Services,
  actor: Actor,
  asked: { readonly as: "csv" | "xlsx"; readonly url: string },
): Promise<Exported> {
  const filters = filtersOf(asked.url);
  const books = await services.books(actor.county);
  const columns = exportColumns(actor.locale);
  const cells = (async function* () {
    for await (const row of exportRows(services, actor, filters)) yield exportCells(books, actor.locale, row);
  })();
  await tellExport(services, actor, asked);
  const name = `linli-${new Date(services.clock.now()).toISOString().slice(0, 10)}.${asked.as}`;
  if (asked.as === "csv") return { name, type: "text/csv; charset=utf-8", body: Readable.from(csvLines(columns, cells)) };
  const rows: OutCell[][] = [];
  for await (const row of cells) {
    rows.push(row);
    if (rows.length > 100_000)
      throw new Refusal("sheet.too-many-rows-for-xlsx", { rows: `> ${100_000}`, limit: 100_000 }, { status: 413 });
  }
  return {
    name,
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    body: await writeXlsx([{ name: actor.locale === "en" ? "Matters" : "事项", columns, rows }]),
  };
}

/** One line that a list was taken. The filters' words are not kept: they may be a resident's. */
async function tellExport(services: Services, actor: Actor, asked: { readonly as: string; readonly url: string }): Promise<void> {
  const names = [...new Set(new URLSearchParams(asked.url.slice(asked.url.indexOf("?") + 1)).keys())].filter(
    (name) => name in Filters.shape,
  );
  await withActor(services.db, actor, (tx) =>
    tx.query("insert into matters.exports (county_code, id, by_post, form, filters, at) values ($1, $2, $3, $4, $5, $6)", [
      actor.county,
      newId(),
      actor.post ?? null,
      asked.as,
      names,
      services.clock.now(),
    ]),
  );
}

/**
 * The replies to a higher platform's orders: its number, its own columns as they came, then our number, state and reply, so that the
 * sheet can go back the way it came.
 */
export async function upperReplies(
  services: Services,
  actor: Actor,
  url: string,
): Promise<{ columns: OutColumn[]; rows: OutCell[][] }> {
  const found: ExportRow[] = [];
  const names = new Set<string>();
  for await (const row of exportRows(services, actor, filtersOf(url), { upper: true })) {
    found.push(row);
    for (const name of Object.keys(row.external?.columns ?? {})) names.add(name);
  }
  await tellExport(services, actor, { as: "xlsx", url });
  const { number, ours, state, reply } = UPPER_NAMES;
  const at = actor.locale;
  const rows = found.map((row) => [
    row.external?.number ?? "",
    ...[...names].map((name) => row.external?.columns?.[name] ?? ""),
    row.number,
    wordOf(row.state, at),
    row.reply,
  ]);
  return { columns: [number[at], ...names, ours[at], state[at], reply[at]].map((name) => ({ name })), rows };
}
