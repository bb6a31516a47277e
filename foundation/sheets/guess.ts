import { readDate } from "./dates.ts";
import type { ColumnKind } from "./shapes.ts";

const PHONE = /^(?:\+?86[- ]?)?(?:1[3-9]\d{9}|1[3-9]\d[\d*]{4}\d{4}|1[3-9]\d[- ]\d{4}[- ]\d{4}|0\d{2,3}-?\d{7,8}(?:-\d{1,5})?)$/;
const CITIZEN = /^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx]$|^[1-9]\d{5}\*{6,10}\w{2,4}$/;
const NUMBER = /^[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?$/;
const COORDINATE = /^-?\d{1,3}\.\d{3,}$/;
const ID = /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9\-_/.〔〕[\]（）()年第号]{2,39}$/;

/** Which kind a single value looks like; undefined for words. */
export function kindOfValue(value: string): "date" | "number" | "coordinate" | "phone" | "citizen number" | undefined {
  if (PHONE.test(value)) return "phone";
  if (CITIZEN.test(value)) return "citizen number";
  if (COORDINATE.test(value) && Math.abs(Number(value)) <= 180) return "coordinate";
  if (NUMBER.test(value)) return /^(?:19|20)\d{6}$/.test(value) && readDate(value) ? "date" : "number";
  return readDate(value) ? "date" : undefined;
}

/** What a column holds, judged by a sample of its values. Empty values do not count. */
export function guessKind(values: readonly string[]): ColumnKind {
  const filled = values.filter((value) => value !== "");
  if (filled.length === 0) return "empty";
  const counts = new Map<ColumnKind, number>();
  for (const value of filled) {
    const kind = kindOfValue(value);
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const mostly = (kind: ColumnKind, share = 0.8) => (counts.get(kind) ?? 0) >= filled.length * share;
  for (const kind of ["phone", "citizen number", "date", "coordinate"] as const) if (mostly(kind)) return kind;
  const different = new Set(filled);
  const allDifferent = filled.length >= 3 && different.size === filled.length;
  if (mostly("number", 0.9)) {
    const whole = filled.every((value) => /^\d{4,20}$/.test(value));
    return allDifferent && whole ? "id" : "number";
  }
  if (allDifferent && filled.filter((value) => ID.test(value)).length >= filled.length * 0.9) return "id";
  const lengths = filled.map((value) => value.length).sort((a, b) => a - b);
  if ((lengths[Math.floor(lengths.length * 0.75)] ?? 0) > 60) return "long text";
  const repeated = filled.length >= 6 && different.size <= Math.max(2, filled.length * 0.4);
  return repeated && (lengths.at(-1) ?? 0) <= 40 ? "choice" : "text";
}
