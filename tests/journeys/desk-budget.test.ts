import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { root } from "../../foundation/root.ts";

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
}
const dist = join(root, "dist/desk");
const KB = 1024;
let chunks: Record<string, Chunk> = {};

beforeAll(async () => {
  if (!existsSync(join(dist, ".vite/manifest.json"))) {
    const { build } = await import("vite");
    await build({ configFile: join(root, "apps/desk/vite.config.ts"), logLevel: "error" });
  }
  chunks = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));
}, 120_000);

/** All chunks that a chunk needs before it runs, itself included. */
function needs(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const one of chunks[key]?.imports ?? []) needs(one, seen);
  return seen;
}
const weight = (keys: Iterable<string>) =>
  [...keys]
    .flatMap((key) => [chunks[key]?.file ?? "", ...(chunks[key]?.css ?? [])])
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0) / KB;

test("the first visit costs at most 450 KB gzipped, each further screen at most 60", () => {
  const entry = Object.keys(chunks).find((key) => chunks[key]?.isEntry) ?? "";
  const first = needs(entry);
  expect(weight(first)).toBeLessThanOrEqual(450);
  const screens = Object.keys(chunks).filter((key) => chunks[key]?.isDynamicEntry);
  expect(screens.length).toBeGreaterThanOrEqual(3);
  const heavy = screens
    .map((key) => [key, Math.round(weight([...needs(key)].filter((one) => !first.has(one))))] as const)
    .filter(([, size]) => size > 60);
  expect(heavy).toEqual([]);
});
