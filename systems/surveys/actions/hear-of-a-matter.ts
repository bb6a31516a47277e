import { jobActor } from "../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../foundation/db/pool.ts";
import { idFrom } from "../../../foundation/id-from.ts";
import { DAY, dayOf } from "../../../foundation/time/index.ts";
import type { Services } from "../../matters/index.ts";
import { reportersOf } from "../../residents/index.ts";
import { SATISFIED } from "../rules/lifecycle.ts";
import { withinCallingHours } from "../rules/next-attempt.rule.ts";
import { whoIsCalled } from "../rules/who-is-called.rule.ts";
import { dataOn } from "../store/data.ts";
import { CALL_COLUMNS, type CallRow } from "../store/row.ts";
import { actOnCall, callIdOf, openCall } from "./write-call.ts";

/** What is heard of a matter: it was closed, opened again, or rated by one of its reporters. */
export const HEARD = ["matters.closed", "matters.reopened", "matters.rated"] as const;

interface Standing {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly kind: string | null;
  readonly received_by: string;
  readonly lead_unit: string | null;
  readonly support_units: readonly string[];
  readonly township_id: string | null;
  readonly village_id: string | null;
  readonly closed_at: Date | null;
  readonly rating: string | null;
  readonly secrecy: boolean;
}

/** The event as it was told: with it, which version closed the matter and who rated it. */
export interface Heard {
  readonly event: (typeof HEARD)[number];
  readonly matter: string;
  /** Version of the matter after the act. */
  readonly version: number;
  /** When the closing told of was; one that was undone meanwhile is not asked about. */
  readonly closedAt?: string | null;
  /** The reporter who rated; null where an officer entered a rating for nobody named. */
  readonly reporter?: string | null;
}

/**
 * Brings the return calls of a matter to where the matter stands: closed, each reporter is called or left out with the reason; opened
 * again, open calls lapse; rated, the rating is noted and not asked again. Hearing the same twice, or late, changes nothing.
 */
export async function hearOfAMatter(services: Services, county: number, heard: Heard): Promise<void> {
  const books = await services.books(county);
  await withActor(services.db, jobActor(county), async (tx) => {
    // one hearing of a matter at a time: two closings told together must not both find nothing
    await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 140))", [heard.matter]);
    const matter = (
      await tx.query<Standing>(
        `select id, version, state, kind, received_by, lead_unit, support_units, township_id, village_id, closed_at, rating, secrecy
         from matters.standings where county_code = $1 and id = $2`,
        [county, heard.matter],
      )
    ).rows[0];
    if (!matter) return;
    const hearing: Hearing = { services, county, tx, matter, heard, centre: books.centre?.id };
    if (matter.closed_at === null) await lapseOpenCalls(hearing);
    else {
      const stillStands = !heard.closedAt || new Date(heard.closedAt).getTime() === matter.closed_at.getTime();
      if (heard.event === "matters.closed" && stillStands) await openCalls(hearing);
      if (heard.event === "matters.rated") await noteRating(hearing);
    }
  });
}

interface Hearing {
  readonly services: Services;
  readonly county: number;
  readonly tx: Tx;
  readonly matter: Standing;
  readonly heard: Heard;
  readonly centre: string | undefined;
}

async function openCalls({ services, county, tx, matter, heard, centre }: Hearing): Promise<void> {
  const now = services.clock.now();
  const closedAt = matter.closed_at!;
  const { version, body: sampling } = await dataOn(tx, county, "sampling", dayOf(closedAt));
  const handledUnits = matter.lead_unit ? [matter.lead_unit, ...matter.support_units] : [matter.received_by];
  // an earlier closing's open call asks about what is over
  await lapseOpenCalls({ services, county, tx, matter, heard, centre }, heard.version);
  for (const reporter of await reportersOf(tx, county, matter.id)) {
    if (reporter.withdrawnAt || reporter.erasedAt) continue;
    const closed = { id: matter.id, kind: matter.kind, closing: heard.version, secrecy: matter.secrecy, handledUnits };
    const who = whoIsCalled(closed, reporter, sampling, centre);
    const id = callIdOf(matter.id, reporter.id, heard.version);
    await openCall(
      tx,
      jobActor(county),
      {
        id,
        matter_id: matter.id,
        reporter_id: reporter.id,
        closing: heard.version,
        state: who.call ? "due" : "left-out",
        reason: who.call ? null : who.reason,
        kind: matter.kind,
        unit_id: handledUnits[0]!,
        handled_units: handledUnits,
        township_id: matter.township_id,
        village_id: matter.village_id,
        closed_at: closedAt,
        sampling_version: version,
        due_from: withinCallingHours(now, sampling),
        attempts: 0,
        contacted: null,
        solved: null,
        satisfied: null,
        portal_rating: null,
        passed: null,
        ended_at: who.call ? null : now,
      },
      { act: who.call ? "fall-due" : "leave-out", at: now, commandId: idFrom(`${id} open`) },
    );
  }
}

async function callsOf({ tx, county, matter }: Hearing): Promise<CallRow[]> {
  const { rows } = await tx.query<CallRow>(
    `select ${CALL_COLUMNS} from surveys.calls where county_code = $1 and matter_id = $2 order by closing desc, id for update`,
    [county, matter.id],
  );
  return rows;
}
const isOpen = (call: CallRow) => call.state === "due" || call.state === "waiting";

async function lapseOpenCalls(hearing: Hearing, but?: number): Promise<void> {
  for (const call of await callsOf(hearing))
    if (isOpen(call) && call.closing !== but) await lapse(hearing.services, hearing.tx, hearing.county, call, "reopened");
}

async function lapse(services: Services, tx: Tx, county: number, call: CallRow, reason: string): Promise<void> {
  const act = { act: "lapse", at: services.clock.now(), commandId: idFrom(`${call.id} ${call.version} lapse`) } as const;
  await actOnCall(tx, jobActor(county), call, call.version, act, { reason });
}

/** The reporter who rated is not asked again how satisfied they are, or, where the county says so, not called at all. */
async function noteRating(hearing: Hearing): Promise<void> {
  const { services, county, tx, matter, heard } = hearing;
  if (!SATISFIED.includes(matter.rating as never)) return;
  const calls = await callsOf(hearing);
  const newest = calls.filter((call) => call.closing === calls[0]?.closing);
  const call = newest.find((one) => one.reporter_id === heard.reporter) ?? (newest.length === 1 ? newest[0] : undefined);
  // told before the closing was heard: whoever carries events comes back
  if (calls.length === 0) throw new Error("a rating was heard before its closing");
  if (
    !call ||
    call.satisfied !== null ||
    call.portal_rating === matter.rating ||
    !["due", "waiting", "left-out", "not-reached"].includes(call.state)
  )
    return;
  const at = services.clock.now();
  const commandId = idFrom(`${call.id} ${call.version} rating`);
  const noted = await actOnCall(
    tx,
    jobActor(county),
    call,
    call.version,
    { act: "note-rating", at, commandId, content: { rating: matter.rating } },
    { portal_rating: matter.rating },
  );
  const { body: sampling } = await dataOn(tx, county, "sampling", dayOf(call.closed_at));
  if (!isOpen(call) || sampling.ratedAtPortal === "ask-the-rest") return;
  const [after] = (await callsOf(hearing)).filter((one) => one.id === call.id);
  await actOnCall(
    tx,
    jobActor(county),
    after!,
    noted.version,
    { act: "spare", at, commandId: idFrom(`${call.id} ${noted.version} spare`) },
    { reason: "rated-at-portal" },
  );
}

/** Calls that the county's days have run out on lapse, so many at a time. Answers how many. */
export async function lapseOldCalls(services: Services, county: number, most = 500): Promise<number> {
  const now = services.clock.now();
  return withActor(services.db, jobActor(county), async (tx) => {
    const { body: sampling } = await dataOn(tx, county, "sampling", dayOf(now));
    const { rows } = await tx.query<CallRow>(
      `select ${CALL_COLUMNS} from surveys.calls where county_code = $1 and state in ('due', 'waiting') and closed_at < $2
       order by due_from, id limit $3 for update skip locked`,
      [county, new Date(now.getTime() - sampling.lapsesAfterDays * DAY), most],
    );
    for (const call of rows) await lapse(services, tx, county, call, "too-late");
    return rows.length;
  });
}
