import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../foundation/root.ts";
import { ARTICLES } from "./articles.table.ts";

const folder = join(root, "../shared/data/laws");
const texts = new Map(
  globSync("*.md", { cwd: folder }).map((file) => [file.replace(/[(-].*$|\.md$/, ""), readFileSync(join(folder, file), "utf8")]),
);
const brackets = (text: string) => text.replaceAll("（", "(").replaceAll("）", ")");

/** The article's own text: from its number to the next article's. */
function ownText(law: string, article: string): string {
  const [, after = ""] = law.split(new RegExp(`^${article}[ 　]`, "m"));
  return brackets(after.split(/^第[一二三四五六七八九十百零]+条[ 　]/m)[0]!);
}

const verified = ARTICLES.filter((article) => article.law.trust === "verified");
it("verified means that the law's text is held", () => {
  expect(verified.length).toBeGreaterThanOrEqual(90);
  for (const { id, law } of verified) expect(texts.has(law.cited), id).toBe(true);
});
it.each(verified.map((article) => [article.id, article] as const))(
  "%s says word by word what the register says",
  (_, { law, article, text }) => {
    const own = ownText(texts.get(law.cited)!, article);
    expect(own.length).toBeGreaterThan(10);
    for (const piece of text.split("……").filter(Boolean)) expect(own).toContain(brackets(piece));
  },
);
it("the day it came into force and its number stand in the text, where the text names them", () => {
  for (const law of new Set(verified.map((article) => article.law))) {
    const text = texts.get(law.cited)!.replaceAll(" ", "");
    const [year, month, day] = law.from.split("-").map(Number);
    if (/自\d{4}年\d+月\d+日起施行/.test(text)) expect(text, law.cited).toContain(`${year}年${month}月${day}日起施行`);
    if (!("numberFromMemory" in law)) expect(text, law.cited).toContain(law.number.replace(/^.*(第\d+号)$/, "$1"));
  }
});
