import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

export const LONGEST = 350;
export const MOST_FILES = 15;
/** Files that every system, folder or app may have under the same name. */
const SAME_NAME =
  /^(index|contract|events|api|screens|words|access|lifecycle|server|services|shapes|actor|main)\.tsx?$|\.config\.ts$|\.table\.tsx?$/;

/** What git knows or would add, as paths from the root. */
export const projectFiles = (root: string): string[] =>
  execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 })
    .split("\n")
    .filter((file) => file && existsSync(join(root, file)));

const isSource = (file: string) => /\.(tsx?|mjs|sql)$/.test(file);
/** Tables of data and dictionaries are read by the line, never as a whole. */
const isTable = (file: string) => /\.table\.tsx?$/.test(file) || /(^|\/)words(-of-[a-z]+)?(\.ts$|\/)/.test(file);

/** Source files longer than 350 lines. */
export function tooLong(files: readonly string[], linesOf: (file: string) => number): string[] {
  return files
    .filter((file) => isSource(file) && !isTable(file) && linesOf(file) > LONGEST)
    .map((file) => `${file} has ${linesOf(file)} lines: ${LONGEST} at most (a table of data is named *.table.ts)`);
}

/** Folders with more than 15 files, tests apart: a hint to divide them by meaning. */
export function tooFull(files: readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const file of files.filter((file) => isSource(file) && !/\.test\.tsx?$/.test(file)))
    count.set(dirname(file), (count.get(dirname(file)) ?? 0) + 1);
  return [...count]
    .filter(([, number]) => number > MOST_FILES)
    .map(([folder, number]) => `${folder} holds ${number} files: ${MOST_FILES} read well`);
}

/** Within one system a file's name is used once, so that it can be named without its path. */
export function sameNames(files: readonly string[]): string[] {
  const seen = new Map<string, string[]>();
  for (const file of files.filter(
    (file) => /^systems\/.*\.tsx?$/.test(file) && !isTable(file) && !SAME_NAME.test(basename(file)),
  )) {
    const [, system, kind] = file.split("/");
    const side = /^(desk|portal|field|contract|api)$/.test(kind ?? "") ? kind : "server";
    const key = `${system}/${side}/${basename(file)}`;
    seen.set(key, [...(seen.get(key) ?? []), file]);
  }
  return [...seen.values()].filter((same) => same.length > 1).map((same) => `the same name twice: ${same.join(", ")}`);
}

export const linesOf = (root: string) => (file: string) => readFileSync(join(root, file), "utf8").split("\n").length - 1;
