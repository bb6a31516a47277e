import type { Actor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import type { PersonGroup } from "../../ledger/contract.ts";
import { makeLine } from "../../ledger/index.ts";
import { keyOfMatter, makeReporter } from "../../residents/index.ts";
import { MATTER_STATES, type MatterState } from "../rules/lifecycle.ts";
import { nothingIsLeftUnfilled } from "../rules/nothing-left-unfilled.rule.ts";
import { repeatToken, searchTokens } from "../rules/search-tokens.rule.ts";
import type { Services } from "../services.ts";
import { hashesOf } from "../store/attachments.ts";
import type { Books } from "../store/books.ts";
import { bytesOf, hexOf, lineJson } from "../store/line-json.ts";
import type { AssignmentRow, ClockRow, ForAct, MatterRow } from "../store/row.ts";
import { clocksOfAnAct } from "./clocks-of-an-act.ts";
import type { ActInput } from "./effects/shape.ts";
import { effectsOf } from "./effects.ts";
import { eventsOfAnAct } from "./events-of-an-act.ts";
import { laneChange } from "./lane-change.ts";
import { noticesOf } from "./notices.ts";
import { publicFacts } from "./public-facts.ts";
import { recordProposal } from "./record-proposal.ts";
import { thePostMayBeGivenTheMatter } from "./the-post-may-be-given.ts";

export interface ActOptions {
  /** The reporter in whose name the act is done: the bearer of the code at the portal. */
  readonly reporterId?: string;
  /** What the machine had proposed: kept with the decision. */
  readonly proposal?: unknown;
}

/** Where an act stands: what is known, where it leads, when. */
export interface Standing {
  readonly books: Books;
  readonly found: ForAct;
  readonly to: MatterState;
  readonly now: Date;
  /** Kept beside the result, so that a repeat is known. */
  readonly requestHash: string;
}

/** What an act writes, as `matters.act` reads it, and what is known of the matter after it. Writes nothing. */
export async function composeAct(
  services: Services,
  actor: Actor,
  { books, found, to, now, requestHash }: Standing,
  input: ActInput,
  options: ActOptions = {},
): Promise<{ body: { result: unknown }; after: ForAct }> {
  const row = found.matter;
  const id = row.id;
  if ("reply" in input) nothingIsLeftUnfilled(input.reply);
  const setting = { books, actor, found, to, now };
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

  const lane = laneChange(services.lanes, { actor, found, act: input.act, effects, now, command: input.commandId, persons });
  const draftRow: MatterRow = {
    ...row,
    ...effects.row,
    ...(lane?.row && { lane: lane.name, lane_id: lane.row.id }),
    version,
    state: to,
    open: MATTER_STATES[to].open,
    updated_at: now.toISOString(),
  };
  if (!draftRow.open && ["withdrawn", "merged", "not-accepted"].includes(to))
    Object.assign(draftRow, { lane: row.lane, lane_id: row.lane_id });
  if (to !== "handling") Object.assign(draftRow, { asked: null });
  const touched = clocksOfAnAct(setting, input.act, effects, draftRow);
  const overall = touched.rows.find((one) => one.id === draftRow.clock_id);
  if (overall) Object.assign(draftRow, { due_at: overall.due_at, due_provisional: overall.provisional });
  const line = makeLine({
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
  });
  const spine = lineJson(line, bytesOf(row.head_leaf));
  const newRow: MatterRow = { ...draftRow, head_leaf: hexOf(spine.leaf) };
  const told = options.reporterId ?? ("reporterId" in input ? input.reporterId : undefined);
  const events = eventsOfAnAct(row, newRow, input.act, told);
  const notices = noticesOf(books, { row: newRow, act: input.act, effects, reporters: found.reporters, now, actor });

  const body = {
    command_id: input.commandId,
    request_hash: requestHash,
    matter_id: id,
    base_version: row.version,
    at: now.toISOString(),
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
  const open = new Map<string, AssignmentRow>(found.assignments.map((one) => [one.id, one]));
  for (const one of effects.assignments) open.set(one.id, one);
  const clocks = new Map<string, ClockRow>(found.clocks.map((one) => [one.id, one]));
  for (const one of touched.rows) clocks.set(one.id, { ...clocks.get(one.id), ...one });
  const after: ForAct = {
    ...found,
    matter: newRow,
    lane: lane?.row ?? found.lane,
    assignments: [...open.values()].filter((one) => one.ended_at === null),
    clocks: [...clocks.values()].filter(counts),
    answered_by: input.act === "answer" ? (actor.person ?? null) : found.answered_by,
  };
  return { body, after };
}

/** As `matters.find_for_act` reads them: those that run or pause, and the ones that may go on. */
const counts = (clock: ClockRow): boolean =>
  ["running", "paused"].includes(clock.state) || ["answer", "handle"].includes(clock.clock);

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
      index_due: true,
    },
  };
}
