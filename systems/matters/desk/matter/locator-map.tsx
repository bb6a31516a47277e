import { useQuery } from "@tanstack/react-query";
import { ask, useWords } from "../../../../ui/index.ts";
import { mapCellsRoute } from "../../../territory/contract.ts";
import { pageWords } from "./words.ts";

const WIDTH = 46;
const HEIGHT = 26;
const GAP = 3;

/** The county as one tile a township with the matter's own one filled. Schematic, and it says so. */
export function LocatorMap({ path }: { path: readonly string[] }) {
  const t = useWords(pageWords);
  const cells =
    useQuery({ queryKey: ["map-cells"], queryFn: () => ask(mapCellsRoute), staleTime: 60 * 60_000 }).data?.cells ?? [];
  const here = cells.find((cell) => path.some((step) => step === cell.name || step.startsWith(cell.name)));
  if (!here) return null;
  const columns = Math.max(...cells.map((cell) => cell.column)) + 1;
  const rows = Math.max(...cells.map((cell) => cell.row)) + 1;
  const width = columns * (WIDTH + GAP) - GAP;
  const height = rows * (HEIGHT + GAP) - GAP;
  return (
    <figure className="locator">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t.mapLabel(path.slice(1).join(" "))}>
        {cells.map((cell) => (
          <g
            key={cell.id}
            transform={`translate(${cell.column * (WIDTH + GAP)} ${cell.row * (HEIGHT + GAP)})`}
            data-here={cell === here ? "yes" : "no"}
          >
            <rect width={WIDTH} height={HEIGHT} rx="3" />
            <text x={WIDTH / 2} y={HEIGHT / 2 + 3.5} textAnchor="middle">
              {cell.name.slice(0, 4)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="text-small meta">{t.schematic}</figcaption>
    </figure>
  );
}
