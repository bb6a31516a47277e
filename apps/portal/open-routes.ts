import type { FastifyInstance } from "fastify";
import { residentActor } from "../../foundation/db/actor.ts";
import { isId, newId } from "../../foundation/ids.ts";
import {
  FEEDBACK_LIMIT,
  feedbackPage,
  figuresCsv,
  figuresPage,
  homePage,
  neverPage,
  offlinePage,
  openWords,
  portalStyle,
  privacyPage,
  thanksPage,
} from "../../systems/matters/portal/index.ts";
import { type Portal, readerOf, STYLE_PATH, send, sendCompressed } from "./portal.ts";
import { changedWish, keepWish, pathBack, wishOf } from "./reader.ts";

/** Pages that are the same for everyone: front page, figures, how data are kept, a word about the product. */
export function openRoutes(app: FastifyInstance, portal: Portal): void {
  app.get("/", async (request, reply) => send(reply, homePage(await readerOf(portal, request, "/")), { privacy: "open" }));

  app.get("/privacy", async (request, reply) =>
    send(reply, privacyPage(await readerOf(portal, request, "/privacy")), { privacy: "open" }),
  );

  app.get("/never", async (request, reply) =>
    send(reply, neverPage(await readerOf(portal, request, "/never")), { privacy: "open" }),
  );

  app.get("/offline", async (request, reply) =>
    send(reply, offlinePage(await readerOf(portal, request, "/offline"), portalStyle), { privacy: "open" }),
  );

  app.get("/figures", async (request, reply) =>
    send(
      reply,
      figuresPage(await readerOf(portal, request, "/figures"), await portal.doors.publicFigures(wishOf(request).locale)),
      {
        privacy: "open",
      },
    ),
  );

  app.get("/figures.csv", async (request, reply) =>
    reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", 'attachment; filename="figures.csv"')
      .send(figuresCsv({ locale: wishOf(request).locale }, await portal.doors.publicFigures(wishOf(request).locale))),
  );

  app.get<{ Querystring: { to?: string; back?: string } }>("/view", async (request, reply) => {
    keepWish(request, reply, changedWish(wishOf(request), String(request.query.to ?? "")));
    return reply.header("cache-control", "no-store").redirect(pathBack(request.query.back), 303);
  });

  app.get(STYLE_PATH, async (_request, reply) =>
    sendCompressed(
      reply
        .type("text/css; charset=utf-8")
        .header("cache-control", "public, max-age=31536000, immutable")
        .header("vary", "Accept-Encoding"),
      portalStyle,
    ),
  );

  app.get("/feedback", async (request, reply) =>
    send(reply, feedbackPage(await readerOf(portal, request, "/feedback"), { commandId: newId(), words: "" }), {
      privacy: "draft",
    }),
  );

  app.post("/feedback", async (request, reply) => {
    const reader = await readerOf(portal, request, "/feedback");
    const words = openWords[reader.locale];
    const { command = "", text = "" } = (request.body ?? {}) as Record<string, string>;
    const said = String(text).trim();
    const problem =
      said.length < 2 ? words.feedbackEmpty : said.length > FEEDBACK_LIMIT ? words.feedbackLong(FEEDBACK_LIMIT) : undefined;
    const commandId = isId(String(command)) ? String(command) : newId();
    if (problem) return send(reply, feedbackPage(reader, { commandId, words: said, problem }), { status: 422, privacy: "draft" });
    await portal.doors.takeFeedback(residentActor(reader.county.code, [], reader.locale), {
      commandId,
      screen: "portal",
      text: said,
    });
    return reply.redirect("/feedback/thanks", 303);
  });

  app.get("/feedback/thanks", async (request, reply) =>
    send(reply, thanksPage(await readerOf(portal, request, "/feedback/thanks")), { privacy: "open" }),
  );
}
