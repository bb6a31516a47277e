import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const TITLE =
  /\b(?:test|it|describe)(?:\.each\([\s\S]{0,4000}?\)|\.runIf\([^)]*\)|\.skipIf\([^)]*\))?\(\s*(["'`])((?:\\.|(?!\1)[\s\S])+?)\1/g;

/** The names of the tests of one file, as they stand in its source. */
export const testNamesIn = (text: string): string[] => [...text.matchAll(TITLE)].map((match) => match[2]!.replaceAll("\\", ""));

/** Every test file of the project with the names of its tests. */
export function allTestNames(root: string): ReadonlyMap<string, readonly string[]> {
  const files = globSync("{foundation,systems,apps,ui,counties,tests}/**/*.test.{ts,tsx}", { cwd: root });
  return new Map(files.map((file) => [file, testNamesIn(readFileSync(join(root, file), "utf8"))]));
}
