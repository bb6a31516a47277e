import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { boundaryFault, boundaryFinding } from "./contract.ts";
import { boundaryWords, territoryRefusals } from "./words.ts";

it("has a sentence in both languages for every refusal that the folder throws", () => {
  const thrown = globSync("systems/territory/**/*.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/new Refusal\("(territory\.[\w-]+)"/g)].map((hit) => hit[1]!),
  );
  expect([...new Set(thrown)].sort()).toEqual(Object.keys(territoryRefusals).sort());
});

it("has a word in both languages for every fault and finding of a boundary import", () => {
  const named = [...boundaryFault.shape.fault.options, ...boundaryFinding.shape.finding.options].sort();
  for (const words of Object.values(boundaryWords)) expect(Object.keys(words).sort()).toEqual(named);
});

it("says how many rows or features are concerned", () => {
  expect(territoryRefusals["territory.rows-unfit"]["zh-CN"]({ count: 3 })).toContain("有 3 行对不上");
  expect(territoryRefusals["territory.boundaries-do-not-meet"].en({ report: { findings: [1, 2] } })).toContain("2 gaps");
});
