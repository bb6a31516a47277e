import type { TerritoryFile, TerritoryRow } from "../../../systems/territory/contract.ts";
import aliasesFile from "./aliases.json" with { type: "json" };
import { madeUpGrids } from "./made-up-grids.ts";
import cellsFile from "./map-cells.json" with { type: "json" };
import villagesFile from "./villages.json" with { type: "json" };

/**
 * 郏县 with its 15 townships and 377 villages, ready for `importTerritory`. With `demonstration`, made-up grids and groups stand
 * under the villages and say so. The extent is the county's, rounded outward to a hundredth of a degree, in WGS-84.
 */
export function jiaxianTerritory(options: { demonstration: boolean }): TerritoryFile {
  const { county, source, validFrom, places } = villagesFile as unknown as {
    county: number;
    source: string;
    validFrom: string;
    places: [code: string, name: string][];
  };
  const aliases = aliasesFile as unknown as Record<string, TerritoryRow["aliases"]>;
  const cells = cellsFile as unknown as Record<string, [row: number, column: number]>;
  const countyCode = String(county);
  const withAliases = (row: TerritoryRow): TerritoryRow => (aliases[row.code] ? { ...row, aliases: aliases[row.code] } : row);
  const official = places.map(([code, name]): TerritoryRow => {
    const isTownship = code.length === 9;
    return withAliases({
      kind: isTownship ? "township" : "village",
      code,
      name,
      parentCode: isTownship ? countyCode : code.slice(0, 9),
      ...(cells[code] ? { cell: cells[code] } : {}),
    });
  });
  const villages = official.filter((row) => row.kind === "village");
  return {
    county,
    source: options.demonstration ? `${source}；网格与村民小组为示例，虚构` : source,
    reason: "建立地名登记簿",
    validFrom,
    extent: [113.0, 33.79, 113.42, 34.19],
    rows: [
      withAliases({ kind: "county", code: countyCode, name: "郏县" }),
      ...official,
      ...(options.demonstration ? madeUpGrids(villages) : []),
    ],
  };
}
