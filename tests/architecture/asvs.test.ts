import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ASVS, type AsvsRow } from "../../docs/asvs.table.ts";
import { asvsPage } from "../../scripts/asvs-doc.ts";
import { allTestNames } from "../../scripts/check/test-names.ts";

const root = join(import.meta.dirname, "..", "..");
const names = allTestNames(root);
/** What a row promises and does not keep. */
const faultsOf = ({ id, status, why, tests = [] }: AsvsRow): string[] => [
  ...tests
    .filter(([file, name]) => !names.get(file)?.includes(name))
    .map(([file, name]) => `${id}: no test “${name}” in ${file}`),
  ...(status === "met" && tests.length === 0 ? [`${id} is met without a test`] : []),
  ...(status !== "met" && !why ? [`${id} does not say why`] : []),
];

describe("docs/asvs.md", () => {
  it("holds the 253 requirements of levels 1 and 2, each once, in their order", () => {
    expect(ASVS.length).toBe(253);
    expect(ASVS.filter((row) => row.level === 1).length).toBe(70);
    expect(new Set(ASVS.map((row) => row.id)).size).toBe(253);
    const number = (id: string) => id.split(".").reduce((sum, part) => sum * 100 + Number(part), 0);
    const order = ASVS.map((row) => number(row.id));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });
  it("names tests that exist, and reasons where there is none", () => expect(ASVS.flatMap(faultsOf)).toEqual([]));
  it("would tell of a test that does not exist, and of a row without proof", () => {
    const row = { id: "1.1.1", level: 1, words: "x" } as const;
    expect(faultsOf({ ...row, status: "met", tests: [["tests/architecture/asvs.test.ts", "is not there"]] })).toHaveLength(1);
    expect(faultsOf({ ...row, status: "met" })).toHaveLength(1);
    expect(faultsOf({ ...row, status: "partly" })).toHaveLength(1);
  });
  it("is what the table says: run `node scripts/asvs-doc.ts`", () =>
    expect(readFileSync(join(root, "docs/asvs.md"), "utf8")).toBe(asvsPage()));
});
