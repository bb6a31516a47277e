import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { residentActor } from "../../foundation/db/actor.ts";
import { isId, newId } from "../../foundation/ids.ts";
import { Refusal } from "../../foundation/refusal.ts";
import type { FollowPage, ResidentAct } from "../../systems/matters/contract.ts";
import {
  enterCodePage,
  type Follow,
  followPage,
  followWords,
  type Reader,
  tooManyPage,
  unknownLinkPage,
  withdrawPage,
} from "../../systems/matters/portal/index.ts";
import { checkCode } from "../../systems/residents/contract.ts";
import { missing } from "./faults.ts";
import { FOLLOW_FORMS, type Input } from "./follow-forms.ts";
import { type Portal, readerOf, send } from "./portal.ts";
import { endStay, keepStay, readStay, type Stay } from "./stay.ts";

const fieldsOf = (request: FastifyRequest): Input => {
  const entries = Object.entries((request.body ?? {}) as Record<string, string | string[]>);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, (Array.isArray(value) ? value.at(-1)! : value).replace(/\r\n?/g, "\n").trim()]),
  );
};

/** The page is older than the matter, or its form was sent before on another version: the new page says where things stand. */
const MOVED_ON = ["matters.changed-meanwhile", "matters.not-from-this-state", "command.other-body"];

/** Pressed twice: what was asked for has come about. */
const alreadySo = ({ state }: FollowPage, act: ResidentAct): boolean =>
  (act === "withdraw" && state === "withdrawn") ||
  (act === "reopen" && !["closed", "not-accepted", "withdrawn", "merged"].includes(state)) ||
  act === "urge";

/** The code opens a matter; the matter shows where it stands and takes what the resident says. */
export function followRoutes(app: FastifyInstance, portal: Portal): void {
  const actorOf = async (reader: Reader, stay: Stay) =>
    residentActor((await portal.county()).code, [stay.matterId], reader.locale);
  const matterOf = async (reader: Reader, stay: Stay): Promise<FollowPage> =>
    portal.doors.followMatter(await actorOf(reader, stay), stay.matterId, stay.reporterId);

  /** The stay has ended, or another page of this browser opened another matter: the code is asked, what was written comes back. */
  const askAgain = (reply: FastifyReply, reader: Reader, words: string) =>
    send(reply, enterCodePage(reader, { expired: { words } }), { status: 403, privacy: "personal" });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    reader: Reader,
    stay: Stay,
    more: Partial<Follow> & { status?: number } = {},
  ): Promise<FastifyReply> {
    const matter = await matterOf(reader, stay);
    const until = keepStay(portal, request, reply, stay);
    return send(reply, followPage({ reader, matter, commandId: newId, until, ...more }), {
      status: more.status ?? 200,
      privacy: "personal",
    });
  }

  app.get("/f", async (request, reply) => {
    const reader = await readerOf(portal, request, "/f");
    const stay = readStay(portal, request);
    if (!stay) return send(reply, enterCodePage(reader, {}), { privacy: "personal" });
    const done = (request.query as Input).done;
    return show(request, reply, reader, stay, {
      done: done && done in followWords["zh-CN"].done ? (done as Follow["done"]) : undefined,
    });
  });

  app.post("/f", async (request, reply) => {
    const reader = await readerOf(portal, request, "/f");
    const typed = (fieldsOf(request).code ?? "").slice(0, 40);
    const words = followWords[reader.locale].wrong;
    const check = checkCode(typed);
    const again = (problem: string) =>
      send(reply, enterCodePage(reader, { problem, typed }), { status: 422, privacy: "personal" });
    if ("wrong" in check)
      return again(check.digits === 0 ? words.empty : check.wrong === "length" ? words.length(check.digits) : words[check.wrong]);
    const wait = portal.wrongCodes.minutesToWait(request.ip);
    if (wait > 0) return send(reply, tooManyPage(reader, wait), { status: 429, privacy: "personal" });
    const opened = await portal.doors.openByCode({ code: check.code });
    if (!opened) {
      portal.wrongCodes.count(request.ip);
      return again(words.unknown);
    }
    keepStay(portal, request, reply, { matterId: opened.matterId, reporterId: opened.reporterId });
    return reply.header("cache-control", "no-store").redirect("/f", 303);
  });

  app.get<{ Params: { link: string } }>("/f/:link", async (request, reply) => {
    const reader = await readerOf(portal, request, "/f");
    const { link } = request.params;
    const opened = /^[\w-]{16,64}$/.test(link) ? await portal.doors.openByCode({ link }) : null;
    if (!opened) return send(reply, unknownLinkPage(reader), { status: 404, privacy: "personal" });
    keepStay(portal, request, reply, { matterId: opened.matterId, reporterId: opened.reporterId });
    return reply.header("cache-control", "no-store").redirect("/f", 303);
  });

  app.post("/f/leave", async (_request, reply) => {
    endStay(reply);
    return reply.header("cache-control", "no-store").header("clear-site-data", '"cache"').redirect("/", 303);
  });

  app.get("/f/withdraw", async (request, reply) => {
    const reader = await readerOf(portal, request, "/f/withdraw");
    const stay = readStay(portal, request);
    if (!stay) return askAgain(reply, reader, "");
    const matter = await matterOf(reader, stay);
    if (!matter.may.includes("withdraw")) return reply.redirect("/f", 303);
    keepStay(portal, request, reply, stay);
    return send(reply, withdrawPage({ reader, matter, commandId: newId }), { privacy: "personal" });
  });

  app.get<{ Params: { id: string } }>("/f/picture/:id", async (request, reply) => {
    const reader = await readerOf(portal, request, "/f");
    const stay = readStay(portal, request);
    if (!stay) return askAgain(reply, reader, "");
    const picture = isId(request.params.id)
      ? await portal.doors.readPicture(await actorOf(reader, stay), request.params.id)
      : null;
    if (!picture?.kind.startsWith("image/")) return missing(portal, request, reply);
    return reply
      .header("cache-control", "no-store")
      .header("content-security-policy", "default-src 'none'; sandbox")
      .header("content-disposition", "inline")
      .type(picture.kind)
      .send(picture.stream);
  });

  for (const act of FOLLOW_FORMS)
    app.post(`/f/${act.path}`, async (request, reply) => {
      const reader = await readerOf(portal, request, "/f");
      const stay = readStay(portal, request);
      const input = fieldsOf(request);
      if (!stay || stay.matterId !== input.matter || !isId(input.command ?? ""))
        return askAgain(reply, reader, act.wordsOf(input));
      const read = act.read(input, reader);
      if ("problem" in read)
        return show(request, reply, reader, stay, {
          status: 422,
          returned: { act: act.returned, problem: read.problem, words: act.wordsOf(input) },
        });
      const asked = read.send.act;
      const matter = await matterOf(reader, stay);
      if (!matter.may.includes(asked)) {
        if (alreadySo(matter, asked)) return reply.header("cache-control", "no-store").redirect(`/f?done=${act.returned}`, 303);
        return show(request, reply, reader, stay, {
          status: 409,
          movedOn: true,
          returned: { act: act.returned, words: act.wordsOf(input) },
        });
      }
      const actor = await actorOf(reader, stay);
      const commit = (baseVersion: number) =>
        portal.doors.actOnMatter(actor, stay.matterId, { ...read.send, commandId: input.command, baseVersion } as never, {
          reporterId: stay.reporterId,
        });
      try {
        await commit(Number(input.version) || 1).catch((fault) => {
          const version = fault instanceof Refusal && fault.code === "matters.changed-meanwhile" && Number(fault.facts.version);
          if (!version || !act.standsAnyway) throw fault;
          return commit(version);
        });
      } catch (fault) {
        if (!(fault instanceof Refusal) || !MOVED_ON.includes(fault.code)) throw fault;
        return show(request, reply, reader, stay, {
          status: 409,
          movedOn: true,
          returned: { act: act.returned, words: act.wordsOf(input) },
        });
      }
      keepStay(portal, request, reply, stay);
      return reply.header("cache-control", "no-store").redirect(`/f?done=${act.returned}`, 303);
    });
}
