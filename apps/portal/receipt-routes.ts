import type { FastifyInstance, FastifyRequest } from "fastify";
import { residentActor } from "../../foundation/db/actor.ts";
import {
  followWords,
  noReceiptPage,
  type Reader,
  type ReceiptFacts,
  receiptPage,
  receiptPrintPage,
} from "../../systems/matters/portal/index.ts";
import { originOf, type Portal, readerOf, send } from "./portal.ts";
import { qrOf } from "./qr.ts";
import { readStay } from "./stay.ts";

/** The code, large, for an hour after it was given; on the screen and for paper. */
export function receiptRoutes(app: FastifyInstance, portal: Portal): void {
  async function receiptOf(request: FastifyRequest, reader: Reader): Promise<ReceiptFacts | undefined> {
    const stay = readStay(portal, request);
    if (!stay?.code || !stay.link) return undefined;
    const actor = residentActor((await portal.county()).code, [stay.matterId], reader.locale);
    const matter = await portal.doors.followMatter(actor, stay.matterId, stay.reporterId);
    const link = new URL(stay.link, originOf(portal, request)).href;
    return { code: stay.code, link, qr: qrOf(link, followWords[reader.locale].qr), matter, alsoMet: Boolean(stay.alsoMet) };
  }

  app.get("/receipt", async (request, reply) => {
    const reader = await readerOf(portal, request, "/receipt");
    const facts = await receiptOf(request, reader);
    return send(reply, facts ? receiptPage(reader, facts) : noReceiptPage(reader), { privacy: "personal" });
  });

  app.get("/receipt/print", async (request, reply) => {
    const reader = await readerOf(portal, request, "/receipt/print");
    const facts = await receiptOf(request, reader);
    const size = (request.query as { paper?: string }).paper === "roll" ? "r80" : "a4";
    return send(reply, facts ? receiptPrintPage(reader, facts, size) : noReceiptPage(reader), { privacy: "personal" });
  });
}
