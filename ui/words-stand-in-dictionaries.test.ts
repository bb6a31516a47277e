import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { root } from "../foundation/root.ts";

const FOLDERS = ["ui", "apps/desk", ...readdirSync(join(root, "systems")).map((name) => `systems/${name}/desk`)];

/** Lines of a screen's source that a reader would see and that no dictionary holds: Han characters, or words between tags. */
function looseWords(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  return code
    .split("\n")
    .filter((line) => /\p{Script=Han}/u.test(line) || /<\w+(\s[^<>]*[^=<>])?>\s*[A-Za-z][A-Za-z ,.]{2,}<\//.test(line));
}

const files = FOLDERS.flatMap((folder) => {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && /\.tsx?$/.test(one.name) && !/(^|[./-])words\.ts$|\.test\.tsx?$/.test(one.name))
      .map((one) => join(one.parentPath, one.name));
  } catch {
    return [];
  }
});

test("no screen carries words of its own: all stand in dictionaries", () => {
  expect(files.length).toBeGreaterThan(60);
  const found = files.flatMap((file) =>
    looseWords(readFileSync(file, "utf8")).map((line) => `${relative(root, file)}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

test("the rule sees Chinese and English alike", () => {
  expect(looseWords('const a = <b title="保存">x</b>;')).toHaveLength(1);
  expect(looseWords("return <p>Save this</p>;")).toHaveLength(1);
  expect(looseWords("// 说明\nconst ok = <p>{t.save}</p>;")).toEqual([]);
});
