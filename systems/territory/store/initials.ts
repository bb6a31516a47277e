import { pinyin } from "pinyin-pro";
import type { Place } from "../contract.ts";
import { townshipBase, villageBase } from "../rules/names.ts";

/** Pinyin initials of townships and villages by id: 北街村 → bj and bjc. */
export function initialsOf(places: readonly Place[]): Map<string, string[]> {
  const initials = new Map<string, string[]>();
  for (const place of places) {
    if (place.kind !== "township" && place.kind !== "village") continue;
    const base = place.kind === "township" ? townshipBase(place.name) : villageBase(place.name);
    initials.set(place.id, [...new Set([base, place.shortName].map(firstLetters))]);
  }
  return initials;
}

const firstLetters = (words: string): string =>
  pinyin(words, { pattern: "first", toneType: "none", type: "array", nonZh: "consecutive", surname: "head" })
    .join("")
    .toLowerCase();
