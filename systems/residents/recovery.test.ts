import { describe, expect, test } from "vitest";
import { newKeyFile, readKeyFile, withNextIdentityKey } from "./keys.ts";
import { openKeyFile, type RecoveryPaper, readPapers, sealKeyFile, splitRecovery } from "./recovery.ts";
import { printShare } from "./recovery-paper.ts";

const OFFICES = ["县委政法委", "县信访局", "县综治中心", "县大数据局", "县档案馆"];
const file = newKeyFile();
const { split, papers } = await splitRecovery(OFFICES, 3, new Date("2026-11-24T00:00:00Z"));
const envelope = sealKeyFile(file, split);
const typed = (...chosen: RecoveryPaper[]) => chosen.flatMap((paper) => ["", ...paper.lines]).join("\n");
const choose = (...numbers: number[]) => numbers.map((number) => papers[number - 1]!);

describe("papers of the offices", () => {
  test("any three of five open the key file, whichever they are", async () => {
    for (const numbers of [
      [1, 2, 3],
      [3, 4, 5],
      [5, 1, 3],
      [1, 2, 3, 4, 5],
    ])
      expect(await openKeyFile(envelope, readPapers(typed(...choose(...numbers))))).toBe(file);
  });
  test("two do not, nor one twice, nor three with one of another splitting", async () => {
    const few = expect.objectContaining({ code: "residents.too-few-papers" });
    for (const numbers of [[1, 2], [4], [2, 2, 2]])
      await expect(openKeyFile(envelope, readPapers(typed(...choose(...numbers))))).rejects.toEqual(few);
    const other = await splitRecovery(OFFICES, 3, new Date());
    expect(() => readPapers(typed(...choose(1, 2), other.papers[2]!))).toThrow(
      expect.objectContaining({ code: "residents.papers-of-two-sets" }),
    );
    await expect(openKeyFile(envelope, readPapers(typed(...other.papers)))).rejects.toEqual(few);
  });
  test("hold through a rotation: the next key file is sealed to the same offices", async () => {
    const next = withNextIdentityKey(file);
    expect(await openKeyFile(sealKeyFile(next, split), readPapers(typed(...choose(2, 4, 5))))).toBe(next);
    expect(readKeyFile(next).version).toBe(2);
  });
  test("show nothing of the key file, and the envelope neither", () => {
    const { identity, lookup } = JSON.parse(file);
    const shown = papers.flatMap((paper) => paper.lines).join("") + envelope.toString("latin1") + envelope.toString("base64");
    for (const secret of [identity, lookup]) expect(shown).not.toContain(secret.slice(0, 12));
  });
  test("a changed envelope does not open, whichever byte", async () => {
    const shares = readPapers(typed(...choose(1, 2, 3)));
    for (let at = 0; at < envelope.length; at += 7) {
      const changed = Buffer.from(envelope);
      changed[at]! ^= 1;
      // the highest bit of the passing key is not part of it (RFC 7748 §5), but it is bound as well
      await expect(openKeyFile(changed, shares), `byte ${at}`).rejects.toThrow();
    }
  });
});

describe("typing from paper", () => {
  // fixed ones: two digits of check let one wrong digit in 256 pass, and then the whole does not open
  const fixedPaper = (number: number) => ({
    lines: printShare({ set: "A1B2", number, bytes: new Uint8Array(33).map((_, at) => (at * 7 + number * 31) & 255) }),
  });
  const paper = fixedPaper(1);
  test("spaces, small and full-width letters, any order of lines, O for 0", () => {
    const [head, ...lines] = paper.lines;
    const loose = [head!.toLowerCase(), ...lines.toReversed().map((line) => line.replaceAll("0", "O").replace(/^O/, "0"))];
    const wide = paper.lines.map((line) => line.replace(/[0-9A-F]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0)));
    const dashes = paper.lines.map((line) => line.replaceAll("  ", " - "));
    // a line's own number is never typed with letters
    const fixed = loose.map((line) => line.replace(/^(\d)O/, "$10"));
    const [right] = readPapers(paper.lines.join("\n"));
    for (const lines of [fixed, wide, dashes]) expect(readPapers(lines.join("\n"))).toEqual([right]);
  });
  test("one wrong digit is named by its line, wherever it stands; so is a line of another office's paper", () => {
    for (let block = 1; block <= 11; block++) {
      const line = paper.lines[block]!;
      const wrong = line.slice(0, 4) + (line[4] === "A" ? "B" : "A") + line.slice(5);
      const text = paper.lines.with(block, wrong).join("\n");
      expect(() => readPapers(text), line).toThrow(expect.objectContaining({ code: "residents.paper-mistyped" }));
    }
    const mixed = paper.lines.with(4, fixedPaper(2).lines[4]!);
    expect(() => readPapers(mixed.join("\n"))).toThrow(expect.objectContaining({ code: "residents.paper-mistyped" }));
    expect(() => readPapers(paper.lines.toSpliced(6, 1).join("\n"))).toThrow(
      expect.objectContaining({ code: "residents.paper-missing", facts: expect.objectContaining({ block: 6 }) }),
    );
    expect(() => readPapers("钥匙")).toThrow(expect.objectContaining({ code: "residents.paper-no-head" }));
  });
});

test.each([
  [1, 3],
  [4, 3],
  [3, 2],
])("need %i of %i offices cannot be", async (need, count) => {
  const offices = OFFICES.slice(0, count);
  await expect(splitRecovery(need === 3 ? ["同", "同", "同"] : offices, need, new Date())).rejects.toMatchObject({
    code: "residents.split-counts",
  });
});
