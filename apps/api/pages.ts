import type { FastifyInstance } from "fastify";
import type { Services } from "../../systems/matters/index.ts";
import type { ServerOptions } from "./server.ts";

/** Pages made on the server: the residents' portal, papers to print. */
export async function bindPages({ app }: { app: FastifyInstance; services: Services; options: ServerOptions }): Promise<void> {
  app.get("/desk", async (_request, reply) => reply.redirect("/desk/"));
}
