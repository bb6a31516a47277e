import type { z } from "zod";
import { addDays, dayOf, endOfDay } from "../../../../foundation/time/index.ts";
import { matterOfCode } from "../../../residents/index.ts";
import type { Filters } from "../../contract.ts";
import { queryTokens } from "../../rules/search-tokens.rule.ts";
import type { Books } from "../../store/books.ts";
import type { Conditions } from "./query-shape.ts";
import { fromHits } from "./search-page.ts";

export type FilterValues = z.output<typeof Filters>;

/** The last instant that counts as 将到期: the end of the second working day from now. */
export function soonUntil(books: Books, now: Date): Date {
  let day = dayOf(now);
  for (let working = 0; working < 2; ) {
    day = addDays(day, 1);
    if (isWorking(books, day)) working += 1;
  }
  return endOfDay(day);
}

function isWorking(books: Books, day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const marked = books.calendar.days.get(day)?.kind;
  return marked ? marked === "make-up workday" : weekday !== 0 && weekday !== 6;
}

const NUMBER = /^(\d{6,12}-\d{4}-[A-Z]?\d{6,})$/i;

/** Turns the filters of a URL into one WHERE. Names and telephones are not in any column that it reads. */
export function conditionsOf(
  county: number,
  filters: FilterValues,
  sort: Conditions["order"],
  books: Books,
  now: Date,
  codeLookup: (code: string) => Buffer,
): Conditions {
  const values: unknown[] = [county];
  const parts = ["m.county_code = $1"];
  let from = "matters.matters m";
  let hits: string | undefined;
  let joinsWords = false;
  const put = (value: unknown) => `$${values.push(value)}`;
  const among = (column: string, list: readonly unknown[] | undefined) => {
    if (list && list.length === 1) parts.push(`m.${column} = ${put(list[0])}`);
    else if (list && list.length > 1) parts.push(`m.${column} = any (${put(list)})`);
  };
  switch (filters.queue) {
    case "received":
      parts.push("m.state = 'received'");
      break;
    case "to-dispatch":
      parts.push("m.state = 'accepted'");
      break;
    case "to-sign":
      parts.push("m.state = 'dispatched'");
      break;
    case "handling":
      parts.push("m.state = 'handling'");
      break;
    case "to-verify":
      parts.push("m.state = 'answered'");
      break;
    case "objected":
      parts.push("(m.state = 'objected' or m.asked is not null)");
      break;
    case "shelved":
      parts.push("m.state = 'shelved'");
      break;
    case "today":
      parts.push("m.open");
      break;
    case "soon":
      parts.push(`m.open and m.due_at >= ${put(now)} and m.due_at <= ${put(soonUntil(books, now))}`);
      break;
    case "overdue":
      parts.push(`m.open and m.due_at < ${put(now)}`);
      break;
    case "all":
      break;
  }
  among("state", filters.state);
  among("kind", filters.kind);
  among("urgency", filters.urgency);
  among("door", filters.door);
  if (filters.category) {
    const children = [...books.categories.values()]
      .filter((one) => one.code === filters.category || one.parent === filters.category)
      .map((one) => one.code);
    among("category_code", children.length > 0 ? children : [filters.category]);
  }
  if (filters.unit) parts.push(`m.lead_unit = ${put(filters.unit)}`);
  if (filters.place) {
    const kind = books.gazetteer.places.get(filters.place)?.kind;
    if (kind === "township") parts.push(`m.township_id = ${put(filters.place)}`);
    else if (kind === "village") parts.push(`m.village_id = ${put(filters.place)}`);
    else if (kind !== "county") parts.push(`m.grid_id = ${put(filters.place)}`);
  }
  if (filters.receivedFrom) parts.push(`m.received_at >= ${put(filters.receivedFrom)}`);
  if (filters.receivedTo) parts.push(`m.received_at < ${put(filters.receivedTo)}`);
  if (filters.closedFrom) parts.push(`m.closed_at >= ${put(filters.closedFrom)}`);
  if (filters.closedTo) parts.push(`m.closed_at < ${put(filters.closedTo)}`);
  if (filters.dueBefore) parts.push(`m.open and m.due_at < ${put(filters.dueBefore)}`);
  if (filters.import) parts.push(`m.import_id = ${put(filters.import)}`);
  if (filters.similar) parts.push("m.similar_count > 0");
  if (filters.figure === "open") parts.push("m.open");
  if (filters.figure === "in-time") parts.push("m.closed_in_time");
  if (filters.figure === "rated") parts.push("m.rating is not null");
  if (filters.figure === "satisfied") parts.push("m.rating in ('very-satisfied', 'satisfied')");
  if (filters.q) {
    const q = filters.q.trim();
    const digits = q.normalize("NFKC").replace(/[\s-]/g, "");
    if (NUMBER.test(q)) parts.push(`m.number = ${put(q.toUpperCase())}`);
    else if (/^\d{12}$/.test(digits)) parts.push(`m.id = ${matterOfCode("$1", put(codeLookup(digits)))}`);
    else if (/^\d{4,6}$/.test(digits))
      parts.push(`m.number = ${put(`${county}-${dayOf(now).slice(0, 4)}-${digits.padStart(6, "0")}`)}`);
    else {
      const tokens = queryTokens(q);
      const asked = `s.county_code = $1 and s.tokens @> ${put(tokens)}::text[]`;
      if (tokens.length === 0) parts.push("false");
      if (parts.length === 1) {
        hits = asked;
        from = fromHits(asked);
      } else {
        from = "matters.search s join matters.matters m on m.county_code = s.county_code and m.id = s.matter_id";
        parts.push(asked);
        joinsWords = true;
      }
    }
  }
  const order = filters.queue === "all" && sort === "due" ? "newest" : sort;
  return { from, where: parts.join(" and "), values, order, hits, joinsWords, onlyOpen: filters.queue !== "all" };
}
