/** Does the line hold on that day (`yyyy-mm-dd`, first and last day included)? Where no day is known every line counts. */
export const validOn = (line: { readonly validFrom?: string; readonly validTo?: string }, day: string | undefined): boolean =>
  day === undefined || ((!line.validFrom || line.validFrom <= day) && (!line.validTo || day <= line.validTo));

/** Do two lines hold on a same day? */
export const overlap = (
  a: { readonly validFrom?: string; readonly validTo?: string },
  b: { readonly validFrom?: string; readonly validTo?: string },
): boolean => (a.validFrom ?? "") <= (b.validTo ?? "9999") && (b.validFrom ?? "") <= (a.validTo ?? "9999");
