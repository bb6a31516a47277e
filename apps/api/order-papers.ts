import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { FindCaller } from "../../foundation/http/bind.ts";
import { sentenceOf } from "../../foundation/http/refusals.ts";
import { isId } from "../../foundation/ids.ts";
import { Refusal } from "../../foundation/refusal.ts";
import type { Services } from "../../systems/matters/index.ts";
import { orderPage, orderPaper } from "../../systems/supervision/index.ts";
import { callerOf, localeOf } from "./caller.ts";

/** The supervision order as a document to print, for whoever may see the order. */
export function bindOrderPapers(app: FastifyInstance, services: Services, find: FindCaller = callerOf(services.db)): void {
  app.get("/print/supervision/:id", async (request, reply) => {
    const { id } = request.params as { id: string };
    const actor = await find(request);
    if (!actor) return reply.redirect(`/desk/?then=${encodeURIComponent(request.url)}`);
    if (!isId(id)) throw new Refusal("http.not-found", {}, { status: 404 });
    try {
      const nonce = randomBytes(16).toString("base64");
      const paper = orderPaper(await orderPage(services, { ...actor, locale: "zh-CN" }, id), nonce);
      return reply
        .type("text/html; charset=utf-8")
        .header("cache-control", "no-store")
        .header("content-security-policy", `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`)
        .send(paper);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return reply
        .status(error.status)
        .type("text/plain; charset=utf-8")
        .send(sentenceOf(error, localeOf(request)));
    }
  });
}
