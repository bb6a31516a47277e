import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Actor, residentActor } from "../../foundation/db/actor.ts";
import { idFrom } from "../../foundation/id-from.ts";
import { isId, newId } from "../../foundation/ids.ts";
import { Refusal } from "../../foundation/refusal.ts";
import type { PortalPlaces } from "../../systems/matters/contract.ts";
import {
  checkPage,
  type Draft,
  dangerPage,
  draftFrom,
  emptyDraft,
  type NearbyChoice,
  PICTURE_LIMITS,
  type Problem,
  problemsOf,
  proofScript,
  type Reader,
  readPhone,
  sayPage,
  sayWords,
  twicePage,
  waitPage,
} from "../../systems/matters/portal/index.ts";
import { type Portal, policyWith, readerOf, send } from "./portal.ts";
import { type PictureProblem, type ReadForm, readForm } from "./read-form.ts";
import { changedWish, keepWish, readerFrom, wishOf } from "./reader.ts";
import { keepStay, type Stay } from "./stay.ts";
import { turnOf } from "./turns.ts";

const ALL_NUMBERS = ["110", "119", "120"] as const;

function pictureProblems(reader: Reader, problems: readonly PictureProblem[]): Problem[] {
  const { wrong } = sayWords[reader.locale];
  const limit = PICTURE_LIMITS.bytes / 1024 / 1024;
  const words = {
    many: () => wrong["picture-many"](PICTURE_LIMITS.count),
    large: (name: string) => wrong["picture-large"](name, limit),
    empty: wrong["picture-empty"],
    kind: wrong["picture-kind"],
    failed: wrong["picture-failed"],
  };
  return problems.map(({ kind, name }) => ({ field: "pictures", words: words[kind](name) }));
}

const placeIdOf = (draft: Draft, places: PortalPlaces): string | undefined => {
  const township = places.find(({ code }) => code === draft.township);
  return township?.villages.find(({ code }) => code === draft.village)?.id ?? township?.id;
};

function reporterOf(draft: Draft) {
  const nameless = draft.secrecy === "nameless";
  const phone = readPhone(draft.phone);
  return {
    name: (!nameless && draft.name) || undefined,
    phone: (!nameless && "phone" in phone && phone.phone) || undefined,
    wantsSecrecy: draft.secrecy !== "open",
    quiet: draft.quiet || nameless,
    enteredFor: draft.proxy ? { relation: draft.relation, consent: draft.consent } : undefined,
  };
}

/** A second command id that follows from the first: a repeat repeats both. */
const commandAfter = (commandId: string, step: string): string => idFrom(`${commandId}|${step}`);

interface Joining {
  readonly id: string;
  readonly version: number;
  readonly command: string;
}

/** "I met the same": the resident joins the other matter, with a code of their own. */
async function join(portal: Portal, actor: Actor, draft: Draft, same: Joining): Promise<{ code: string; link: string }> {
  const { doors } = portal;
  const input = {
    act: "also-met" as const,
    commandId: draft.commandId,
    door: "portal" as const,
    reporter: reporterOf(draft),
    note: draft.what.slice(0, 8000),
  };
  const answer = await doors.actOnMatter(actor, same.id, { ...input, baseVersion: same.version }, {}).catch((fault) => {
    const version = fault instanceof Refusal && fault.code === "matters.changed-meanwhile" && Number(fault.facts.version);
    if (!version) throw fault;
    return doors.actOnMatter(actor, same.id, { ...input, baseVersion: version }, {});
  });
  if (!answer.receipt) throw new Error("a resident who joined a matter got no code");
  return answer.receipt;
}

async function receive(
  portal: Portal,
  actor: Actor,
  draft: Draft,
  places: PortalPlaces,
): Promise<{ code: string; link: string }> {
  const about =
    draft.unit || draft.person
      ? { unitId: isId(draft.unit) ? draft.unit : undefined, words: draft.person || undefined }
      : undefined;
  return portal.doors.receiveMatter(actor, {
    commandId: draft.commandId,
    id: draft.matterId,
    door: "portal",
    text: draft.what,
    categoryCode: draft.category || undefined,
    urgency: draft.danger ? "danger" : undefined,
    place: { placeId: placeIdOf(draft, places), words: draft.where || undefined },
    reporter: reporterOf(draft),
    complainedAbout: about,
    files: draft.pictures.map(({ id }) => id),
  });
}

/** The form, the check, the one command that sends it. Nothing is kept by the server before that, but for pictures. */
export function sayRoutes(app: FastifyInstance, portal: Portal): void {
  const actorOf = async (reader: Reader, matters: readonly string[] = []) =>
    residentActor((await portal.county()).code, matters, reader.locale);

  async function nearbyOf(reader: Reader, draft: Draft, places: PortalPlaces): Promise<NearbyChoice[]> {
    const placeId = placeIdOf(draft, places);
    if (!placeId) return [];
    const found = await portal.doors.nearbyMatters(await actorOf(reader), {
      text: draft.what,
      placeId,
      categoryCode: draft.category || undefined,
    });
    return found.map((one) => ({
      ...one,
      token: portal.seals.sign("same", { id: one.id, version: one.version, command: draft.commandId }),
    }));
  }

  const read = async (
    request: FastifyRequest,
    reader: Reader,
  ): Promise<{ form: ReadForm; draft: Draft; places: PortalPlaces }> => {
    const form = await readForm(portal, request, await actorOf(reader));
    const { command = "", matter = "", go = "" } = form.fields;
    const ids =
      isId(command) && isId(matter) ? { commandId: command, matterId: matter } : { commandId: newId(), matterId: newId() };
    const pictures = form.pictures.filter(({ id }) => go !== `drop ${id}`);
    return { form, draft: draftFrom(form.fields, ids, pictures), places: await portal.doors.places() };
  };

  /** What stands between a draft and the check page, in this order: problems, danger. */
  async function nextPage(
    reply: FastifyReply,
    reader: Reader,
    { form, draft, places }: Awaited<ReturnType<typeof read>>,
  ): Promise<FastifyReply> {
    const problems = [...problemsOf(draft, sayWords[reader.locale]), ...pictureProblems(reader, form.problems)];
    if (problems.length > 0) return send(reply, sayPage(reader, { draft, places, problems }), { status: 422, privacy: "draft" });
    const heard = await portal.doors.dangerIn(draft.what);
    if (!draft.called && (draft.danger || heard.length > 0))
      return send(reply, dangerPage(reader, { draft, numbers: heard.length > 0 ? heard : ALL_NUMBERS }), { privacy: "draft" });
    const checked =
      draft.called === "yes" ? { ...draft, danger: true } : draft.called === "no" ? { ...draft, danger: false } : draft;
    return send(reply, checkPage(reader, { draft: checked, places, nearby: await nearbyOf(reader, checked, places) }), {
      privacy: "draft",
    });
  }

  app.get("/say", async (request, reply) => {
    const reader = await readerOf(portal, request, "/say");
    return send(
      reply,
      sayPage(reader, { draft: emptyDraft(newId(), newId()), places: await portal.doors.places(), problems: [] }),
      { privacy: "draft" },
    );
  });

  app.post("/say", { bodyLimit: 6 * PICTURE_LIMITS.bytes }, async (request, reply) => {
    const asked = await readerOf(portal, request, "/say");
    const what = await read(request, asked);
    const { go = "", view = "", step = "" } = what.form.fields;
    const wish = changedWish(wishOf(request), view);
    if (view) keepWish(request, reply, wish);
    const reader = readerFrom(wish, asked);
    const [act = "", field = ""] = go.split(" ");
    if (act === "villages" || act === "edit" || act === "drop" || (view && step === "form")) {
      const draft = act === "edit" && field === "danger" ? { ...what.draft, called: "" as const } : what.draft;
      return send(
        reply,
        sayPage(reader, { draft, places: what.places, problems: pictureProblems(reader, what.form.problems), focus: field }),
        { privacy: "draft" },
      );
    }
    return nextPage(reply, reader, what);
  });

  app.post("/say/submit", async (request, reply) => {
    const reader = await readerOf(portal, request, "/say");
    const what = await read(request, reader);
    const { form, draft, places } = what;
    if (problemsOf(draft, sayWords[reader.locale]).length > 0) return nextPage(reply, reader, what);
    // whom to call comes before any wait
    if (draft.called === "" && (draft.danger || (await portal.doors.dangerIn(draft.what)).length > 0))
      return nextPage(reply, reader, what);
    const { turn = "", proof = "", same: chosen = "" } = form.fields;
    const may = await turnOf(portal, request, { commandId: draft.commandId, turn, proof });
    if (may !== "go") {
      const seconds = Math.max(1, Math.ceil((may.from.getTime() - portal.clock.now().getTime()) / 1000));
      reply.header("retry-after", String(seconds)).header("content-security-policy", policyWith(proofScript));
      return send(reply, waitPage(reader, { draft, same: chosen, seconds, ...may }), { status: 429, privacy: "draft" });
    }
    const same = portal.seals.readSigned<Joining>("same", form.fields.same ?? "");
    const joining = same?.command === draft.commandId ? same : undefined;
    try {
      const actor = await actorOf(reader, joining ? [joining.id] : []);
      const { link } = joining ? await join(portal, actor, draft, joining) : await receive(portal, actor, draft, places);
      const opened = await portal.doors.openByCode({ link: link.replace(/^\/f\//, "") });
      if (!opened) throw new Error("a code just given opens nothing");
      const stay: Stay = { ...opened, fresh: true, alsoMet: Boolean(joining) };
      if (joining && draft.pictures.length > 0) await bringPictures(reader, stay, draft);
      keepStay(portal, request, reply, stay);
      return reply.header("cache-control", "no-store").redirect("/receipt", 303);
    } catch (fault) {
      if (!(fault instanceof Refusal) || fault.code !== "command.other-body") throw fault;
      const fresh = { ...draft, commandId: newId(), matterId: newId() };
      return send(reply, twicePage(reader, { draft, fresh }), { status: 409, privacy: "draft" });
    }
  });

  async function bringPictures(reader: Reader, stay: Stay, draft: Draft): Promise<void> {
    const actor = await actorOf(reader, [stay.matterId]);
    const { version } = await portal.doors.followMatter(actor, stay.matterId, stay.reporterId);
    const words = sayWords[reader.locale];
    const note = words.sumPictures + words.pictureCount(draft.pictures.length).replace(/[：: ]+$/, "");
    const input = {
      act: "supplement" as const,
      commandId: commandAfter(draft.commandId, "pictures"),
      baseVersion: version,
      note,
      files: draft.pictures.map(({ id }) => id),
    };
    await portal.doors.actOnMatter(actor, stay.matterId, input, { reporterId: stay.reporterId });
  }
}
