import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";
import QRCode from "qrcode";
import { read } from "../../foundation/db/pool.ts";
import type { FindCaller } from "../../foundation/http/bind.ts";
import { sentenceOf } from "../../foundation/http/refusals.ts";
import { isId } from "../../foundation/ids.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { letterPaper, matterPage, matterPaper, orderPaper, receiptPaper, type Services } from "../../systems/matters/index.ts";
import { callerOf, localeOf } from "./caller.ts";
import type { ServerOptions } from "./server-options.ts";

/** Papers to print: receipt, 交办单, the whole matter. For whoever is signed in and may see the matter. */
export function bindPapers(
  app: FastifyInstance,
  services: Services,
  { db }: ServerOptions,
  find: FindCaller = callerOf(db),
): void {
  app.get("/print/:paper/:id", async (request, reply) => {
    const { paper, id } = request.params as { paper: string; id: string };
    const actor = await find(request);
    if (!actor) return reply.redirect(`/desk/?then=${encodeURIComponent(request.url)}`);
    if (!isId(id) || !["receipt", "order", "matter", "letter"].includes(paper))
      throw new Refusal("http.not-found", {}, { status: 404 });
    try {
      const page = await matterPage(services, { ...actor, locale: "zh-CN" }, id);
      services.readings.note(actor, id, "paper", services.clock.now());
      const nonce = randomBytes(16).toString("base64");
      if (paper === "order") return send(reply, nonce, orderPaper(page, nonce));
      if (paper === "letter") return send(reply, nonce, letterPaper(page, nonce));
      if (paper === "matter") return send(reply, nonce, matterPaper(page, nonce));
      if (!actor.rights.includes("matters.receive"))
        throw new Refusal("access.right-needed", { right: "matters.receive" }, { status: 403 });
      const wanted = (request.query as { reporter?: string }).reporter;
      const rows = await read<{ id: string; generation: number; has: boolean }>(
        db,
        actor,
        "select id, code_generation as generation, code_lookup is not null as has from residents.reporters where county_code = $1 and matter_id = $2 and ($3::uuid is null or id = $3) order by id limit 1",
        [actor.county, id, wanted && isId(wanted) ? wanted : null],
      );
      const row = rows[0];
      const told = row?.has ? services.sealer.receiptOf(row.id, row.generation) : null;
      const url = told ? `${request.protocol}://${request.host}/f/${told.link}` : "";
      const qr = told ? await QRCode.toString(url, { type: "svg", errorCorrectionLevel: "M", margin: 1 }) : "";
      return send(reply, nonce, receiptPaper(page, told && { code: told.code, digits: told.pin, url, qr }, nonce));
    } catch (error) {
      if (error instanceof Refusal)
        return reply
          .status(error.status)
          .type("text/plain; charset=utf-8")
          .send(sentenceOf(error, localeOf(request)));
      throw error;
    }
  });
}

const send = (reply: FastifyReply, nonce: string, text: string) =>
  reply
    .type("text/html; charset=utf-8")
    .header("cache-control", "no-store")
    .header(
      "content-security-policy",
      `default-src 'none'; style-src 'nonce-${nonce}'; img-src 'self' data:; base-uri 'none'; form-action 'none'`,
    )
    .send(text);
