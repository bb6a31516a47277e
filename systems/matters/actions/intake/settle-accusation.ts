import type { z } from "zod";
import { type Actor, jobActor } from "../../../../foundation/db/actor.ts";
import { withActor } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { complainedUnit } from "../../../dispatch/index.ts";
import type { Unit } from "../../../teams/contract.ts";
import { unitOfPost } from "../../../teams/index.ts";
import type { ReceiveMatter } from "../../contract.ts";
import { isSealed } from "../../rules/class-of-a-matter.ts";
import { whoReceives } from "../../rules/who-receives.rule.ts";
import type { Services } from "../../services.ts";
import type { Books } from "../../store/books.ts";

type ReceiveInput = z.output<typeof ReceiveMatter>;

/** Whom a matter complains of, as its row and its journal keep it. */
export interface Accusation {
  readonly unitId?: string | undefined;
  readonly postId?: string | undefined;
  readonly words?: string | undefined;
  readonly retaliation?: { readonly of?: string };
  readonly accusedUnits?: readonly string[];
  readonly passedOver?: readonly string[];
}

/**
 * Settles, before anything is written, whom the matter complains of and who receives it. The unit of an officer complained of is
 * accused with them; a unit named in words is taken as named while nobody has classed the matter or where it is sealed. Looked up with
 * the county's own eyes, so that the answer says nothing of an earlier matter. Throws `matters.post-of-another-unit`,
 * `matters.nobody-lawful-receives`.
 */
export async function settleAccusation(
  services: Services,
  books: Books,
  actor: Actor,
  input: ReceiveInput,
  usual: Unit | undefined,
): Promise<{ readonly accusation: Accusation; readonly unit: Unit | undefined }> {
  const about = input.complainedAbout ?? {};
  const unitId = await unitComplainedOf(services, books, actor, input);
  const facts = {
    kind: input.kind ?? null,
    secrecy: input.reporter.wantsSecrecy,
    complainedUnit: unitId ?? null,
    complainedPost: about.postId ?? null,
    complainedWords: about.words ?? null,
    retaliation: about.retaliation !== undefined,
  };
  const earlier = about.retaliation ? await earlierMatter(services, actor, about.retaliation.earlier) : undefined;
  const accused = unitId ? [unitId] : [];
  const passedOver = earlier?.handled ?? [];
  const bodies = books.data["receiving-bodies"] ?? {
    reports: [],
    retaliation: [],
    above: { zh: "上一级", en: "the level above" },
  };
  const unit =
    usual &&
    whoReceives({ usual, sealed: isSealed(facts), retaliation: facts.retaliation, accused, passedOver }, books.units, bodies);
  if (usual && !unit)
    throw new Refusal("matters.nobody-lawful-receives", { above: actor.locale === "en" ? bodies.above.en : bodies.above.zh });
  return {
    unit,
    accusation: {
      ...(unitId && { unitId }),
      ...(about.postId && { postId: about.postId }),
      ...(about.words && { words: about.words }),
      ...(about.retaliation && {
        retaliation: { ...(earlier?.id && { of: earlier.id }) },
        accusedUnits: accused,
        passedOver,
      }),
    },
  };
}

async function unitComplainedOf(
  services: Services,
  books: Books,
  actor: Actor,
  input: ReceiveInput,
): Promise<string | undefined> {
  const { unitId, postId, words } = input.complainedAbout ?? {};
  if (postId) {
    const unit = await withActor(services.db, jobActor(actor.county), (tx) => unitOfPost(tx, actor.county, postId), {
      readOnly: true,
    });
    if (unitId && unit && unit !== unitId) throw new Refusal("matters.post-of-another-unit");
    if (unit) return unit;
  }
  if (unitId || !words) return unitId;
  const open =
    input.kind !== undefined && input.kind !== "report" && !input.reporter.wantsSecrecy && !input.complainedAbout?.retaliation;
  const named = open ? undefined : complainedUnit({ words }, books.unitFacts);
  return named && books.unitsByCode.get(named.code)?.id;
}

async function earlierMatter(
  services: Services,
  actor: Actor,
  number: string | undefined,
): Promise<{ id: string; handled: string[] } | undefined> {
  if (!number) return undefined;
  const found = await withActor(
    services.db,
    jobActor(actor.county),
    (tx) =>
      tx.query<{ id: string; handled: string[] }>(
        `select id, array(select distinct unit from unnest(involved_units || received_by || coalesce(lead_unit, received_by)) unit) as handled
         from matters.matters where county_code = $1 and number = $2`,
        [actor.county, number],
      ),
    { readOnly: true },
  );
  return found.rows[0];
}
