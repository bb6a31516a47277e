import type { z } from "zod";
import { type Actor, contextOf } from "../../../../foundation/db/actor.ts";
import { withActor } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { findAsking } from "../../../approvals/index.ts";
import { OPENING_LIMITS, readingsOf } from "../../../residents/index.ts";
import { postNames } from "../../../teams/index.ts";
import type { IdentityState } from "../../contract.ts";
import { wayToAnIdentity } from "../../rules/opening-an-identity.rule.ts";
import type { Services } from "../../services.ts";
import { factsOf } from "../../store/facts-of-a-matter.ts";
import type { ForAct } from "../../store/row.ts";
import { groundOf, groundsFor, holdersOf } from "./grounds-of-an-identity.ts";

/** By which way the reader may open an identity of this matter; for its holders, which posts opened one. Throws `matters.not-found`. */
export async function identityStateOf(services: Services, actor: Actor, id: string): Promise<z.input<typeof IdentityState>> {
  const at = services.clock.now();
  return withActor(
    services.db,
    { ...actor, matters: [id] },
    async (tx) => {
      const found = (
        await tx.query<{ found: ForAct | null }>("select matters.find_for_act($1::jsonb, $2::uuid) as found", [
          JSON.stringify(contextOf({ ...actor, matters: [id] })),
          id,
        ])
      ).rows[0]?.found;
      if (!found) throw new Refusal("matters.not-found", {}, { status: 404 });
      const way = wayToAnIdentity(actor, factsOf(found.matter, found.answered_by), found.matter.open);
      const nothing = { because: null, kind: null, purposes: [], approval: null, holders: [], openings: [] };
      if (way.way === "none")
        return { ...nothing, way: "none", because: way.because, holders: await holdersOf(services, actor, found) };
      const openings = (await readingsOf(tx, id)).filter((reading) => reading.what === "identity");
      const posts = await postNames(tx, actor.county, [...new Set(openings.map(({ postId }) => postId))]);
      const shown = openings.map(({ at, postId, purpose, unusual }) => {
        const post = posts.get(postId);
        return { at: at.toISOString(), by: post ? `${post.unit} · ${post.name}` : "", purpose: purpose ?? "", unusual };
      });
      if (way.way === "now") return { ...nothing, way: "now", openings: shown };
      const asking = await findAsking(tx, actor, { kind: way.kind, subject: id, at });
      return {
        ...nothing,
        way: "second-person",
        kind: way.kind,
        purposes: groundsFor(way.kind, actor.locale),
        approval: asking && {
          state: asking.state,
          until: asking.until.toISOString(),
          left: Math.max(0, OPENING_LIMITS.underAnApproval - asking.row.uses),
          purpose: groundOf(asking.row, actor.locale),
        },
        openings: shown,
      };
    },
    { readOnly: true },
  );
}
