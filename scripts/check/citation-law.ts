import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ARTICLES } from "../../systems/law/articles.table.ts";
import type { Use } from "../../systems/law/contract.ts";
import { LAWS } from "../../systems/law/laws.table.ts";

const ts = createRequire(import.meta.url)("@typescript/typescript6") as typeof import("@typescript/typescript6");
type Node = import("@typescript/typescript6").Node;

const ARTICLE = "第[一二三四五六七八九十百零]+条";
const PART = "(?:第[一二三四五六七八九十至、]+[款项])*";
const NAMES = Object.values(LAWS)
  .map((law) => law.cited)
  .sort((a, b) => b.length - a.length);
const CITED = new RegExp(
  `([\\u4e00-\\u9fff]{1,40}(?:条例|法典|法|办法|规定))》?[ 　]?(${ARTICLE}${PART}(?:、${ARTICLE}${PART})*)`,
  "g",
);
const BARE = /(?:^|[：；，、（]|参照|依据)([\u4e00-\u9fff]{2,20}(?:法|条例))(?=$|[；，、）])/g;
/** Notices on holidays are calendars' sources, a new one each year; everything else with a number stands in the register. */
const NUMBER = /(?<![\u4e00-\u9fff])(?!国办发明电)[国中法司发厅豫平郏][\u4e00-\u9fff]{0,5}〔\d{4}〕\d+号/g;
const REGISTER: ReadonlySet<string> = new Set([
  ...ARTICLES.map((article) => article.id),
  ...Object.values(LAWS).map((law) => law.number),
]);

/** The articles that a text cites: 信访工作条例 第二十二条、第二十三条 are two. A law that nobody knows keeps the name it was written with. */
export function citationsIn(text: string): string[] {
  const found = [...text.matchAll(CITED)].flatMap(([, written, articles]) => {
    if (/本(条例|法|办法|规定)$/.test(written!)) return [];
    const name = NAMES.find((known) => written!.endsWith(known)) ?? written!;
    return [...articles!.matchAll(new RegExp(ARTICLE, "g"))].map(([article]) => `${name} ${article}`);
  });
  const whole = NAMES.filter((name) => REGISTER.has(name) && text.includes(name));
  return [...new Set([...found, ...whole, ...(text.match(NUMBER) ?? [])])];
}

/** Laws named as a basis without saying which article: nobody can look that up. */
export const lawsWithoutArticle = (basis: string): string[] =>
  [...basis.matchAll(BARE)].map(([, name]) => name!).filter((name) => !REGISTER.has(name));

const SOURCE = /^(foundation|systems|apps|counties|ui)\/.+\.(tsx?|sql)$/;
const NOT_READ = /\.(test|fixture)\.tsx?$|\/testing\.ts$|^foundation\/citation\.ts$|^systems\/law\/|^counties\/[^/]+\/examples\//;
/** The files in which a citation counts: what runs and the county's data; not tests, the register itself, or residents' own words. */
export const citingFiles = (files: readonly string[]): string[] =>
  files.filter((file) => SOURCE.test(file) && !NOT_READ.test(file));

const kindOf = (file: string): Use["kind"] => {
  if (/lifecycle\.ts$/.test(file)) return "transition";
  if (/terms?[^/]*\.ts$/.test(file)) return "term";
  return /rules?\.table\.ts$/.test(file) ? "rule" : "text";
};
const namedBy = (node: Node, keys: readonly string[]): string | undefined => {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  for (const property of node.properties)
    if (ts.isPropertyAssignment(property) && keys.includes(property.name.getText()) && ts.isStringLiteral(property.initializer))
      return property.initializer.text;
  return undefined;
};

/** What holds this string: the refusal, the act of a lifecycle, the term or ground whose basis it is; else the file's own text. */
function holderOf(node: Node, file: string): Pick<Use, "kind" | "name"> {
  for (let at: Node | undefined = node.parent; at; at = at.parent) {
    if (
      ts.isNewExpression(at) &&
      at.expression.getText() === "Refusal" &&
      at.arguments?.[0] &&
      ts.isStringLiteral(at.arguments[0])
    )
      return { kind: "refusal", name: at.arguments[0].text };
    if (!ts.isObjectLiteralExpression(at)) continue;
    const list = at.parent.parent && ts.isVariableDeclaration(at.parent.parent) ? at.parent.parent.name.getText() : "";
    const name = namedBy(at, ["code", "term", "id"]);
    if (name) return { kind: list === "grounds" ? "ground" : list === "destinations" ? "destination" : kindOf(file), name };
    if (kindOf(file) === "transition" && ts.isPropertyAssignment(at.parent))
      return { kind: "transition", name: at.parent.name.getText().replaceAll('"', "") };
  }
  return { kind: "text", name: "" };
}

export interface Cited extends Use {
  readonly id: string;
}

/** Every citation of one file with what holds it, and every law that is named as a basis without an article. */
export function citationsOfFile(file: string, text: string): { readonly cited: Cited[]; readonly bare: string[] } {
  const cited: Cited[] = [];
  const bare: string[] = [];
  const visit = (node: Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      for (const id of citationsIn(node.text)) cited.push({ id, ...holderOf(node, file), file });
      if (ts.isPropertyAssignment(node.parent) && /^basis$/i.test(node.parent.name.getText()))
        bare.push(...lawsWithoutArticle(node.text));
    }
    ts.forEachChild(node, visit);
  };
  if (!file.endsWith(".sql"))
    visit(
      ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS),
    );
  const inStrings = new Set(cited.map((one) => one.id));
  for (const id of citationsIn(text))
    if (!inStrings.has(id)) cited.push({ id, kind: file.endsWith(".sql") ? "text" : "comment", name: "", file });
  return { cited, bare };
}

/** Every citation in the tree, each place once, by file. */
export function allCitations(root: string, files: readonly string[]): Cited[] {
  const places = citingFiles(files).flatMap((file) => citationsOfFile(file, readFileSync(join(root, file), "utf8")).cited);
  return [...new Map(places.map((one) => [`${one.id} ${one.file} ${one.kind} ${one.name}`, one])).values()].sort(
    (a, b) => a.file.localeCompare(b.file, "en") || a.name.localeCompare(b.name, "en") || a.id.localeCompare(b.id, "zh"),
  );
}

/** Citations that the register does not hold, and laws named as a basis without an article. */
export function citationFaults(root: string, files: readonly string[]): string[] {
  return citingFiles(files).flatMap((file) => {
    const { cited, bare } = citationsOfFile(file, readFileSync(join(root, file), "utf8"));
    return [
      ...cited
        .filter(({ id }) => !REGISTER.has(id))
        .map(({ id }) => `${file} cites ${id}, which is not in systems/law/articles.table.ts`),
      ...bare.map((law) => `${file} names ${law} as a basis without an article`),
    ];
  });
}
