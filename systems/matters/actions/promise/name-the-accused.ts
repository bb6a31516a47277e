import type { z } from "zod";
import { type Actor, jobActor } from "../../../../foundation/db/actor.ts";
import { withActor } from "../../../../foundation/db/pool.ts";
import { newId } from "../../../../foundation/ids.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { readingsOf } from "../../../residents/index.ts";
import { unitOfPost } from "../../../teams/index.ts";
import type { nameTheAccused as route } from "../../contract/promise.ts";
import { recused, SENTENCES } from "../../rules/access.ts";
import { isSealed } from "../../rules/class-of-a-matter.ts";
import { chainOf } from "../../rules/who-receives.rule.ts";
import type { Services } from "../../services.ts";
import { factsOf } from "../../store/facts-of-a-matter.ts";
import type { MatterRow } from "../../store/row.ts";
import { findForAct } from "../act-on-matter.ts";
import { type LineWritten, recordLine } from "./record-line.ts";

/**
 * A triage clerk outside the side accused says which unit or post a matter complains of, or corrects it. It is shut to that side in the
 * same transaction; a part that the side holds ends, and the matter goes back to the dispatch desk. The reporters are told, with the
 * number of times that posts of that side had read it before. Throws `matters.not-found`, `access.not-yours`,
 * `matters.name-by-someone-outside`, `matters.no-such-unit`, `matters.post-of-another-unit`, `matters.changed-meanwhile`.
 */
export async function nameTheAccused(
  services: Services,
  actor: Actor,
  id: string,
  input: z.output<NonNullable<typeof route.body>>,
): Promise<LineWritten> {
  const [books, found] = await Promise.all([services.books(actor.county), findForAct(services, actor, id)]);
  const row = found.matter;
  if (!SENTENCES["triage clerk"](actor, factsOf(row, null)))
    throw new Refusal("access.not-yours", { act: "name-accused" }, { status: 403 });
  const unitId = await unitNamed(services, actor, input);
  if (unitId && !books.units.has(unitId)) throw new Refusal("matters.no-such-unit", {}, { status: 404 });
  const named: MatterRow = {
    ...row,
    complained_unit: unitId ?? null,
    complained_post: input.postId ?? null,
    accused_units: row.retaliation ? (unitId ? [unitId] : []) : input.outside ? [] : null,
  };
  const facts = factsOf(named, null);
  if (recused(actor, facts)) throw new Refusal("matters.name-by-someone-outside", {}, { status: 403 });

  const onItsSide = (unit: string | null) =>
    unit !== null &&
    isSealed(facts) &&
    unitId !== undefined &&
    books.units.has(unit) &&
    chainOf(books.units, books.units.get(unit)!).some((one) => one.id === unitId);
  const now = services.clock.now().toISOString();
  const ended = found.assignments.filter((one) => onItsSide(one.unit_id)).map((one) => ({ ...one, ended_at: now }));
  const takenBack = row.open && onItsSide(row.lead_unit) && ["dispatched", "handling", "objected"].includes(row.state);
  const before = await withActor(services.db, { ...jobActor(actor.county), matters: [id] }, (tx) => readingsOf(tx, id), {
    readOnly: true,
  });
  const readBefore = before.filter((one) => onItsSide(one.unitId)).length;
  return recordLine(
    services,
    actor,
    found,
    {
      act: "name-accused",
      commandId: input.commandId,
      baseVersion: input.baseVersion,
      asked: { unitId: input.unitId, postId: input.postId, outside: input.outside },
      row: {
        support_units: row.support_units.filter((unit) => !onItsSide(unit)),
        ...(takenBack && { state: "accepted" as const, lead_unit: null, lane: null, lane_id: null }),
      },
      content: {
        complainedAbout: {
          unitId: unitId ?? null,
          postId: input.postId ?? null,
          ...(named.accused_units !== row.accused_units && { accusedUnits: named.accused_units }),
        },
        readBefore,
      },
      assignments: ended,
      notices: isSealed(facts) ? tellings(named, found.reporters, readBefore, now) : [],
    },
    (tx) =>
      tx.query(
        "update matters.matters set complained_unit = $3, complained_post = $4, accused_units = $5 where county_code = $1 and id = $2",
        [actor.county, id, named.complained_unit, named.complained_post, named.accused_units],
      ),
  );
}

async function unitNamed(
  services: Services,
  actor: Actor,
  { unitId, postId, outside }: { unitId?: string | undefined; postId?: string | undefined; outside: boolean },
): Promise<string | undefined> {
  if (!postId) {
    if (!unitId && !outside) throw new Refusal("matters.no-such-unit", {}, { status: 404 });
    return unitId;
  }
  const unit = await withActor(services.db, jobActor(actor.county), (tx) => unitOfPost(tx, actor.county, postId), {
    readOnly: true,
  });
  if (!unit || (unitId && unit !== unitId)) throw new Refusal("matters.post-of-another-unit");
  return unit;
}

/** What each reporter is told; whoever asked for silence finds it under their code. */
const tellings = (
  row: MatterRow,
  reporters: readonly { readonly id: string; readonly quiet: boolean }[],
  readBefore: number,
  at: string,
): Record<string, unknown>[] =>
  reporters.map((reporter) => ({
    id: newId(),
    reporter_id: reporter.id,
    unit_id: null,
    kind: "name-accused",
    channel: "list",
    state: reporter.quiet ? "silent" : "waiting",
    words: `${row.number}：已经认定您反映的单位，从现在起它和它的下级看不到这件事。${
      readBefore > 0 ? `在这之前，那边的岗位看过 ${readBefore} 次，您可以在“谁看过”里看到。` : "在这之前，那边没有岗位看过。"
    }`,
    at,
  }));
