import { type Actor, jobActor } from "../../../foundation/db/actor.ts";
import { type Database, withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { HOUR } from "../../../foundation/time/index.ts";
import type { Pointer } from "../blind-index.ts";
import { OPENING_LIMITS } from "../rules/opening-limits.table.ts";
import { normalisePhone } from "../rules/phone.ts";
import type { Sealer } from "../seal.ts";
import { reportersOf } from "../views/reporters-of.ts";

/**
 * Which matters the resident who stands at the counter reported under this telephone, so that a lost code can be replaced. Kept by post,
 * before anything is looked for, and held to so many an hour. Strangers who share the token are left out after opening. Rows of a
 * reporter who withdrew or was erased are not found. Throws `residents.no-telephone`, `residents.too-many-lookups` (429).
 */
export async function findByTelephone(
  db: Database,
  sealer: Sealer,
  actor: Actor,
  asked: { readonly phone: string; readonly purpose: string; readonly at: Date },
): Promise<Pointer[]> {
  const phone = normalisePhone(asked.phone);
  if (phone === undefined) throw new Refusal("residents.no-telephone", {}, { status: 400 });
  if (!actor.post || !actor.unit) throw new Error("a look-up is made in the name of a post");
  await withActor(db, actor, async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 200))", [`lookups ${actor.post}`]);
    const { rows } = await tx.query<{ n: number }>(
      "select count(*)::integer as n from residents.lookups where county_code = $1 and post_id = $2 and at > $3",
      [actor.county, actor.post, new Date(asked.at.getTime() - HOUR)],
    );
    if (rows[0]!.n >= OPENING_LIMITS.lostCodesInAnHour)
      throw new Refusal("residents.too-many-lookups", { most: OPENING_LIMITS.lostCodesInAnHour }, { status: 429 });
    await tx.query(
      "insert into residents.lookups (county_code, id, at, post_id, unit_id, purpose) values ($1, $2, $3, $4, $5, $6)",
      [actor.county, newId(), asked.at, actor.post, actor.unit, asked.purpose],
    );
  });
  return withActor(db, jobActor(actor.county), async (tx) => {
    await tx.query("select set_config('linli.blind_tokens', $1, true)", [sealer.blind.tokensOf(phone).join(",")]);
    const { rows } = await tx.query<{ id: string; pointer: Buffer }>(
      "select id, pointer from residents.blind_index where county_code = $1 and token = any ($2::integer[]) limit 500",
      [actor.county, sealer.blind.tokensOf(phone)],
    );
    const found: Pointer[] = [];
    for (const row of rows) {
      const pointer = sealer.blind.openPointer(row.id, row.pointer);
      const reporters = await reportersOf(tx, actor.county, pointer.matterId, sealer);
      const reporter = reporters.find((one) => one.id === pointer.reporterId && !one.withdrawnAt && !one.erasedAt);
      if (reporter?.identity?.phone && normalisePhone(reporter.identity.phone) === phone) found.push(pointer);
    }
    return found;
  });
}
