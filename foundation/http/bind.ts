import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Actor } from "../db/actor.ts";
import { Refusal } from "../refusal.ts";
import { type Clock, systemClock } from "../time/index.ts";
import { wellFormed } from "../well-formed.ts";
import type { Route } from "./route.ts";

/** What a handler gets beside the checked input. */
export interface Call<P, Q, B> {
  readonly actor: Actor;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Finds who is calling; undefined where nobody is signed in. */
export type FindCaller = (request: FastifyRequest) => Promise<Actor | undefined>;

type Handler<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = (
  call: Call<z.output<P>, z.output<Q>, z.output<B>>,
) => Promise<z.input<A> | FastifyReply>;

interface Bound {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly access: string;
  readonly shape: Route;
}

export interface Binder {
  bind<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    shape: Route<P, Q, B, A>,
    handler: Handler<P, Q, B, A>,
  ): void;
  readonly routes: readonly Bound[];
}

const whatIsWrong = (error: z.ZodError) =>
  error.issues.slice(0, 8).map((issue) => ({ field: issue.path.join("."), code: issue.code, message: issue.message }));

/** How long a proof of who one is holds for dangerous acts. */
const FRESH_MILLISECONDS = 5 * 60_000;

/** What everyone does with their own sign-in, whatever their post. */
const OWN_SIGN_IN = /^\/api\/(me|session)(\/|$)/;

const isFresh = (caller: Actor, now: Date): boolean =>
  caller.provedAt !== undefined && now.getTime() - Date.parse(caller.provedAt) < FRESH_MILLISECONDS;

function check<S extends z.ZodType>(shape: S | undefined, value: unknown): z.output<S> {
  if (!shape) return undefined as z.output<S>;
  const parsed = shape.safeParse(wellFormed(value ?? {}));
  if (!parsed.success) throw new Refusal("http.not-understood", { problems: whatIsWrong(parsed.error) }, { status: 400 });
  return parsed.data;
}

/**
 * Binds declared routes to Fastify: input checked by the contract, the caller found and their right asked before the handler runs,
 * the answer checked on the way out. A route without an access sentence keeps the server from starting.
 */
export function makeBinder(app: FastifyInstance, findCaller: FindCaller, clock: Clock = systemClock): Binder {
  const routes: Bound[] = [];
  const admit = async (request: FastifyRequest, { method, path, access, fresh, factors }: Route): Promise<Actor | undefined> => {
    if (method !== "GET" && request.headers["x-linli"] !== "1") throw new Refusal("http.not-from-our-page", {}, { status: 403 });
    if (access === "anyone") return undefined;
    const caller = await findCaller(request);
    if (!caller) throw new Refusal("teams.sign-in-needed", {}, { status: 401 });
    if (caller.readOnly && method !== "GET" && !OWN_SIGN_IN.test(path))
      throw new Refusal("access.read-only", {}, { status: 403 });
    if (access !== "signed in" && !caller.rights.includes(access))
      throw new Refusal("access.right-needed", { right: access }, { status: 403 });
    if (factors === 2 && caller.factors !== 2) throw new Refusal("teams.second-factor-needed", {}, { status: 403 });
    if (fresh && !isFresh(caller, clock.now())) throw new Refusal("teams.prove-yourself-again", {}, { status: 401 });
    return caller;
  };
  return {
    routes,
    bind(shape, handler) {
      if (!shape.access) throw new Error(`${shape.method} ${shape.path} declares no access`);
      if ((shape.fresh || shape.factors) && shape.access === "anyone")
        throw new Error(`${shape.method} ${shape.path} is open to anyone and yet asks for a proof`);
      routes.push({
        method: shape.method,
        path: shape.path,
        summary: shape.summary,
        access: shape.access,
        shape: shape as unknown as Route,
      });
      app.route({
        method: shape.method,
        url: shape.path,
        ...(shape.bodyLimit && {
          bodyLimit: shape.bodyLimit,
          onRequest: async (request: FastifyRequest) => void (await admit(request, shape as unknown as Route)),
        }),
        handler: async (request, reply) => {
          const caller = await admit(request, shape as unknown as Route);
          const answer = await handler({
            actor: caller as Actor,
            params: check(shape.params, request.params),
            query: check(shape.query, request.query),
            body: check(shape.body, request.body),
            request,
            reply,
          } as never);
          if (answer === reply || reply.sent) return reply;
          const checked = shape.answer.safeParse(answer);
          if (!checked.success)
            throw new Error(`${shape.path} answers against its contract: ${JSON.stringify(whatIsWrong(checked.error))}`);
          return reply.header("cache-control", "no-store").send(checked.data);
        },
      });
    },
  };
}

/** OpenAPI 3.1 of the bound routes. */
export function openApiOf(routes: readonly Bound[]): object {
  const schema = (shape: z.ZodType | undefined, io: "input" | "output") =>
    shape ? z.toJSONSchema(shape, { io, unrepresentable: "any" }) : undefined;
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path, summary, access, shape } of routes) {
    const at = path.replace(/:(\w+)/g, "{$1}");
    const parameters = [["path", shape.params] as const, ["query", shape.query] as const].flatMap(([where, group]) => {
      const properties =
        (schema(group, "input") as { properties?: Record<string, unknown>; required?: string[] } | undefined) ?? {};
      return Object.entries(properties.properties ?? {}).map(([name, body]) => ({
        name,
        in: where,
        required: where === "path" || (properties.required ?? []).includes(name),
        schema: body,
      }));
    });
    paths[at] ??= {};
    paths[at][method.toLowerCase()] = {
      summary,
      "x-access": access,
      ...(parameters.length > 0 && { parameters }),
      ...(shape.body && {
        requestBody: { required: true, content: { "application/json": { schema: schema(shape.body, "input") } } },
      }),
      responses: {
        200: { description: "the answer", content: { "application/json": { schema: schema(shape.answer, "output") } } },
        default: { description: "a refusal: code, sentence, facts" },
      },
    };
  }
  return { openapi: "3.1.0", info: { title: "Linli 邻里", version: "0.1.0" }, paths };
}
