import type { Actor } from "../../../../foundation/db/actor.ts";
import { withActor } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import type { Term } from "../../../clocks/contract.ts";
import { dueDate, getTerm } from "../../../clocks/index.ts";
import { reportersOf } from "../../../residents/index.ts";
import { mayAnswerARequest, mayAnswerRequests, REQUEST_TERM, type RequestKind } from "../../rules/person-requests.rule.ts";
import type { Services } from "../../services.ts";
import type { Books } from "../../store/books.ts";
import { keepable } from "../../store/command.ts";
import { factsOf } from "../../store/facts-of-a-matter.ts";
import { findForAct } from "../act-on-matter.ts";
import type { Bearing } from "./change-own-matter.ts";
import { recordOnAMatter } from "./record-on-a-matter.ts";

/** A county that was set up before requests had a term of their own: fifteen working days, version 0, until it says otherwise. */
const UNTIL_THE_COUNTY_SAYS: Term = {
  term: REQUEST_TERM,
  version: 0,
  name: "个人信息申请答复",
  englishName: "Answer to a request about one's own data",
  length: 15,
  unit: "working days",
  roll: "to the next working day",
  ends: "end of day",
  basis: "个人信息保护法 第五十条（天数待县里核定）",
  pauses: [],
  extension: null,
};

/** By when a request that comes now is answered, by the county's term for it. */
export function requestDue(books: Books, now: Date) {
  const term = books.terms.has(REQUEST_TERM) ? getTerm(books.terms, REQUEST_TERM) : UNTIL_THE_COUNTY_SAYS;
  const { due, provisional } = dueDate({ term, start: now, calendar: books.calendar });
  return { due, provisional, term };
}

/** A resident asks about their own data; the id is the command's. The answer is due by the county's term for it. */
export async function askAboutOwnData(
  services: Services,
  actor: Actor,
  by: Bearing,
  asked: { readonly kind: RequestKind; readonly words: string },
): Promise<void> {
  const books = await services.books(actor.county);
  const recorded = { commandId: by.commandId, act: "ask-right", reporterId: by.reporterId, asked, tellTheCentre: true } as const;
  await recordOnAMatter(services, actor, by.matterId, recorded, async (tx) => {
    const now = services.clock.now();
    const { due, provisional, term } = requestDue(books, now);
    const words = keepable(asked.words);
    await tx.query("select set_config('linli.bearer', $1, true)", [by.reporterId]);
    await tx.query(
      `insert into matters.person_requests (county_code, id, matter_id, reporter_id, kind, words, asked_at, due_at, provisional, term, term_version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [actor.county, by.commandId, by.matterId, by.reporterId, asked.kind, words, now, due, provisional, term.term, term.version],
    );
    return { kind: asked.kind, text: words, request: by.commandId, due: due.toISOString() };
  });
}

export interface RequestAnswer {
  readonly commandId: string;
  readonly id: string;
  readonly granted: boolean;
  readonly answer: string;
}

interface Waiting {
  readonly matter: string;
  readonly reporter: string;
  readonly kind: RequestKind;
  readonly answered: boolean;
}

/**
 * An officer of the centre answers with reasons. An erasure is granted only once it has been done: by two persons, where erasures are.
 * Throws `access.not-yours`, `matters.request-answered`, `matters.request-not-erased-yet`.
 */
export async function answerARequest(services: Services, actor: Actor, given: RequestAnswer): Promise<void> {
  if (!mayAnswerRequests(actor)) throw new Refusal("access.not-yours", { act: "answer-right" }, { status: 403 });
  const waiting = await withActor(
    services.db,
    actor,
    (tx) =>
      tx.query<Waiting>(
        `select matter_id as matter, reporter_id as reporter, kind, answered_at is not null as answered
         from matters.person_requests where county_code = $1 and id = $2`,
        [actor.county, given.id],
      ),
    { readOnly: true },
  );
  const request = waiting.rows[0];
  if (!request) throw new Refusal("matters.not-found", {}, { status: 404 });
  const found = await findForAct(services, actor, request.matter);
  if (!mayAnswerARequest(actor, factsOf(found.matter, found.answered_by)))
    throw new Refusal("access.not-yours", { act: "answer-right" }, { status: 403 });
  const { id, granted, answer } = given;
  const recorded = {
    commandId: given.commandId,
    act: "answer-right",
    reporterId: request.reporter,
    asked: { id, granted, answer },
  } as const;
  await recordOnAMatter(services, actor, request.matter, recorded, async (tx) => {
    if (request.kind === "erase" && granted) {
      const left = (await reportersOf(tx, actor.county, request.matter)).find(({ id }) => id === request.reporter);
      if (!left?.erasedAt) throw new Refusal("matters.request-not-erased-yet");
    }
    const text = keepable(answer);
    const done = await tx.query(
      `update matters.person_requests set answered_at = $3, granted = $4, answer = $5, answered_by = $6
       where county_code = $1 and id = $2 and answered_at is null`,
      [actor.county, id, services.clock.now(), granted, text, actor.post],
    );
    if (done.rowCount !== 1) throw new Refusal("matters.request-answered", {}, { status: 409 });
    return { request: id, kind: request.kind, granted, text };
  });
}
