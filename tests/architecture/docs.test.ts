import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lifecyclePage } from "../../scripts/lifecycle-doc.ts";
import { SYSTEMS } from "../../systems/map.ts";
import { matterLifecycle } from "../../systems/matters/rules/lifecycle.ts";

const root = join(import.meta.dirname, "..", "..");
const text = (file: string) => readFileSync(join(root, file), "utf8");
const lines = (file: string) => text(file).trimEnd().split("\n");
const readme = text("README.md");

/** The folders that the README's tree draws, as paths. */
function drawn(): string[] {
  const tree = readme.split("```").find((block) => block.includes("systems/  ")) ?? "";
  let above = "";
  return tree.split("\n").flatMap((line) => {
    const [, indent, name] = /^( *)([\w-]+\/)/.exec(line) ?? [];
    if (!name) return [];
    if (!indent) above = name;
    return [indent ? above + name : name];
  });
}

describe("the papers agree with the disk", () => {
  it.each(drawn())("the README's %s is there", (folder) => expect(existsSync(join(root, folder))).toBe(true));

  it("the README draws every system and every top folder with sources", () => {
    const folders = drawn();
    for (const system of Object.keys(SYSTEMS)) expect(folders).toContain(`systems/${system}/`);
    for (const top of ["apps", "foundation", "ui", "counties", "tests", "docs", "scripts"]) expect(folders).toContain(`${top}/`);
  });

  it.each([...readme.matchAll(/(?:src="|\]\()(docs\/[^)"]+)/g)].map((match) => match[1]!))("the README's %s is there", (file) =>
    expect(existsSync(join(root, file))).toBe(true),
  );

  it.each(Object.keys(SYSTEMS))("systems/%s has a README of at most 40 lines", (system) =>
    expect(lines(`systems/${system}/README.md`).length).toBeLessThanOrEqual(40),
  );

  it.each(globSync("docs/adr/*.md", { cwd: root }))("%s has a number and at most 60 lines", (file) => {
    expect(file).toMatch(/\/\d{4}-[a-z0-9-]+\.md$/);
    expect(lines(file).length).toBeLessThanOrEqual(60);
  });

  it("no two decisions share a number", () => {
    const numbers = readdirSync(join(root, "docs/adr")).map((file) => file.slice(0, 4));
    expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  });

  it("docs/lifecycle.md is what the table says: run `node scripts/lifecycle-doc.ts`", () =>
    expect(text("docs/lifecycle.md")).toBe(lifecyclePage(matterLifecycle)));
});
