import type { Actor } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { type Day, dayOf } from "../../../foundation/time/index.ts";
import { arrangesTeams, isDoorkeeper, securesTeams } from "../rules/access.ts";
import type { RightClass } from "../rules/rights.table.ts";
import { mayBeInOneHand, securityArranges } from "../rules/three-administrations.rule.ts";

/** Has nobody the security administration, now or later? Then a county is being set up, and the system administration fills it. */
async function securityIsVacant(tx: Tx, county: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select 1 from teams.holdings where county_code = $1 and class = 'security' and coalesce(held_to, 'infinity') >= $2::date
     and held_from <= coalesce(held_to, 'infinity') limit 1`,
    [county, dayOf(new Date())],
  );
  return (rowCount ?? 0) === 0;
}

/**
 * Ordinary posts and its own are arranged by the system administration, all others by the security administration; an inspector only by an approved
 * plan. Refuses `teams.may-not-arrange`, `teams.security-arranges`, `teams.inspectors-by-plan` (403).
 */
export async function arrangesPostsOf(tx: Tx, actor: Actor, of: RightClass): Promise<void> {
  if (isDoorkeeper(actor)) return;
  if (of === "inspection") throw new Refusal("teams.inspectors-by-plan", {}, { status: 403 });
  if (!securityArranges(of)) {
    if (!arrangesTeams(actor)) throw new Refusal("teams.may-not-arrange", {}, { status: 403 });
    return;
  }
  if (securesTeams(actor)) return;
  const fillsTheCounty =
    (of === "security" || of === "audit") && arrangesTeams(actor) && (await securityIsVacant(tx, actor.county));
  if (!fillsTheCounty) throw new Refusal("teams.security-arranges", {}, { status: 403 });
}

/** The class of a post; `teams.not-found` where there is no such post. */
export async function classOf(tx: Tx, county: number, post: string): Promise<RightClass> {
  const { rows } = await tx.query<{ class: RightClass }>("select class from teams.posts where county_code = $1 and id = $2", [
    county,
    post,
  ]);
  if (!rows[0]) throw new Refusal("teams.not-found", { what: "post" }, { status: 404 });
  return rows[0].class;
}

interface PutOn {
  readonly person: string;
  readonly post: string;
  readonly kind: "holds" | "stands in";
  readonly from: Day;
  readonly to?: Day | undefined;
}

/**
 * May the actor put this person on this post? Nobody gives themselves more than ordinary posts (`teams.not-for-oneself`), a stand-in passes
 * nothing on (`teams.stand-in-passes-nothing-on`), and what must be in different hands stays there (`teams.never-in-one-hand`).
 */
export async function mayPutOn(tx: Tx, actor: Actor, one: PutOn): Promise<void> {
  const of = await classOf(tx, actor.county, one.post);
  await arrangesPostsOf(tx, actor, of);
  if (of !== "ordinary" && one.person === actor.person) throw new Refusal("teams.not-for-oneself", {}, { status: 403 });
  if (one.kind === "stands in" && actor.person) {
    const standing = await tx.query(
      `select 1 from teams.holdings where county_code = $1 and person_id = $2 and kind = 'stands in' and held_to >= $4::date
       and held_from <= $4::date and (post_id = $3 or class in ('system', 'security'))`,
      [actor.county, actor.person, one.post, dayOf(new Date())],
    );
    if (standing.rowCount) throw new Refusal("teams.stand-in-passes-nothing-on", {}, { status: 403 });
  }
  const other = await tx.query<{ class: RightClass; name: string }>(
    `select holding.class, post.name from teams.holdings as holding
     join teams.posts as post on post.county_code = holding.county_code and post.id = holding.post_id
     where holding.county_code = $1 and holding.person_id = $2 and daterange(holding.held_from, holding.held_to + 1) && daterange($3::date, $4::date + 1)`,
    [actor.county, one.person, one.from, one.to ?? null],
  );
  const clash = other.rows.find((row) => !mayBeInOneHand(row.class, of));
  if (clash) throw new Refusal("teams.never-in-one-hand", { one: clash.class, other: of, post: clash.name }, { status: 409 });
}
