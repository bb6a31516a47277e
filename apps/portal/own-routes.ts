import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { residentActor } from "../../foundation/db/actor.ts";
import { idFrom } from "../../foundation/id-from.ts";
import { isId, newId } from "../../foundation/ids.ts";
import { Refusal } from "../../foundation/refusal.ts";
import {
  copyPage,
  enterCodePage,
  mePage,
  OWN_PARTS,
  ownPage,
  ownWords,
  type Problem,
  type Reader,
  tooManyPage,
  whyPage,
} from "../../systems/matters/portal/index.ts";
import { TRY_LIMITS } from "../../systems/residents/contract.ts";
import { fieldsOf } from "./fields-of.ts";
import type { Input } from "./follow-forms.ts";
import { ownCopy } from "./own-copy.ts";
import { readOwnForm } from "./own-forms.ts";
import { type Portal, readerOf, send } from "./portal.ts";
import { keepStay, readStay, type Stay } from "./stay.ts";

/** What the bearer of a code may do about themselves: correct, be silent, be secret, renew the code, ask, take a copy, see the rules. */
export function ownRoutes(app: FastifyInstance, portal: Portal): void {
  const { doors } = portal;
  const actorOf = async (reader: Reader, stay: Stay) =>
    residentActor((await portal.county()).code, [stay.matterId], reader.locale);
  const askAgain = (reply: FastifyReply, reader: Reader, words: string) =>
    send(reply, enterCodePage(reader, { expired: { words } }), { status: 403, privacy: "personal" });
  const done = (reply: FastifyReply, to: string) => reply.header("cache-control", "no-store").redirect(to, 303);

  async function both(reader: Reader, stay: Stay) {
    const actor = await actorOf(reader, stay);
    const [matter, own] = await Promise.all([
      doors.followMatter(actor, stay.matterId, stay.reporterId),
      doors.ownMatter(actor, stay),
    ]);
    return { actor, matter, own };
  }

  /** A page that needs an open matter; without one the code is asked. */
  const open = (
    path: string,
    make: (reader: Reader, known: Awaited<ReturnType<typeof both>>, request: FastifyRequest) => string,
  ) =>
    app.get(path, async (request, reply) => {
      const reader = await readerOf(portal, request, path);
      const stay = await readStay(portal, request);
      if (!stay) return askAgain(reply, reader, "");
      const known = await both(reader, stay);
      keepStay(portal, request, reply, stay);
      return send(reply, make(reader, known, request), { privacy: "personal" });
    });

  open("/f/me", (reader, { matter, own }, request) => {
    const said = (request.query as Input).done;
    return mePage(reader, { matter, own, done: OWN_PARTS.find((part) => part === said) });
  });
  open("/f/why", (reader, { matter }) => whyPage(reader, matter));
  open("/f/copy", (reader, { matter, own }) => copyPage(reader, { matter, own }));
  for (const part of OWN_PARTS)
    open(`/f/me/${part}`, (reader, { matter, own }) => ownPage(reader, part, { matter, own, commandId: newId(), typed: {} }));

  app.get("/f/copy.json", async (request, reply) => {
    const reader = await readerOf(portal, request, "/f/copy");
    const stay = await readStay(portal, request);
    if (!stay) return askAgain(reply, reader, "");
    const { matter, own } = await both(reader, stay);
    return reply
      .header("cache-control", "no-store")
      .header("content-disposition", `attachment; filename="linli-${matter.number}.json"`)
      .type("application/json; charset=utf-8")
      .send(`${JSON.stringify(ownCopy(matter, own, portal.clock.now()), null, 2)}\n`);
  });

  app.post("/f/four", async (request, reply) => {
    const reader = await readerOf(portal, request, "/f");
    const stay = await readStay(portal, request);
    const { command = "", matter = "" } = fieldsOf(request);
    if (!stay || stay.matterId !== matter || !isId(command)) return askAgain(reply, reader, "");
    const by = { commandId: command, matterId: stay.matterId, reporterId: stay.reporterId };
    await doors.changeOwnMatter(await actorOf(reader, stay), by, { act: "four-digits" });
    return done(reply, "/f?done=four");
  });

  for (const part of OWN_PARTS)
    app.post(`/f/me/${part}`, async (request, reply) => {
      const reader = await readerOf(portal, request, `/f/me/${part}`);
      const stay = await readStay(portal, request);
      const input = fieldsOf(request);
      const { command = "" } = input;
      if (!stay || stay.matterId !== input.matter || !isId(command))
        return askAgain(reply, reader, [input.words, input.address, input.place].filter(Boolean).join("\n"));
      const again = async (problem: Problem) => {
        const { matter, own } = await both(reader, stay);
        const page = ownPage(reader, part, { matter, own, commandId: command, typed: input, problem });
        return send(reply, page, { status: 422, privacy: "personal" });
      };
      const asked = readOwnForm(part, input, reader);
      if ("problem" in asked) return again(asked.problem);
      const by = { commandId: command, matterId: stay.matterId, reporterId: stay.reporterId };
      const actor = await actorOf(reader, stay);
      if ("ask" in asked) await doors.askAboutOwnData(actor, by, asked.ask);
      else if (asked.change.act === "own-code") {
        const tried = `own|${stay.reporterId}`;
        if ((await doors.tries.add("code", tried)) > TRY_LIMITS.code.most)
          return send(reply, tooManyPage(reader, { wait: doors.tries.minutesLeft("code"), why: "code" }), {
            status: 429,
            privacy: "personal",
          });
        const wrong = await doors.changeOwnMatter(actor, by, asked.change).then(
          () => undefined,
          (fault) => {
            if (fault instanceof Refusal && fault.code === "matters.four-digits-wrong") return fault;
            throw fault;
          },
        );
        if (wrong) return again({ field: "second", words: ownWords[reader.locale].secondWrong });
        await doors.tries.takeBack("code", tried);
        const own = await doors.ownMatter(actor, stay);
        keepStay(portal, request, reply, { ...stay, generation: own.generation, fresh: true });
        return done(reply, "/receipt");
      } else await doors.changeOwnMatter(actor, by, asked.change);
      if ("place" in asked && asked.place) await addPlace(reader, stay, command, asked.place);
      keepStay(portal, request, reply, stay);
      return done(reply, `/f/me?done=${part}`);
    });

  /** Another place is words for those who handle it: where it was put on the map stays theirs to change. */
  async function addPlace(reader: Reader, stay: Stay, command: string, place: string): Promise<void> {
    const actor = await actorOf(reader, stay);
    const { version, may } = await doors.followMatter(actor, stay.matterId, stay.reporterId);
    if (!may.includes("supplement")) return;
    const note = ownWords[reader.locale].placeNote(place);
    const input = { act: "supplement" as const, commandId: idFrom(`${command}|place`), baseVersion: version, note, files: [] };
    await doors.actOnMatter(actor, stay.matterId, input, { reporterId: stay.reporterId });
  }
}
