import type { FastifyRequest } from "fastify";

/** What stands under /f and /b beside the secrets of QR codes. */
const KNOWN = {
  f: "answer|add|withdraw|rate|reopen|urge|leave|picture|me|copy|copy\\.json|why|four",
  b: "new|add|open|drop|card|stay|renew|end|leave",
} as const;
const SECRET = new RegExp(`^/(?:f/(?!(?:${KNOWN.f})(?:/|$))|b/(?!(?:${KNOWN.b})(?:/|$)))[^/]+`);

/** A path as it may be logged: the secret of a QR code and every query are left out. */
export const maskPath = (url: string): string => url.replace(/[?#].*$/s, "").replace(SECRET, (path) => `${path.slice(0, 3)}…`);

/** For routes whose address or sender must not be logged: method and masked path, no address, no headers. */
export const maskedRequest = (request: FastifyRequest): object => ({ method: request.method, url: maskPath(request.url) });
