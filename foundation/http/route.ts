import type { z } from "zod";

/** One route, declared once: server binds it, the typed client calls it, OpenAPI describes it. */
export interface Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Fastify path, e.g. /api/matters/:id */
  readonly path: string;
  readonly summary: string;
  /** The access sentence that guards it ("anyone", "signed in", or a right such as "matters.dispatch"). A route without one does not start. */
  readonly access: string;
  /** A dangerous act: the caller proved who they are within the last five minutes, else `teams.prove-yourself-again` (401). */
  readonly fresh?: true;
  /** Only for whoever signed in with a second factor, else `teams.second-factor-needed` (403). */
  readonly factors?: 2;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Bytes a body may have where it is more than the server's own limit; the caller is then known before it is read. */
  readonly bodyLimit?: number;
  readonly answer: A;
}

/** Keeps the shapes' types. */
export const route = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  shape: Route<P, Q, B, A>,
): Route<P, Q, B, A> => shape;

export type AnswerOf<R> = R extends Route<z.ZodType, z.ZodType, z.ZodType, infer A> ? z.output<A> : never;
export type BodyOf<R> = R extends Route<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never;
export type QueryOf<R> = R extends Route<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.input<Q> : never;
export type ParamsOf<R> = R extends Route<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.input<P> : never;
