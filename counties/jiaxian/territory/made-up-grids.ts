import type { TerritoryRow } from "../../../systems/territory/contract.ts";

const NUMERALS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/**
 * Grids and villagers' groups invented for the demonstration, and named so. Residents' committees get three grids, villages one,
 * every thirty-second village two; a village has four to eight groups, shared out over its grids.
 */
export function madeUpGrids(villages: readonly TerritoryRow[]): TerritoryRow[] {
  const rural = villages.filter((village) => village.name.endsWith("村民委员会"));
  const large = new Set(rural.filter((_, index) => index % 32 === 31).map((village) => village.code));
  return villages.flatMap((village) => {
    const isRural = village.name.endsWith("村民委员会");
    const grids = isRural ? (large.has(village.code) ? 2 : 1) : 3;
    const groups = isRural ? 4 + (Number(village.code.slice(-3)) % 5) : 0;
    const rows: TerritoryRow[] = [];
    for (let grid = 1; grid <= grids; grid += 1) {
      const code = `${village.code}${String(grid).padStart(3, "0")}`;
      rows.push({ kind: "grid", code, name: `第${NUMERALS[grid]}网格（示例）`, parentCode: village.code, madeUp: true });
      const first = Math.floor((groups * (grid - 1)) / grids) + 1;
      const last = Math.floor((groups * grid) / grids);
      for (let group = first; group <= last; group += 1)
        rows.push({
          kind: "group",
          code: `${code}${String(group).padStart(3, "0")}`,
          name: `${group}组（示例）`,
          parentCode: code,
          madeUp: true,
        });
    }
    return rows;
  });
}
