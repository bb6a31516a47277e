import canonicalize from "canonicalize";
import { wellFormed } from "../../../foundation/well-formed.ts";
import { type Json, PersonGroup, type PublicFacts, PublicGroup, type TextGroup } from "../contract.ts";

/** An act on a procedure, as the acting system knows it before the line is written. */
export interface Act {
  readonly county: number;
  /** Id of the line, UUIDv7. */
  readonly id: string;
  readonly procedure: { readonly kind: string; readonly id: string };
  /** The matter whose timeline shows the line. */
  readonly matter?: string;
  /** 1 for the first line of the procedure, then without gaps. */
  readonly version: number;
  readonly act: string;
  /** Server time; whole milliseconds are kept. */
  readonly at: Date;
  readonly deviceAt?: Date;
  readonly command: string;
  readonly facts: PublicFacts;
  readonly text?: Partial<TextGroup>;
  readonly persons: PersonGroup;
}

/** RFC 8785 text of a value; broken surrogate pairs become U+FFFD, as they do on their way into the database. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(wellFormed(value));
  if (text === undefined) throw new TypeError("nothing to write");
  return text;
}

/**
 * Canonical public group of an act. `previous` is the leaf of the line before in hex; left empty, like `facts.number`, it is filled
 * by the writing statement. Throws a ZodError where anything but codes, ids and dates would be shown.
 */
export function publicText(act: Act, previous = ""): string {
  const { facts, ...chosen } = act.facts;
  const group = {
    ...chosen,
    ...(facts && { facts }),
    number: chosen.number ?? "",
    act: act.act,
    at: act.at.toISOString(),
    command: act.command,
    county: act.county,
    ...(act.deviceAt && { device_at: act.deviceAt.toISOString() }),
    line: act.id,
    ...(act.matter && { matter: act.matter }),
    prev_leaf: previous,
    procedure: act.procedure.kind,
    procedure_id: act.procedure.id,
    version: act.version,
  };
  return canonicalize(PublicGroup.parse(group)) as string;
}

/** Canonical text group; attachments in the order given. */
export function textText(text: Partial<{ attachments: readonly string[]; content: Json }> = {}): string {
  for (const hash of text.attachments ?? [])
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new TypeError("an attachment is named by its SHA-256 in hex");
  return canonicalText({ attachments: text.attachments ?? [], content: text.content ?? null });
}

/** Canonical person group. Throws a ZodError where anything but pseudonyms would be written. */
export function personText(persons: PersonGroup): string {
  return canonicalize(PersonGroup.parse(persons)) as string;
}

/** Fills the two places that only the writing statement knows; the SQL twin is ledger.fill_group. */
export function filledGroup(publicGroup: string, known: { number?: string; previous?: string }): string {
  return publicGroup
    .replace('"number":""', `"number":"${known.number ?? ""}"`)
    .replace('"prev_leaf":""', `"prev_leaf":"${known.previous ?? ""}"`);
}
