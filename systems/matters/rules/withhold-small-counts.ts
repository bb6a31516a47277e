/** Below this a count could lead to a person. */
export const SMALLEST_PUBLIC_COUNT = 10;

/**
 * Counts of one column of a public table, with those withheld (null) that could lead to a person.
 *
 * A count from 1 to 9 is withheld; 0 is told. Where the column's total is told too, what is withheld could be had by taking
 * the others away: so counts are withheld, smallest first, until at least two are and they add up to at least ten.
 */
export function withholdSmallCounts(counts: readonly number[]): (number | null)[] {
  const withheld = new Set(counts.flatMap((count, index) => (count > 0 && count < SMALLEST_PUBLIC_COUNT ? [index] : [])));
  const next = counts.map((count, index) => ({ count, index })).sort((a, b) => a.count - b.count);
  const hidden = () => [...withheld].reduce((sum, index) => sum + counts[index]!, 0);
  for (const { index } of next.filter(({ count, index }) => count > 0 && !withheld.has(index))) {
    if (withheld.size === 0 || (withheld.size > 1 && hidden() >= SMALLEST_PUBLIC_COUNT)) break;
    withheld.add(index);
  }
  return counts.map((count, index) => (withheld.has(index) ? null : count));
}

/** A count that stands alone, such as a total: told when it is 0 or at least ten. */
export const publicCount = (count: number): number | null => (count > 0 && count < SMALLEST_PUBLIC_COUNT ? null : count);

/** Rows of a public table: received and closed are two columns, each withheld by itself. */
export function withholdSmallRows<Row extends { readonly received: number; readonly closed: number }>(
  rows: readonly Row[],
): (Omit<Row, "received" | "closed"> & { received: number | null; closed: number | null })[] {
  const received = withholdSmallCounts(rows.map((row) => row.received));
  const closed = withholdSmallCounts(rows.map((row) => row.closed));
  return rows.map((row, index) => ({ ...row, received: received[index]!, closed: closed[index]! }));
}
