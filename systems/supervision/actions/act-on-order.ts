import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../foundation/db/pool.ts";
import { stateAfter } from "../../../foundation/lifecycle.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { type Calendar, endClock } from "../../clocks/index.ts";
import type { Services } from "../../matters/index.ts";
import type { ActOnOrder } from "../contract.ts";
import { mayDoOnOrder } from "../rules/access.ts";
import { type OrderState, orderLifecycle } from "../rules/lifecycle.ts";
import { PETITION_40, wantsWrittenFeedback } from "../rules/measures.ts";
import { basisOfAnOrder, hiddenFrom, nothingReachesTheUnitComplainedOf } from "../rules/who-may-issue.rule.ts";
import { standingOf } from "../views/matters-in-order.ts";
import { ORDER_COLUMNS, type OrderRow } from "../views/order-row.ts";
import { once, type Written } from "./command.ts";
import { issued, withClock } from "./issue.ts";
import { tellUnit } from "./tell.ts";
import { writeOrder } from "./write-order.ts";

type Input = z.output<typeof ActOnOrder>;

/**
 * One act on one order, in one transaction: row, journal line, clock, notices. A repeat gets the first answer. Throws
 * `supervision.not-found`, `supervision.changed-meanwhile` (409), `supervision.not-from-this-state`, `access.not-yours`, `supervision.say-why`.
 */
export async function actOnOrder(services: Services, actor: Actor, id: string, input: Input): Promise<Written> {
  const books = await services.books(actor.county);
  const now = services.clock.now();
  return withActor(services.db, actor, (tx) =>
    once(
      tx,
      actor.county,
      input.commandId,
      { id, ...input },
      async () => {
        const found = await tx.query<OrderRow>(
          `select ${ORDER_COLUMNS} from supervision.orders where county_code = $1 and id = $2 for update`,
          [actor.county, id],
        );
        const row = found.rows[0];
        if (!row) throw new Refusal("supervision.not-found", {}, { status: 404 });
        const { version, state } = row;
        if (version !== input.baseVersion)
          throw new Refusal("supervision.changed-meanwhile", { version, state }, { status: 409 });
        const to = stateAfter(orderLifecycle, state, input.act);
        if (!to) throw new Refusal("supervision.not-from-this-state", { act: input.act, state });
        const facts = { state, issuerUnit: row.issuer_unit, proposedBy: row.proposed_by, unitId: row.unit_id };
        if (!mayDoOnOrder(actor, facts, input.act)) throw new Refusal("access.not-yours", { act: input.act }, { status: 403 });
        const next = await changed(tx, actor.county, { ...row, version: version + 1, state: to, updated_at: now }, input, {
          calendar: books.calendar,
          now,
        });
        await writeOrder(tx, actor, next, {
          act: input.act,
          at: now,
          command: input.commandId,
          attachments: input.act === "answer" ? await evidence(tx, actor.county, row, input.files) : [],
        });
        await tellThoseWhoActNext(tx, services, actor, next, now);
        return { id, version: next.version, state: next.state, number: next.number };
      },
      now,
    ),
  );
}

async function changed(
  tx: Tx,
  county: number,
  row: OrderRow,
  input: Input,
  { calendar, now }: { calendar: Calendar; now: Date },
): Promise<OrderRow> {
  const end = (stopped = false) => row.clock_id && endClock(tx, county, row.clock_id, { at: now, stopped, act: input.act });
  switch (input.act) {
    case "issue": {
      const decision = input.decision ?? row.decision;
      const matters = await standingOf(tx, county, row.matter_ids);
      if (matters.length < row.matter_ids.length) throw new Refusal("matters.not-found", {}, { status: 404 });
      nothingReachesTheUnitComplainedOf(row.unit_id, matters);
      const draft = {
        ...row,
        decision,
        basis: basisOfAnOrder(row.body, row.measure, decision),
        hidden_from: hiddenFrom(matters),
      };
      return { ...row, ...(await issued(tx, county, draft, calendar, now)) };
    }
    case "answer":
      if (!input.text) throw new Refusal("supervision.say-what-was-done");
      if (wantsWrittenFeedback(row.measure) && !input.adoption)
        throw new Refusal("supervision.say-whether-adopted", {}, { article: PETITION_40 });
      await end();
      return { ...row, answer: input.text, adoption: input.adoption ?? null, files: input.files, returned_because: null };
    case "return":
      return { ...(await withClock(tx, county, row, calendar, now)), returned_because: why(input) };
    case "not-issue":
      return { ...row, ended_because: why(input) };
    case "withdraw": {
      const ended_because = why(input);
      await end(true);
      return { ...row, ended_because };
    }
    default:
      return row;
  }
}

function why(input: Input): string {
  if (!input.reason) throw new Refusal("supervision.say-why");
  return input.reason;
}

/** SHA-256 (hex) of the attachments that the answer points at: those of the order's own matters, seen by the one who answers. */
async function evidence(tx: Tx, county: number, row: OrderRow, files: readonly string[]): Promise<string[]> {
  if (files.length === 0) return [];
  const found = await tx.query<{ sha: string }>(
    "select encode(sha256, 'hex') as sha from foundation.files where county_code = $1 and id = any ($2::uuid[]) and matter_id = any ($3::uuid[])",
    [county, files, row.matter_ids],
  );
  if (found.rows.length < new Set(files).size) throw new Refusal("supervision.evidence-of-another-matter");
  return found.rows.map((one) => one.sha).sort();
}

const NEXT: Partial<Record<OrderState, readonly [to: "unit_id" | "issuer_unit" | "proposed_by", right: string, what: string]>> = {
  issued: ["unit_id", "matters.handle", "order-issued"],
  returned: ["unit_id", "matters.handle", "order-returned"],
  closed: ["unit_id", "matters.handle", "order-closed"],
  answered: ["issuer_unit", "matters.supervise", "order-answered"],
  "not-issued": ["proposed_by", "matters.supervise", "order-not-issued"],
};

async function tellThoseWhoActNext(tx: Tx, services: Services, actor: Actor, row: OrderRow, now: Date): Promise<void> {
  const told = NEXT[row.state];
  if (told) await tellUnit(tx, services, actor, row[told[0]], told[1], row.id, told[2], now);
}
