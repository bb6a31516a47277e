import { createHash } from "node:crypto";

/** The id of a seeded thing: the same on every machine (UUIDv8 over county, kind and code). */
export function seedId(county: number, kind: "unit" | "post" | "person" | "holding", code: string): string {
  const hex = createHash("sha256").update(`linli/teams/${county}/${kind}/${code}`).digest("hex");
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
