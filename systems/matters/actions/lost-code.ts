import { type Actor, jobActor } from "../../../foundation/db/actor.ts";
import { read, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { HOUR, MINUTE } from "../../../foundation/time/index.ts";
import { findByTelephone, noteOpening, type Pointer, renewReceipt } from "../../residents/index.ts";
import type { LOST_CODE_PURPOSES } from "../contract.ts";
import { recused } from "../rules/access.ts";
import { isSealed } from "../rules/class-of-a-matter.ts";
import type { MatterState } from "../rules/lifecycle.ts";
import type { Services } from "../services.ts";
import { factsOf } from "../store/facts-of-a-matter.ts";
import type { MatterRow } from "../store/row.ts";
import { findForAct } from "./act-on-matter.ts";
import { recordOnReporter } from "./record-on-reporter.ts";

interface Found {
  readonly number: string;
  readonly state: MatterState;
  readonly ticket: string;
}

const TICKET = 10 * MINUTE;
const PURPOSES: Readonly<Record<(typeof LOST_CODE_PURPOSES)[number], string>> = {
  "receipt-lost": "回执丢了，本人到场查编号",
  "code-unreadable": "编号看不清，本人到场查编号",
  "another-telephone": "换了电话，本人到场查编号",
};
/** The post at work with the sight of the whole county: the resident may have reported at any door. */
const forTheResident = (actor: Actor): Actor => ({ ...actor, ...jobActor(actor.county), locale: actor.locale });
const ticketOf = (actor: Actor) => `lost code|${actor.county}|${actor.post}`;

/**
 * Numbers and states of what the resident at the counter reported under this telephone. Never what was said, never a sealed class, never
 * what the officer must not learn of: whether there are such is not told. Each matter keeps that the post looked, by the hour, so that
 * two matters are not tied together by an instant. Throws what `findByTelephone` throws.
 */
export async function findLostCodes(
  services: Services,
  actor: Actor,
  asked: { readonly phone: string; readonly purpose: (typeof LOST_CODE_PURPOSES)[number] },
): Promise<Found[]> {
  const at = services.clock.now();
  const purpose = PURPOSES[asked.purpose];
  const pointers = await findByTelephone(services.db, services.sealer, actor, { phone: asked.phone, purpose, at });
  if (pointers.length === 0) return [];
  const rows = await read<{ row: MatterRow; aside: boolean }>(
    services.db,
    jobActor(actor.county),
    `select to_jsonb(m) as row, exists (select from matters.recusals r
       where r.county_code = m.county_code and r.matter_id = m.id and r.person_id = $3) as aside
     from matters.matters m where m.county_code = $1 and m.id = any ($2::uuid[]) order by m.received_at desc`,
    [actor.county, pointers.map(({ matterId }) => matterId), actor.person ?? null],
  );
  const shown = rows.filter(({ row, aside }) => {
    const facts = factsOf(row, null);
    return !aside && !recused(actor, facts) && !isSealed(facts);
  });
  const hour = new Date(Math.floor(at.getTime() / HOUR) * HOUR);
  await withActor(services.db, forTheResident(actor), async (tx) => {
    for (const { row } of shown) await noteOpening(tx, actor, { matterId: row.id, at: hour, purpose, unusual: false });
  });
  return shown.map(({ row }) => {
    const pointer = pointers.find(({ matterId }) => matterId === row.id);
    return {
      number: row.number,
      state: row.state,
      ticket: services.sealer.blind.sealTicket(ticketOf(actor), pointer, new Date(at.getTime() + TICKET)),
    };
  });
}

/** A new code for one matter of that list, within ten minutes and by the same post; the old one ends. Throws `matters.ticket-over`. */
export async function renewLostCode(
  services: Services,
  actor: Actor,
  asked: { readonly commandId: string; readonly ticket: string },
): Promise<{ number: string; code: string; pin: string; link: string }> {
  const at = services.clock.now();
  const pointer = services.sealer.blind.openTicket(ticketOf(actor), asked.ticket, at) as Pointer | undefined;
  if (!pointer) throw new Refusal("matters.ticket-over", {}, { status: 410 });
  const helper = forTheResident(actor);
  const [books, found] = await Promise.all([services.books(actor.county), findForAct(services, helper, pointer.matterId)]);
  const on = { commandId: asked.commandId, reporterId: pointer.reporterId };
  return withActor(services.db, helper, async (tx) => {
    await recordOnReporter(tx, services.sealer, books, helper, found, "new-code", at, on, {});
    const told = await renewReceipt(tx, actor.county, pointer.reporterId, services.sealer);
    return { number: found.matter.number, code: told.code, pin: told.pin, link: `/f/${told.link}` };
  });
}
