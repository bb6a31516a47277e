import type { z } from "zod";
import type { Actor } from "../../../../foundation/db/actor.ts";
import { newId } from "../../../../foundation/ids.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { dayOf, yearOf } from "../../../../foundation/time/index.ts";
import { makeLine } from "../../../ledger/index.ts";
import { makeReporter } from "../../../residents/index.ts";
import type { Unit } from "../../../teams/contract.ts";
import type { ReceiveMatter } from "../../contract.ts";
import type { MatterAct, MatterState } from "../../rules/lifecycle.ts";
import { numberingUnit } from "../../rules/numbering-unit.rule.ts";
import { repeatToken, searchTokens } from "../../rules/search-tokens.rule.ts";
import { titleOfAMatter } from "../../rules/title-of-a-matter.rule.ts";
import type { Services } from "../../services.ts";
import type { Books } from "../../store/books.ts";
import { keepable, requestHash } from "../../store/command.ts";
import { draftJson } from "../../store/line-json.ts";
import { urgencyOf } from "../../views/triage/tools.ts";
import { dueOfAMatter } from "../due-of-a-matter.ts";
import { publicFacts } from "../public-facts.ts";
import { clocksOfAReceipt } from "./clocks-of-a-receipt.ts";
import { placeAMatter } from "./place-a-matter.ts";
import type { Accusation } from "./settle-accusation.ts";

export type ReceiveInput = z.output<typeof ReceiveMatter>;

/** Beside what the door sent: an import's series, its own time of receipt, its batch. */
export interface ReceiveOptions {
  readonly series?: string;
  readonly receivedAt?: Date;
  readonly importId?: string;
  readonly account?: string;
  /** Imported rows are found by a later job; live ones at once. */
  readonly searchLater?: boolean;
  readonly withoutCode?: boolean;
  /** SHA-256 (hex) of the attachments, in the order of `files`. */
  readonly attachments?: readonly string[];
  /** The receiving unit where it is not the actor's own. */
  readonly unit?: Unit | undefined;
  /** Whom it complains of, settled; what the input says where absent. */
  readonly accusation?: Accusation | undefined;
}

export interface ComposedReceive {
  /** One element of matters.receive's array. */
  readonly row: Record<string, unknown>;
  readonly unit: Unit;
  readonly title: string;
  readonly reporterId: string | null;
  readonly dueAt: Date;
  readonly receivedAt: Date;
}

/**
 * Makes everything that receiving writes: row, first journal line (and a second where the clerk confirmed or answered at once),
 * sealed reporter, clock, search tokens. Pure but for random salts and ids; nothing is written here.
 * Throws `matters.no-receiving-unit`, `matters.no-such-place`, `matters.kind-needed`.
 */
export function composeReceive(
  services: Services,
  books: Books,
  actor: Actor,
  input: ReceiveInput,
  options: ReceiveOptions = {},
): ComposedReceive {
  const now = services.clock.now();
  const about = options.accusation ?? input.complainedAbout;
  const receivedAt = options.receivedAt ?? now;
  const unit = options.unit ?? (actor.unit ? books.units.get(actor.unit) : undefined) ?? books.centre;
  const numbering = unit && numberingUnit(books.units, unit);
  if (!unit || !numbering) throw new Refusal("matters.no-receiving-unit", {}, { status: 503 });

  const text = keepable(input.text);
  const title = titleOfAMatter(input.title && keepable(input.title), text);
  const kind = input.kind ?? null;
  // danger to life is marked before anyone has confirmed it: the one proposal that does not wait
  const heard = input.urgency || options.importId ? undefined : urgencyOf(books, `${title}\n${text}`);
  const urgency = input.urgency ?? (heard?.value === "danger" ? "danger" : null);
  const placed = placeAMatter(books, input.place, `${title}\n${text}`, {
    townshipId: unit.level === "township" ? (unit.placeId ?? undefined) : undefined,
  });
  const due = dueOfAMatter(books, receivedAt, kind, urgency, input.external);
  const second: { act: MatterAct; state: MatterState } | undefined = input.answeredOnSpot
    ? { act: "answer-on-spot", state: "closed" }
    : input.confirmed
      ? { act: "accept", state: "accepted" }
      : undefined;
  if (second && (!kind || !input.categoryCode)) throw new Refusal("matters.kind-needed");

  const closedAt = second?.state === "closed" ? receivedAt.toISOString() : null;
  const clocks = clocksOfAReceipt(books, { due, kind, urgency, unit: unit.id, receivedAt, settledAtOnce: second?.act, closedAt });
  const matter = {
    id: input.id,
    version: second ? 2 : 1,
    state: second?.state ?? "received",
    open: second?.state !== "closed",
    kind,
    category_code: input.categoryCode ?? null,
    urgency,
    title,
    body: text,
    door: input.door,
    lane: null,
    lane_id: null,
    received_at: receivedAt.toISOString(),
    received_by: unit.id,
    occurred_at: input.occurredAt ?? null,
    ...placed,
    lead_unit: second?.state === "closed" ? unit.id : null,
    support_units: [],
    involved_units: second?.state === "closed" ? [unit.id] : [],
    due_at: due.dueAt.toISOString(),
    due_provisional: due.provisional,
    term: due.term,
    term_version: due.termVersion,
    clock_id: clocks.overall,
    complained_unit: about?.unitId ?? null,
    complained_post: about?.postId ?? null,
    complained_words: about?.words ? keepable(about.words) : null,
    secrecy: input.reporter.wantsSecrecy,
    external: input.external ?? null,
    outcome: second?.state === "closed" ? "explained" : null,
    closed_at: closedAt,
    closed_in_time: closedAt ? true : null,
    verify_needed: true,
    waiting_for_resident: false,
    similar_count: 0,
    import_id: options.importId ?? null,
    updated_at: now.toISOString(),
  };

  const told = {
    name: input.reporter.name,
    phone: input.reporter.phone,
    address: input.reporter.address,
    account: options.account,
  };
  const reporter = makeReporter(services.sealer, {
    county: actor.county,
    matterId: input.id,
    door: input.door,
    identity: told,
    wantsSecrecy: input.reporter.wantsSecrecy,
    quiet: input.reporter.quiet,
    enteredFor: input.reporter.enteredFor,
    enteredByPost: input.reporter.enteredFor ? actor.post : undefined,
    at: receivedAt,
    withoutCode: options.withoutCode,
  });
  const needsReporter = !options.withoutCode || reporter.row.sealed !== null;
  const role = options.importId ? "import" : actor.role === "portal" ? "portal" : actor.role === "jobs" ? "jobs" : "app";
  const persons = {
    actor: {
      role,
      ...(actor.person && { person: actor.person }),
      ...(actor.post && { post: actor.post }),
      ...(actor.role === "portal" && { reporter: reporter.row.id }),
    },
    persons: needsReporter ? [reporter.row.id] : [],
  } as const;
  const shared = {
    county: actor.county,
    procedure: { kind: "matter", id: input.id },
    matter: input.id,
    deviceAt: input.deviceAt ? new Date(input.deviceAt) : undefined,
    command: input.commandId,
    persons,
  };
  const line = makeLine({
    ...shared,
    id: newId(),
    version: 1,
    act: "receive",
    at: receivedAt,
    facts: publicFacts(
      {
        ...matter,
        version: 1,
        state: "received",
        open: true,
        lead_unit: null,
        involved_units: [],
        outcome: null,
        closed_at: null,
        closed_in_time: null,
      },
      books.versions,
      clocks.started,
    ),
    text: {
      attachments: options.attachments ?? [],
      content: {
        title,
        text,
        ...(input.occurredAt && { occurredAt: new Date(input.occurredAt).toISOString() }),
        ...(placed.lng !== null && { point: { lng: placed.lng, lat: placed.lat, accuracy: placed.accuracy } }),
        ...(placed.place_words && { place: placed.place_words }),
        ...(about && { complainedAbout: about as never }),
        ...(input.external && { external: input.external }),
        ...(heard && urgency === "danger" && { heardDanger: heard.evidence.map((span) => span.words) }),
        ...(input.files.length > 0 && { files: input.files }),
      },
    },
  });
  const secondLine =
    second &&
    makeLine({
      ...shared,
      id: newId(),
      version: 2,
      act: second.act,
      at: receivedAt,
      facts: publicFacts(matter, books.versions, clocks.ended),
      text: {
        attachments: [],
        content: input.answeredOnSpot
          ? {
              reply: keepable(input.answeredOnSpot.reply),
              ...(input.answeredOnSpot.knowledgeId && { knowledge: input.answeredOnSpot.knowledgeId }),
            }
          : { confirmed: { kind, category: input.categoryCode ?? null, urgency, place: placed.place_id } },
      },
    });

  const r = reporter.row;
  const row: Record<string, unknown> = {
    command_id: input.commandId,
    request_hash: requestHash(services.sealer, input),
    unit: numbering.id,
    prefix: numbering.numberPrefix,
    series: options.series ?? "",
    year: yearOf(dayOf(receivedAt)),
    matter,
    line: draftJson(line),
    ...(secondLine && { second: draftJson(secondLine) }),
    clocks: clocks.rows,
  };
  if (needsReporter)
    row.reporter = {
      id: r.id,
      handle: r.handle,
      role: r.role,
      door: r.door,
      entered_by_post: r.enteredByPost,
      relation: r.relation,
      consent: r.consent,
      code_lookup: r.codeLookup && `\\x${r.codeLookup.toString("hex")}`,
      link_lookup: r.linkLookup && `\\x${r.linkLookup.toString("hex")}`,
      sealed: r.sealed && `\\x${r.sealed.toString("hex")}`,
      key_version: r.keyVersion,
      quiet: r.quiet,
      wants_secrecy: r.wantsSecrecy,
      created_at: r.createdAt.toISOString(),
      code_generation: 1,
    };
  if (reporter.newKey) {
    row.wrapped = reporter.newKey.toString("hex");
    row.key_version = r.keyVersion;
  }
  if (!options.searchLater) row.tokens = [...searchTokens(`${title}\n${text}`), repeatToken(`${title}\n${text}`)];
  if (input.files.length > 0) {
    row.files = input.files;
    row.posts = (actor.allPosts ?? [actor.post ?? ""]).join(",");
  }
  return { row, unit, title, reporterId: needsReporter ? r.id : null, dueAt: due.dueAt, receivedAt };
}
