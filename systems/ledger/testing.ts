import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Json, PersonGroup, PublicFacts } from "./contract.ts";
import { type Line, makeLine, sealLine } from "./line.ts";
import type { Act } from "./rules/groups.ts";
import type { StoredLine } from "./rules/verify-lines.ts";

/** One golden vector: an act with fixed salts, and what hashlib made of it. */
export interface Vector {
  readonly act: Omit<Act, "at" | "deviceAt" | "matter"> & {
    readonly at: string;
    readonly deviceAt: string | null;
    readonly matter: string | null;
    readonly facts: PublicFacts;
    readonly text: { readonly attachments: readonly string[]; readonly content: Json };
    readonly persons: PersonGroup;
  };
  readonly number: string;
  readonly salts: readonly [string, string, string];
  readonly expected: {
    readonly groups: readonly [string, string, string];
    readonly hashes: readonly [string, string, string];
    readonly previous: string | null;
    readonly leaf: string;
  };
}

export const vectors: readonly Vector[] = JSON.parse(
  readFileSync(fileURLToPath(new URL("./vectors/lines.json", import.meta.url)), "utf8"),
);

/** The vector's line, made by the product's own code. */
export function lineOf(vector: Vector): Line {
  const { at, deviceAt, matter, ...act } = vector.act;
  const [salt, text, person] = vector.salts.map((hex) => Buffer.from(hex, "hex")) as [Buffer, Buffer, Buffer];
  const draft = makeLine(
    { ...act, at: new Date(at), deviceAt: deviceAt ? new Date(deviceAt) : undefined, matter: matter ?? undefined },
    { public: salt, text, person },
  );
  return sealLine(draft, {
    number: vector.number,
    previous: vector.expected.previous ? Buffer.from(vector.expected.previous, "hex") : undefined,
  });
}

/** A line as the table would give it back. */
export function stored(line: Line): StoredLine {
  const micros = (at: Date) => at.toISOString().replace("Z", "000Z");
  return { ...line, at: micros(line.at), deviceAt: line.deviceAt && micros(line.deviceAt) };
}

/** All vectors as stored lines: three procedures of six, three and three lines. */
export const storedVectors = (): StoredLine[] => vectors.map((vector) => stored(lineOf(vector)));
