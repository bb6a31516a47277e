const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text that may stand in SVG between tags and in attributes. */
export const escapeText = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter]!);

export const FONTS = "PingFang SC, HarmonyOS Sans SC, MiSans, Microsoft YaHei UI, Noto Sans CJK SC, sans-serif";
export const INK = "#16211f";
export const LINE = "#c5cecb";

/** The five fixed classes of the map, light to dark, each with the colour in which words are read on it. */
export const CLASSES = [
  { fill: "#edf2f0", words: INK },
  { fill: "#cde2df", words: INK },
  { fill: "#97c4c1", words: INK },
  { fill: "#37797d", words: "#ffffff" },
  { fill: "#0c474c", words: "#ffffff" },
] as const;

/** Lower bounds of classes 2 to 5; below the first bound stands class 1. */
export type Bounds = readonly [number, number, number, number];

export const classOf = (count: number, bounds: Bounds) => CLASSES[bounds.filter((bound) => count >= bound).length]!;

/** 0, 1–4, 5–9, 10–19, ≥ 20. */
export function rangesOf(bounds: Bounds): string[] {
  const between = (from: number, below: number) => (below - from === 1 ? `${from}` : `${from}–${below - 1}`);
  return [
    between(0, bounds[0]),
    between(bounds[0], bounds[1]),
    between(bounds[1], bounds[2]),
    between(bounds[2], bounds[3]),
    `≥ ${bounds[3]}`,
  ];
}
