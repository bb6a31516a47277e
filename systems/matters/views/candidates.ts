import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { read, type Tx, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { dayOf } from "../../../foundation/time/index.ts";
import { peopleAtWork } from "../../teams/index.ts";
import type { getCandidates } from "../contract/sandbox.ts";
import { type Candidate, proposePost } from "../rules/person-choice.rule.ts";
import type { Services } from "../services.ts";
import type { MatterRow } from "../store/row.ts";

const LOOKED_AT = [
  "id",
  "lead_unit",
  "kind",
  "secrecy",
  "complained_post",
  "complained_unit",
  "township_id",
  "village_id",
] as const;
type LookedAt = Pick<MatterRow, (typeof LOOKED_AT)[number]>;

export interface NamedChoice {
  readonly proposed: string | null;
  readonly candidates: readonly (Candidate & { readonly name: string })[];
}

/** The posts of the lead unit with `matters.handle`, each with whether the matter may be given to it today, and the one proposed. */
export async function choiceOfAPost(tx: Tx, county: number, matter: LookedAt, at: Date): Promise<NamedChoice> {
  if (matter.lead_unit === null) return { proposed: null, candidates: [] };
  const posts = await peopleAtWork(tx, county, matter.lead_unit, "matters.handle", dayOf(at));
  const load = await tx.query<{ post: string; n: number }>(
    `select a.post_id as post, count(*)::integer as n from matters.assignments a
     join matters.matters m on m.county_code = a.county_code and m.id = a.matter_id and m.open
     where a.county_code = $1 and a.unit_id = $2 and a.ended_at is null and a.post_id is not null group by a.post_id`,
    [county, matter.lead_unit],
  );
  const open = new Map(load.rows.map((row) => [row.post, row.n]));
  const names = new Map(posts.map((post) => [post.id, post.name]));
  const chosen = proposePost(
    {
      complainedPost: matter.complained_post,
      complainedUnit: matter.complained_unit,
      unitMustNotKnow: matter.secrecy || matter.kind === "report",
      townshipId: matter.township_id,
      villageId: matter.village_id,
    },
    posts.map((post) => ({ ...post, openMatters: open.get(post.id) ?? 0 })),
  );
  return {
    proposed: chosen.proposed,
    candidates: chosen.candidates.map((one) => ({ ...one, name: names.get(one.post)! })),
  };
}

/** The posts of the lead unit that may be given the matter, and the one proposed. For officers of that unit; throws `access.not-yours` (403), `matters.not-found` (404). */
export async function candidatesFor(
  services: Services,
  actor: Actor,
  id: string,
): Promise<z.output<typeof getCandidates.answer>> {
  const [matter] = await read<LookedAt>(
    services.db,
    actor,
    `select ${LOOKED_AT.join(", ")} from matters.matters where county_code = $1 and id = $2`,
    [actor.county, id],
  );
  if (!matter) throw new Refusal("matters.not-found", {}, { status: 404 });
  if (matter.lead_unit === null || !actor.units.includes(matter.lead_unit))
    throw new Refusal("access.not-yours", { act: "assign" }, { status: 403 });
  const found = await withActor(services.db, actor, (tx) => choiceOfAPost(tx, actor.county, matter, services.clock.now()), {
    readOnly: true,
  });
  return { proposed: found.proposed, candidates: [...found.candidates] };
}
