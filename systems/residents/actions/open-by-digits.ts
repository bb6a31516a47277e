import { timingSafeEqual } from "node:crypto";
import { residentActor } from "../../../foundation/db/actor.ts";
import { type Database, withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import type { Second } from "../rules/second.rule.ts";
import type { Sealer } from "../seal.ts";
import { type Bearer, findBearer } from "../views/find-bearer.ts";
import { ownData } from "../views/own-data.ts";

/** Are these four digits what is asked? Compared without telling by time which of them is wrong. */
export const tellsRight = ({ kind, accepted }: Second, told: string): boolean =>
  kind === "nothing" || accepted.map((one) => same(one, told)).includes(true);

const same = (asked: string, told: string): boolean =>
  timingSafeEqual(Buffer.from(asked.padEnd(4, "-").slice(0, 4)), Buffer.from(told.padEnd(4, "-").slice(0, 4)));

/**
 * Who bears this 12-digit code and knows the four digits beside it (see `secondOf`; empty where none were told). Undefined for an
 * unknown code, for wrong digits, for a withdrawn report: whoever asks cannot tell which, and as much is read for each.
 */
export async function openByDigits(
  db: Database,
  county: number,
  sealer: Sealer,
  told: { readonly code: string; readonly second: string },
): Promise<Bearer | undefined> {
  const found = await findBearer(db, county, sealer, told.code);
  const { matterId, reporterId } = found ?? { matterId: newId(), reporterId: newId() };
  const own = await withActor(db, residentActor(county, [matterId]), (tx) => ownData(tx, county, matterId, reporterId, sealer), {
    readOnly: true,
  });
  const right = own !== undefined && tellsRight(own.second, told.second);
  return found && !found.withdrawn && right ? found : undefined;
}
