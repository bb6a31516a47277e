import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Services } from "../../matters/index.ts";
import type { NewOrder } from "../contract.ts";
import { supervises } from "../rules/access.ts";
import { ENTITLED, RESERVED_BY } from "../rules/measures.ts";
import { basisOfAnOrder, hiddenFrom, nothingReachesTheUnitComplainedOf } from "../rules/who-may-issue.rule.ts";
import { standingOf } from "../views/matters-in-order.ts";
import { settingsInForce } from "../views/settings.ts";
import { once, type Written } from "./command.ts";
import { issued } from "./issue.ts";
import { tellUnit } from "./tell.ts";
import { writeOrder } from "./write-order.ts";

/**
 * Proposes an order to the body that is entitled to it, or, with `direct`, issues it as that body. Throws
 * `supervision.not-this-bodys-measure` with the article, `supervision.not-your-body`, `supervision.body-has-no-unit`,
 * `supervision.would-reach-the-unit-complained-of`, `matters.not-found` where a matter is not the actor's to see.
 */
export async function proposeOrder(services: Services, actor: Actor, input: z.output<typeof NewOrder>): Promise<Written> {
  if (!supervises(actor) || !actor.unit) throw new Refusal("access.not-yours", { act: "propose" }, { status: 403 });
  const [books, { settings }] = await Promise.all([services.books(actor.county), settingsInForce(services.db, actor)]);
  const { measure, body } = input;
  const article = RESERVED_BY[measure];
  const issuer = books.unitsByCode.get(settings.bodies[body] ?? "");
  if (!ENTITLED[measure][body])
    throw new Refusal("supervision.not-this-bodys-measure", { body, measure, article }, article ? { article } : {});
  if (!issuer) throw new Refusal("supervision.body-has-no-unit", { body });
  if (input.direct && !actor.units.includes(issuer.id))
    throw new Refusal("supervision.not-your-body", { body, unit: issuer.name }, { status: 403, ...(article && { article }) });
  if (!books.units.has(input.unitId)) throw new Refusal("supervision.no-such-unit", {}, { status: 404 });
  const basis = input.direct ? basisOfAnOrder(body, measure, input.decision ?? null) : ENTITLED[measure][body];
  const now = services.clock.now();
  return withActor(services.db, actor, (tx) =>
    once(
      tx,
      actor.county,
      input.commandId,
      input,
      async () => {
        const wanted = [...new Set(input.matterIds)];
        const matters = await standingOf(tx, actor.county, wanted);
        if (matters.length < wanted.length) throw new Refusal("matters.not-found", {}, { status: 404 });
        nothingReachesTheUnitComplainedOf(input.unitId, matters);
        const draft = {
          id: input.id,
          version: 1,
          state: "proposed" as const,
          number: null,
          measure,
          body,
          issuer_unit: issuer.id,
          proposed_by: actor.unit!,
          unit_id: input.unitId,
          matter_ids: wanted,
          hidden_from: hiddenFrom(matters),
          subject: input.subject,
          ground: input.ground,
          demand: input.demand,
          decision: input.decision ?? null,
          basis,
          days: input.days ?? settings.daysToAnswer,
          due_at: null,
          clock_id: null,
          answer: null,
          adoption: null,
          files: [],
          returned_because: null,
          ended_because: null,
          issued_at: null,
          updated_at: now,
        };
        const row = input.direct ? await issued(tx, actor.county, draft, books.calendar, now) : draft;
        await writeOrder(tx, actor, row, {
          act: input.direct ? "issue-directly" : "propose",
          at: now,
          command: input.commandId,
          attachments: [],
        });
        if (input.direct) await tellUnit(tx, services, actor, row.unit_id, "matters.handle", row.id, "order-issued", now);
        else await tellUnit(tx, services, actor, issuer.id, "matters.supervise", row.id, "order-proposed", now);
        return { id: row.id, version: row.version, state: row.state, number: row.number };
      },
      now,
    ),
  );
}
