import type { z } from "zod";
import type { Actor } from "../../../../foundation/db/actor.ts";
import { contextOf } from "../../../../foundation/db/actor.ts";
import { withActor } from "../../../../foundation/db/pool.ts";
import { actsFrom } from "../../../../foundation/lifecycle.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { newestLines } from "../../../ledger/index.ts";
import { personsOfLines, reportersOf } from "../../../residents/index.ts";
import { postNames } from "../../../teams/index.ts";
import type { FileRef, MatterPage } from "../../contract.ts";
import { mayDo, nextActs } from "../../rules/access.ts";
import { chainsOpenTo } from "../../rules/chains-open.rule.ts";
import { type MatterAct, matterLifecycle } from "../../rules/lifecycle.ts";
import { someoneElseVerifies } from "../../rules/verification.rule.ts";
import type { Services } from "../../services.ts";
import { factsOf } from "../../store/facts-of-a-matter.ts";
import type { ForAct } from "../../store/row.ts";
import { shutBecause } from "../shut-because.ts";
import { placeRef, proposeIn } from "../triage/propose.ts";
import { actsOpenNow } from "./acts-open-now.ts";
import { clocksOfThePage, dueOfAPart } from "./clocks-of-the-page.ts";
import { dueExplained } from "./due-explained.ts";
import { contentOf, type LineRow } from "./line-content.ts";
import { arrivalsIn, arrivalWords } from "./reasons-in-a-line.ts";
import { relatedMatters } from "./related.ts";
import { asTimelineEntry, lineRow } from "./timeline.ts";
import { objectionOf, timeAsked } from "./what-waits.ts";

/** One matter, whole, in the reader's own context. Throws `matters.not-found` (404). */
export async function matterPage(services: Services, actor: Actor, id: string): Promise<z.output<typeof MatterPage>> {
  const books = await services.books(actor.county);
  const now = services.clock.now();
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const found = (
        await tx.query<{ found: ForAct | null }>("select matters.find_for_act($1::jsonb, $2::uuid) as found", [
          JSON.stringify(contextOf(actor)),
          id,
        ])
      ).rows[0]?.found;
      if (!found) throw new Refusal("matters.not-found", {}, { status: 404 });
      const row = found.matter;
      const facts = factsOf(row, found.answered_by);
      const [told, behind] = [
        await newestLines(tx, actor.county, { kind: "matter", id }, 300),
        await personsOfLines(tx, actor.county, id),
      ];
      const lines = told.map((line) => lineRow(line, behind));
      const reporters = (await reportersOf(tx, actor.county, id)).filter((one) => !one.withdrawnAt);
      const files = (
        await tx.query<{ id: string; name: string; kind: string; size: number; sha256: Buffer }>(
          "select id, name, kind, size, sha256 from foundation.files where county_code = $1 and matter_id = $2 order by at",
          [actor.county, id],
        )
      ).rows;
      const handling = found.assignments.flatMap((one) => (one.post_id ? [one.post_id] : []));
      const given = lines.flatMap((line) => (line.act === "assign" ? String(contentOf(line).post) : []));
      const posts = await postNames(tx, actor.county, [...postsIn(lines), ...handling, ...given]);
      const fileRefs = new Map<string, z.output<typeof FileRef>>(
        files.map((file) => [file.id, { ...file, sha256: file.sha256.toString("hex") }]),
      );
      const related = await relatedMatters(tx, actor.county, row);
      const notices = (
        await tx.query<{
          id: string;
          kind: string;
          at: Date;
          channel: "list" | "letter" | "sms";
          state: "waiting" | "told" | "silent";
          words: string;
        }>(
          "select id, kind, at, channel, state, words from matters.notices where county_code = $1 and matter_id = $2 and reporter_id is not null order by at desc limit 50",
          [actor.county, id],
        )
      ).rows;
      const triaging = ["received", "accepted"].includes(row.state);
      const proposals = triaging
        ? await proposeIn(tx, services, books, actor, {
            id,
            title: row.title,
            text: row.body,
            receivedAt: new Date(row.received_at),
            door: row.door as never,
            placeId: row.place_confirmed ? row.place_id : null,
            placeWords: row.place_words,
            complainedUnit: row.complained_unit,
            complainedPost: row.complained_post,
            complainedWords: row.complained_words,
            secrecy: row.secrecy,
            confirmed:
              row.state !== "received" && row.kind && row.category_code
                ? { kind: row.kind, category: row.category_code, urgency: row.urgency ?? "ordinary" }
                : undefined,
          })
        : null;
      const unitRef = (unitId: string) => ({
        id: unitId,
        name: books.units.get(unitId)?.name ?? "",
        phone: books.units.get(unitId)?.phone ?? null,
      });
      const category = row.category_code ? books.categories.get(row.category_code) : undefined;
      const nameOf = (code: string | null | undefined) => {
        const one = code ? books.categories.get(code) : undefined;
        return one ? (actor.locale === "en" ? one.name.en : one.name.zh) : "";
      };
      const place = row.place_id ? books.gazetteer.places.get(row.place_id) : undefined;
      const clocks = clocksOfThePage(books, found, now, actor.locale);
      const due = dueExplained(books, row, found.clocks, now, actor.locale);
      const mayAsk = clocks.some((one) => one.mayAsk && one.state === "running");
      const may = actsOpenNow(actor, found, nextActs(actor, facts), mayAsk);
      const arrivals = new Map(
        lines.flatMap((line) =>
          line.act === "report-in"
            ? arrivalsIn(contentOf(line)).map((one) => [one.unit, arrivalWords(one, line.at, actor.locale)] as const)
            : [],
        ),
      );
      return {
        id,
        number: row.number,
        version: row.version,
        title: row.title,
        text: row.body,
        kind: row.kind,
        category: category
          ? {
              code: category.code,
              name: nameOf(category.code),
              path: [nameOf(category.parent), nameOf(category.code)].filter(Boolean),
            }
          : null,
        urgency: row.urgency,
        state: row.state,
        lane: row.lane && found.lane ? { name: row.lane, state: found.lane.state, id: found.lane.id } : null,
        door: row.door as never,
        receivedAt: new Date(row.received_at).toISOString(),
        occurredAt: row.occurred_at ? new Date(row.occurred_at).toISOString() : null,
        receivedBy: unitRef(row.received_by),
        place: {
          ref: place ? placeRef(place) : null,
          words: row.place_words,
          point: row.lng !== null && row.lat !== null ? { lng: row.lng, lat: row.lat, accuracy: row.accuracy } : null,
          confirmed: row.place_confirmed,
          territoryVersion: row.territory_version,
        },
        reporters: reporters.map((one) => ({
          id: one.id,
          handle: one.handle,
          role: one.role.replace(" ", "-") as never,
          door: one.door as never,
          wantsSecrecy: one.wantsSecrecy,
          quiet: one.quiet,
          sealed: one.sealed,
        })),
        enteredFor: reporters[0]?.relation ? { relation: reporters[0].relation, consent: reporters[0].consent ?? false } : null,
        complainedAbout:
          row.complained_unit || row.complained_post || row.complained_words
            ? {
                unit: row.complained_unit ? unitRef(row.complained_unit) : null,
                post: row.complained_post,
                words: row.complained_words,
              }
            : null,
        secrecy: row.secrecy,
        external: row.external
          ? { platform: row.external.platform, number: row.external.number, dueAt: row.external.dueAt ?? null }
          : null,
        due,
        clocks,
        asked: timeAsked(books, found, lines, actor.locale),
        objection: await objectionOf(tx, books, found, lines, actor.locale),
        assignments: found.assignments.map((one) => ({
          unit: unitRef(one.unit_id),
          role: one.role,
          state: one.state,
          since: new Date(one.since).toISOString(),
          note: one.note,
          due: dueOfAPart(clocks, found.clocks, one) ?? (one.role === "lead" ? due : null),
          arrived: one.role === "called" ? (arrivals.get(one.unit_id) ?? null) : null,
          post: one.post_id ? { id: one.post_id, name: posts.get(one.post_id)?.name ?? "" } : null,
        })),
        ...related,
        outcome: row.outcome as never,
        rating: row.rating as never,
        reviewOn: row.review_on,
        files: [...fileRefs.values()],
        timeline: lines.map((line) =>
          asTimelineEntry(line, {
            books,
            locale: actor.locale,
            posts,
            handles: new Map(reporters.map((one) => [one.id, one.handle])),
            files: fileRefs,
          }),
        ),
        proposals,
        may,
        shut: (actsFrom(matterLifecycle, row.state) as MatterAct[])
          .filter((act) => !may.includes(act) && SHOWN_SHUT.has(act) && !mayDo(actor, facts, act))
          .map((act) => ({ act, sentence: shutBecause(actor, facts, act) })),
        inOneGo: chainsOpenTo(
          actor,
          facts,
          someoneElseVerifies(
            { id, kind: row.kind, receivedBy: row.received_by, leadUnit: row.lead_unit },
            category?.verify ?? true,
          ),
        ),
        waitingForResident: row.waiting_for_resident,
        notices: notices.map((one) => ({
          id: one.id,
          kind: one.kind,
          at: one.at.toISOString(),
          channel: one.channel,
          state: one.state,
          text: one.words,
        })),
      };
    },
    { readOnly: true },
  );
}

const SHOWN_SHUT = new Set<MatterAct>(["accept", "dispatch", "sign", "answer", "close", "rework", "report-progress"]);

const postsIn = (lines: readonly LineRow[]): string[] => [
  ...new Set(
    lines.flatMap((line) => {
      const post = line.persons ? (JSON.parse(line.persons) as { actor: { post?: string } }).actor.post : undefined;
      return post ? [post] : [];
    }),
  ),
];
