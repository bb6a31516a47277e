import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import cells from "../../../counties/jiaxian/territory/map-cells.json" with { type: "json" };
import { jiaxianSeatRoads } from "../../../counties/jiaxian/territory/seat-roads.ts";
import { jiaxianTerritory } from "../../../counties/jiaxian/territory/territory.ts";
import { seatRoads } from "../contract.ts";
import { roadMap } from "./road-map.ts";
import { schematicMap, villageMap } from "./schematic-map.ts";
import { classOf, rangesOf } from "./svg.ts";

/** Names of the elements of well-formed XML; throws on anything else. */
function elementsOf(svg: string): { name: string; attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => found.push({ name: tag.name, attributes: tag.attributes as Record<string, string> }));
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(svg).close();
  return found;
}

const townships = jiaxianTerritory({ demonstration: false }).rows.filter((row) => row.kind === "township");
const tiles = townships.map((row, index) => ({
  id: row.code,
  name: row.name,
  count: index * 2,
  href: `/matters?township=${row.code}&week=1`,
  row: row.cell![0],
  column: row.cell![1],
}));

describe("the schematic map", () => {
  it("gives every township a tile of its own", () => {
    expect(tiles).toHaveLength(15);
    expect(new Set(Object.values(cells).map(String)).size).toBe(15);
  });

  it("is well-formed, says what it is, and every tile is a link with name and figure", () => {
    const svg = schematicMap(tiles, { title: "本周收件", unit: "件" });
    const elements = elementsOf(svg);
    const links = elements.filter((element) => element.name === "a");
    expect(links.map((link) => link.attributes.href)).toEqual(tiles.map((tile) => tile.href));
    expect(links[2]!.attributes["aria-label"]).toBe("冢头镇 4 件");
    expect(svg).toContain("示意图，不作界线依据");
    expect(svg).toMatch(/<title id="map-title">本周收件<\/title><desc id="map-desc">/);
    expect(elements[0]!.attributes["aria-labelledby"]).toBe("map-title map-desc");
  });

  it("colours by five fixed classes and says their ranges", () => {
    const bounds = [1, 5, 10, 20] as const;
    expect([0, 1, 4, 5, 10, 19, 20, 500].map((count) => classOf(count, bounds).fill)).toEqual([
      "#edf2f0",
      "#cde2df",
      "#cde2df",
      "#97c4c1",
      "#37797d",
      "#37797d",
      "#0c474c",
      "#0c474c",
    ]);
    expect(rangesOf(bounds)).toEqual(["0", "1–4", "5–9", "10–19", "≥ 20"]);
    for (const range of rangesOf(bounds))
      expect(schematicMap(tiles, { title: "t", unit: "件", bounds })).toContain(`${range} 件`);
  });

  it("keeps words on every class at 4.5 : 1 or better", () => {
    const light = (hex: string) => {
      const [r, g, b] = [1, 3, 5]
        .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
        .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    for (const count of [0, 1, 5, 10, 20]) {
      const { fill, words } = classOf(count, [1, 5, 10, 20]);
      const [a, b] = [light(fill), light(words)].sort((x, y) => y - x);
      expect((a! + 0.05) / (b! + 0.05)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("lets no name break out of the drawing", () => {
    const svg = schematicMap([{ id: "x", name: `<script>"&'`, count: 1, href: `/a?b="c"&d`, row: 0, column: 0 }], {
      title: "<b>",
      unit: "件",
    });
    expect(elementsOf(svg).map((element) => element.name)).not.toContain("script");
    expect(svg).not.toContain("<b>");
  });

  it("draws a township's villages, each a tile, in English too", () => {
    const villages = Array.from({ length: 41 }, (_, index) => ({ id: `${index}`, name: `村${index}`, count: index }));
    const elements = elementsOf(villageMap(villages, { title: "By village", unit: "matters", locale: "en" }));
    expect(elements.filter((element) => element.attributes["data-place"] !== undefined)).toHaveLength(41);
    expect(elements.filter((element) => element.name === "a")).toHaveLength(0);
  });
});

describe("the roads of the seat", () => {
  it("are what the contract says, small, and attributed", () => {
    expect(seatRoads.parse(jiaxianSeatRoads).roads).toHaveLength(109);
    expect(JSON.stringify(jiaxianSeatRoads).length).toBeLessThan(20_000);
    expect(roadMap(jiaxianSeatRoads, null)).toContain("© OpenStreetMap contributors, ODbL");
  });

  it("carry a marker where the point is, at the right end of the drawing", () => {
    const [west, south, east, north] = jiaxianSeatRoads.extent;
    const at = (x: number, y: number) =>
      elementsOf(
        roadMap(jiaxianSeatRoads, [west + (east - west) * x, south + (north - south) * y], { width: 400, label: "北街井盖" }),
      ).find((element) => element.name === "circle")!.attributes;
    expect(Number(at(0.25, 0.5).cx)).toBeCloseTo(100, 0);
    expect(Number(at(0.5, 0.9).cy)).toBeLessThan(Number(at(0.5, 0.1).cy));
  });

  it("say so where the point lies beyond them", () => {
    const svg = roadMap(jiaxianSeatRoads, [113.05, 34.1]);
    expect(svg).toContain("这个点不在县城道路图的范围内");
    expect(elementsOf(svg).some((element) => element.name === "circle")).toBe(false);
  });
});
