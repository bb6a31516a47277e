import type { Actor } from "../../../../foundation/db/actor.ts";
import { read } from "../../../../foundation/db/pool.ts";
import { dayOf } from "../../../../foundation/time/index.ts";
import type { Replayed } from "../../rules/replay.rule.ts";
import type { Services } from "../../services.ts";
import { factsForDispatch, type RecordedFacts, type RecordedProposal } from "../../store/recorded-facts.ts";
import type { MatterRow } from "../../store/row.ts";

/** What a replay sees of a matter: the facts of the day of its first dispatch, else as they stand. */
export interface PastFacts {
  readonly seen: RecordedFacts;
  readonly body: string;
  readonly versions: RecordedProposal["versions"] | null;
  readonly term: string;
}
export type Past = Replayed<PastFacts>;

interface Row
  extends Pick<
    MatterRow,
    | "id"
    | "kind"
    | "category_code"
    | "urgency"
    | "door"
    | "title"
    | "body"
    | "township_id"
    | "village_id"
    | "complained_unit"
    | "complained_post"
    | "complained_words"
    | "secrecy"
    | "term"
  > {
  readonly received_at: Date;
  readonly due_at: Date;
  readonly closed_at: Date | null;
  readonly settled_by: string | null;
  readonly bounced: boolean;
  readonly facts: RecordedFacts | null;
  readonly versions: RecordedProposal["versions"] | null;
  readonly unit: string | null;
  readonly supports: string[] | null;
  readonly rule: string | null;
}

export interface Span {
  readonly from: Date;
  readonly to: Date;
}
const BATCH = 2000;
const IN_SPAN = "m.county_code = $1 and m.received_at >= $2 and m.received_at < $3";
const TRIED = "(p.facts is not null or m.category_code is not null)";
const FIRST = `left join lateral (select p.facts, p.versions, p.unit, p.supports, p.rule from matters.proposals p
  where p.county_code = m.county_code and p.matter_id = m.id order by p.version limit 1) p on true`;

/** How many matters a replay of this span will look at. */
export async function countPast(services: Services, actor: Actor, span: Span): Promise<number> {
  const [row] = await read<{ n: number }>(
    services.db,
    actor,
    `select count(*)::integer as n from matters.matters m ${FIRST} where ${IN_SPAN} and ${TRIED}`,
    [actor.county, span.from, span.to],
  );
  return row!.n;
}

/** The matters of a span that have a category or a recorded proposal, oldest first, some thousands at a time. */
export async function* pastMatters(services: Services, actor: Actor, span: Span): AsyncGenerator<Past[]> {
  const books = await services.books(actor.county);
  let after: { at: Date; id: string } = { at: span.from, id: "00000000-0000-0000-0000-000000000000" };
  for (;;) {
    const rows = await read<Row>(
      services.db,
      actor,
      `select m.id, m.kind, m.category_code, m.urgency, m.door, m.title, m.body, m.township_id, m.village_id, m.complained_unit,
         m.complained_post, m.complained_words, m.secrecy, m.term, date_trunc('milliseconds', m.received_at) as received_at, m.due_at, m.closed_at,
         case when m.state in ('answered', 'closed') then m.lead_unit end as settled_by,
         exists (select from matters.assignments a where a.county_code = m.county_code and a.matter_id = m.id
                   and a.role = 'lead' and a.state = 'handed-back') as bounced,
         p.facts, p.versions, p.unit, p.supports, p.rule
       from matters.matters m ${FIRST}
       where ${IN_SPAN} and ${TRIED} and (date_trunc('milliseconds', m.received_at), m.id) > ($4, $5::uuid) and m.received_at >= $4
       order by date_trunc('milliseconds', m.received_at), m.id limit ${BATCH}`,
      [actor.county, span.from, span.to, after.at, after.id],
    );
    if (rows.length > 0) yield rows.map(asPast);
    if (rows.length < BATCH) return;
    after = { at: rows.at(-1)!.received_at, id: rows.at(-1)!.id };
  }

  function asPast(row: Row): Past {
    const seen = row.facts ?? factsForDispatch(books, row as unknown as MatterRow);
    return {
      id: row.id,
      facts: { seen, body: row.body, versions: row.versions, term: row.term },
      receivedAt: row.received_at.getTime(),
      period: dayOf(row.received_at).slice(0, 7),
      ...(row.facts && { recorded: { unit: row.unit ?? "", supports: row.supports ?? [], rule: row.rule ?? "" } }),
      settledBy: row.settled_by,
      bounced: row.bounced,
      closedAt: row.closed_at?.getTime() ?? null,
      dueAt: row.due_at.getTime(),
    };
  }
}
