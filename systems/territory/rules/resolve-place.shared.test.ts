import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { jiaxianTerritory } from "../../../counties/jiaxian/territory/territory.ts";
import { root } from "../../../foundation/root.ts";
import { gazetteerOf } from "../../../tests/builders/gazetteer.ts";
import { resolvePlace } from "./resolve-place.ts";

const shared = join(root, "../shared/data");
const rows = (file: string): Record<string, string>[] => parse(readFileSync(join(shared, file)), { columns: true, bom: true });

describe("real messages of another city", () => {
  it("name hardly any place of this county: ≤ 1 in 500, and ≤ 1 in 1,000 surely", () => {
    const gazetteer = gazetteerOf(jiaxianTerritory({ demonstration: false }));
    const messages = rows("messages/messages.csv");
    const answers = messages.map((message) => resolvePlace(gazetteer, `${message.title}。${message.text}`));
    const named = answers.filter((answer) => answer.kind === "one" || answer.kind === "several");
    const sure = named.filter((answer) => answer.kind === "one" && answer.certainty === "certain");
    expect(messages.length).toBeGreaterThan(4_000);
    expect(named.length / messages.length).toBeLessThanOrEqual(1 / 500);
    expect(sure.length / messages.length).toBeLessThanOrEqual(1 / 1_000);
  });
});

describe("the published lists of the county", () => {
  it("hold the same townships and villages under the same codes", () => {
    const seeded = jiaxianTerritory({ demonstration: false }).rows;
    const listed = [...rows("territory/jiaxian_410425_townships.csv"), ...rows("territory/jiaxian_410425_villages.csv")];
    const sorted = (list: string[]) => list.toSorted();
    expect(sorted(seeded.filter((row) => row.kind !== "county").map((row) => `${row.code} ${row.name}`))).toEqual(
      sorted(listed.map((row) => `${row.code} ${row.name}`)),
    );
  });
});
