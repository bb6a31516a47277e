import { readDate, type SheetRow } from "../../../../foundation/sheets/index.ts";
import { LIMITS } from "../../contract.ts";
import type { Kind } from "../../rules/lifecycle.ts";
import type { Category } from "../../rules/triage/facts.ts";
import { keepable } from "../../store/command.ts";
import { type ImportField, KIND_WORDS, PERSONAL_FIELDS } from "../../store/imports/fields.table.ts";
import { IMPORT_LIMITS, type ImportColumn, type ImportProblem } from "../../store/imports/shapes.ts";

/** One row of a sheet in the county's terms, ready to be composed. */
export interface ImportRow {
  readonly row: number;
  /** The number it had where it came from. */
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly receivedAt: Date | null;
  readonly kind: Kind | null;
  readonly categoryCode: string | null;
  readonly placeWords: string;
  readonly point: { readonly lng: number; readonly lat: number } | null;
  readonly told: { readonly name?: string; readonly phone?: string; readonly address?: string; readonly account?: string } | null;
  /** What the sheet says of how it ended there; kept with what was said. */
  readonly earlier: Readonly<Record<string, string>> | null;
  /** An order from above: the platform whose layout names these columns, its number, and its term, which governs. */
  readonly external: {
    readonly platform: string;
    readonly number: string;
    readonly dueAt?: string;
    readonly columns: Readonly<Record<string, string>>;
  } | null;
  /** Every mapped cell, one after another: what makes two rows the same. */
  readonly content: string;
}

export interface RowReading {
  readonly row?: ImportRow;
  readonly problems: readonly ImportProblem[];
}

const CLOSED = /办结|已结|结案|完成|关闭|closed|resolved|done/i;
const SEPARATOR = "\u001f";

/** Makes the reader of rows for one mapping. Pure; a row that cannot come in has problems and no `row`. */
export function rowReader(
  columns: readonly ImportColumn[],
  options: {
    readonly shiftYears: number;
    readonly now: Date;
    readonly categories: ReadonlyMap<string, Category>;
    /** The platform that these columns are known by. */
    readonly platform?: string;
  },
): (sheet: SheetRow) => RowReading {
  const at = new Map<ImportField, ImportColumn>();
  for (const column of columns) if (column.field !== "ignore" && !at.has(column.field)) at.set(column.field, column);
  const index = (field: ImportField) => at.get(field)?.index ?? -1;
  const [number, title, text, received, closed] = [
    index("number"),
    index("title"),
    index("text"),
    index("receivedAt"),
    index("closedAt"),
  ];
  const [kind, category, place, lng, lat] = [index("kind"), index("category"), index("place"), index("lng"), index("lat")];
  const [account, name, phone, address] = [index("account"), index("name"), index("phone"), index("address")];
  const [state, reply, external, upperDue] = [index("state"), index("reply"), index("external"), index("externalDue")];
  const mapped = [...at.values()].map((column) => column.index).sort((a, b) => a - b);
  const shown = [...at.values()].filter((column) => !PERSONAL_FIELDS.includes(column.field) && column.field !== "text");
  const tells = account >= 0 || name >= 0 || phone >= 0 || address >= 0;
  const categoryOf = categoryFinder(options.categories);
  const latest = options.now.getTime() + 86_400_000;

  return ({ row, cells, problems: found }) => {
    const problems: ImportProblem[] = [];
    const cell = (position: number) => (position < 0 ? "" : (cells[position] ?? ""));
    const tell = (code: string, field?: ImportField, facts: Record<string, unknown> = {}) =>
      problems.push({ row, column: field && at.get(field)?.name, code, facts });
    if (found) for (const problem of found) problems.push({ row, code: problem.code, facts: withoutWords(problem.facts) });
    for (const problem of found ?? [])
      if (problem.code === "sheet.cell-too-long" && mapped.includes(Number(problem.facts.column) - 1)) {
        const long = columns.find((column) => column.index === Number(problem.facts.column) - 1);
        tell(long?.field === "text" ? "imports.text-too-long" : "imports.cell-too-long", long?.field, {
          characters: problem.facts.characters,
          limit: LIMITS.text,
        });
        return { problems };
      }

    const said = keepable(cell(text) || cell(title));
    if (said.length < 2) tell("imports.no-text", "text");
    else if (said.length > LIMITS.text) tell("imports.text-too-long", "text", { characters: said.length, limit: LIMITS.text });
    const when = cell(received);
    let receivedAt: Date | null = null;
    if (when !== "") {
      const written = instantOf(when, options.shiftYears);
      if (!written) tell("imports.date-unreadable", "receivedAt");
      else if (written.year < IMPORT_LIMITS.earliestYear || written.year > options.now.getUTCFullYear() + 1)
        tell("imports.date-out-of-range", "receivedAt", { year: written.year });
      else if (written.at.getTime() > latest) tell("imports.date-ahead", "receivedAt");
      else receivedAt = written.at;
    }
    if (problems.some((problem) => problem.code.startsWith("imports."))) return { problems };
    if (received >= 0 && !receivedAt) tell("imports.no-date", "receivedAt");

    const words = keepable(cell(place)).slice(0, 200).toWellFormed();
    const point = pointOf(cell(lng), cell(lat));
    if (point === "outside") tell("imports.point-outside", "lng");
    const kindFound = kind < 0 ? null : (KIND_WORDS[cell(kind).toLowerCase()] ?? null);
    const categoryCode = category < 0 ? null : categoryOf(cell(category));
    if (category >= 0 && !categoryCode) tell("imports.category-open", "category");
    const ended = state >= 0 ? CLOSED.test(cell(state)) : cell(closed) !== "" || cell(reply) !== "";
    const due =
      external >= 0 && cell(external) !== "" && cell(upperDue) !== "" ? dueOf(cell(upperDue), options.shiftYears) : undefined;
    if (external >= 0 && cell(external) !== "" && cell(upperDue) !== "" && !due)
      tell("imports.upper-due-unreadable", "externalDue");
    if (ended) tell("imports.earlier-closed", state >= 0 ? "state" : "closedAt");
    return {
      problems,
      row: {
        row,
        number: cell(number).slice(0, 60),
        title: keepable(cell(title)),
        text: said,
        receivedAt,
        kind: kindFound,
        categoryCode,
        placeWords: words,
        point: point === "outside" ? null : point,
        told: tells ? toldBy(cell(name), cell(phone), cell(address), cell(account)) : null,
        earlier:
          state >= 0 || closed >= 0 || reply >= 0 || number >= 0
            ? earlierOf(cell(closed), cell(number), cell(reply), cell(state))
            : null,
        external:
          external >= 0 && cell(external) !== ""
            ? {
                platform: options.platform ?? "spreadsheet",
                number: keepable(cell(external)).slice(0, 60),
                ...(due && { dueAt: due.toISOString() }),
                columns: Object.fromEntries(
                  shown.map((column) => [keepable(column.name), keepable(cell(column.index)).slice(0, 200).toWellFormed()]),
                ),
              }
            : null,
        content: mapped.length === 1 ? cell(mapped[0]!) : mapped.map(cell).join(SEPARATOR),
      },
    };
  };
}

/** Figures and places of a problem stay; the cell's own words go. */
const withoutWords = (facts: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  ...facts,
  ...(facts.text !== undefined && { text: "…" }),
});

function toldBy(name: string, phone: string, address: string, account: string): ImportRow["told"] {
  if (name === "" && phone === "" && address === "" && account === "") return null;
  return {
    ...(name && { name: name.slice(0, 60) }),
    ...(phone && { phone: phone.slice(0, 40) }),
    ...(address && { address: address.slice(0, 200) }),
    ...(account && { account: account.slice(0, 120) }),
  };
}

/** Keys in the order in which canonical JSON wants them. */
function earlierOf(closed: string, number: string, reply: string, state: string): Record<string, string> | null {
  if (closed === "" && number === "" && reply === "" && state === "") return null;
  return {
    ...(closed && { closed: keepable(closed) }),
    ...(number && { number: keepable(number) }),
    ...(reply && { reply: keepable(reply) }),
    ...(state && { state: keepable(state) }),
  };
}

/** The instant of a written date, moved by so many years; a written offset counts, else it is the county's own clock. */
function instantOf(text: string, shiftYears: number): { at: Date; year: number } | undefined {
  const written = readDate(text);
  if (!written) return undefined;
  const local = shiftYears === 0 ? written.local : movedBy(written.local, shiftYears);
  return { at: new Date(Date.parse(`${local}Z`) - (written.offsetMinutes ?? 480) * 60_000), year: Number(local.slice(0, 4)) };
}

/** A term from above: a day without a time ends with the day. */
function dueOf(text: string, shiftYears: number): Date | undefined {
  const written = instantOf(text, shiftYears);
  if (!written) return undefined;
  return readDate(text)?.precision === "day" ? new Date(written.at.getTime() + 86_400_000 - 1000) : written.at;
}

/** The same day so many years on; 29 February becomes 28 where that year has none. */
function movedBy(local: string, years: number): string {
  const year = String(Number(local.slice(0, 4)) + years).padStart(4, "0");
  const leap = new Date(Date.UTC(Number(year), 2, 0)).getUTCDate() === 29;
  return `${year}${local.slice(4, 10) === "-02-29" && !leap ? "-02-28" : local.slice(4, 10)}${local.slice(10)}`;
}

/** WGS-84 degrees; null where there are none, "outside" where they lie beyond the country. */
function pointOf(lng: string, lat: string): { lng: number; lat: number } | null | "outside" {
  if (lng === "" || lat === "") return null;
  const [x, y] = [Number(lng), Number(lat)];
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  return x > 73 && x < 136 && y > 3 && y < 54 ? { lng: x, lat: y } : "outside";
}

function categoryFinder(categories: ReadonlyMap<string, Category>): (words: string) => string | null {
  const known = new Map<string, string>();
  for (const category of categories.values())
    for (const name of [category.code, category.name.zh, category.name.en])
      if (!known.has(name.toLowerCase())) known.set(name.toLowerCase(), category.code);
  return (words) => known.get(words.trim().toLowerCase()) ?? null;
}
