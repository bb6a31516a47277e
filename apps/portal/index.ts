import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import type { FastifyError, FastifyInstance } from "fastify";
import { type Clock, systemClock } from "../../foundation/time/index.ts";
import { openWords, type PortalCounty, refusedPage } from "../../systems/matters/portal/index.ts";
import { bookletRoutes } from "./booklet-routes.ts";
import type { PortalDoors } from "./doors.ts";
import { enterRoutes } from "./enter-routes.ts";
import { explain, missing } from "./faults.ts";
import { followRoutes } from "./follow-routes.ts";
import { maskedRequest } from "./mask-path.ts";
import { openRoutes } from "./open-routes.ts";
import { ownRoutes } from "./own-routes.ts";
import { type Portal, readerOf, SECURITY_HEADERS, send } from "./portal.ts";
import { changedWish, keepWish, wishOf } from "./reader.ts";
import { receiptRoutes } from "./receipt-routes.ts";
import { comesFromHere } from "./same-origin.ts";
import { sayRoutes } from "./say-routes.ts";
import { makeSeals } from "./sealed.ts";

export { bindDoors } from "./bind-doors.ts";
export { countyWords } from "./county-words.ts";
export type { Opened, PortalDoors } from "./doors.ts";
export { staticPages } from "./faults.ts";
export { maskPath } from "./mask-path.ts";

export interface PortalOptions {
  readonly doors: PortalDoors;
  /** 32 bytes of the key file; cookies and tokens are sealed with keys derived from it. */
  readonly keys: { readonly session: Buffer };
  /** Names, telephone and address of the county's centre, categories in plain words, units; may change while running. */
  county(): Promise<PortalCounty>;
  readonly clock?: Clock;
  /** Address under which residents reach the portal, for QR codes; by default the one of each request. */
  readonly origin?: string;
}

/** The residents' portal as a Fastify plugin at the root: `app.register(portalRoutes, options)`. Every page works without JavaScript. */
export async function portalRoutes(app: FastifyInstance, options: PortalOptions): Promise<void> {
  const clock = options.clock ?? systemClock;
  const portal: Portal = {
    doors: options.doors,
    seals: makeSeals(options.keys.session),
    clock,
    origin: options.origin,
    county: options.county,
  };
  if (!app.hasReplyDecorator("setCookie")) await app.register(cookie);
  if (!app.hasContentTypeParser("application/x-www-form-urlencoded")) await app.register(formbody);
  if (!app.hasContentTypeParser("multipart/form-data")) await app.register(multipart);

  app.addHook("onRoute", (route) => {
    route.logSerializers = { req: maskedRequest as never };
  });
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(SECURITY_HEADERS);
    const { lang } = request.query as { lang?: unknown };
    if (request.method === "GET" && (lang === "en" || lang === "zh-CN")) {
      keepWish(request, reply, changedWish(wishOf(request), lang));
      return reply.header("cache-control", "no-store").redirect(request.url.replace(/\?.*$/s, ""), 303);
    }
    if (request.method !== "POST" || comesFromHere(request)) return;
    const reader = await readerOf(portal, request, "/");
    return send(reply, refusedPage(reader, openWords[reader.locale].crossSite), { status: 403, privacy: "personal" });
  });
  app.setErrorHandler((fault: FastifyError, request, reply) => explain(portal, fault, request, reply));

  openRoutes(app, portal);
  sayRoutes(app, portal);
  receiptRoutes(app, portal);
  enterRoutes(app, portal);
  followRoutes(app, portal);
  ownRoutes(app, portal);
  bookletRoutes(app, portal);
  // what no other route knows; machines and officers get their own answer
  app.get("/*", (request, reply) =>
    /^\/(?:api|desk)(?:\/|$)/.test(request.url) ? reply.callNotFound() : missing(portal, request, reply),
  );
}
