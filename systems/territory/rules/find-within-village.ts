import type { Evidence, Place } from "../contract.ts";
import type { Gazetteer } from "./gazetteer.ts";

const NUMBERED = /^[^，。；！？]{0,2}?第?([\d一二三四五六七八九十]{1,3})(网格|村民小组|村民组|小组|组|生产队|队)/;
const DIGITS = "零一二三四五六七八九";

/** 3, 三, 十二, 二十 as numbers. */
export function readNumber(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  const [tens, ones] = words.includes("十") ? words.split("十") : ["", words];
  const ten = words.includes("十") ? (tens ? DIGITS.indexOf(tens) : 1) * 10 : 0;
  return ten + (ones ? DIGITS.indexOf(ones) : 0);
}

/** The grid or group that the words right behind a village's name speak of, where the register has it. */
export function findWithinVillage(
  gazetteer: Gazetteer,
  text: string,
  from: number,
  village: Place,
): { place: Place; evidence: Evidence } | null {
  const found = NUMBERED.exec(text.slice(from, from + 14));
  if (!found) return null;
  const number = readNumber(found[1]!);
  const grids = gazetteer.children.get(village.id) ?? [];
  const kind = found[2] === "网格" ? "grid" : "group";
  const among = kind === "grid" ? grids : [...grids, ...grids.flatMap((grid) => gazetteer.children.get(grid.id) ?? [])];
  const place = among.find((one) => one.kind === kind && numberOf(one.name) === number);
  if (!place) return null;
  const end = from + found[0].length;
  return { place, evidence: { start: from, end, words: text.slice(from, end) } };
}

function numberOf(name: string): number | null {
  const found = /^第?([\d一二三四五六七八九十]{1,3})(?:网格|组|村民小组|小组)/.exec(name);
  return found ? readNumber(found[1]!) : null;
}
