import type { AnswerOf } from "../../../foundation/http/route.ts";
import type { getBoard } from "../contract.ts";

export type Board = AnswerOf<typeof getBoard>;
export type Row = Board["rows"][number];
export type Figure = Board["figures"]["received"];
export type Rate = Board["figures"]["onTime"];
export const COLUMNS = ["received", "change", "open", "overdue", "closed", "onTime"] as const;
export type Column = (typeof COLUMNS)[number];

/** 71.4 %, from a share between 0 and 1. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

export const number = (n: number): string => n.toLocaleString("en-US");

const rankOf = (row: Row, by: Column): number => {
  if (by === "change") return row.received.value - (row.received.before ?? 0);
  if (by === "onTime") return row.onTime.comparable ? row.onTime.value : Number.NEGATIVE_INFINITY;
  return row[by].value;
};

/** Most first, or least first; shares that may not be compared stand last either way. */
export function sortRows(rows: readonly Row[], by: Column, down: boolean): Row[] {
  const sign = down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [rankOf(a, by), rankOf(b, by)];
    if (x === y) return 0;
    if (!Number.isFinite(x)) return 1;
    if (!Number.isFinite(y)) return -1;
    return sign * (x - y);
  });
}

/** The queue's filters in a figure's address. */
export function filtersOf(url: string): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const [name, value] of new URL(url, "http://desk").searchParams) {
    const before = found[name];
    found[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return found;
}

/** Round steps for an axis from 0 to at least `most`: four of them. */
export function steps(most: number): number[] {
  const raw = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, power * ([1, 2, 2.5, 5, 10].find((one) => one * power >= raw) ?? 10));
  return [0, 1, 2, 3, 4].map((n) => Math.round(n * step));
}
