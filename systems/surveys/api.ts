import { withActor } from "../../foundation/db/pool.ts";
import type { Binder } from "../../foundation/http/bind.ts";
import { dayOf } from "../../foundation/time/index.ts";
import type { Services } from "../matters/index.ts";
import { keepData } from "./actions/keep-data.ts";
import { openTelephone } from "./actions/open-telephone.ts";
import { recordAnswer } from "./actions/record-answer.ts";
import { recordAttempt } from "./actions/record-attempt.ts";
import { takeNextCall } from "./actions/take-next-call.ts";
import * as routes from "./contract.ts";
import { versionsOf } from "./store/data.ts";
import { callPage, countCalls } from "./views/call-page.ts";
import { casesBehind } from "./views/cases-behind.ts";
import { figuresAsXlsx } from "./views/export-figures.ts";
import { figures } from "./views/figures.ts";

/** Binds return-call desk, figures and the county's own data of both. */
export function bindSurveys(binder: Binder, services: Services): void {
  binder.bind(routes.takeNextCall, async ({ actor, body }) => {
    const id = await takeNextCall(services, actor, body.skip);
    return { call: id ? await callPage(services, actor, id) : null, counts: await countCalls(services, actor) };
  });
  binder.bind(routes.getCallPage, ({ actor, params }) => callPage(services, actor, params.id));
  binder.bind(routes.openTelephone, ({ actor, params, body }) => openTelephone(services, actor, params.id, body.commandId));
  binder.bind(routes.recordAttempt, ({ actor, params, body }) => recordAttempt(services, actor, params.id, body));
  binder.bind(routes.recordAnswer, ({ actor, params, body }) => recordAnswer(services, actor, params.id, body));
  binder.bind(routes.surveyFigures, ({ actor, query }) => figures(services, actor, query));
  binder.bind(routes.casesBehind, ({ actor, query }) => casesBehind(services, actor, query));
  binder.bind(routes.exportFigures, async ({ actor, query, reply }) => {
    const { name, body } = await figuresAsXlsx(services, actor, query);
    return reply
      .header("content-type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
      .header("content-disposition", `attachment; filename="${name}"`)
      .header("cache-control", "no-store")
      .send(body);
  });
  binder.bind(routes.readData, ({ actor, params }) =>
    withActor(
      services.db,
      actor,
      async (tx) => ({ versions: await versionsOf(tx, actor.county, params.name), today: dayOf(services.clock.now()) }),
      { readOnly: true },
    ),
  );
  binder.bind(routes.keepData, ({ actor, params, body }) => keepData(services, actor, params.name, body));
}
