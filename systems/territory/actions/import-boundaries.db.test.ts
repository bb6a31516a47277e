import { beforeAll, describe, expect, it } from "vitest";
import { jobActor, residentActor } from "../../../foundation/db/actor.ts";
import { read } from "../../../foundation/db/pool.ts";
import { testDatabase } from "../../../tests/database.ts";
import type { BoundaryImport, TerritoryFile } from "../contract.ts";
import { wgsToGcj } from "../rules/coordinates.ts";
import { placeAt } from "../views/place-at.ts";
import { importBoundaries } from "./import-boundaries.ts";
import { importTerritory } from "./import-territory.ts";

const { db } = testDatabase();
const county = 410499;
const jobs = jobActor(county);

/** A made county: one township, four villages that are the quarters of a square. */
const file: TerritoryFile = {
  county,
  source: "虚构",
  reason: "试验",
  validFrom: "2026-01-01",
  extent: [113, 33, 114, 34],
  rows: [
    { kind: "county", code: "410499", name: "试县" },
    { kind: "township", code: "410499101", name: "方镇", parentCode: "410499" },
    ...["西南", "东南", "西北", "东北"].map((name, index) => ({
      kind: "village" as const,
      code: `41049910120${index}`,
      name: `${name}角村民委员会`,
      parentCode: "410499101",
    })),
  ],
};

type Corner = [number, number];
const box = (west: number, south: number, east: number, north: number): Corner[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const feature = (properties: object, ring: Corner[]) => ({
  type: "Feature",
  properties,
  geometry: { type: "Polygon", coordinates: [ring] },
});
const village = (index: number, ring: Corner[]) => feature({ code: `41049910120${index}` }, ring);
const quarters = [
  village(0, box(113.1, 33.1, 113.2, 33.2)),
  village(1, box(113.2, 33.1, 113.3, 33.2)),
  village(2, box(113.1, 33.2, 113.2, 33.3)),
  feature({ 名称: "东北角村" }, box(113.2, 33.2, 113.3, 33.3)),
];
const asImport = (features: unknown[], coordinateSystem: "WGS-84" | "GCJ-02" = "WGS-84"): BoundaryImport => ({
  geojson: { type: "FeatureCollection", features },
  coordinateSystem,
  source: "试县测绘（虚构）",
  reason: "首次导入",
  validFrom: "2026-02-01",
});
const versions = () => read<{ n: number }>(db, jobs, "select count(*)::int n from territory.versions");

beforeAll(() => importTerritory(db, jobs, file));

describe("before any boundary is imported", () => {
  it("a point is not guessed into a village", async () => {
    const answer = await placeAt(db, jobs, 113.15, 33.15, "WGS-84");
    expect(answer).toEqual({
      kind: "unknown",
      reason: "no-boundaries",
      sentence: "本县还没有导入界线，单凭这个点不能确定乡镇和村，请选择地点。",
    });
  });
  it("a point beyond the county is outside", async () => {
    expect(await placeAt(db, jobs, 116.39, 39.9, "GCJ-02")).toMatchObject({ kind: "outside" });
    await expect(placeAt(db, jobs, 999, 33, "WGS-84")).rejects.toMatchObject({ code: "territory.not-a-point", status: 400 });
  });
});

describe("what an import finds", () => {
  it("nothing amiss where four squares meet, and writes nothing unconfirmed", async () => {
    const report = await importBoundaries(db, jobs, asImport(quarters));
    expect(report).toEqual({ version: 1, confirmed: false, places: 4, faults: [], findings: [] });
    expect(await versions()).toEqual([{ n: 1 }]);
  });

  it("an overlap, with both places and its area", async () => {
    const report = await importBoundaries(
      db,
      jobs,
      asImport([village(0, box(113.1, 33.1, 113.201, 33.2)), ...quarters.slice(1)]),
    );
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]).toMatchObject({ finding: "overlap", places: ["方镇西南角村", "方镇东南角村"] });
    // 0.001° by 0.1° at 33.15° north
    expect(report.findings[0]!.squareMetres / (93.1 * 11_119.5)).toBeCloseTo(1, 2);
  });

  it("a gap inside the parent, with the neighbours around it and its area", async () => {
    const parent = feature({ code: "410499101" }, box(113.1, 33.1, 113.3, 33.3));
    const report = await importBoundaries(
      db,
      jobs,
      asImport([parent, village(0, box(113.1, 33.1, 113.199, 33.2)), ...quarters.slice(1)]),
    );
    const gap = report.findings.find((one) => one.finding === "gap")!;
    expect(gap.places).toContain("方镇西南角村");
    expect(gap.places).toContain("方镇东南角村");
    expect(gap.squareMetres / (93.1 * 11_119.5)).toBeCloseTo(1, 2);
  });

  it("a gap that the neighbours enclose, without a parent", async () => {
    const notched: Corner[] = [
      [113.1, 33.1],
      [113.2, 33.1],
      [113.2, 33.15],
      [113.18, 33.15],
      [113.18, 33.16],
      [113.2, 33.16],
      [113.2, 33.2],
      [113.1, 33.2],
      [113.1, 33.1],
    ];
    const report = await importBoundaries(db, jobs, asImport([village(0, notched), ...quarters.slice(1)]));
    expect(report.findings.map((one) => one.finding)).toEqual(["gap"]);
  });

  it("what lies beyond the parent, and which villages are missing", async () => {
    const parent = feature({ code: "410499101" }, box(113.1, 33.1, 113.25, 33.3));
    const report = await importBoundaries(db, jobs, asImport([parent, ...quarters.slice(0, 3)]));
    expect(report.findings).toContainEqual({ finding: "missing", places: ["方镇东北角村"], squareMetres: 0 });
    expect(report.findings.find((one) => one.finding === "beyond-parent")).toMatchObject({ places: ["方镇东南角村", "方镇"] });
  });

  it("each feature that does not fit, by its number", async () => {
    const features = [
      feature({ code: "410499101999" }, box(113.1, 33.1, 113.2, 33.2)),
      village(0, [
        [113.1, 33.1],
        [113.2, 33.2],
        [113.2, 33.1],
        [113.1, 33.2],
        [113.1, 33.1],
      ]),
      village(1, box(113.2, 33.1, 113.3, 33.2).slice(0, 4)),
      { type: "Feature", properties: { code: "410499101202" }, geometry: { type: "Point", coordinates: [113.15, 33.15] } },
      quarters[3],
      quarters[3],
      feature({ name: "方镇" }, box(10, 10, 11, 11)),
    ];
    const report = await importBoundaries(db, jobs, asImport(features));
    expect(report.faults.map(({ fault, feature: at }) => `${at} ${fault}`)).toEqual([
      "0 place-unknown",
      "1 crosses-itself",
      "2 ring-unfit",
      "3 not-a-polygon",
      "5 place-twice",
      "6 outside-county",
    ]);
    await expect(importBoundaries(db, jobs, asImport(features), { confirm: true })).rejects.toMatchObject({
      code: "territory.boundaries-unfit",
    });
    expect((await importBoundaries(db, jobs, { ...asImport([]), geojson: "not geojson" })).faults).toHaveLength(1);
  });

  it("only for who may change the territory", () =>
    expect(importBoundaries(db, residentActor(county), asImport(quarters))).rejects.toMatchObject({
      code: "territory.not-allowed",
    }));
});

describe("a confirmed import", () => {
  it("is refused while squares do not meet, unless that is accepted", async () => {
    const apart = asImport([village(0, box(113.1, 33.1, 113.201, 33.2)), ...quarters.slice(1)]);
    await expect(importBoundaries(db, jobs, apart, { confirm: true })).rejects.toMatchObject({
      code: "territory.boundaries-do-not-meet",
    });
    expect(await versions()).toEqual([{ n: 1 }]);
  });

  it("makes a new version, tells the journal, and puts points into villages", async () => {
    const lines: unknown[] = [];
    const report = await importBoundaries(db, jobs, asImport(quarters), {
      confirm: true,
      record: async (_tx, line) => void lines.push(line),
    });
    expect(report).toMatchObject({ version: 2, confirmed: true });
    expect(lines).toEqual([{ act: "import-boundaries", version: 2, source: "试县测绘（虚构）", count: 4 }]);
    expect(await placeAt(db, jobs, 113.15, 33.15, "WGS-84")).toMatchObject({
      kind: "one",
      place: { shortName: "西南角村" },
      version: 2,
    });
    expect(await placeAt(db, jobs, 113.25, 33.25, "WGS-84")).toMatchObject({ kind: "one", place: { shortName: "东北角村" } });
    expect(await placeAt(db, jobs, 113.5, 33.5, "WGS-84")).toMatchObject({ kind: "unknown", reason: "in-a-gap" });
    expect(await importTerritory(db, jobs, file)).toMatchObject({ version: 2, changed: false });
  });

  it("tells the two systems apart: a metre beyond an edge in one is inside in the other", async () => {
    const justWest: [number, number] = [113.1999, 33.15];
    const [longitude, latitude] = wgsToGcj(justWest);
    expect(await placeAt(db, jobs, longitude, latitude, "GCJ-02")).toMatchObject({ place: { shortName: "西南角村" } });
    expect(await placeAt(db, jobs, longitude, latitude, "WGS-84")).toMatchObject({ place: { shortName: "东南角村" } });
  });

  it("in GCJ-02 lands where the same squares in WGS-84 did, and ends what was in force", async () => {
    const shifted = [quarters[0]!, quarters[1]!, quarters[2]!, quarters[3]!].map((one) => ({
      ...one,
      geometry: {
        ...one.geometry,
        coordinates: one.geometry.coordinates.map((ring) => ring.map((corner) => [...wgsToGcj(corner)])),
      },
    }));
    const report = await importBoundaries(db, jobs, asImport(shifted, "GCJ-02"), { confirm: true });
    expect(report).toMatchObject({ version: 3, findings: [] });
    const kept = await read<{ given_in: string; n: number; west: number }>(
      db,
      jobs,
      "select given_in, count(*)::int n, min(west) west from territory.boundaries where to_version is null group by 1",
    );
    expect(kept).toMatchObject([{ given_in: "GCJ-02", n: 4 }]);
    expect(kept[0]!.west).toBeCloseTo(113.1, 7);
    expect(await read(db, jobs, "select 1 from territory.boundaries where to_version = 3")).toHaveLength(4);
  });
});
