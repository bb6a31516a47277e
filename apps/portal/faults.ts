import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { asRefusal, sentenceOf } from "../../foundation/http/refusals.ts";
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

export async function missing(portal: Portal, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return send(reply, missingPage(await readerOf(portal, request, "/")), { status: 404, privacy: "open" });
}

/** A refusal in its sentence; a fault with a number to say over the telephone, logged without what was typed. */
export async function explain(
  portal: Portal,
  fault: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const reader = await readerOf(portal, request, "/");
  const refusal = asRefusal(fault);
  if (refusal?.status === 404) return send(reply, missingPage(reader), { status: 404, privacy: "personal" });
  if (refusal && refusal.status >= 500) {
    request.log.warn({ code: refusal.code }, "portal is away");
    return send(reply.header("retry-after", "600"), busyPage(reader, portalStyle), {
      status: refusal.status,
      privacy: "personal",
    });
  }
  if (refusal)
    return send(reply, refusedPage(reader, sentenceOf(refusal, reader.locale)), { status: refusal.status, privacy: "personal" });
  const status = fault.statusCode ?? 500;
  if (status >= 400 && status < 500)
    return send(reply, refusedPage(reader, openWords[reader.locale].refused), { status, privacy: "personal" });
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
