import { type Bounds, CLASSES, classOf, escapeText, FONTS, INK, LINE, rangesOf } from "./svg.ts";

/** One tile. `count` is shown on it and colours it; `href` leads to the matters behind it. */
export interface MapTile {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly href?: string;
  readonly row: number;
  readonly column: number;
}

export interface SchematicMapOptions {
  /** What the figures count, e.g. 本周收件. */
  readonly title: string;
  /** The word behind a figure, e.g. 件. */
  readonly unit: string;
  readonly bounds?: Bounds;
  readonly locale?: "zh-CN" | "en";
  /** Distinguishes the ids of two maps on one page. */
  readonly id?: string;
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly name: number;
  readonly figure: number;
}

const TOWNSHIP: Size = { width: 112, height: 64, name: 14, figure: 16 };
const VILLAGE: Size = { width: 84, height: 40, name: 12, figure: 12 };
const GAP = 4;
const MARGIN = 8;
export const DEFAULT_BOUNDS: Bounds = [1, 5, 10, 20];

const WORDS = {
  "zh-CN": {
    notice: "示意图，不作界线依据：每格大小相同，位置只为便于查看。",
    each: (n: number) => `共 ${n} 格，颜色深浅表示数量。`,
  },
  en: {
    notice: "Schematic: no evidence of boundaries. Tiles are of one size, placed for reading.",
    each: (n: number) => `${n} tiles; the darker, the more.`,
  },
} as const;

/** The county as one tile a township, as an SVG of its own; every tile with an `href` is a link that the keyboard reaches. Pure. */
export const schematicMap = (tiles: readonly MapTile[], options: SchematicMapOptions): string => draw(tiles, options, TOWNSHIP);

/** One township as one small tile a village, in the order given, `columns` to a row. Pure. */
export function villageMap(
  villages: readonly Omit<MapTile, "row" | "column">[],
  options: SchematicMapOptions,
  columns = 6,
): string {
  return draw(
    villages.map((village, index) => ({ ...village, row: Math.floor(index / columns), column: index % columns })),
    options,
    VILLAGE,
  );
}

function draw(tiles: readonly MapTile[], options: SchematicMapOptions, size: Size): string {
  const locale = options.locale ?? "zh-CN";
  const bounds = options.bounds ?? DEFAULT_BOUNDS;
  const id = escapeText(options.id ?? "map");
  const columns = Math.max(5, ...tiles.map((tile) => tile.column + 1));
  const rows = Math.max(1, ...tiles.map((tile) => tile.row + 1));
  const width = Math.max(columns * (size.width + GAP) - GAP, 470) + 2 * MARGIN;
  const bottom = MARGIN + rows * (size.height + GAP);
  const height = bottom + 56;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-labelledby="${id}-title ${id}-desc" font-family="${FONTS}">`,
    `<title id="${id}-title">${escapeText(options.title)}</title>`,
    `<desc id="${id}-desc">${escapeText(`${WORDS[locale].notice}${WORDS[locale].each(tiles.length)}`)}</desc>`,
    ...tiles.map((tile) => drawTile(tile, size, bounds, options.unit)),
    drawLegend(bounds, options.unit, bottom + 12),
    `<text x="${MARGIN}" y="${bottom + 48}" font-size="12" fill="#414e4b">${escapeText(WORDS[locale].notice)}</text>`,
    "</svg>",
  ].join("");
}

function drawTile(tile: MapTile, size: Size, bounds: Bounds, unit: string): string {
  const x = MARGIN + tile.column * (size.width + GAP);
  const y = MARGIN + tile.row * (size.height + GAP);
  const { fill, words } = classOf(tile.count, bounds);
  const middle = x + size.width / 2;
  const said = escapeText(`${tile.name} ${tile.count} ${unit}`);
  const squeezed =
    tile.name.length * size.name > size.width - 8 ? ` textLength="${size.width - 8}" lengthAdjust="spacingAndGlyphs"` : "";
  const drawn = [
    `<title>${said}</title>`,
    `<rect x="${x}" y="${y}" width="${size.width}" height="${size.height}" rx="4" fill="${fill}" stroke="${LINE}"/>`,
    `<text x="${middle}" y="${y + size.height / 2 - 3}" font-size="${size.name}" text-anchor="middle" fill="${words}"${squeezed}>${escapeText(tile.name)}</text>`,
    `<text x="${middle}" y="${y + size.height / 2 + size.figure}" font-size="${size.figure}" text-anchor="middle" fill="${words}" font-weight="600">${tile.count}</text>`,
  ].join("");
  return tile.href
    ? `<a href="${escapeText(tile.href)}" data-place="${escapeText(tile.id)}" aria-label="${said}">${drawn}</a>`
    : `<g role="img" aria-label="${said}" data-place="${escapeText(tile.id)}">${drawn}</g>`;
}

function drawLegend(bounds: Bounds, unit: string, y: number): string {
  return rangesOf(bounds)
    .map((range, index) => {
      const x = MARGIN + index * 92;
      const swatch = `<rect x="${x}" y="${y}" width="16" height="16" rx="2" fill="${CLASSES[index]!.fill}" stroke="${LINE}"/>`;
      return `${swatch}<text x="${x + 22}" y="${y + 13}" font-size="12" fill="${INK}">${range} ${escapeText(unit)}</text>`;
    })
    .join("");
}
