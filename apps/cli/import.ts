import { createReadStream, existsSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { jobActor } from "../../foundation/db/actor.ts";
import { knowRefusals, sentenceOf } from "../../foundation/http/refusals.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { IMPORT_FIELDS } from "../../systems/matters/contract.ts";
import {
  bringSheet,
  checkImport,
  confirmImport,
  type ImportField,
  importPage,
  indexImport,
  runImport,
  startCheck,
  stopImport,
} from "../../systems/matters/index.ts";
import { refusalWords } from "../api/bind-systems.ts";
import { makeServices } from "../services.ts";
import type { CommandContext, OpenCounty } from "./context.ts";
import { untilStopped } from "./signals.ts";

const SHOWN = 20;

/** `linli import FILE`: shows the mapping, tries it on every row, asks, then brings the rows in. */
export async function run(args: string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      yes: { type: "boolean", default: false },
      map: { type: "string", multiple: true, default: [] },
      "shift-years": { type: "string", default: "0" },
      pseudonyms: { type: "boolean", default: false },
      data: { type: "string" },
    },
  });
  const file = positionals[0];
  if (!file) throw new Refusal("import.whichFile");
  if (!existsSync(file) || !statSync(file).isFile()) throw new Refusal("import.noFile", { file });
  const shiftYears = Number(values["shift-years"]);
  if (!Number.isInteger(shiftYears) || Math.abs(shiftYears) > 50)
    throw new Refusal("badOption", { detail: `--shift-years ${values["shift-years"]}`, name: "import" });
  const county = await context.open(values.data);
  knowRefusals(...refusalWords);
  try {
    return await importFile(county, context, {
      file,
      yes: values.yes,
      maps: values.map,
      shiftYears,
      pseudonyms: values.pseudonyms,
    });
  } catch (error) {
    if (!(error instanceof Refusal) || !refusalWords.some((words) => error.code in words)) throw error;
    console.error(sentenceOf(error, context.locale));
    return 1;
  } finally {
    await county.close();
  }
}

interface Wish {
  readonly file: string;
  readonly yes: boolean;
  readonly maps: readonly string[];
  readonly shiftYears: number;
  readonly pseudonyms: boolean;
}

async function importFile(open: OpenCounty, context: CommandContext, wish: Wish): Promise<number> {
  const services = makeServices(open.db, open.keys);
  const actor = { ...jobActor(open.county), locale: context.locale };
  const folder = join(open.folder.home, "imports");
  let stopping = false;
  void untilStopped(() => {
    stopping = true;
    context.say("interrupted");
  });
  const stopped = () => stopping;
  const id = await bringSheet(services, actor, { name: basename(wish.file), bytes: createReadStream(wish.file), folder });
  const page = await importPage(services, actor, id, folder);
  context.say("import.found", {
    name: page.name,
    kind: page.kind,
    sheet: page.sheet,
    headerRow: page.headerRow,
    total: page.counts.total ?? "?",
  });
  for (const warning of page.warnings) context.say("import.problem", { row: page.headerRow, sentence: warning });
  const columns = chosenColumns(page.columns, wish.maps);
  for (const column of columns) context.say("import.column", { column: column.name, field: column.field, reason: column.reason });

  await startCheck(services, actor, id, { columns, shiftYears: wish.shiftYears, pseudonyms: wish.pseudonyms }, "caller");
  const told = (code: "import.trying" | "import.running", total: number) => (progress: { read: number; perSecond: number }) =>
    context.progress(code, {
      index: progress.read,
      total: Math.max(total, progress.read),
      speed: Math.round(progress.perSecond),
    });
  await checkImport(services, open.county, id, { folder, stopped, onChunk: told("import.trying", page.counts.total ?? 0) });
  const checked = await importPage(services, actor, id, folder);
  for (const problem of checked.problems.slice(0, SHOWN)) context.say("import.problem", problem);
  if (checked.problems.length > SHOWN) context.say("import.moreProblems", { more: checked.problems.length - SHOWN });
  if (checked.report) context.say("import.report", { report: checked.report });
  if (!wish.yes && !process.stdin.isTTY) throw new Refusal("import.askFirst");
  if (stopping || (!wish.yes && !(await saysYes(context)))) {
    context.say("import.left");
    return 1;
  }
  await confirmImport(services, actor, id, "caller");
  const done = await runImport(services, open.county, id, {
    folder,
    stopped,
    onChunk: told("import.running", checked.counts.read),
  });
  if (done.state === "running") await stopImport(services, actor, id);
  await indexImport(services, open.county, id, { stopped });
  context.write((await importPage(services, actor, id, folder)).report ?? "");
  return done.state === "done" ? 0 : 1;
}

function chosenColumns<Column extends { readonly name: string; readonly field: ImportField }>(
  columns: readonly Column[],
  maps: readonly string[],
): Column[] {
  const wished = new Map(
    maps.map((map) => {
      const at = map.lastIndexOf("=");
      const [name, field] = [map.slice(0, at), map.slice(at + 1) as ImportField];
      if (at < 1 || !IMPORT_FIELDS.includes(field) || !columns.some((column) => column.name === name))
        throw new Refusal("import.badMap", { map, fields: IMPORT_FIELDS.join(" ") });
      return [name, field] as const;
    }),
  );
  const taken = new Set(wished.values());
  return columns.map((column) => ({
    ...column,
    field: wished.get(column.name) ?? (taken.has(column.field) ? "ignore" : column.field),
  }));
}

async function saysYes(context: CommandContext): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(context.sentence("import.ask")).finally(() => terminal.close());
  return /^y(es)?$|^是$/i.test(answer.trim());
}
