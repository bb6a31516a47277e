import { parseArgs } from "node:util";
import { FAULTS, type Finding } from "../../systems/ledger/index.ts";
import { type CountyReport, verifyCounty } from "../verify-county.ts";
import type { CommandContext } from "./context.ts";

/** Findings shown at the terminal; `--json` gives up to a thousand. */
const SHOWN = 50;

/** `linli verify`: reads everything, changes nothing; exit code 1 where anything differs. */
export async function run(args: string[], context: CommandContext): Promise<number> {
  const { values } = parseArgs({ args, options: { data: { type: "string" }, json: { type: "boolean", default: false } } });
  const county = await context.open(values.data);
  try {
    const report = await verifyCounty(county.db, county.county, county.folder.files, {
      lines: (lines) => context.progress("verify.reading", { lines, index: 0, total: 1 }),
      files: (files) => context.progress("verify.files", { files, index: 0, total: 1 }),
    });
    if (values.json) context.write(JSON.stringify(report, null, 2));
    else for (const line of linesOf(report, context)) context.write(line);
    return report.sound ? 0 : 1;
  } finally {
    await county.close();
  }
}

/** The report as sentences, what was looked at first, then each finding. */
export function* linesOf(
  { journal, numbers, attachments, sound }: CountyReport,
  context: Pick<CommandContext, "locale" | "sentence">,
): Generator<string> {
  const { sentence, locale } = context;
  const { lines, procedures, faults, erased } = journal;
  yield sentence("verify.journal", { lines, procedures, faults });
  if (erased > 0) yield sentence("verify.erased", { erased });
  for (const [kind, count] of Object.entries(journal.notRebuilt)) yield sentence("verify.notRebuilt", { kind, count });
  for (const finding of journal.findings.slice(0, SHOWN)) yield sentence("verify.finding", factsOf(finding, locale));
  if (faults > SHOWN) yield sentence("verify.more", { count: faults - SHOWN });
  yield sentence("verify.numbers", { numbers: numbers.numbers, series: numbers.series, faults: numbers.findings.length });
  for (const finding of numbers.findings.slice(0, SHOWN)) yield sentence(`verify.${finding.fault}`, { ...finding });
  yield sentence("verify.attachments", { files: attachments.files, faults: attachments.findings.length });
  for (const { id, fault } of attachments.findings.slice(0, SHOWN)) yield sentence(`verify.file-${fault}`, { id });
  yield sentence(sound ? "verify.sound" : "verify.notSound");
}

function factsOf(finding: Finding, locale: CommandContext["locale"]) {
  const { procedureKind: kind, procedureId: id = "", version = "", fault, detail } = finding;
  const shown = detail ? (locale === "en" ? ` (${detail})` : `（${detail}）`) : "";
  return { kind, id, version, what: FAULTS[fault][locale === "en" ? "en" : "zh"], detail: shown };
}
