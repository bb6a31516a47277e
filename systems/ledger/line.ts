import { hash, randomFillSync } from "node:crypto";
import { type Act, filledGroup, personText, publicText, textText } from "./rules/groups.ts";
import { groupHash, leafOf, PREFIX, type Sha256 } from "./rules/hashes.ts";

/** SHA-256 of this machine. */
export const sha256: Sha256 = (bytes) => hash("sha256", bytes, "buffer");

/** A line up to what only the writing statement knows: number and previous leaf may still be empty in `publicGroup`. */
export interface LineDraft {
  readonly county: number;
  readonly id: string;
  readonly procedureKind: string;
  readonly procedureId: string;
  readonly matterId: string | null;
  readonly version: number;
  readonly act: string;
  readonly at: Date;
  readonly deviceAt: Date | null;
  readonly commandId: string;
  readonly publicGroup: string;
  readonly textGroup: string;
  /** For residents.line_persons, never for ledger.lines. */
  readonly personGroup: string;
  readonly saltPublic: Buffer;
  readonly saltText: Buffer;
  readonly saltPerson: Buffer;
  readonly hashText: Buffer;
  readonly hashPerson: Buffer;
}

/** A line ready to be written. */
export interface Line extends LineDraft {
  readonly hashPublic: Buffer;
  readonly previous: Buffer | null;
  readonly leaf: Buffer;
}

export interface Salts {
  readonly public: Buffer;
  readonly text: Buffer;
  readonly person: Buffer;
}

const pool = Buffer.alloc(96 * 256);
let used = pool.length;

/** 96 fresh random bytes in three; drawn from the system in pages, each byte handed out once and wiped in the page. */
function freshSalts(): Salts {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const drawn = Buffer.from(pool.subarray(used, used + 96));
  pool.fill(0, used, used + 96);
  used += 96;
  return { public: drawn.subarray(0, 32), text: drawn.subarray(32, 64), person: drawn.subarray(64, 96) };
}

const bytes = (array: Uint8Array): Buffer => Buffer.from(array.buffer, array.byteOffset, array.byteLength);

/**
 * Makes the line of an act: three canonical groups, their salts, and the two hashes that are already certain. A hot statement writes
 * it with ledger.fill_group, ledger.group_hash and ledger.leaf; a cold one calls `sealLine` and `appendLine`.
 * Throws a ZodError where a person's words would enter the public group. `salts` are given only by golden vectors.
 */
export function makeLine(act: Act, salts: Salts = freshSalts()): LineDraft {
  const textGroup = textText(act.text);
  const personGroup = personText(act.persons);
  return {
    county: act.county,
    id: act.id,
    procedureKind: act.procedure.kind,
    procedureId: act.procedure.id,
    matterId: act.matter ?? null,
    version: act.version,
    act: act.act,
    at: act.at,
    deviceAt: act.deviceAt ?? null,
    commandId: act.command,
    publicGroup: publicText(act),
    textGroup,
    personGroup,
    saltPublic: salts.public,
    saltText: salts.text,
    saltPerson: salts.person,
    hashText: bytes(groupHash(sha256, PREFIX.text, salts.text, textGroup)),
    hashPerson: bytes(groupHash(sha256, PREFIX.person, salts.person, personGroup)),
  };
}

/** Completes a draft: fills number and previous leaf (36 bytes; none for version 1), hashes the public group, makes the leaf. */
export function sealLine(draft: LineDraft, known: { readonly number?: string; readonly previous?: Buffer } = {}): Line {
  if ((draft.version === 1) !== (known.previous === undefined)) throw new RangeError("every line but the first follows another");
  const publicGroup = filledGroup(draft.publicGroup, { number: known.number, previous: known.previous?.toString("hex") });
  const hashPublic = groupHash(sha256, PREFIX.public, draft.saltPublic, publicGroup);
  return {
    ...draft,
    publicGroup,
    hashPublic: bytes(hashPublic),
    previous: known.previous ?? null,
    leaf: bytes(leafOf(sha256, hashPublic, draft.hashText, draft.hashPerson)),
  };
}
