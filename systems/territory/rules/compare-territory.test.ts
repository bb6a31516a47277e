import { describe, expect, it } from "vitest";
import type { TerritoryRow } from "../contract.ts";
import { compareTerritory, type StandingPlace } from "./compare-territory.ts";
import { shortNameOf, stemsOf, townshipBase } from "./names.ts";

const rows: TerritoryRow[] = [
  { kind: "county", code: "410499", name: "试县" },
  { kind: "township", code: "410499101", name: "方镇", parentCode: "410499" },
  { kind: "village", code: "410499101201", name: "甲村民委员会", parentCode: "410499101" },
];
const standing: StandingPlace[] = rows.map((row, index) => ({
  id: `id-${index}`,
  kind: row.kind,
  code: row.code,
  name: row.name,
  parentCode: row.parentCode ?? null,
}));

describe("comparing a territory with the register", () => {
  it("finds nothing where nothing changed", () => {
    const same = compareTerritory(standing, rows);
    expect(same).toMatchObject({ changes: [], faults: [], ends: [] });
    expect(same.keeps.get("410499101201")).toBe("id-2");
  });
  it("ends what is no longer named, and never guesses that a new code is an old place", () => {
    const recoded = rows.map((row) => (row.kind === "village" ? { ...row, code: "410499101299" } : row));
    expect(compareTerritory(standing, recoded)).toMatchObject({
      ends: ["id-2"],
      changes: [{ what: "added" }, { what: "ended" }],
    });
  });
  it("keeps the place where the file says what its code was, its children unmoved", () => {
    const recoded = rows.map((row) =>
      row.kind === "township"
        ? { ...row, code: "410499188", wasCode: "410499101" }
        : row.kind === "village"
          ? { ...row, parentCode: "410499188" }
          : row,
    );
    expect(compareTerritory(standing, recoded).changes).toEqual([
      { what: "recoded", code: "410499188", name: "方镇", from: "410499101" },
    ]);
  });
  it.each<[string, TerritoryRow[]]>([
    [
      "was-code-unknown",
      [...rows, { kind: "village", code: "410499101300", name: "乙村", parentCode: "410499101", wasCode: "410499101999" }],
    ],
    ["kind-changed", rows.map((row) => (row.kind === "village" ? { ...row, kind: "grid" as const } : row))],
    ["parent-wrong-kind", [...rows, { kind: "village", code: "410499101300", name: "乙村", parentCode: "410499" }]],
    ["no-county", rows.slice(1)],
    ["code-twice", [...rows, rows[2]!]],
    ["parent-unknown", [...rows, { kind: "village", code: "410499101300", name: "乙村" }]],
  ])("reports %s", (fault, unfit) => expect(compareTerritory(standing, unfit).faults.map((one) => one.fault)).toContain(fault));
});

describe("names", () => {
  it.each([
    ["北街村民委员会", "北街村"],
    ["纪村村民委员会", "纪村"],
    ["西大街居民委员会", "西大街居委会"],
  ])("%s is said %s", (name, short) => expect(shortNameOf("village", name)).toBe(short));
  it("takes township endings away", () =>
    expect(["冢头镇", "龙山街道", "姚庄回族乡", "广阔天地乡"].map(townshipBase)).toEqual(["冢头", "龙山", "姚庄", "广阔天地"]));
  it("knows what neighbours share", () =>
    expect([stemsOf("焦南"), stemsOf("西冯庄"), stemsOf("李渡口")]).toEqual([["焦"], ["冯庄"], []]));
});
