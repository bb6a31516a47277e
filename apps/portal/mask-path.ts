import type { FastifyRequest } from "fastify";

/** A path as it may be logged: the token of a link and every query are left out. */
export const maskPath = (url: string): string =>
  url.replace(/[?#].*$/s, "").replace(/^\/f\/(?!(?:answer|add|withdraw|rate|reopen|urge|leave|picture)(?:\/|$))[^/]+/, "/f/…");

/** For routes whose address or sender must not be logged: method and masked path, no address, no headers. */
export const maskedRequest = (request: FastifyRequest): object => ({ method: request.method, url: maskPath(request.url) });
