import type { SeatRoads } from "../contract.ts";
import type { Point } from "./coordinates.ts";
import { extentHolds } from "./geometry.ts";
import { escapeText, FONTS, INK } from "./svg.ts";

export interface RoadMapOptions {
  readonly width?: number;
  readonly locale?: "zh-CN" | "en";
  /** What the marker stands for. */
  readonly label?: string;
  /** Distinguishes the ids of two maps on one page. */
  readonly id?: string;
}

const STROKES = { main: 3.2, street: 1.8, way: 1 } as const;
const WORDS = {
  "zh-CN": {
    title: "县城道路示意图",
    beyond: "这个点不在县城道路图的范围内。",
    marker: "事情发生的地点",
    notice: "示意图，不作界线依据。",
  },
  en: {
    title: "Roads of the county seat, schematic",
    beyond: "This point lies beyond the roads shown.",
    marker: "where it happened",
    notice: "Schematic: no evidence of boundaries.",
  },
} as const;

/** The seat's roads with the point (WGS-84) marked, as an SVG of its own; says so where the point lies beyond them. Pure. */
export function roadMap(roads: SeatRoads, point: Point | null, options: RoadMapOptions = {}): string {
  const words = WORDS[options.locale ?? "zh-CN"];
  const width = options.width ?? 396;
  const [west, south, east, north] = roads.extent;
  const across = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * across);
  const depth = Math.round((north - south) * scale);
  const place = ([longitude, latitude]: Point) =>
    `${((longitude - west) * across * scale).toFixed(1)},${((north - latitude) * scale).toFixed(1)}`;
  const id = escapeText(options.id ?? "roads");
  const shown = point !== null && extentHolds(roads.extent, point);
  const label = escapeText(options.label ?? words.marker);
  const desc = `${words.notice}${point && !shown ? words.beyond : ""}${shown ? (options.label ?? words.marker) : ""}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${depth + 24}" width="${width}" height="${depth + 24}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="${FONTS}">`,
    `<title id="${id}-title">${words.title}</title><desc id="${id}-desc">${escapeText(desc)}</desc>`,
    `<rect width="${width}" height="${depth}" fill="#f3f6f5"/>`,
    `<g fill="none" stroke="#84908c" stroke-linejoin="round" stroke-linecap="round">`,
    ...roads.roads.map((road) => `<polyline stroke-width="${STROKES[road.rank]}" points="${road.line.map(place).join(" ")}"/>`),
    "</g>",
    drawNames(roads, place, width),
    shown ? drawMarker(place(point), label) : "",
    point && !shown ? `<text x="8" y="20" font-size="13" fill="${INK}">${words.beyond}</text>` : "",
    `<text x="8" y="${depth + 16}" font-size="12" fill="#414e4b">${escapeText(`${words.notice} ${roads.attribution}`)}</text></svg>`,
  ].join("");
}

/** Each main road's name once, at the middle of its longest piece. */
function drawNames(roads: SeatRoads, place: (point: Point) => string, width: number): string {
  const longest = new Map<string, SeatRoads["roads"][number]>();
  for (const road of roads.roads)
    if (road.name && road.rank === "main" && spanOf(road.line) > spanOf(longest.get(road.name)?.line ?? []))
      longest.set(road.name, road);
  const written: { x: number; y: number }[] = [];
  return [...longest.values()]
    .filter((road) => spanOf(road.line) > 0.008)
    .sort((a, b) => spanOf(b.line) - spanOf(a.line))
    .map((road) => {
      const [along, y] = place(road.line[Math.floor(road.line.length / 2)]!)
        .split(",")
        .map(Number) as [number, number];
      const half = road.name!.length * 5.5;
      const x = Math.min(Math.max(along, half), width - half);
      if (written.some((other) => Math.abs(other.x - x) < 48 && Math.abs(other.y - y) < 13)) return "";
      written.push({ x, y });
      return `<text x="${x.toFixed(1)}" y="${y}" font-size="11" text-anchor="middle" fill="${INK}" stroke="#f3f6f5" stroke-width="3" paint-order="stroke">${escapeText(road.name!)}</text>`;
    })
    .join("");
}

const spanOf = (line: readonly Point[]): number =>
  line.length < 2 ? 0 : Math.hypot(line.at(-1)![0] - line[0]![0], line.at(-1)![1] - line[0]![1]);

function drawMarker(at: string, label: string): string {
  const [x, y] = at.split(",");
  return `<g role="img" aria-label="${label}"><title>${label}</title><circle cx="${x}" cy="${y}" r="9" fill="#ffffff" stroke="#a3211b" stroke-width="3"/><circle cx="${x}" cy="${y}" r="3" fill="#a3211b"/></g>`;
}
