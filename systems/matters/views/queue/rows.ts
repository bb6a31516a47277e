import type { z } from "zod";
import type { Actor } from "../../../../foundation/db/actor.ts";
import type { QueueRow } from "../../contract.ts";
import { nextActs } from "../../rules/access.ts";
import type { Books } from "../../store/books.ts";
import { factsOf } from "../../store/facts-of-a-matter.ts";
import type { MatterRow } from "../../store/row.ts";
import { dueWords } from "../due-words.ts";
import { placeWords } from "../place-words.ts";

/** Columns of a queue row: everything it shows, nothing it does not. */
export const ROW_COLUMNS = `m.id, m.version, m.state, m.open, m.number, m.kind, m.category_code, m.urgency, m.title, m.door, m.lane, m.received_at, m.received_by,
  m.place_id, m.township_id, m.village_id, m.lead_unit, m.support_units, m.due_at, m.due_provisional, m.term, m.complained_unit, m.complained_post, m.complained_words, m.accused_units, m.passed_over, m.secrecy,
  m.closed_at, m.closed_in_time, m.verify_needed, m.waiting_for_resident, m.asked, m.similar_count, m.updated_at`;

export type ListedRow = Omit<MatterRow, "received_at" | "due_at" | "closed_at" | "updated_at"> & {
  received_at: Date;
  due_at: Date;
  closed_at: Date | null;
  updated_at: Date;
};

/** A row of SQL as a queue shows it, with what the reader may do now. */
export function asQueueRow(books: Books, actor: Actor, row: ListedRow, now: Date): z.output<typeof QueueRow> {
  const lead = row.lead_unit ? books.units.get(row.lead_unit) : undefined;
  const category = row.category_code ? books.categories.get(row.category_code) : undefined;
  const plain = {
    ...row,
    received_at: row.received_at.toISOString(),
    due_at: row.due_at.toISOString(),
    closed_at: row.closed_at?.toISOString() ?? null,
    updated_at: row.updated_at.toISOString(),
  };
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    title: row.title,
    kind: row.kind,
    category: category ? (actor.locale === "en" ? category.name.en : category.name.zh) : null,
    state: row.state,
    lane: row.lane,
    urgency: row.urgency,
    door: row.door as never,
    place: placeWords(books, row.place_id),
    leadUnit: lead ? { id: lead.id, name: lead.shortName, phone: lead.phone } : null,
    due: dueWords(books, plain, now, actor.locale),
    receivedAt: plain.received_at,
    similar: row.similar_count,
    waits: row.state === "objected" ? "objection" : (row.asked?.what ?? null),
    fresh: now.getTime() - row.updated_at.getTime() < 3_600_000,
    may: nextActs(actor, factsOf(plain as MatterRow, null)),
  };
}
