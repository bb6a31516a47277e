import type { FastifyInstance, FastifyRequest } from "fastify";
import { enterCodePage, followWords, tooManyPage, unknownLinkPage } from "../../systems/matters/portal/index.ts";
import { checkCode, readSecond } from "../../systems/residents/contract.ts";
import { fieldsOf } from "./fields-of.ts";
import { openTyped } from "./open-typed.ts";
import { type Portal, readerOf, send } from "./portal.ts";
import { endStay, keepStay } from "./stay.ts";

/** What fetches an address before anybody has asked for it gets nothing opened. */
const isForesight = ({ headers }: FastifyRequest): boolean =>
  /prefetch|preview|prerender/i.test(String(headers["sec-purpose"] ?? headers.purpose ?? headers["x-purpose"] ?? ""));

/** Reads the two fields of a code; the first problem in words, with its field. */
export function readTyped(fields: Readonly<Record<string, string>>, locale: "zh-CN" | "en") {
  const words = followWords[locale].wrong;
  const typed = { code: (fields.code ?? "").slice(0, 40), second: (fields.second ?? "").slice(0, 40) };
  const check = checkCode(typed.code);
  if ("wrong" in check) {
    const problem = check.digits === 0 ? words.empty : check.wrong === "length" ? words.length(check.digits) : words[check.wrong];
    return { typed, problem: { field: "code" as const, words: problem } };
  }
  const second = readSecond(typed.second);
  if ("wrong" in second && second.wrong !== "empty") return { typed, problem: { field: "second" as const, words: words.second } };
  return { typed, told: { code: check.code, second: "digits" in second ? second.digits : "" } };
}

/** How a matter is opened: by what was typed, or by the address in a QR code. */
export function enterRoutes(app: FastifyInstance, portal: Portal): void {
  app.post("/f", async (request, reply) => {
    const reader = await readerOf(portal, request, "/f");
    const { typed, problem, told } = readTyped(fieldsOf(request), reader.locale);
    if (problem) return send(reply, enterCodePage(reader, { problem, typed }), { status: 422, privacy: "personal" });
    const found = await openTyped(portal, request.ip, told);
    if ("wait" in found) return send(reply, tooManyPage(reader, found), { status: 429, privacy: "personal" });
    if ("unknown" in found) {
      const unknown = { field: "code", words: followWords[reader.locale].wrong.unknown } as const;
      return send(reply, enterCodePage(reader, { problem: unknown, typed }), { status: 422, privacy: "personal" });
    }
    keepStay(portal, request, reply, found.opened);
    return reply.header("cache-control", "no-store").redirect("/f", 303);
  });

  /**
   * The address in the QR code. It is never shown as a page: the answer is a redirect, so that neither the bar, the browser's history
   * nor a referrer keeps the secret, and the matter is opened by a cookie from then on. Works without scripts.
   */
  app.get<{ Params: { link: string } }>("/f/:link", { exposeHeadRoute: false }, async (request, reply) => {
    if (isForesight(request)) return reply.code(204).header("cache-control", "no-store").send();
    const reader = await readerOf(portal, request, "/f");
    const { link } = request.params;
    const opened = /^[\w-]{16,64}$/.test(link) ? await portal.doors.openByCode({ link }) : null;
    if (!opened) return send(reply, unknownLinkPage(reader), { status: 404, privacy: "personal" });
    keepStay(portal, request, reply, opened);
    return reply.header("cache-control", "no-store").redirect("/f", 303);
  });

  app.post("/f/leave", async (request, reply) => {
    endStay(request, reply);
    return reply.header("cache-control", "no-store").header("clear-site-data", '"cache"').redirect("/", 303);
  });
}
