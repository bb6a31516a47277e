import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../line.ts";
import { lineOf, stored, storedVectors, vectors } from "../testing.ts";
import { type PersonsOfLine, type StoredLine, verifyLines } from "./verify-lines.ts";

const persons = () =>
  new Map<string, PersonsOfLine>(
    vectors.map((vector) => [vector.act.id, { salt: Buffer.from(vector.salts[2], "hex"), body: vector.expected.groups[2] }]),
  );
const broken = (lines: readonly StoredLine[], known = persons()) =>
  verifyLines(sha256, lines, known).flatMap((chain) => chain.broken ?? []);
const changed = (index: number, change: (line: StoredLine) => Partial<StoredLine>) =>
  storedVectors().map((line, at) => (at === index ? { ...line, ...change(line) } : line));

describe("a whole journal", () => {
  test("holds, in whatever order its lines come", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(storedVectors(), { minLength: vectors.length }), (lines) => {
        expect(broken(lines)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
  test("tells its procedures and their lines", () =>
    expect(verifyLines(sha256, storedVectors()).map((chain) => [chain.procedureKind, chain.lines])).toEqual([
      ["matter", 6],
      ["service", 3],
      ["place", 3],
    ]));
});

const BYTES = ["saltPublic", "saltText", "hashPublic", "hashText", "hashPerson", "previous", "leaf"] as const;

describe("what was changed is found at its line", () => {
  test("one bit in any bytes of any line", () => {
    const lines = storedVectors();
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.constantFrom(...BYTES), fc.nat(), fc.nat(7), (index, column, byte, bit) => {
        const bytes = lines[index]![column];
        if (!bytes) return;
        const flipped = Uint8Array.from(bytes);
        flipped[byte % flipped.length]! ^= 1 << bit;
        expect(broken(changed(index, () => ({ [column]: flipped })))).toMatchObject([{ line: lines[index]!.id }]);
      }),
      { numRuns: 300 },
    );
  });
  test.each([
    ["publicGroup", "hash_public", (line: StoredLine) => line.publicGroup.replace("dispatched", "received")],
    ["textGroup", "hash_text", (line: StoredLine) => `${line.textGroup} `],
    ["county", "columns", () => 410426],
    ["id", "columns", () => "0190a000-0000-7000-8000-0000000000ff"],
    ["matterId", "columns", () => null],
    ["act", "columns", () => "confirm"],
    ["at", "columns", (line: StoredLine) => line.at.replace("000Z", "001Z")],
    ["deviceAt", "columns", () => "2026-01-01T00:00:00.000000Z"],
    ["commandId", "columns", () => "0190a000-0000-7000-8000-0000000000ff"],
  ] as const)("%s", (column, fault, value) => {
    const lines = changed(2, (line) => ({ [column]: value(line) }));
    const known = persons().set(lines[2]!.id, persons().get(storedVectors()[2]!.id) as PersonsOfLine);
    expect(broken(lines, known)).toMatchObject([{ version: 3, fault }]);
  });
  test("a version, edited", () =>
    expect(broken(changed(2, () => ({ version: 9 })))).toMatchObject([{ version: 4, fault: "version" }]));
  test("a line moved to another procedure", () => {
    const faults = broken(
      changed(5, () => ({ procedureKind: "service", procedureId: vectors[6]!.act.procedure.id, version: 4 })),
    );
    expect(faults).toMatchObject([{ version: 4, fault: "columns" }]);
  });
  test("a line taken out of the middle, and the first", () => {
    expect(broken(storedVectors().toSpliced(2, 1))).toMatchObject([{ version: 4, fault: "version" }]);
    expect(broken(storedVectors().toSpliced(0, 1))).toMatchObject([{ version: 2, fault: "version" }]);
  });
  test("a middle line taken out and the rest renumbered", () => {
    const lines = storedVectors()
      .toSpliced(2, 1)
      .map((line) => (line.procedureKind === "matter" && line.version > 3 ? { ...line, version: line.version - 1 } : line));
    expect(broken(lines)).toMatchObject([{ version: 3, fault: "columns" }]);
  });
  test("two lines swapped", () => {
    const [one, two] = [storedVectors()[2]!, storedVectors()[3]!];
    const lines = storedVectors()
      .with(2, { ...one, version: 4 })
      .with(3, { ...two, version: 3 });
    expect(broken(lines)).toMatchObject([{ version: 3, fault: "columns" }]);
  });
  test("a line written anew with right hashes breaks the next one's link", () => {
    const vector = vectors[2]!;
    const forged = stored(lineOf({ ...vector, act: { ...vector.act, act: "refuse" } }));
    expect(broken(storedVectors().with(2, forged))).toMatchObject([{ version: 4, fault: "previous" }]);
  });
  test("a line whose previous is relinked in the column alone", () => {
    const vector = vectors[2]!;
    const forged = stored(lineOf({ ...vector, act: { ...vector.act, act: "refuse" } }));
    const lines = storedVectors().with(2, forged);
    expect(broken(lines.with(3, { ...lines[3]!, previous: forged.leaf }))).toMatchObject([{ version: 4, fault: "previous" }]);
  });
});

describe("what a chain cannot tell by itself", () => {
  test("its newest lines cut off", () => expect(broken(storedVectors().toSpliced(5, 1))).toEqual([]));
  test("all of it written anew with every hash", () => {
    let previous: string | null = null;
    const anew = vectors.slice(0, 6).map((vector) => {
      const line = lineOf({ ...vector, act: { ...vector.act, act: "forged" }, expected: { ...vector.expected, previous } });
      previous = line.leaf.toString("hex");
      return stored(line);
    });
    expect(broken([...anew, ...storedVectors().slice(6)])).toEqual([]);
  });
});

describe("persons", () => {
  test("changed or missing are found, erased are counted", () => {
    const id = vectors[1]!.act.id;
    const known = persons();
    expect(
      broken(storedVectors(), new Map(known).set(id, { salt: Buffer.alloc(32), body: vectors[1]!.expected.groups[2] })),
    ).toMatchObject([{ version: 2, fault: "hash_person" }]);
    known.delete(id);
    expect(broken(storedVectors(), known)).toMatchObject([{ version: 2, fault: "persons_missing" }]);
    const chains = verifyLines(sha256, storedVectors(), known.set(id, "erased"));
    expect(chains[0]).toMatchObject({ erased: 1, lines: 6 });
    expect(chains[0]).not.toHaveProperty("broken");
  });
});
