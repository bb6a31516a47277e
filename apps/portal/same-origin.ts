import type { FastifyRequest } from "fastify";

/**
 * Does this form come from a page of this site? `Referrer-Policy: no-referrer` makes browsers send `Origin: null` with every
 * form, so `Sec-Fetch-Site` is asked first; browsers too old for it are held by the cookies' `SameSite=Lax`, without which a
 * foreign form acts for nobody.
 */
export function comesFromHere(request: FastifyRequest): boolean {
  const site = request.headers["sec-fetch-site"];
  if (typeof site === "string") return site === "same-origin" || site === "none";
  const { origin } = request.headers;
  if (origin === undefined || origin === "null") return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.host === new URL(`${from.protocol}//${request.host}`).host;
}
