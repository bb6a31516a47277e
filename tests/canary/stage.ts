import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastifyCookie from "@fastify/cookie";
import fastifyFormbody from "@fastify/formbody";
import fastifyMultipart from "@fastify/multipart";
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from "fastify";
import { bindSystems } from "../../apps/api/bind-systems.ts";
import { LOGGING } from "../../apps/api/logging.ts";
import { bindPapers } from "../../apps/api/papers.ts";
import type { Actor } from "../../foundation/db/actor.ts";
import { type Binder, makeBinder } from "../../foundation/http/bind.ts";
import { asRefusal, httpRefusals, knowRefusals, sentenceOf } from "../../foundation/http/refusals.ts";
import { Refusal } from "../../foundation/refusal.ts";
import type { TestCounty } from "../builders/county.ts";

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Body and headers together: what the caller gets to see. */
  readonly all: string;
}
export interface Stage {
  readonly binder: Binder;
  /** Where sheets that are taken over lie. */
  readonly sheets: string;
  /** Everything that the program has logged. */
  logged(): string;
  /** One request in someone's name. A fault of the server throws. */
  ask(who: Actor, method: "GET" | "POST" | "PUT" | "DELETE", url: string, body?: object): Promise<Answer>;
  close(): Promise<void>;
}

/** The real routes over a county, with callers as this test names them. */
export async function aStage(county: TestCounty): Promise<Stage> {
  knowRefusals(httpRefusals);
  const log: string[] = [];
  const stream = { write: (line: string) => log.push(line) };
  const app = Fastify({
    logger: { ...LOGGING, level: "info", stream },
    logController: new LogController({ disableRequestLogging: true }),
  } as object) as unknown as FastifyInstance;
  await app.register(fastifyCookie);
  await app.register(fastifyFormbody);
  await app.register(fastifyMultipart);
  app.setErrorHandler((error, request, reply) => {
    const refusal = asRefusal(error);
    if (!refusal) return reply.status(500).send({ fault: String(error), stack: (error as Error).stack });
    return reply
      .status(refusal.status)
      .send({ code: refusal.code, sentence: sentenceOf(refusal, "zh-CN"), facts: refusal.facts, requestId: request.id });
  });
  app.setNotFoundHandler(() => {
    throw new Refusal("http.not-found", {}, { status: 404 });
  });
  const callers = new Map<string, Actor>();
  const find = async (request: FastifyRequest) => callers.get(String(request.headers["x-canary"]));
  const binder = makeBinder(app, find);
  const { db, code, keys, services } = county;
  const dataFolder = mkdtempSync(join(tmpdir(), "linli-canary-"));
  const options = { db, county: code, port: 0, host: "127.0.0.1", dataFolder, keys, services: ["api" as const] };
  await bindSystems({ app, binder, services, options, find });
  bindPapers(app, services, options, find);
  await app.ready();
  return {
    binder,
    sheets: join(dataFolder, "sheets"),
    logged: () => log.join(""),
    async ask(who, method, url, body) {
      const name = `${who.post} ${who.person}`;
      callers.set(name, { ...who, provedAt: new Date().toISOString(), factors: 2 });
      const got = await app.inject({
        method,
        url,
        headers: { "x-linli": "1", "x-canary": name },
        ...(body && { payload: body }),
      });
      if (got.statusCode === 500) throw new Error(`${method} ${url}: ${got.body}`);
      return { status: got.statusCode, text: got.body, all: `${JSON.stringify(got.headers)}\n${got.body}` };
    },
    async close() {
      await app.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
