// Writes docs/laws.md and systems/law/uses.table.ts from the citations: `node scripts/laws-doc.ts`. A test holds both to the code.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ARTICLES } from "../systems/law/articles.table.ts";
import { allCitations, type Cited } from "./check/citation-law.ts";
import { projectFiles } from "./check/size-law.ts";

const MARKS = { verified: "✓ verified", secondary: "secondary", practice: "practice", "from memory": "from memory" } as const;

/** docs/laws.md: every article with its trust mark, its text in short, and every place that cites it. */
export function lawsPage(cited: readonly Cited[]): string {
  const laws = [...new Map(ARTICLES.map((article) => [article.law.cited, article.law])).values()];
  const places = (id: string) =>
    cited
      .filter((one) => one.id === id)
      .map(({ kind, name, file }) => `${name ? `${kind} \`${name}\`` : kind} in ${file}`)
      .join("<br>");
  const used = new Set(cited.map((one) => one.id));
  return [
    "# The articles that the work rests on · 依据",
    "",
    "Written by `scripts/laws-doc.ts` from `systems/law/articles.table.ts` and the citations in the code and the county's data; do not edit by hand.",
    "Texts marked verified are cut out of the law's full text word by word (…… stands for what was left out).",
    `${ARTICLES.length} articles of ${laws.length} laws and documents, ${ARTICLES.filter(({ id }) => used.has(id)).length} of them cited.`,
    ...laws.flatMap((law) => [
      "",
      `## ${law.title}${"scope" in law && law.scope === "model" ? "（外地参考）" : ""}`,
      "",
      `${law.englishTitle} · ${law.number}${"numberFromMemory" in law ? "（文号凭记忆，待核）" : ""} · in force from ${law.from} · ${MARKS[law.trust]} · ${law.source}`,
      "",
      "| article | text in short | cited by |",
      "| --- | --- | --- |",
      ...ARTICLES.filter((article) => article.law === law).map(
        ({ id, article, text }) => `| ${article || "（全文）"} | ${text} | ${places(id)} |`,
      ),
    ]),
    "",
  ].join("\n");
}

/** systems/law/uses.table.ts: the same places, for the screen. */
export function usesTable(cited: readonly Cited[]): string {
  const known: readonly string[] = ARTICLES.map((article) => article.id);
  const ids = known.filter((id) => cited.some((one) => one.id === id));
  const rows = ids.flatMap((id) => [
    `  ${JSON.stringify(id)}: [`,
    ...cited
      .filter((one) => one.id === id)
      .map(
        ({ kind, name, file }) =>
          `    { kind: ${JSON.stringify(kind)}, name: ${JSON.stringify(name)}, file: ${JSON.stringify(file)} },`,
      ),
    "  ],",
  ]);
  return [
    'import type { Use } from "./contract.ts";',
    "",
    "// biome-ignore format: written by a script",
    "/** Written by `scripts/laws-doc.ts` from the citations in the code and the county's data; do not edit by hand. */",
    ids.length
      ? "export const USES: Readonly<Record<string, readonly Use[]>> = {"
      : "export const USES: Readonly<Record<string, readonly Use[]>> = {};",
    ...(ids.length ? [...rows, "};"] : []),
    "",
  ].join("\n");
}

if (process.argv[1] === import.meta.filename) {
  const root = join(import.meta.dirname, "..");
  const cited = allCitations(root, projectFiles(root));
  writeFileSync(join(root, "docs", "laws.md"), lawsPage(cited));
  writeFileSync(join(root, "systems", "law", "uses.table.ts"), usesTable(cited));
}
