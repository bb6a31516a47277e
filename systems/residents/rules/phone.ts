import { plainDigits } from "./code.ts";

/**
 * One form for one telephone: 138 1234-5678, １３８１２３４５６７８ and +86 138… become 13812345678; (0375) 516-1234 and +86 375 516 1234 become 03755161234.
 * Undefined where the text is no mainland number (5 to 8 digits without an area code are kept: hot lines, local numbers).
 */
export function normalisePhone(text: string): string | undefined {
  const typed = plainDigits(text).replace(/[()]/g, "");
  const abroad = /^(?:\+|00)86(\d+)$/.exec(typed)?.[1];
  const digits = abroad ?? typed.replace(/^86(?=1[3-9]\d{9}$)/, "");
  if (/^(1[3-9]\d{9}|[48]00\d{7}|0\d{2,3}\d{7,8})$/.test(digits)) return digits;
  if (abroad && /^[1-9]\d{8,10}$/.test(digits)) return `0${digits}`;
  return /^[1-9]\d{4,7}$/.test(digits) ? digits : undefined;
}
