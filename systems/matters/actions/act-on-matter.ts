import type { z } from "zod";
import { type Actor, contextOf } from "../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { stateAfter } from "../../../foundation/lifecycle.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { PersonGroup } from "../../ledger/contract.ts";
import { type LineDraft, makeLine } from "../../ledger/index.ts";
import { keyOfMatter, makeReporter } from "../../residents/index.ts";
import type { ActAnswer } from "../contract.ts";
import { mayDo, nextActs } from "../rules/access.ts";
import { MATTER_STATES, type MatterAct, type MatterState, matterLifecycle } from "../rules/lifecycle.ts";
import { nothingIsLeftUnfilled } from "../rules/nothing-left-unfilled.rule.ts";
import { repeatToken, searchTokens } from "../rules/search-tokens.rule.ts";
import type { Services } from "../services.ts";
import { hashesOf } from "../store/attachments.ts";
import { otherBody, requestHash } from "../store/command.ts";
import { factsOf } from "../store/facts-of-a-matter.ts";
import { bytesOf, hexOf, lineJson } from "../store/line-json.ts";
import type { ForAct, MatterRow } from "../store/row.ts";
import { whatChangedSince } from "../views/what-changed.ts";
import { amendWithRuling } from "./amend-with-ruling.ts";
import { clocksOfAnAct } from "./clocks-of-an-act.ts";
import type { ActInput } from "./effects/shape.ts";
import { effectsOf } from "./effects.ts";
import { eventsOfAnAct } from "./events-of-an-act.ts";
import { laneChange } from "./lane-change.ts";
import { noticesOf } from "./notices.ts";
import { publicFacts } from "./public-facts.ts";
import { recordProposal } from "./record-proposal.ts";
import { takeIn } from "./take-in.ts";
import { thePostMayBeGivenTheMatter } from "./the-post-may-be-given.ts";

export interface ActOptions {
  /** The reporter in whose name the act is done: the bearer of the code at the portal. */
  readonly reporterId?: string;
  /** What the machine had proposed: kept with the decision. */
  readonly proposal?: unknown;
}

/** Everything an act must know, in the actor's own context. Throws `matters.not-found` (404) where the actor may not see it. */
export async function findForAct(services: Services, actor: Actor, id: string): Promise<ForAct> {
  const answer = await services.db.pool(actor.role).query<{ found: ForAct | null }>({
    name: "matters.find_for_act",
    text: "select matters.find_for_act($1::jsonb, $2::uuid) as found",
    values: [JSON.stringify(contextOf(actor)), id],
  });
  const found = answer.rows[0]?.found;
  if (!found) throw new Refusal("matters.not-found", {}, { status: 404 });
  return found;
}

/**
 * One act on one matter: the table, the reader and the version are checked, then one call writes state, journal lines of spine and
 * lane, clock, assignments, notices and outbox. Two round trips. A repeat gets the first answer.
 * Throws `matters.not-from-this-state`, `access.not-yours`, `matters.changed-meanwhile` (409, with what changed), and the acts' rules.
 */
export async function actOnMatter(
  services: Services,
  actor: Actor,
  id: string,
  input: ActInput,
  options: ActOptions = {},
): Promise<z.output<typeof ActAnswer>> {
  const [books, found] = await Promise.all([services.books(actor.county), findForAct(services, actor, id)]);
  const row = found.matter;
  const facts = factsOf(row, found.answered_by);
  const to = stateAfter(matterLifecycle, row.state, input.act) as MatterState | undefined;
  const stale = input.baseVersion !== row.version;
  // a repeat finds the matter already moved on: only the hot function can tell it from a conflict
  if (!stale && !to) throw new Refusal("matters.not-from-this-state", { act: input.act, state: row.state });
  if (!stale && !mayDo(actor, facts, input.act)) throw new Refusal("access.not-yours", { act: input.act }, { status: 403 });

  const now = services.clock.now();
  const base = {
    command_id: input.commandId,
    request_hash: requestHash({ id, ...input }),
    matter_id: id,
    base_version: input.baseVersion,
    at: now.toISOString(),
  };
  if (stale)
    return answerOf(
      services,
      actor,
      found,
      await write(services, actor, { ...base, row: row, lines: [], result: null, base_version: -1 }),
      input,
    );

  if (input.act === "merge" || (input.act === "join-parent" && input.parent))
    await theOtherMatterIsOpen(services, actor, input.act === "merge" ? input.into : input.parent!);
  if ("reply" in input) nothingIsLeftUnfilled(input.reply);
  const setting = { books, actor, found, to: to!, now };
  if (input.act === "assign") await thePostMayBeGivenTheMatter(services, actor, row, input);
  const effects = effectsOf(setting, input);
  const version = row.version + 1;
  const proposed =
    input.act === "dispatch" || input.act === "redirect"
      ? await recordProposal(services, books, row, { version, unit: input.leadUnit, at: now })
      : undefined;
  const proposal = proposed ?? options.proposal;
  const receipt = input.act === "also-met" ? await newReporter(services, actor, row, input, now) : undefined;
  const persons: PersonGroup = {
    actor: {
      role: actor.role === "verify" ? "jobs" : actor.role,
      ...(actor.person && { person: actor.person }),
      ...(actor.post && { post: actor.post }),
      ...(options.reporterId && { reporter: options.reporterId }),
    },
    persons: [
      ...(receipt ? [receipt.made.row.id] : []),
      ...("reporterId" in input && input.reporterId ? [input.reporterId] : []),
    ],
  };

  const lines: LineDraft[] = [];
  const lane = laneChange(services.lanes, { actor, found, act: input.act, effects, now, command: input.commandId, persons });
  const draftRow: MatterRow = {
    ...row,
    ...effects.row,
    ...(lane?.row && { lane: lane.name, lane_id: lane.row.id }),
    version,
    state: to!,
    open: MATTER_STATES[to!].open,
    updated_at: now.toISOString(),
  };
  if (!draftRow.open && ["withdrawn", "merged", "not-accepted"].includes(to!))
    Object.assign(draftRow, { lane: row.lane, lane_id: row.lane_id });
  if (to !== "handling") Object.assign(draftRow, { asked: null });
  const touched = clocksOfAnAct(setting, input.act, effects, draftRow);
  const overall = touched.rows.find((one) => one.id === draftRow.clock_id);
  if (overall) Object.assign(draftRow, { due_at: overall.due_at, due_provisional: overall.provisional });
  lines.push(
    makeLine({
      county: actor.county,
      id: newId(),
      procedure: { kind: "matter", id },
      matter: id,
      version,
      act: input.act,
      at: now,
      deviceAt: input.deviceAt ? new Date(input.deviceAt) : undefined,
      command: input.commandId,
      facts: publicFacts(draftRow, books.versions, touched.facts),
      persons,
      text: {
        attachments: await hashesOf(services, actor, id, effects.files),
        content: {
          ...effects.content,
          ...(effects.files.length > 0 && { files: effects.files }),
          ...(proposal !== undefined && { proposal }),
        } as never,
      },
    }),
  );
  const spine = lineJson(lines[0]!, bytesOf(row.head_leaf));
  const newRow: MatterRow = { ...draftRow, head_leaf: hexOf(spine.leaf) };
  const told = options.reporterId ?? ("reporterId" in input ? input.reporterId : undefined);
  const events = eventsOfAnAct(row, newRow, input.act, told);
  const notices = noticesOf(books, { row: newRow, act: input.act, effects, reporters: found.reporters, now, actor });

  const body = {
    ...base,
    row: newRow,
    lines: [spine.json, ...(lane ? [lane.line] : [])],
    ...(lane && { lane: { name: lane.name, row: lane.row } }),
    ...(touched.rows.length > 0 && { clocks: touched.rows, clock_events: touched.events }),
    ...(effects.assignments.length > 0 && { assignments: effects.assignments }),
    ...(notices.length > 0 && { notices }),
    ...(events.length > 0 && { events }),
    ...(effects.files.length > 0 && { files: effects.files }),
    ...(newRow.title !== row.title && {
      tokens: [...searchTokens(`${newRow.title}\n${row.body}`), repeatToken(`${newRow.title}\n${row.body}`)],
    }),
    ...(receipt && {
      reporters: [receipt.json],
      ...(receipt.made.newKey && { wrapped: receipt.made.newKey.toString("hex"), key_version: receipt.made.row.keyVersion }),
    }),
    ...(proposed && { proposal: proposed }),
    result: { id, number: row.number, version, state: to, reporter: receipt?.made.row.id ?? null },
  };
  const written =
    input.act === "merge"
      ? await writeWith(services, actor, body, (tx) =>
          takeIn(tx, services, actor, { from: found, into: input.into, command: input.commandId, now }),
        )
      : input.act === "allow-hand-back" && input.amend
        ? await writeWith(services, actor, body, (tx) =>
            amendWithRuling(tx, actor, books, { number: row.number, amend: input.amend!, at: now }),
          )
        : await write(services, actor, body);
  return answerOf(
    services,
    actor,
    { ...found, matter: newRow, answered_by: input.act === "answer" ? (actor.person ?? null) : found.answered_by },
    written,
    input,
  );
}

/** A matter is merged into, or put under, one that is open and that the reader may see. */
async function theOtherMatterIsOpen(services: Services, actor: Actor, other: string): Promise<void> {
  const found = await findForAct(services, actor, other).catch(() => undefined);
  if (!found?.matter.open) throw new Refusal("matters.merge-target-gone", {});
}

interface Written {
  readonly done?: true;
  readonly repeated?: true;
  readonly same?: boolean;
  readonly conflict?: true;
  readonly version?: number;
  readonly result?: { id: string; number: string; version: number; state: MatterState; reporter: string | null };
}

/** The act and what goes with it, in one transaction: the other matter of a merge, the catalogue's change of a ruling. */
const writeWith = (services: Services, actor: Actor, body: object, also: (tx: Tx) => Promise<unknown>): Promise<Written> =>
  withActor(services.db, actor, async (tx) => {
    const answer = await tx.query<{ written: Written }>("select matters.act($1::jsonb, $2::jsonb) as written", [
      JSON.stringify(contextOf(actor)),
      JSON.stringify(body),
    ]);
    const written = answer.rows[0]!.written;
    if (written.done) await also(tx);
    return written;
  });

async function write(services: Services, actor: Actor, body: object): Promise<Written> {
  const answer = await services.db.pool(actor.role).query<{ written: Written }>({
    name: "matters.act",
    text: "select matters.act($1::jsonb, $2::jsonb) as written",
    values: [JSON.stringify(contextOf(actor)), JSON.stringify(body)],
  });
  return answer.rows[0]!.written;
}

async function answerOf(
  services: Services,
  actor: Actor,
  found: ForAct,
  written: Written,
  input: ActInput,
): Promise<z.output<typeof ActAnswer>> {
  if (written.repeated && !written.same) throw otherBody();
  if (written.conflict)
    throw new Refusal(
      "matters.changed-meanwhile",
      { version: written.version ?? null, changes: await whatChangedSince(services, actor, found.matter.id, input.baseVersion) },
      { status: 409 },
    );
  const result = written.result!;
  const told = result.reporter ? services.sealer.receiptOf(result.reporter, 1) : null;
  return {
    id: result.id,
    number: result.number,
    version: result.version,
    state: result.state,
    repeated: written.repeated ?? false,
    receipt: told && { code: told.code, link: `/f/${told.link}` },
    may: nextActs(actor, { ...factsOf(found.matter, found.answered_by), state: result.state }) as MatterAct[],
  };
}

/** 我也遇到: one more reporter of the same matter, with a code and answers of their own. */
async function newReporter(
  services: Services,
  actor: Actor,
  row: MatterRow,
  input: Extract<ActInput, { act: "also-met" }>,
  at: Date,
) {
  const seesTheKey: Actor = actor.role === "portal" ? { ...actor, matters: [...(actor.matters ?? []), row.id] } : actor;
  const key = await withActor(services.db, seesTheKey, (tx) => keyOfMatter(tx, actor.county, row.id), { readOnly: true });
  const made = makeReporter(services.sealer, {
    county: actor.county,
    matterId: row.id,
    door: input.door,
    role: "also met",
    identity: { name: input.reporter.name, phone: input.reporter.phone, address: input.reporter.address },
    wantsSecrecy: input.reporter.wantsSecrecy,
    quiet: input.reporter.quiet,
    enteredFor: input.reporter.enteredFor,
    enteredByPost: actor.role === "app" ? actor.post : undefined,
    at,
    existingKey: key,
  });
  const r = made.row;
  return {
    made,
    json: {
      id: r.id,
      handle: r.handle,
      role: r.role,
      door: r.door,
      entered_by_post: r.enteredByPost,
      relation: r.relation,
      consent: r.consent,
      code_lookup: r.codeLookup && hexOf(r.codeLookup),
      link_lookup: r.linkLookup && hexOf(r.linkLookup),
      sealed: r.sealed && hexOf(r.sealed),
      key_version: r.keyVersion,
      quiet: r.quiet,
      wants_secrecy: r.wantsSecrecy,
      created_at: r.createdAt.toISOString(),
      code_generation: 1,
    },
  };
}
