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
  withdrawPage,
} from "../../systems/matters/portal/index.ts";
import { missing } from "./faults.ts";
import { fieldsOf } from "./fields-of.ts";
import { FOLLOW_FORMS, type Input } from "./follow-forms.ts";
import { type Portal, readerOf, send } from "./portal.ts";
import { keepStay, readStay, type Stay } from "./stay.ts";

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
    const actor = await actorOf(reader, stay);
    const [matter, own] = await Promise.all([matterOf(reader, stay), portal.doors.ownMatter(actor, stay)]);
    const until = keepStay(portal, request, reply, stay);
    return send(reply, followPage({ reader, matter, own, commandId: newId, until, ...more }), {
      status: more.status ?? 200,
      privacy: "personal",
    });
  }

  app.get("/f", async (request, reply) => {
    const reader = await readerOf(portal, request, "/f");
    const stay = await readStay(portal, request);
    if (!stay) return send(reply, enterCodePage(reader, {}), { privacy: "personal" });
    const done = (request.query as Input).done;
    return show(request, reply, reader, stay, {
      done: done && done in followWords["zh-CN"].done ? (done as Follow["done"]) : undefined,
    });
  });

  app.get("/f/withdraw", async (request, reply) => {
    const reader = await readerOf(portal, request, "/f/withdraw");
    const stay = await readStay(portal, request);
    if (!stay) return askAgain(reply, reader, "");
    const matter = await matterOf(reader, stay);
    if (!matter.may.includes("withdraw")) return reply.redirect("/f", 303);
    keepStay(portal, request, reply, stay);
    return send(reply, withdrawPage({ reader, matter, commandId: newId }), { privacy: "personal" });
  });

  app.get<{ Params: { id: string } }>("/f/picture/:id", async (request, reply) => {
    const reader = await readerOf(portal, request, "/f");
    const stay = await readStay(portal, request);
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
      const stay = await readStay(portal, request);
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
