import type { Actor } from "../../../foundation/db/actor.ts";
import { jobActor } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { type DueWarning, takeDueWarnings } from "../../clocks/index.ts";
import type { Services } from "../../matters/index.ts";
import { listPosts } from "../../teams/index.ts";
import type { Settings } from "../contract.ts";
import { type PostOfUnit, type Staff, type WhoMustAct, whoIsTold } from "../rules/who-is-told.rule.ts";
import { ladderOf, settingsInForce } from "../views/settings.ts";
import { type NewNotice, tellPosts } from "./tell.ts";

/** The county's posts by unit, and each unit's superior, as they are today. */
export async function staffOf(services: Services, actor: Actor): Promise<Staff> {
  const [posts, books] = await Promise.all([listPosts(services.db, actor), services.books(actor.county)]);
  return {
    postsByUnit: Map.groupBy<string, PostOfUnit>(posts, (post) => post.unitId),
    parentOf: (unit) => books.units.get(unit)?.parentId ?? null,
  };
}

/**
 * One pass of the job: every clock whose moment has come is told once, to the posts that its step names. Answers how many were
 * scheduled and warned. Safe to be killed at any moment and run again.
 */
export async function passWarnings(
  services: Services,
  county: number,
  options: { batch?: number; stopped?: () => boolean } = {},
): Promise<{ scheduled: number; warned: number }> {
  const actor = jobActor(county);
  const [{ settings }, staff] = [await settingsInForce(services.db, actor), await staffOf(services, actor)];
  const now = services.clock.now();
  return takeDueWarnings(services.db, actor, {
    ...options,
    now,
    ladder: ladderOf(settings),
    give: (tx, warnings) => give(tx, county, warnings, settings, staff, now),
  });
}

async function give(
  tx: Tx,
  county: number,
  warnings: readonly DueWarning[],
  settings: Settings,
  staff: Staff,
  now: Date,
): Promise<void> {
  const fresh = await tx.query<{ clock_id: string }>(
    `insert into supervision.warnings (county_code, clock_id, due_at, step, at)
     select $1, w.clock, w."dueAt", w.step, $3 from jsonb_to_recordset($2) as w(clock uuid, "dueAt" timestamptz, step text)
     on conflict do nothing returning clock_id`,
    [county, JSON.stringify(warnings), now],
  );
  const inserted = new Set(fresh.rows.map((row) => row.clock_id));
  const told = warnings.filter((one) => inserted.has(one.clock));
  const who = await whoMustAct(tx, county, told);
  const tells = new Map(settings.steps.map((step) => [step.code, step.tells]));
  const notices = told.flatMap((one): NewNotice[] => {
    const must = who.get(one.procedureId) ?? who.get(one.matterId);
    if (!must) return [];
    const order = one.procedureKind === "supervision-order";
    const unit = one.unitId ?? must.unit;
    return whoIsTold(tells.get(one.step) ?? ["holder"], { ...must, unit }, staff).map((post) => ({
      post,
      ...(order ? { order: one.procedureId } : { matter: one.matterId }),
      what: one.step,
      due: one.dueAt,
      urgent: one.urgent,
    }));
  });
  await tellPosts(tx, county, notices, now);
}

async function whoMustAct(tx: Tx, county: number, warnings: readonly DueWarning[]): Promise<ReadonlyMap<string, WhoMustAct>> {
  const { rows } = await tx.query<WhoMustAct & { id: string }>(
    `select id, holding_unit as unit, holding_right as right, complained_post as "hiddenPost",
       case when secrecy or kind = 'report' then complained_unit end as "hiddenFrom"
     from matters.standing where county_code = $1 and id = any ($2::uuid[]) and open
     union all
     select id, unit_id, 'matters.handle', null, null from supervision.orders where county_code = $1 and id = any ($3::uuid[])`,
    [
      county,
      warnings.map((one) => one.matterId),
      warnings.filter((one) => one.procedureKind === "supervision-order").map((one) => one.procedureId),
    ],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
