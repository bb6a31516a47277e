import fastifyCookie from "@fastify/cookie";
import fastifyFormbody from "@fastify/formbody";
import fastifyMultipart from "@fastify/multipart";
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from "fastify";
import { makeBinder, openApiOf } from "../../foundation/http/bind.ts";
import { asRefusal, httpRefusals, knowRefusals, sentenceOf } from "../../foundation/http/refusals.ts";
import { newId } from "../../foundation/ids.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { startJobs } from "../jobs/jobs.ts";
import { makeServices } from "../services.ts";
import { articlesOfRefusals } from "./article-of-refusal.ts";
import { bindSystems, refusalWords } from "./bind-systems.ts";
import { callerOf, localeOf } from "./caller.ts";
import { bindDesk } from "./desk-pages.ts";
import { serveUploadsElsewhere } from "./files-server.ts";
import { protectAnswers } from "./headers.ts";
import { holdLimits, UPLOAD_MILLISECONDS } from "./limits.ts";
import { LOGGING } from "./logging.ts";
import { bindPages } from "./pages.ts";
import type { ServerOptions } from "./server-options.ts";
import { onlyRead } from "./without-keys.ts";

export type { ServerOptions };

/** A path as a log may hold it: link tokens and codes are masked, queries are left out. */
export const loggablePath = (url: string): string => url.split("?", 1)[0]!.replace(/^(\/(?:f|b|r|files)\/)[^/]+/, "$1…");

/** Puts the whole together: one process by default, split by `services`. */
export async function startServer(
  options: ServerOptions,
): Promise<{ url: string; filesPort: number | undefined; close(): Promise<void>; app: FastifyInstance }> {
  const services = makeServices(options.db, options.followKeys ?? options.keys);
  knowRefusals(httpRefusals, ...refusalWords);
  const settings = {
    requestTimeout: UPLOAD_MILLISECONDS,
    connectionTimeout: 0,
    keepAliveTimeout: 65_000,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 4096 },
    genReqId: () => newId(),
    logController: new LogController({ disableRequestLogging: true }),
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 16_384 },
    trustProxy: "loopback",
    logger: options.log === false ? false : LOGGING,
  };
  // the types of Fastify take the `http` options for those of HTTP/2
  const app = Fastify(settings as object) as unknown as FastifyInstance;
  app.addHook("onResponse", async (request, reply) => {
    if (reply.statusCode >= 500 || reply.elapsedTime > 1000)
      request.log.warn({
        id: request.id,
        method: request.method,
        path: loggablePath(request.url),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      });
  });
  const elsewhere =
    options.filesPort === undefined ? undefined : serveUploadsElsewhere(app, options.keys.session, options.filesAddress);
  protectAnswers(app, (request) => elsewhere?.originFor(request));
  holdLimits(app, { db: options.db, hosts: options.hosts ?? [] });
  if (options.withoutKeys) onlyRead(app);
  await app.register(fastifyCookie);
  await app.register(fastifyFormbody);
  await app.register(fastifyMultipart, { limits: { fileSize: 64 * 1024 * 1024, files: 6, fields: 60, fieldSize: 256 * 1024 } });

  const articleOf = articlesOfRefusals(options.db, options.county);
  const fail = (request: FastifyRequest, error: unknown) => {
    const refusal = asRefusal(error);
    if (!refusal) request.log.error({ id: request.id, path: loggablePath(request.url), err: error });
    return refusal ?? new Refusal("http.fault", { requestId: request.id }, { status: 503 });
  };
  app.setErrorHandler(async (error, request, reply) => {
    const known = asRefusal(error);
    const refusal = fail(request, error);
    if (refusal.status === 503) reply.header("retry-after", "3");
    const status = known ? refusal.status : 500;
    const article = await articleOf(refusal);
    return reply
      .status(status)
      .header("cache-control", "no-store")
      .send({
        code: refusal.code,
        sentence: sentenceOf(refusal, localeOf(request)),
        facts: refusal.facts,
        ...(article && { article }),
        requestId: request.id,
      });
  });

  if (options.services.includes("api")) {
    const binder = makeBinder(app, callerOf(options.db));
    await bindSystems({ app, binder, services, options });
    await bindPages({ app, services, options });
    app.get("/api/openapi.json", async () => openApiOf(binder.routes));
    app.get("/api/ping", async () => ({ ok: true }));
    await bindDesk(app);
  }
  const jobs = options.services.includes("jobs") ? await startJobs({ services, options }) : undefined;
  await app.listen({ port: options.port, host: options.host });
  const filesPort = options.filesPort === undefined ? undefined : await elsewhere?.listen(options.filesPort, options.host);
  const address = app.server.address();
  const port = typeof address === "object" && address ? address.port : options.port;
  return {
    url: `http://${options.host === "0.0.0.0" ? "127.0.0.1" : options.host}:${port}`,
    filesPort,
    app,
    async close() {
      await jobs?.stop();
      await elsewhere?.close();
      app.server.closeAllConnections();
      await app.close();
      await services.readings.flush();
    },
  };
}
