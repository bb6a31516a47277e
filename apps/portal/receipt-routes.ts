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
    const stay = await readStay(portal, request);
    if (!stay?.fresh) return undefined;
    const actor = residentActor((await portal.county()).code, [stay.matterId], reader.locale);
    const [matter, own] = await Promise.all([
      portal.doors.followMatter(actor, stay.matterId, stay.reporterId),
      portal.doors.ownMatter(actor, stay),
    ]);
    const { code, link } = portal.doors.receiptOf(stay);
    const address = new URL(link, originOf(portal, request)).href;
    const qr = qrOf(address, followWords[reader.locale].qr);
    return { code, link: address, qr, matter, alsoMet: Boolean(stay.alsoMet), second: own.second, digits: own.digits };
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
