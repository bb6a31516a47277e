import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Clock } from "../../foundation/time/index.ts";
import { type PortalCounty, portalStyle, type Reader } from "../../systems/matters/portal/index.ts";
import type { PortalDoors } from "./doors.ts";
import { readerFrom, wishOf } from "./reader.ts";
import type { Seals } from "./sealed.ts";

/** What every route of the portal stands on. */
export interface Portal {
  readonly doors: PortalDoors;
  readonly seals: Seals;
  readonly clock: Clock;
  /** Address under which residents reach the portal; where it is not set, the one of the request. */
  readonly origin: string | undefined;
  county(): Promise<PortalCounty>;
}

const hashOf = (text: string, form: "hex" | "base64"): string => createHash("sha256").update(text).digest(form);

/** The style sheet's address changes with its content, so that it can be kept for a year. */
export const STYLE_PATH = `/portal.${hashOf(portalStyle, "hex").slice(0, 10)}.css`;

/** No script at all; styles from the one sheet, or that same sheet inside a page that must stand alone. */
const POLICY = `default-src 'none'; style-src 'self' 'sha256-${hashOf(portalStyle, "base64")}'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** The policy of the one page that has a script: that script, and no other. */
export const policyWith = (script: string): string => `${POLICY}; script-src 'sha256-${hashOf(script, "base64")}'`;

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": POLICY,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
  "cross-origin-opener-policy": "same-origin",
};

export async function readerOf(portal: Portal, request: FastifyRequest, path: string): Promise<Reader> {
  return readerFrom(wishOf(request), { county: await portal.county(), now: portal.clock.now(), style: STYLE_PATH, path });
}

export const originOf = (portal: Portal, request: FastifyRequest): string =>
  portal.origin ?? `${request.protocol}://${request.host}`;

/**
 * "open": the same for everyone but for the view. "draft": what a resident is writing, kept by the browser's history so that
 * Back brings it back instead of an error page. "personal": never kept.
 */
export type Privacy = "open" | "draft" | "personal";
const CACHE: Record<Privacy, string> = { open: "no-cache", draft: "private, no-cache", personal: "no-store" };

/**
 * Sends a page, compressed where the browser takes it: for many residents each kilobyte is a second. A draft does not vary with
 * the cookies, or the receipt's would make the browser forget the page that Back leads to.
 */
export function send(
  reply: FastifyReply,
  markup: string,
  { status = 200, privacy }: { status?: number; privacy: Privacy },
): FastifyReply {
  reply
    .code(status)
    .header("cache-control", CACHE[privacy])
    .header("vary", privacy === "draft" ? "Accept-Encoding" : "Cookie, Accept-Encoding")
    .type("text/html; charset=utf-8");
  return sendCompressed(reply, markup);
}

export function sendCompressed(reply: FastifyReply, text: string): FastifyReply {
  const accepted = String(reply.request.headers["accept-encoding"] ?? "");
  return /\bgzip\b/.test(accepted) ? reply.header("content-encoding", "gzip").send(gzipSync(text)) : reply.send(text);
}
