/** Below so many cases a share says nothing about the work: it is shown, and never compared or put in order. */
export const FEWEST_TO_COMPARE = 10;

export interface Share {
  /** Between 0 and 1; 0 where there is no case. */
  readonly value: number;
  readonly n: number;
  /** Wilson's interval at 95 %, between 0 and 1; null where there is no case. */
  readonly low: number | null;
  readonly high: number | null;
  readonly comparable: boolean;
}

const Z = 1.959963984540054;

/** So many of so many, with the interval in which the true share lies in 19 of 20 such weeks (E. B. Wilson, JASA 22, 1927). */
export function shareOf(met: number, n: number): Share {
  if (n === 0) return { value: 0, n, low: null, high: null, comparable: false };
  const value = met / n;
  const scale = 1 + (Z * Z) / n;
  const middle = value + (Z * Z) / (2 * n);
  const half = Z * Math.sqrt((value * (1 - value)) / n + (Z * Z) / (4 * n * n));
  const clip = (share: number) => Math.min(1, Math.max(0, share));
  return {
    value,
    n,
    low: clip((middle - half) / scale),
    high: clip((middle + half) / scale),
    comparable: n >= FEWEST_TO_COMPARE,
  };
}
