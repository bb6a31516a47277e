import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ASVS, type AsvsRow, type AsvsStatus } from "../docs/asvs.table.ts";

const WORDS: Record<AsvsStatus, string> = { met: "met", partly: "**partly**", missing: "**missing**", na: "does not apply" };
const cell = (text: string) => text.replaceAll("|", "\\|");
const proof = ({ why, tests = [] }: AsvsRow) =>
  [why, ...tests.map(([file, name]) => `\`${file}\` “${name}”`)]
    .filter(Boolean)
    .map((one) => cell(one!))
    .join("; ");
const countOf = (status: AsvsStatus) => ASVS.filter((row) => row.status === status).length;

/** docs/asvs.md, as the table says it. */
export function asvsPage(): string {
  const rows = ASVS.map((row) => `| ${row.id} | ${row.level} | ${cell(row.words)} | ${WORDS[row.status]} | ${proof(row)} |`);
  return `# OWASP ASVS 5.0.0, levels 1 and 2

Made from docs/asvs.table.ts by \`node scripts/asvs-doc.ts\`; tests/architecture/asvs.test.ts fails where a named test does not exist, a row is
left out, or this page is not what the table says. The words are our own and short; the standard's text (OWASP, CC BY-SA 4.0) counts.

“met” means that the named tests fail where it is not so. What is only read by eye, or done in part, is “partly”, with what is missing.

${ASVS.length} requirements: ${countOf("met")} met, ${countOf("partly")} partly, ${countOf("missing")} missing, ${countOf("na")} that do not apply.

| id | level | in short | status | proof, or what is missing |
| --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
}

if (import.meta.filename === process.argv[1]) writeFileSync(join(import.meta.dirname, "..", "docs", "asvs.md"), asvsPage());
