import type { Binder } from "../../foundation/http/bind.ts";
import { keepPlatforms, type Services } from "../matters/index.ts";
import { bytesOfFile, sendAgain, sendReplies } from "./actions/send-file.ts";
import * as routes from "./contract.ts";
import { listOrders } from "./views/orders.ts";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** Binds orders from above: what is ready, what cannot be sent, the files. */
export function bindOrders(binder: Binder, services: Services): void {
  binder.bind(routes.listOrders, ({ actor, query }) => listOrders(services, actor, query.platform));
  binder.bind(routes.sendReplies, ({ actor, body }) => sendReplies(services, actor, body));
  binder.bind(routes.sendAgain, ({ actor, params, body }) => sendAgain(services, actor, params.id, body.commandId));
  binder.bind(routes.fetchFile, async ({ actor, params, reply }) => {
    const { name, form, bytes } = await bytesOfFile(services, actor, params.id);
    return reply
      .header("content-type", TYPES[form])
      .header("content-disposition", `attachment; filename="${name}"`)
      .header("cache-control", "no-store")
      .send(bytes);
  });
  binder.bind(routes.readPlatforms, async ({ actor }) => {
    const books = await services.books(actor.county);
    return { version: books.versions.platforms ?? 0, platforms: books.data.platforms?.platforms ?? [] };
  });
  binder.bind(routes.keepPlatforms, async ({ actor, body }) => ({
    version: await keepPlatforms(services, actor, body.baseVersion, { platforms: body.platforms }),
  }));
}
