import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { dayOf, formatDateTime, startOfDay } from "../../../foundation/time/index.ts";
import { linesAfter } from "../../ledger/index.ts";
import type { Services } from "../../matters/index.ts";
import { reportersOf } from "../../residents/index.ts";
import type { CallCounts, CallPage, ScriptSpoken } from "../contract.ts";
import { mayDo } from "../rules/access.ts";
import { CALL_STATES } from "../rules/lifecycle.ts";
import { dataOf, dataOn } from "../store/data.ts";
import { CALL_COLUMNS, type CallRow, callFacts } from "../store/row.ts";

type Page = z.input<typeof CallPage>;
type Spoken = z.input<typeof ScriptSpoken>;
const ATTEMPTS = new Set(["try", "call-later", "give-up", "refuse", "take-answers"]);

interface MatterTold {
  readonly number: string;
  readonly title: string;
  readonly reply: string | null;
}

/** One call with its script as it is spoken; no telephone. Throws `surveys.no-such-call`, `surveys.own-unit`. */
export async function callPage(services: Services, actor: Actor, id: string): Promise<Page> {
  const books = await services.books(actor.county);
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const row = (
        await tx.query<CallRow>(`select ${CALL_COLUMNS} from surveys.calls where county_code = $1 and id = $2`, [
          actor.county,
          id,
        ])
      ).rows[0];
      const matter =
        row &&
        (
          await tx.query<MatterTold>(
            `select number, title, ledger.last_reply(county_code, id) as reply from matters.standings where county_code = $1 and id = $2`,
            [actor.county, row.matter_id],
          )
        ).rows[0];
      if (!row || !matter) throw new Refusal("surveys.no-such-call", {}, { status: 404 });
      if (!mayDo(actor, callFacts(row), "take-answers")) throw new Refusal("surveys.own-unit", {}, { status: 403 });
      const reporter = (await reportersOf(tx, actor.county, row.matter_id)).find((one) => one.id === row.reporter_id);
      const today = dayOf(services.clock.now());
      const sampling =
        (await dataOf(tx, actor.county, "sampling", row.sampling_version)) ?? (await dataOn(tx, actor.county, "sampling", today));
      const unit = books.units.get(row.unit_id)?.name ?? "";
      const lines = await linesAfter(tx, actor.county, { kind: "return-call", id }, 0, 60);
      return {
        id: row.id,
        version: row.version,
        state: row.state,
        open: CALL_STATES[row.state].open,
        reason: row.reason,
        matter: { id: row.matter_id, ...matter, kind: row.kind, unit, closedAt: row.closed_at.toISOString() },
        reporter: { handle: reporter?.handle ?? "", enteredFor: reporter?.role === "entered for" },
        dueFrom: row.due_from.toISOString(),
        attempts: lines
          .filter((line) => ATTEMPTS.has(line.act))
          .map((line) => {
            const { content } = JSON.parse(line.textGroup) as { content: { what?: string } | null };
            return { act: line.act, what: content?.what ?? null, at: line.at.toISOString() };
          }),
        mostAttempts: sampling.body.mostAttempts,
        portalRating: row.portal_rating as Page["portalRating"],
        answers: row.state === "answered" ? { contacted: row.contacted, solved: row.solved, satisfied: row.satisfied } : null,
        script: await spoken(tx, actor, { ...matter, unit, closedOn: formatDateTime(row.closed_at, actor.locale) }, today),
      };
    },
    { readOnly: true },
  );
}

/** The script in the reader's language with its blanks filled. */
async function spoken(tx: Tx, actor: Actor, filled: Readonly<Record<string, string | null>>, today: string): Promise<Spoken> {
  const { version, body } = await dataOn(tx, actor.county, "script", today);
  const { trust: _trust, ...texts } = body;
  const say = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => filled[name] ?? "");
  const english = actor.locale === "en";
  return {
    version,
    ...(Object.fromEntries(Object.entries(texts).map(([step, text]) => [step, say(english ? text.en : text.zh)])) as Omit<
      Spoken,
      "version"
    >),
  };
}

/** How many calls this officer could make now, how many later, and how many of the county's ended today. Counts of work, of nobody. */
export async function countCalls(services: Services, actor: Actor): Promise<z.input<typeof CallCounts>> {
  const now = services.clock.now();
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const mine = "not handled_units && $3::uuid[]";
      const { rows } = await tx.query<{ due: number; later: number; ended: number; next: Date | null }>(
        `select count(*) filter (where state in ('due', 'waiting') and due_from <= $2 and ${mine})::integer as due,
           count(*) filter (where state in ('due', 'waiting') and due_from > $2 and ${mine})::integer as later,
           count(*) filter (where ended_at >= $4 and state in ('answered', 'refused', 'not-reached'))::integer as ended,
           min(due_from) filter (where state in ('due', 'waiting') and due_from > $2 and ${mine}) as next
         from surveys.calls where county_code = $1 and (state in ('due', 'waiting') or ended_at >= $4)`,
        [actor.county, now, actor.units, startOfDay(dayOf(now))],
      );
      const [found] = rows;
      return { due: found!.due, later: found!.later, endedToday: found!.ended, nextAt: found!.next?.toISOString() ?? null };
    },
    { readOnly: true },
  );
}
