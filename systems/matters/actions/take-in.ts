import { type Actor, contextOf } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { idFrom } from "../../../foundation/id-from.ts";
import { newId } from "../../../foundation/ids.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { makeLine } from "../../ledger/index.ts";
import { mergingOpensNothing } from "../rules/merging.rule.ts";
import type { Services } from "../services.ts";
import { requestHash } from "../store/command.ts";
import { factsOf } from "../store/facts-of-a-matter.ts";
import { bytesOf, hexOf, lineJson } from "../store/line-json.ts";
import type { ForAct, MatterRow } from "../store/row.ts";
import { clocksOfAnAct } from "./clocks-of-an-act.ts";
import type { Effects } from "./effects/shape.ts";
import { nothing } from "./effects/shape.ts";
import { publicFacts } from "./public-facts.ts";

/** What taking in does to the matter that goes on: the earlier of the two dates, with the start and term that it was counted from. */
export function takenIn(from: ForAct, into: ForAct, now: Date): { effects: Effects; draft: MatterRow } {
  const row = into.matter;
  const other = from.clocks.find((one) => one.id === from.matter.clock_id);
  const earlier = other && new Date(other.due_at) < new Date(row.due_at) ? other : undefined;
  return {
    effects: { ...nothing, ...(earlier && { countedFrom: earlier.started_at }) },
    draft: {
      ...row,
      version: row.version + 1,
      updated_at: now.toISOString(),
      ...(earlier && {
        due_at: new Date(earlier.due_at).toISOString(),
        due_provisional: earlier.provisional,
        term: earlier.term,
        term_version: earlier.term_version,
      }),
    },
  };
}

/**
 * The other half of a merge, in the same transaction: the matter that goes on takes the other in, by its number alone, since the other may be
 * closed later to whoever reads this one; and where the other was due earlier, its date from then on. Throws `matters.merge-target-gone` where it is no longer open.
 */
export async function takeIn(
  tx: Tx,
  services: Services,
  actor: Actor,
  merging: { readonly from: ForAct; readonly into: string; readonly command: string; readonly now: Date },
): Promise<void> {
  const { from, into, now } = merging;
  const books = await services.books(actor.county);
  const found = (
    await tx.query<{ found: ForAct | null }>("select matters.find_for_act($1::jsonb, $2::uuid) as found", [
      JSON.stringify(contextOf(actor)),
      into,
    ])
  ).rows[0]?.found;
  if (!found?.matter.open) throw new Refusal("matters.merge-target-gone", {});
  const row = found.matter;
  mergingOpensNothing(factsOf(from.matter, null), factsOf(row, null));
  const { effects, draft } = takenIn(from, found, now);
  const touched = clocksOfAnAct({ books, actor, found, to: row.state, now }, "take-in", effects, draft);
  const command = idFrom(`${merging.command}|take-in`);
  const line = lineJson(
    makeLine({
      county: actor.county,
      id: newId(),
      procedure: { kind: "matter", id: into },
      matter: into,
      version: draft.version,
      act: "take-in",
      at: now,
      command,
      facts: publicFacts(draft, books.versions, touched.facts),
      persons: {
        actor: {
          role: actor.role === "verify" ? "jobs" : actor.role,
          ...(actor.person && { person: actor.person }),
          ...(actor.post && { post: actor.post }),
        },
        persons: [],
      },
      text: { attachments: [], content: { text: from.matter.number, from: from.matter.id } },
    }),
    bytesOf(row.head_leaf),
  );
  const answer = await tx.query<{ written: { done?: true; conflict?: true } }>(
    "select matters.act($1::jsonb, $2::jsonb) as written",
    [
      JSON.stringify(contextOf(actor)),
      JSON.stringify({
        command_id: command,
        request_hash: requestHash(services.sealer, { into, from: from.matter.id }),
        matter_id: into,
        base_version: row.version,
        at: now.toISOString(),
        row: { ...draft, head_leaf: hexOf(line.leaf) },
        lines: [line.json],
        ...(touched.rows.length > 0 && { clocks: touched.rows, clock_events: touched.events }),
        result: { id: into },
      }),
    ],
  );
  if (answer.rows[0]?.written.conflict) throw new Refusal("matters.changed-meanwhile", {}, { status: 409 });
}
