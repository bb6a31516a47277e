import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../../foundation/refusal.ts";
import {
  busyPage,
  faultPage,
  missingPage,
  offlinePage,
  openWords,
  type PortalCounty,
  portalStyle,
  refusedPage,
} from "../../systems/matters/portal/index.ts";
import { type Portal, readerOf, STYLE_PATH, send } from "./portal.ts";
import { readerFrom } from "./reader.ts";

/** The database is away or full, or the server is going down: what was sent can be sent again. */
const AWAY = /^(?:ECONN|EPIPE|ETIMEDOUT|ENOSPC|08|53|57P)/;
const isAway = (fault: FastifyError): boolean =>
  fault.statusCode === 503 ||
  AWAY.test(fault.code ?? "") ||
  /timeout exceeded when trying to connect|Connection terminated/.test(fault.message);

export async function missing(portal: Portal, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return send(reply, missingPage(await readerOf(portal, request, "/")), { status: 404, privacy: "open" });
}

/** A refusal in a sentence; a fault with a number to say over the telephone, logged without what was typed. */
export async function explain(
  portal: Portal,
  fault: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const reader = await readerOf(portal, request, "/");
  const words = openWords[reader.locale];
  if (fault instanceof Refusal && fault.status < 500) {
    if (fault.status === 404) return send(reply, missingPage(reader), { status: 404, privacy: "personal" });
    const sentence = fault.code === "file.too-large" ? words.refused["file.too-large"] : words.refused.other;
    return send(reply, refusedPage(reader, sentence), { status: fault.status, privacy: "personal" });
  }
  if (fault instanceof Refusal || isAway(fault)) {
    request.log.warn({ code: fault.code }, "portal is away");
    return send(reply.header("retry-after", "600"), busyPage(reader, portalStyle), { status: 503, privacy: "personal" });
  }
  const status = fault.statusCode ?? 500;
  if (status >= 400 && status < 500)
    return send(reply, refusedPage(reader, words.refused.other), { status, privacy: "personal" });
  // the message may quote what was typed; where it happened does not
  const where = fault.stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
  request.log.error({ fault: { name: fault.name, code: fault.code, where } }, "portal fault");
  return send(reply, faultPage(reader, request.id), { status: 500, privacy: "personal" });
}

/** 503 and offline as files that stand alone, for the server in front of this one. */
export function staticPages(county: PortalCounty, now: Date): Record<"503.html" | "offline.html", string> {
  const reader = readerFrom({ size: "standard", dark: false, locale: "zh-CN" }, { county, now, style: STYLE_PATH, path: "/" });
  return { "503.html": busyPage(reader, portalStyle), "offline.html": offlinePage(reader, portalStyle) };
}
