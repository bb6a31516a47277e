import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { fileRefusals } from "../../foundation/files/index.ts";
import type { Binder, FindCaller } from "../../foundation/http/bind.ts";
import type { RefusalWords } from "../../foundation/http/refusals.ts";
import { sheetRefusals } from "../../foundation/sheets/words.ts";
import { bindApprovals } from "../../systems/approvals/api.ts";
import { approvalsRefusals } from "../../systems/approvals/index.ts";
import { bindClocks } from "../../systems/clocks/api.ts";
import { clocksRefusals } from "../../systems/clocks/words.ts";
import { bindCatalogue, bindDispatch } from "../../systems/dispatch/api.ts";
import { dispatchRefusals } from "../../systems/dispatch/words.ts";
import { bindInsight } from "../../systems/insight/api.ts";
import { insightRefusals } from "../../systems/insight/index.ts";
import { bindLaw } from "../../systems/law/api.ts";
import { lawRefusals } from "../../systems/law/words.ts";
import { bindMatters } from "../../systems/matters/api.ts";
import type { Services } from "../../systems/matters/index.ts";
import {
  findMattersSeen,
  importRefusals,
  makeDraftBox,
  openMattersOfAPost,
  recordRecomputedDue,
} from "../../systems/matters/index.ts";
import { matterRefusals } from "../../systems/matters/words.ts";
import { mediationRefusals } from "../../systems/mediation/index.ts";
import { bindOrders } from "../../systems/orders/api.ts";
import { ordersRefusals } from "../../systems/orders/index.ts";
import { residentsRefusals } from "../../systems/residents/contract.ts";
import { bindSupervision } from "../../systems/supervision/api.ts";
import { supervisionRefusals } from "../../systems/supervision/index.ts";
import { bindSurveys } from "../../systems/surveys/api.ts";
import { surveysRefusals } from "../../systems/surveys/index.ts";
import { bindTeams } from "../../systems/teams/api.ts";
import { teamsRefusals } from "../../systems/teams/words.ts";
import { bindTerritory } from "../../systems/territory/api.ts";
import { territoryRefusals } from "../../systems/territory/index.ts";
import { signInBox } from "../settings.ts";
import { SESSION_COOKIE } from "./caller.ts";
import { bindOrderPapers } from "./order-papers.ts";
import type { ServerOptions } from "./server-options.ts";

export const refusalWords: readonly RefusalWords[] = [
  lawRefusals as never,
  matterRefusals,
  dispatchRefusals as never,
  importRefusals,
  teamsRefusals as never,
  clocksRefusals as never,
  territoryRefusals as never,
  residentsRefusals as never,
  insightRefusals,
  approvalsRefusals,
  supervisionRefusals,
  surveysRefusals,
  ordersRefusals,
  mediationRefusals,
  fileRefusals as never,
  sheetRefusals as never,
];

/** Every system's routes, in the order of the map. */
export async function bindSystems({
  app,
  binder,
  services,
  options,
  find,
}: {
  app: FastifyInstance;
  binder: Binder;
  services: Services;
  options: ServerOptions;
  /** Who asks for a page to print; by the session's cookie where not given. */
  find?: FindCaller;
}): Promise<void> {
  bindLaw(binder, { db: options.db, clock: services.clock });
  bindTeams(app, binder, {
    db: options.db,
    county: options.county,
    clock: services.clock,
    cookie: SESSION_COOKIE,
    box: signInBox(options.keys),
    openMatters: openMattersOfAPost(services),
  });
  bindTerritory(binder, options.db);
  bindClocks(binder, { db: options.db, clock: services.clock, record: recordRecomputedDue(services) });
  bindApprovals(binder, { db: options.db, clock: services.clock, findMatters: findMattersSeen });
  bindDispatch(binder, { db: options.db, clock: services.clock });
  bindCatalogue(binder, {
    db: options.db,
    clock: services.clock,
    register: async (county) => {
      const { categories, unitFacts, unitsByCode } = await services.books(county);
      const units = [...unitFacts.values()].map((unit) => ({
        ...unit,
        shortName: unitsByCode.get(unit.code)?.shortName ?? unit.name,
      }));
      return { categories: [...categories.values()], units };
    },
  });
  bindMatters({
    app,
    binder,
    services,
    drafts: makeDraftBox(options.keys.identity, Object.values(options.keys.older ?? {})),
    files: join(options.dataFolder, "files"),
  });
  bindOrders(binder, services);
  bindSurveys(binder, services);
  bindSupervision(binder, services);
  bindOrderPapers(app, services, find);
  bindInsight(binder, services);
}
