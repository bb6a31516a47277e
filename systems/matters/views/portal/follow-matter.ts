import type { z } from "zod";
import { type Actor, contextOf, jobActor } from "../../../../foundation/db/actor.ts";
import { read, withActor } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { DAY, dayOf } from "../../../../foundation/time/index.ts";
import { type FileRef, type FollowPage, LIMITS, RESIDENT_ACTS, type ResidentAct } from "../../contract.ts";
import { nextActs } from "../../rules/access.ts";
import type { MatterAct, Rating } from "../../rules/lifecycle.ts";
import type { Services } from "../../services.ts";
import type { Books } from "../../store/books.ts";
import { factsOf } from "../../store/facts-of-a-matter.ts";
import type { ForAct } from "../../store/row.ts";
import { dueExplained } from "../page/due-explained.ts";
import { placeWords } from "../place-words.ts";
import { type FollowLine, followLines } from "./follow-lines.ts";
import { readingsTold } from "./readings-told.ts";
import { rulesUsed } from "./rules-used.ts";
import { sharedTitle } from "./shared-title.ts";
import { STEPS } from "./step-words.ts";

/** For how many days after it ended a matter can be looked at again. */
export const REOPEN_DAYS = LIMITS.reopenDays;

type File = z.output<typeof FileRef>;
const wordsOf = (line: FollowLine): string | null => (typeof line.content.text === "string" ? line.content.text : null);
const last = (lines: readonly FollowLine[], ...acts: MatterAct[]) =>
  lines.findLast((line) => acts.includes(line.act as MatterAct));

interface Seen {
  readonly books: Books;
  readonly actor: Actor;
  readonly reporterId: string;
  readonly alone: boolean;
  /** The one who said it first, whose words and pictures the matter holds. */
  readonly first: boolean;
  readonly lines: readonly FollowLine[];
}

/** Did this reporter do it? Where nobody else reported the matter, whatever a resident did is theirs. */
const isMine = ({ reporterId, alone }: Seen, line: FollowLine): boolean =>
  line.persons?.actor.reporter === reporterId ||
  line.persons?.persons.includes(reporterId) === true ||
  (alone && line.post === null);

/** Pictures of a line that may be seen; those that came with the matter itself stand on no line, and are the first reporter's. */
function picturesOf({ lines, first }: Seen, line: FollowLine, files: ReadonlyMap<string, File>, told: boolean): File[] {
  if (line.act !== "receive") return told ? line.files.flatMap((id) => files.get(id) ?? []) : [];
  const elsewhere = new Set(lines.flatMap((one) => (one.act === "receive" ? [] : one.files)));
  return first ? [...files.values()].filter(({ id }) => !elsewhere.has(id)) : [];
}

const YOU = { "zh-CN": "您", en: "You" };
const ANOTHER = { "zh-CN": "另一位反映人", en: "Another resident" };
const isAResident = (line: FollowLine): boolean => line.act === "receive" || line.persons?.actor.role === "portal";

/** Time granted for a unit's own part leaves the resident's date as it is. */
const isBetweenOfficers = (line: FollowLine): boolean => line.act === "grant-time" && line.content.overall !== true;

function timelineOf(seen: Seen, files: ReadonlyMap<string, File>): FollowPage["timeline"] {
  const { books, actor } = seen;
  return seen.lines
    .flatMap((line) => {
      const step = STEPS[line.act as keyof typeof STEPS];
      const mine = isMine(seen, line);
      if (!step || (step.own && !mine) || isBetweenOfficers(line)) return [];
      const unit = (line.unit && books.units.get(line.unit)?.name) || books.centre?.name || "";
      const by = line.post ?? (mine ? YOU : isAResident(line) ? ANOTHER : undefined)?.[actor.locale] ?? books.centre?.name ?? "";
      const said = line.act === "rate" ? null : wordsOf(line);
      return [
        {
          id: line.id,
          at: line.at.toISOString(),
          by,
          title: step.title[actor.locale].replace("{unit}", unit),
          text: step.told && (line.post !== null || mine) ? said : null,
          files: picturesOf(seen, line, files, step.told === true && (line.post !== null || mine)),
        },
      ];
    })
    .reverse();
}

function replyOf({ books, lines, actor }: Seen, state: string): FollowPage["reply"] {
  if (!["answered", "closed", "not-accepted"].includes(state)) return null;
  const line = state === "not-accepted" ? last(lines, "decline") : last(lines, "answer", "answer-on-spot");
  const text = line && wordsOf(line);
  if (!line || !text) return null;
  const unit = (line.unit && books.units.get(line.unit)?.name) || books.centre?.name || "";
  const right = typeof line.content.right === "string" ? line.content.right : null;
  return {
    by: state === "not-accepted" ? (books.centre?.name ?? unit) : unit,
    at: line.at.toISOString(),
    text,
    right: actor.locale === "en" && right ? `${right}` : right,
  };
}

function questionOf({ lines, books }: Seen, waiting: boolean): FollowPage["question"] {
  const line = waiting ? last(lines, "ask") : undefined;
  if (!line) return null;
  const choices = Array.isArray(line.content.choices) ? (line.content.choices as string[]) : [];
  return {
    id: line.id,
    by: line.post ?? books.centre?.name ?? "",
    at: line.at.toISOString(),
    text: wordsOf(line) ?? "",
    choices,
  };
}

function ratingOf(seen: Seen, closedAt: string | null): FollowPage["rating"] {
  const since = last(seen.lines, "reopen")?.version ?? 0;
  const line = seen.lines.findLast((one) => one.act === "rate" && one.version > since && isMine(seen, one));
  if (!line) return null;
  const until = new Date((closedAt ? new Date(closedAt) : line.at).getTime() + LIMITS.ratingDays * DAY);
  return {
    rating: line.content.rating as Rating,
    reason: wordsOf(line),
    at: line.at.toISOString(),
    changeableUntil: until.toISOString(),
  };
}

function mayOf(seen: Seen, found: ForAct, page: Pick<FollowPage, "due" | "rating" | "reopenUntil">, now: Date): ResidentAct[] {
  const open = nextActs(seen.actor, factsOf(found.matter, found.answered_by));
  const urged = last(seen.lines, "urge");
  const shut: Partial<Record<ResidentAct, boolean>> = {
    urge: page.due?.state !== "overdue" || (urged !== undefined && dayOf(urged.at) === dayOf(now)),
    rate: page.rating !== null && new Date(page.rating.changeableUntil) < now,
    reopen: page.reopenUntil === null || new Date(page.reopenUntil) < now,
    // one of several reporters does not withdraw what others said, too
    withdraw: !seen.alone,
  };
  return RESIDENT_ACTS.filter((act) => open.includes(act) && !shut[act]);
}

/**
 * What the bearer of a code may see of a matter: the unit that holds it and until when, what was told to residents, their own words and
 * rating, who opened their identity. `actor` is a resident whose `matters` hold this one. Throws `matters.not-found` (404).
 */
export async function followMatter(services: Services, actor: Actor, matterId: string, reporterId: string): Promise<FollowPage> {
  const books = await services.books(actor.county);
  const now = services.clock.now();
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const found = (
        await tx.query<{ found: ForAct | null }>("select matters.find_for_act($1::jsonb, $2::uuid) as found", [
          JSON.stringify(contextOf(actor)),
          matterId,
        ])
      ).rows[0]?.found;
      const me = found?.reporters.find((reporter) => reporter.id === reporterId);
      if (!found || !me) throw new Refusal("matters.not-found", {}, { status: 404 });
      const row = found.matter;
      const lines = await followLines(services, actor, tx, matterId);
      const files = await tx.query<Omit<File, "sha256"> & { sha256: Buffer }>(
        "select id, name, kind, size, sha256 from foundation.files where county_code = $1 and matter_id = $2",
        [actor.county, matterId],
      );
      const first = me.role !== "also met";
      const seen: Seen = { books, actor, reporterId, alone: found.reporters.length === 1, first, lines };
      const due = dueExplained(books, row, found.clocks, now, actor.locale);
      const rating = ratingOf(seen, row.closed_at);
      const unit = books.units.get(row.lead_unit ?? row.received_by) ?? books.centre;
      const lead = found.assignments.find((one) => one.role === "lead" && !one.ended_at);
      const answered = row.closed_at ?? (row.state === "answered" ? (last(lines, "answer")?.at.toISOString() ?? null) : null);
      const ended = row.closed_at ?? (row.state === "not-accepted" ? last(lines, "decline")?.at : undefined);
      const reopenUntil = ended && !row.open ? new Date(new Date(ended).getTime() + REOPEN_DAYS * DAY).toISOString() : null;
      return {
        id: matterId,
        version: row.version,
        number: row.number,
        // the title is cut from the first reporter's words
        title: first ? row.title : sharedTitle(books, actor.locale, row.category_code),
        text: first ? row.body : null,
        place: [placeWords(books, row.place_id), first ? row.place_words : null].filter(Boolean).join(" ") || null,
        state: row.state,
        receivedAt: new Date(row.received_at).toISOString(),
        secrecy: row.secrecy,
        holder: {
          name: unit?.name ?? "",
          phone: unit?.phone ?? null,
          since: new Date(lead?.since ?? row.received_at).toISOString(),
        },
        due,
        finishedAt: answered && new Date(answered).toISOString(),
        outcome: row.outcome as FollowPage["outcome"],
        reply: replyOf(seen, row.state),
        question: questionOf(seen, row.waiting_for_resident),
        timeline: timelineOf(
          seen,
          new Map(files.rows.map((file) => [file.id, { ...file, sha256: file.sha256.toString("hex") }])),
        ),
        rating,
        reopenUntil,
        mergedInto: row.merged_into ? await numberOf(services, actor, row.merged_into) : null,
        looks: await readingsTold(services, books, actor, tx, { matterId, reporterId, complained: row.complained_unit, lines }),
        rules: rulesUsed(books, lines, actor.locale, due),
        may: mayOf(seen, found, { due, rating, reopenUntil }, now),
      };
    },
    { readOnly: true },
  );
}

/** Only the number of what it was merged into: the code opens nothing else of it. */
async function numberOf(services: Services, actor: Actor, matterId: string): Promise<{ number: string } | null> {
  const rows = await read<{ number: string }>(
    services.db,
    jobActor(actor.county),
    "select number from matters.matters where county_code = $1 and id = $2",
    [actor.county, matterId],
  );
  return rows[0] ?? null;
}
