import type { Books, FigureCounts } from "../../matters/index.ts";

const SHOWN = 6;

export interface GrowingCategory {
  readonly code: string;
  readonly now: number;
  readonly before: number;
  /** The place with most of them this week. */
  readonly place: string | null;
}

/** The categories of which most more came than in the week before; one with children counts theirs, as its filter does. */
export function growingCategories(books: Books, received: FigureCounts["received"]): GrowingCategory[] {
  const codes = new Set(received.flatMap((row) => row.category ?? []));
  const belongs = (row: { category: string | null }, code: string) =>
    row.category === code || (row.category !== null && books.categories.get(row.category)?.parent === code);
  return [...codes]
    .map((code) => {
      const rows = received.filter((row) => belongs(row, code));
      const count = (weeks: number) => rows.filter((row) => row.weeksAgo === weeks).reduce((total, row) => total + row.n, 0);
      const places = new Map<string, number>();
      for (const row of rows) if (row.weeksAgo === 0 && row.place) places.set(row.place, (places.get(row.place) ?? 0) + row.n);
      const [most] = [...places].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
      return { code, now: count(0), before: count(1), place: most?.[0] ?? null };
    })
    .filter((one) => one.now > one.before)
    .sort((a, b) => b.now - b.before - (a.now - a.before) || b.now - a.now || a.code.localeCompare(b.code))
    .slice(0, SHOWN);
}
