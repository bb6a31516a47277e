import type { Tx } from "../../../../foundation/db/pool.ts";
import type { PublicGroup, ReadLine, Reducer } from "../../../ledger/index.ts";
import { ERASE } from "../../../residents/index.ts";
import { MATTER_STATES } from "../../rules/lifecycle.ts";
import { askedFact } from "../../store/asked-fact.ts";
import { bytesOf } from "../../store/line-json.ts";
import type { ClockRow, MatterRow } from "../../store/row.ts";
import { type ClocksTold, clocksAfter, clocksStand, type Recount } from "./clocks-told.ts";

/** A matter as its lines tell it: the last public group, and what only words can carry. */
interface Told {
  readonly last?: PublicGroup;
  readonly leaf?: Uint8Array;
  readonly title?: string;
  readonly body?: string;
  readonly occurredAt?: string;
  readonly moved: Partial<Pick<MatterRow, "place_words" | "lng" | "lat" | "accuracy">>;
  readonly complained: Complained;
  readonly external: MatterRow["external"];
  readonly alsoMet: number;
  readonly attachments: readonly string[];
  /** What the machine had proposed when a person decided who handles it, by line; gone with an erasure. */
  readonly proposals: readonly KeptProposal[];
  readonly clocks: ClocksTold;
}

interface Complained {
  readonly unitId?: string;
  readonly postId?: string;
  readonly words?: string;
  readonly retaliation?: { readonly of?: string };
  readonly accusedUnits?: readonly string[];
  readonly passedOver?: readonly string[];
}

interface KeptProposal {
  readonly version: number;
  readonly facts?: unknown;
}

interface Content {
  readonly proposal?: KeptProposal;
  readonly title?: string;
  readonly text?: string;
  readonly place?: string;
  readonly point?: { readonly lng: number; readonly lat: number; readonly accuracy: number | null };
  readonly occurredAt?: string;
  readonly complainedAbout?: Told["complained"];
  readonly external?: MatterRow["external"];
  readonly moved?: Told["moved"];
  readonly changes?: readonly { readonly field: string; readonly to: unknown }[];
}

/** The row as the database holds it, with the hashes of its attachments. */
type VerifiedRow = MatterRow & {
  readonly attachments: readonly string[];
  readonly clocks: readonly ClockRow[];
  readonly proposals?: readonly KeptProposal[];
};

function apply(told: Told, line: ReadLine, recount?: Recount): Told {
  const content = (line.text.content ?? {}) as Content;
  const next = {
    ...told,
    // a line without a state, such as an erasure, changes nothing but the version
    last: line.public.state ? line.public : told.last,
    leaf: line.leaf,
    clocks: clocksAfter(told.clocks, line, recount),
    attachments: line.text.attachments.length > 0 ? [...told.attachments, ...line.text.attachments] : told.attachments,
  };
  if (line.act === ERASE) return { ...next, proposals: [] };
  if (content.proposal?.facts) return { ...next, proposals: [...told.proposals, content.proposal] };
  if (line.act === "receive")
    return {
      ...next,
      title: content.title,
      body: content.text,
      occurredAt: content.occurredAt,
      moved: { ...(content.place !== undefined && { place_words: content.place }), ...content.point },
      complained: content.complainedAbout ?? {},
      external: content.external ?? null,
    };
  if (line.act === "also-met") return { ...next, alsoMet: told.alsoMet + 1 };
  const named = content.complainedAbout && { complained: { ...told.complained, ...content.complainedAbout } };
  const renamed = content.changes?.find((change) => change.field === "title");
  return {
    ...next,
    ...named,
    ...(renamed && { title: String(renamed.to) }),
    ...(content.moved && { moved: { ...told.moved, ...content.moved } }),
  };
}

const instant = (text: unknown): string | null => (typeof text === "string" ? new Date(text).toISOString() : null);
const list = (values: unknown): string => ((values as readonly string[] | undefined) ?? []).join(" ");
const sorted = (values: readonly string[]): string => [...new Set(values)].sort().join(" ");

/** Column by column: what the journal says, and what stands in the row. Both as plain values that can be told apart by `!==`. */
function pairs(told: Told, row: VerifiedRow): Record<string, readonly [unknown, unknown]> {
  const { last } = told;
  const facts = (last?.facts ?? {}) as Record<string, unknown>;
  const fact = (name: string) => facts[name] ?? null;
  return {
    state: [last?.state, row.state],
    open: [last?.state && MATTER_STATES[last.state as MatterRow["state"]]?.open, row.open],
    number: [last?.number, row.number],
    kind: [last?.kind ?? null, row.kind],
    outcome: [last?.outcome ?? null, row.outcome],
    lead_unit: [last?.unit ?? null, row.lead_unit],
    due_at: [instant(last?.deadline), instant(row.due_at)],
    category_code: [fact("category"), row.category_code],
    urgency: [fact("urgency"), row.urgency],
    place_id: [fact("place"), row.place_id],
    township_id: [fact("township"), row.township_id],
    village_id: [fact("village"), row.village_id],
    grid_id: [fact("grid"), row.grid_id],
    place_confirmed: [fact("confirmed"), row.place_confirmed],
    territory_version: [fact("territory"), row.territory_version],
    door: [fact("door"), row.door],
    received_at: [instant(fact("received")), instant(row.received_at)],
    received_by: [fact("by"), row.received_by],
    term: [fact("term"), row.term],
    term_version: [fact("term_version"), row.term_version],
    due_provisional: [fact("provisional"), row.due_provisional],
    lane: [fact("lane"), row.lane],
    lane_id: [fact("lane_id"), row.lane_id],
    support_units: [list(fact("support")), list(row.support_units)],
    involved_units: [list(fact("involved")), list(row.involved_units)],
    secrecy: [fact("secrecy"), row.secrecy],
    closed_at: [instant(fact("closed")), instant(row.closed_at)],
    closed_in_time: [fact("in_time"), row.closed_in_time],
    rating: [fact("rating"), row.rating],
    review_on: [fact("review"), row.review_on],
    parent_id: [fact("parent"), row.parent_id],
    merged_into: [fact("merged"), row.merged_into],
    verify_needed: [fact("verify"), row.verify_needed],
    waiting_for_resident: [fact("waiting"), row.waiting_for_resident],
    title: [told.title, row.title],
    body: [told.body, row.body],
    occurred_at: [instant(told.occurredAt), instant(row.occurred_at)],
    place_words: [told.moved.place_words ?? null, row.place_words],
    lng: [told.moved.lng ?? null, row.lng],
    lat: [told.moved.lat ?? null, row.lat],
    accuracy: [Math.fround(told.moved.accuracy ?? -1), Math.fround(row.accuracy ?? -1)],
    complained_unit: [told.complained.unitId ?? null, row.complained_unit],
    complained_post: [told.complained.postId ?? null, row.complained_post],
    complained_words: [told.complained.words ?? null, row.complained_words],
    retaliation: [told.complained.retaliation !== undefined, row.retaliation],
    retaliation_of: [told.complained.retaliation?.of ?? null, row.retaliation_of],
    accused_units: [list(told.complained.accusedUnits), list(row.accused_units)],
    passed_over: [list(told.complained.passedOver), list(row.passed_over)],
    external: [JSON.stringify(plain(told.external)), JSON.stringify(plain(row.external))],
    similar_count: [told.alsoMet, row.similar_count],
    head_leaf: [told.leaf && Buffer.from(told.leaf).toString("hex"), bytesOf(row.head_leaf).toString("hex")],
    attachments: [sorted(told.attachments), sorted(row.attachments)],
    proposals: [JSON.stringify(plain(told.proposals)), JSON.stringify(plain(row.proposals ?? []))],
    asked: [list(fact("asked")), list(askedFact(row.asked))],
    handed_back_by: [list(fact("handed_back")), list(row.handed_back_by)],
    clocks: [true, clocksStand(told.clocks, row.clocks, row.clock_id)],
    dates: [false, Object.values(told.clocks).some((one) => one.miscounted)],
  };
}

/** Keys in one order, so that two spellings of the same object are the same text. */
function plain(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, part]) => [name, plain(part)]));
}

/**
 * Rebuilds a matter from its journal and compares every column that an act can set with the row, and each of its clocks; derived
 * columns are not among them. With `recount` each date is counted again from its term, start, calendar, pauses and extensions.
 */
export const makeMatterReducer = (recount?: Recount): Reducer<Told, VerifiedRow, Tx> => ({
  initial: { moved: {}, complained: {}, external: null, alsoMet: 0, attachments: [], proposals: [], clocks: {} },
  apply: (told, line) => apply(told, line, recount),
  compare: (told, row) =>
    Object.entries(pairs(told, row)).flatMap(([column, [journal, stands]]) => (journal === stands ? [] : [column])),
  async read(tx, county, ids) {
    const { rows } = await tx.query<{ row: VerifiedRow }>(
      `select to_jsonb(m) || jsonb_build_object('attachments',
         (select coalesce(jsonb_agg(encode(f.sha256, 'hex')), '[]') from foundation.files f where f.county_code = m.county_code and f.matter_id = m.id),
         'proposals', (select coalesce(jsonb_agg(jsonb_build_object('version', p.version, 'facts', p.facts, 'versions', p.versions, 'unit', p.unit,
           'supports', p.supports, 'rule', p.rule, 'decided_unit', p.decided_unit) order by p.version), '[]')
           from matters.proposals p where p.county_code = m.county_code and p.matter_id = m.id),
         'clocks', (select coalesce(jsonb_agg(to_jsonb(k)), '[]') from clocks.running k where k.county_code = m.county_code and k.procedure_id = m.id)) as row
       from matters.matters m where m.county_code = $1 and m.id = any ($2::uuid[])`,
      [county, ids],
    );
    return new Map(rows.map(({ row }) => [row.id, row]));
  },
  count: async (tx, county) =>
    (await tx.query<{ n: number }>("select count(*)::integer as n from matters.matters where county_code = $1", [county]))
      .rows[0]!.n,
});
export const matterReducer = makeMatterReducer();

/** Columns that `matterReducer` compares; the others are named with the reason in its test. */
export const COMPARED = Object.keys(
  pairs(matterReducer.initial, { head_leaf: "", attachments: [], clocks: [] } as unknown as VerifiedRow),
);
