import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { residentActor } from "../../foundation/db/actor.ts";
import {
  bookletCardPage,
  bookletPage,
  bookletWords,
  noBookletPage,
  type Reader,
  tooManyPage,
} from "../../systems/matters/portal/index.ts";
import { BOOKLET_MOST } from "../../systems/residents/contract.ts";
import type { BookletEntry } from "../../systems/residents/index.ts";
import { readTyped } from "./enter-routes.ts";
import { fieldsOf } from "./fields-of.ts";
import { guarded } from "./guarded-cookie.ts";
import { openTyped } from "./open-typed.ts";
import { originOf, type Portal, readerOf, send } from "./portal.ts";
import { qrOf } from "./qr.ts";
import { keepStay, readStay } from "./stay.ts";

const cookie = guarded("linli_booklet");
const HOUR = 3600;
/** On a telephone of one's own, where its bearer asked for it. */
const HALF_A_YEAR = 180 * 24 * HOUR;

interface Held {
  readonly secret: string;
  readonly stays: boolean;
}

/**
 * The booklet: codes of one's own kept together, opened by a card with a secret that is kept nowhere. No name, no number, no password;
 * whoever has none loses nothing.
 */
export function bookletRoutes(app: FastifyInstance, portal: Portal): void {
  const { doors, seals, clock } = portal;
  const held = (request: FastifyRequest): Held | undefined => {
    const sealed = cookie.read(request);
    return sealed ? seals.open<Held>("booklet", sealed, clock.now()) : undefined;
  };
  const hold = (request: FastifyRequest, reply: FastifyReply, booklet: Held): void => {
    const seconds = booklet.stays ? HALF_A_YEAR : HOUR;
    const until = new Date(clock.now().getTime() + seconds * 1000);
    cookie.keep(request, reply, seals.close("booklet", booklet, until), seconds);
  };
  const done = (reply: FastifyReply, to = "/b") => reply.header("cache-control", "no-store").redirect(to, 303);
  const personal = { privacy: "personal" } as const;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    reader: Reader,
    more: { problem?: { field: "code" | "second"; words: string }; typed?: { code: string; second: string } } = {},
  ): Promise<FastifyReply> {
    const stay = await readStay(portal, request);
    const booklet = held(request);
    const entries = booklet && (await doors.booklets.open(booklet.secret, clock.now()));
    if (!booklet || !entries) {
      if (booklet) cookie.end(request, reply);
      return send(reply, noBookletPage(reader, { hasStay: stay !== undefined }), personal);
    }
    hold(request, reply, booklet);
    const { lines, gone } = await doors.bookletLines(residentActor(reader.county.code, [], reader.locale), entries);
    const open = stay && !entries.some(({ reporterId }) => reporterId === stay.reporterId);
    const page = bookletPage(reader, {
      lines,
      gone: gone.length,
      stays: booklet.stays,
      canAddOpen: Boolean(open) && entries.length < BOOKLET_MOST,
      full: entries.length >= BOOKLET_MOST,
      done: (request.query as { done?: string }).done,
      ...more,
    });
    return send(reply, page, { ...personal, status: more.problem ? 422 : 200 });
  }

  app.get("/b", async (request, reply) => show(request, reply, await readerOf(portal, request, "/b")));

  app.post("/b/new", async (request, reply) => {
    const stay = await readStay(portal, request);
    const first: BookletEntry[] = stay ? [entryOf(stay)] : [];
    const secret = await doors.booklets.begin(first, clock.now());
    hold(request, reply, { secret, stays: false });
    return done(reply, "/b/card");
  });

  app.post("/b/add", async (request, reply) => {
    const reader = await readerOf(portal, request, "/b");
    const booklet = held(request);
    if (!booklet) return done(reply);
    const fields = fieldsOf(request);
    const stay = fields.open === "yes" ? await readStay(portal, request) : undefined;
    let entry = stay && entryOf(stay);
    if (!entry) {
      const { typed, problem, told } = readTyped(fields, reader.locale);
      if (problem) return show(request, reply, reader, { problem, typed });
      const found = await openTyped(portal, request.ip, told);
      if ("wait" in found) return send(reply, tooManyPage(reader, found), { status: 429, ...personal });
      if ("unknown" in found)
        return show(request, reply, reader, {
          problem: { field: "code", words: bookletWords[reader.locale].unknown },
          typed,
        });
      entry = entryOf(found.opened);
    }
    const added = entry;
    await doors.booklets.change(booklet.secret, clock.now(), (entries) => {
      const others = entries.filter(({ reporterId }) => reporterId !== added.reporterId);
      return others.length < BOOKLET_MOST ? [...others, added] : entries;
    });
    return done(reply, "/b?done=add");
  });

  app.post("/b/open", async (request, reply) => {
    const booklet = held(request);
    const entries = booklet && (await doors.booklets.open(booklet.secret, clock.now()));
    const entry = entries?.find(({ matterId }) => matterId === fieldsOf(request).matter);
    if (!entry || !(await doors.stands(entry))) return done(reply);
    keepStay(portal, request, reply, entry);
    return done(reply, "/f");
  });

  app.post("/b/drop", async (request, reply) => {
    const booklet = held(request);
    const { matter = "" } = fieldsOf(request);
    const stands = new Set<string>();
    if (booklet && matter === "") {
      const entries = (await doors.booklets.open(booklet.secret, clock.now())) ?? [];
      for (const entry of entries) if (await doors.stands(entry)) stands.add(entry.reporterId);
    }
    if (booklet)
      await doors.booklets.change(booklet.secret, clock.now(), (entries) =>
        entries.filter((entry) => (matter === "" ? stands.has(entry.reporterId) : entry.matterId !== matter)),
      );
    return done(reply, "/b?done=drop");
  });

  app.get("/b/card", async (request, reply) => {
    const reader = await readerOf(portal, request, "/b/card");
    const booklet = held(request);
    if (!booklet || !(await doors.booklets.open(booklet.secret, clock.now())))
      return send(reply, noBookletPage(reader, { hasStay: false }), personal);
    const link = new URL(`/b/${booklet.secret}`, originOf(portal, request)).href;
    return send(
      reply,
      bookletCardPage(reader, { qr: qrOf(link, bookletWords[reader.locale].qr), stays: booklet.stays }),
      personal,
    );
  });

  app.post("/b/stay", async (request, reply) => {
    const booklet = held(request);
    if (booklet) hold(request, reply, { ...booklet, stays: fieldsOf(request).stay === "yes" });
    return done(reply);
  });

  app.post("/b/renew", async (request, reply) => {
    const booklet = held(request);
    const secret = booklet && (await doors.booklets.renew(booklet.secret, clock.now()));
    if (!secret) return done(reply);
    hold(request, reply, { ...booklet, secret });
    return done(reply, "/b/card");
  });

  app.post("/b/end", async (request, reply) => {
    const booklet = held(request);
    if (booklet) await doors.booklets.end(booklet.secret);
    cookie.end(request, reply);
    return done(reply);
  });

  app.post("/b/leave", async (request, reply) => {
    cookie.end(request, reply);
    return reply.header("clear-site-data", '"cache"').header("cache-control", "no-store").redirect("/", 303);
  });

  app.get<{ Params: { secret: string } }>("/b/:secret", { exposeHeadRoute: false }, async (request, reply) => {
    const reader = await readerOf(portal, request, "/b");
    const { secret } = request.params;
    const entries = /^[\w-]{22}$/.test(secret) ? await doors.booklets.open(secret, clock.now()) : undefined;
    if (!entries) return send(reply, noBookletPage(reader, { hasStay: false, unknown: true }), { status: 404, ...personal });
    hold(request, reply, { secret, stays: held(request)?.stays ?? false });
    return done(reply);
  });
}

const entryOf = ({ matterId, reporterId, generation }: BookletEntry): BookletEntry => ({ matterId, reporterId, generation });
