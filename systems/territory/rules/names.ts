import type { PlaceKind } from "../contract.ts";

/** Endings under which people write a township's name; the longest first. */
export const TOWNSHIP_ENDINGS = ["街道办事处", "人民政府", "街道办", "办事处", "政府", "街道", "地区", "镇", "乡"] as const;
/** Endings under which people write a village's name; the longest first. */
export const VILLAGE_ENDINGS = [
  "社区居民委员会",
  "村民委员会",
  "居民委员会",
  "社区居委会",
  "村村委会",
  "村委会",
  "居委会",
  "村委",
  "居委",
  "社区",
  "村",
] as const;

const MINORITY = /(?:回族|满族|蒙古族|土家族|苗族|壮族|瑶族|侗族|彝族|藏族|畲族|各族)+(?=乡$)/;

/** 冢头镇 → 冢头, 姚庄回族乡 → 姚庄, 龙山街道 → 龙山. */
export function townshipBase(name: string): string {
  return name.replace(MINORITY, "").replace(/(街道办事处|街道|镇|乡)$/, "");
}

/** 北街村民委员会 → 北街, 纪村村民委员会 → 纪村, 西大街居民委员会 → 西大街. */
export function villageBase(name: string): string {
  return name.replace(/(社区居民委员会|村民委员会|居民委员会|社区居委会|村委会|居委会|社区)$/, "");
}

/** Which committee the official name speaks of; null for places that have none. */
export function committeeOf(kind: PlaceKind, name: string): "residents" | "villagers" | null {
  if (kind !== "village") return null;
  return /(居民委员会|居委会|社区)$/.test(name) ? "residents" : "villagers";
}

/** The name as people say it: 北街村, 西大街居委会, 冢头镇. */
export function shortNameOf(kind: PlaceKind, name: string): string {
  if (kind !== "village") return name;
  const base = villageBase(name);
  if (committeeOf(kind, name) === "residents") return `${base}居委会`;
  return base.endsWith("村") ? base : `${base}村`;
}

const COMPASS = "东西南北中前后大小老新上下";

/** 焦南 → 焦, 西冯庄 → 冯庄: what is left of a village's name without its compass word; empty where nothing useful is left. */
export function stemsOf(base: string): string[] {
  const bare = base.endsWith("村") && base.length > 2 ? base.slice(0, -1) : base;
  const stems: string[] = [];
  if ("东西南北中".includes(bare.at(-1)!)) stems.push(bare.slice(0, -1));
  if (COMPASS.includes(bare[0]!)) stems.push(bare.slice(1));
  return stems.filter((stem) => stem.length >= 1);
}
