import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { fileRefusals } from "../../foundation/files/index.ts";
import type { Binder } from "../../foundation/http/bind.ts";
import type { RefusalWords } from "../../foundation/http/refusals.ts";
import { sheetRefusals } from "../../foundation/sheets/words.ts";
import { makeDraftBox } from "../../systems/matters/actions/keep-desk-things.ts";
import { bindMatters } from "../../systems/matters/api.ts";
import type { Services } from "../../systems/matters/index.ts";
import { matterRefusals } from "../../systems/matters/words.ts";
import { residentsRefusals } from "../../systems/residents/contract.ts";
import { bindTeams } from "./bind-teams.ts";
import type { ServerOptions } from "./server.ts";

export const refusalWords: readonly RefusalWords[] = [matterRefusals, residentsRefusals as never, fileRefusals as never, sheetRefusals as never];

/** Every system's routes, in the order of the map. */
export async function bindSystems({ app, binder, services, options }: { app: FastifyInstance; binder: Binder; services: Services; options: ServerOptions }): Promise<void> {
  bindTeams(binder, options);
  bindMatters({ app, binder, services, drafts: makeDraftBox(options.keys.identity), files: join(options.dataFolder, "files") });
}
