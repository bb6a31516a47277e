import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Services } from "../../systems/matters/index.ts";
import { bindDoors } from "../portal/bind-doors.ts";
import { countyWords } from "../portal/county-words.ts";
import { portalRoutes } from "../portal/index.ts";
import { bindPapers } from "./papers.ts";
import type { ServerOptions } from "./server-options.ts";

/** Pages made on the server: the residents' portal at the root, papers to print for the desk. */
export async function bindPages({
  app,
  services,
  options,
}: {
  app: FastifyInstance;
  services: Services;
  options: ServerOptions;
}): Promise<void> {
  app.get("/desk", async (_request, reply) => reply.redirect("/desk/"));
  bindPapers(app, services, options);
  const doors = bindDoors({
    services,
    county: options.county,
    files: join(options.dataFolder, "files"),
    key: options.keys.session,
  });
  await app.register(portalRoutes, {
    doors,
    keys: options.keys,
    county: async () => countyWords(await services.books(options.county)),
    clock: services.clock,
  });
}
