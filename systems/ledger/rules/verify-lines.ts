import type { Fault, PublicGroup } from "../contract.ts";
import { groupHash, leafOf, PREFIX, type Sha256, sameBytes } from "./hashes.ts";

/** A line as it stands in ledger.lines. `at` and `deviceAt` are UTC texts with microseconds, so that no digit escapes the comparison. */
export interface StoredLine {
  readonly county: number;
  readonly id: string;
  readonly procedureKind: string;
  readonly procedureId: string;
  readonly matterId: string | null;
  readonly version: number;
  readonly act: string;
  readonly at: string;
  readonly deviceAt: string | null;
  readonly commandId: string;
  readonly publicGroup: string;
  readonly textGroup: string;
  readonly saltPublic: Uint8Array;
  readonly saltText: Uint8Array;
  readonly hashPublic: Uint8Array;
  readonly hashText: Uint8Array;
  readonly hashPerson: Uint8Array;
  readonly previous: Uint8Array | null;
  readonly leaf: Uint8Array;
}

/** The third group of a line: still there, or erased by a recorded act. */
export type PersonsOfLine = { readonly salt: Uint8Array; readonly body: string } | "erased";

/** How far a procedure's chain has been followed. `broken` names the first line that does not hold. */
export interface Chain {
  readonly procedureKind: string;
  readonly procedureId: string;
  readonly lines: number;
  readonly erased: number;
  readonly leaf?: Uint8Array;
  readonly broken?: { readonly version: number; readonly line: string; readonly fault: Fault };
}

const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
function hex(bytes?: Uint8Array | null): string {
  let text = "";
  for (const byte of bytes ?? []) text += PAIRS[byte];
  return text;
}
const instant = (iso: string | undefined): string | null => iso?.replace("Z", "000Z") ?? null;

/** The public group of a line, or undefined where the text is none. Its shape was checked when it was made; here its hash speaks. */
export function publicGroupOf(line: Pick<StoredLine, "publicGroup">): PublicGroup | undefined {
  try {
    const group: unknown = JSON.parse(line.publicGroup);
    return typeof group === "object" && group !== null ? (group as PublicGroup) : undefined;
  } catch {
    return undefined;
  }
}

function columnsAgree(line: StoredLine, group: PublicGroup): boolean {
  return (
    group.county === line.county &&
    group.line === line.id &&
    group.procedure === line.procedureKind &&
    group.procedure_id === line.procedureId &&
    (group.matter ?? null) === line.matterId &&
    group.version === line.version &&
    group.act === line.act &&
    group.command === line.commandId &&
    instant(group.at) === line.at &&
    instant(group.device_at) === line.deviceAt
  );
}

/** The first fault of this line after the chain so far, if any. `persons` undefined: the third group was not asked for. */
function faultOf(
  sha256: Sha256,
  chain: Chain,
  line: StoredLine,
  persons: PersonsOfLine | "missing" | undefined,
): Fault | undefined {
  if (line.version !== chain.lines + 1) return "version";
  if (!sameBytes(groupHash(sha256, PREFIX.public, line.saltPublic, line.publicGroup), line.hashPublic)) return "hash_public";
  if (!sameBytes(groupHash(sha256, PREFIX.text, line.saltText, line.textGroup), line.hashText)) return "hash_text";
  if (persons === "missing") return "persons_missing";
  if (typeof persons === "object" && !sameBytes(groupHash(sha256, PREFIX.person, persons.salt, persons.body), line.hashPerson))
    return "hash_person";
  if (!sameBytes(leafOf(sha256, line.hashPublic, line.hashText, line.hashPerson), line.leaf)) return "leaf";
  const group = publicGroupOf(line);
  if (!group || !columnsAgree(line, group)) return "columns";
  const before = hex(chain.leaf);
  return group.prev_leaf === before && hex(line.previous) === before ? undefined : "previous";
}

/** Follows a chain by one more line, which must be the next of the same procedure. After the first fault only the count goes on. */
export function followLine(
  sha256: Sha256,
  chain: Chain | undefined,
  line: StoredLine,
  persons?: PersonsOfLine | "missing",
): Chain {
  const so = chain ?? { procedureKind: line.procedureKind, procedureId: line.procedureId, lines: 0, erased: 0 };
  const fault = so.broken ? undefined : faultOf(sha256, so, line, persons);
  return {
    ...so,
    lines: so.lines + 1,
    erased: so.erased + (persons === "erased" ? 1 : 0),
    leaf: line.leaf,
    ...(fault && { broken: { version: line.version, line: line.id, fault } }),
  };
}

/**
 * Checks lines in any order: every hash, every chain from version 1 without a gap. With `persons` (by line id) the third group is
 * checked too. One result for each procedure, in the order of their first line. What no chain can tell by itself: that its newest
 * lines were cut off, or that all of it was written anew; the first shows against the state row, the second against a checkpoint.
 */
export function verifyLines(sha256: Sha256, lines: readonly StoredLine[], persons?: ReadonlyMap<string, PersonsOfLine>): Chain[] {
  const chains = new Map<string, Chain>();
  for (const line of lines.toSorted((a, b) => a.version - b.version)) {
    const key = `${line.procedureKind}/${line.procedureId}`;
    chains.set(key, followLine(sha256, chains.get(key), line, persons && (persons.get(line.id) ?? "missing")));
  }
  return [...chains.values()];
}
