/** Number formats that Excel itself knows as dates, the ones of its Chinese edition (27–36, 50–58) included. ECMA-376 §18.8.30. */
const BUILT_IN = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);
const LAST_SERIAL = 2_958_465; // 9999-12-31
const DAY = 86_400;

/** Does this number format show a number as a date or a time of day? `code` is given where the file defines it itself. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.has(id);
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "").split(";")[0] ?? "";
  if (/general|通用/i.test(bare)) return false;
  return /[ymdhs]/i.test(bare) && !/\[[hms]+\]/i.test(code);
}

const pad = (value: number): string => String(value).padStart(2, "0");

/**
 * The date that an Excel serial stands for, as `yyyy-mm-dd`, `yyyy-mm-dd hh:mm:ss`, or `hh:mm:ss` where it is a time without a day.
 * 1900 system: serial 60 is the 29 February 1900 that never was and gives nothing. Undefined outside the years 1900–9999.
 */
export function dateOfSerial(serial: number, from1904: boolean): string | undefined {
  const seconds = Math.round(serial * DAY);
  if (!Number.isFinite(seconds) || seconds < 0) return undefined;
  const rest = seconds % DAY;
  const clock = `${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}`;
  let day = Math.floor(seconds / DAY);
  if (day === 0 && !from1904) return rest > 0 ? clock : undefined;
  if (day + (from1904 ? 1462 : 0) > LAST_SERIAL) return undefined;
  if (!from1904) {
    if (day === 60) return undefined;
    if (day > 60) day--;
  }
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 31);
  const date = new Date(start + day * DAY * 1000).toISOString().slice(0, 10);
  return rest === 0 ? date : `${date} ${clock}`;
}

/** A number as Excel shows it: 15 significant digits, never an exponent for whole numbers. */
export function numberText(stored: string): string {
  if (/^-?\d+$/.test(stored)) return stored;
  const value = Number(stored);
  if (!Number.isFinite(value)) return stored;
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  return String(Number(value.toPrecision(15)));
}
