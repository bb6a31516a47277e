import type { Actor } from "../../../../foundation/db/actor.ts";
import { withActor } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { ownData } from "../../../residents/index.ts";
import type { OwnMatter } from "../../contract/own-matter.ts";
import type { Services } from "../../services.ts";
import { requestsTold } from "./requests-told.ts";

/**
 * What is kept of the bearer themselves in one matter, and what they asked about it. `generation` is that of the code that is valid now: a
 * page opened with an earlier one shows nothing more. Throws `matters.not-found`.
 */
export async function ownMatter(services: Services, actor: Actor, matterId: string, reporterId: string): Promise<OwnMatter> {
  return withActor(services.db, actor, async (tx) => {
    const own = await ownData(tx, actor.county, matterId, reporterId, services.sealer);
    if (!own || own.withdrawn) throw new Refusal("matters.not-found", {}, { status: 404 });
    const { identity, quiet, wantsSecrecy, relation, role, erased, generation, second } = own;
    return {
      name: identity.name ?? "",
      phone: identity.phone ?? "",
      address: identity.address ?? "",
      quiet,
      wantsSecrecy,
      relation: role === "entered for" || relation ? (relation ?? "") : null,
      erased,
      generation,
      second: second.kind,
      digits: second.kind === "phone" ? null : services.sealer.receiptOf(reporterId, generation).pin,
      requests: await requestsTold(tx, actor.county, matterId, reporterId),
    };
  });
}
