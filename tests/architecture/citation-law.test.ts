import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../foundation/root.ts";
import {
  allCitations,
  citationFaults,
  citationsIn,
  citationsOfFile,
  citingFiles,
  lawsWithoutArticle,
} from "../../scripts/check/citation-law.ts";
import { projectFiles } from "../../scripts/check/size-law.ts";
import { lawsPage, usesTable } from "../../scripts/laws-doc.ts";
import { ARTICLES } from "../../systems/law/articles.table.ts";

const known: ReadonlySet<string> = new Set(ARTICLES.map((article) => article.id));
const unknownIn = (file: string, text: string) => citationsOfFile(file, text).cited.filter(({ id }) => !known.has(id));

describe("a citation is found however it is written", () => {
  it.each([
    ["信访工作条例 第三十条", ["信访工作条例 第三十条"]],
    ["参照信访工作条例 第十九条第三款（已经受理的）；待县里核定", ["信访工作条例 第十九条"]],
    [
      "《信访工作条例》第二十二条、第二十三条、第三十四条",
      ["信访工作条例 第二十二条", "信访工作条例 第二十三条", "信访工作条例 第三十四条"],
    ],
    ["信访工作条例 第三十一条第一至五项", ["信访工作条例 第三十一条"]],
    ["按本条例第三十一条办理", []],
    ["依法办理，向法院起诉", []],
    ["按国办函〔2026〕12号，不强制打卡", ["国办函〔2026〕12号"]],
    ["国办发明电〔2025〕7号", []],
  ])("%s", (text, ids) => expect(citationsIn(text)).toEqual(ids));

  it("as a refusal's article, an act's ground, a row of county data, a comment, SQL", () => {
    const of = (file: string, text: string) => citationsOfFile(file, text).cited.map(({ kind, name, id }) => [kind, name, id]);
    const id = "信访工作条例 第三十条";
    expect(of("systems/x/rules/a.ts", `throw new Refusal("x.no", {}, { article: "${id}" });`)).toEqual([["refusal", "x.no", id]]);
    expect(of("systems/x/rules/lifecycle.ts", `const t = { acts: { "hand-back": { cites: ["${id}"] } } };`)).toEqual([
      ["transition", "hand-back", id],
    ]);
    expect(of("counties/x/replies.table.ts", `const grounds = [{ code: "court", basis: "${id}第一款" }];`)).toEqual([
      ["ground", "court", id],
    ]);
    expect(of("systems/x/a.ts", `// ${id}\nexport {};`)).toEqual([["comment", "", id]]);
    expect(of("systems/x/store/migrations/0001-a.sql", `insert into x values ('${id}');`)).toEqual([["text", "", id]]);
  });
});

describe("a citation outside the register stops the check", () => {
  it.each([
    [
      "a refusal of an article that is not there",
      "systems/x/a.ts",
      'new Refusal("x.no", {}, { article: "信访工作条例 第九十九条" })',
    ],
    [
      "a county's term of a law that nobody knows",
      "counties/x/terms.table.ts",
      'const t = [{ code: "a", basis: "某县信访办法 第三条" }];',
    ],
    ["seeds in SQL", "systems/x/store/migrations/0001-a.sql", "insert into x values ('人民调解法 第八十条')"],
    ["a document's number", "systems/x/desk/words.ts", 'const w = "国办发〔2031〕9号";'],
    ["a comment", "systems/x/b.ts", "// 民法典 第九百条\nexport {};"],
  ])("%s", (_, file, text) => expect(unknownIn(file, text)).toHaveLength(1));
  it("a law as a basis without its article", () => {
    expect(lawsWithoutArticle("民事诉讼法")).toEqual(["民事诉讼法"]);
    expect(lawsWithoutArticle("治安管理处罚法、刑事诉讼法")).toHaveLength(2);
    expect(lawsWithoutArticle("县里自定期限（示例）")).toEqual([]);
  });
});

describe("the tree", () => {
  const files = projectFiles(root);
  const cited = allCitations(root, files);
  it("is read, and cites at all", () => {
    expect(citingFiles(files).length).toBeGreaterThan(300);
    expect(new Set(cited.map((one) => one.kind))).toContain("refusal");
    expect(cited.length).toBeGreaterThan(10);
  });
  it("cites nothing that the register does not hold", () => expect(citationFaults(root, files)).toEqual([]));
  it("docs/laws.md is what the citations say: run `node scripts/laws-doc.ts`", () =>
    expect(readFileSync(join(root, "docs/laws.md"), "utf8")).toBe(lawsPage(cited)));
  it("the screen's uses are what the citations say: run `node scripts/laws-doc.ts`", () =>
    expect(readFileSync(join(root, "systems/law/uses.table.ts"), "utf8")).toBe(usesTable(cited)));
});
