// Import of a large sheet against a plain INSERT … SELECT of the same rows into the same tables and indexes; then a kill at half. `--rows 1000000`
import { execFile, spawn } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { makeServices } from "../../apps/services.ts";
import { jobActor } from "../../foundation/db/actor.ts";
import { root } from "../../foundation/root.ts";
import { bringSheet, confirmImport, getImport, setImport } from "../../systems/matters/actions/imports/index.ts";
import { benchKeys, COUNTY, makeBenchCounty } from "./bench-county.ts";
import { once, startBenchServer } from "./bench-server.ts";
import { makeSheet } from "./import-sheet.ts";
import { load, option, sayMachine, sayTable } from "./report.ts";

const rows = option("rows", 1_000_000);
const { nodeFlags } = (await import(join(root, "scripts/prepare.mjs"))) as { nodeFlags: readonly string[] };
const RUN = join(import.meta.dirname, "import-run.ts");
const TABLES = {
  "matters.matters": "import_id = $1",
  "ledger.lines": "matter_id in (select id from matters.matters where import_id = $1)",
  "residents.line_persons": "matter_id in (select id from matters.matters where import_id = $1)",
  "clocks.running": "matter_id in (select id from matters.matters where import_id = $1)",
  "matters.import_rows": "import_id = $1",
};

interface Ran {
  readonly state: string;
  readonly written: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

const server = await startBenchServer();
const county = await makeBenchCounty(server, "import");
const folder = mkdtempSync(join(tmpdir(), "linli-bench-import-"));
const services = makeServices(county.db, benchKeys());
const actor = jobActor(COUNTY);

async function confirmed(many: number, prefix: string): Promise<{ id: string; what: string }> {
  const sheet = join(folder, `${prefix}.csv`);
  const what = await makeSheet(sheet, many, prefix);
  const id = await bringSheet(services, actor, { name: `${prefix}.csv`, bytes: createReadStream(sheet), folder });
  rmSync(sheet);
  await setImport(services, actor, id, ["uploaded"], { state: "checked" });
  await confirmImport(services, actor, id, "caller");
  return { id, what };
}
const run = async (id: string): Promise<Ran> =>
  JSON.parse((await promisify(execFile)(process.execPath, [...nodeFlags, RUN, county.runtimeUrl, folder, id])).stdout) as Ran;

try {
  sayMachine(server.version);
  const whole = await confirmed(rows, "R");
  console.log(`${rows} rows, ${whole.what}; load before ${load()}`);
  const ran = await run(whole.id);
  console.log(`load after the import ${load()}`);
  let plain = 0;
  for (const [table, where] of Object.entries(TABLES)) {
    const copy = `plain_${table.replace(".", "_")}`;
    await once(county.ownerUrl, `create table public.${copy} (like ${table} including all)`);
    const began = performance.now();
    await once(
      county.ownerUrl,
      `insert into public.${copy} select * from ${table} where ${where.replace("$1", `'${whole.id}'`)}`,
    );
    plain += (performance.now() - began) / 1000;
  }
  console.log(`load after the plain insert ${load()}`);
  sayTable("Import", [
    {
      leg: "linli import",
      rows: ran.written,
      seconds: ran.seconds,
      "rows/s": ran.written / ran.seconds,
      "Node CPU s": ran.cpuSeconds,
      "peak MB": ran.peakMegabytes,
      ratio: ran.seconds / plain,
    },
    {
      leg: "plain INSERT … SELECT",
      rows: ran.written,
      seconds: plain,
      "rows/s": ran.written / plain,
      "Node CPU s": 0,
      "peak MB": 0,
      ratio: 1,
    },
  ]);

  const part = Math.max(20_000, Math.round(rows / 10));
  const { id } = await confirmed(part, "K");
  const killed = spawn(process.execPath, [...nodeFlags, RUN, county.runtimeUrl, folder, id], { stdio: "ignore" });
  while ((await getImport(services, actor, id)).new_rows < part / 2) await wait(20);
  killed.kill("SIGKILL");
  await new Promise((resolve) => killed.once("exit", resolve));
  const half = (await getImport(services, actor, id)).new_rows;
  const rest = await run(id);
  const [check] = await once<{ many: number; numbers: number; lines: number }>(
    county.ownerUrl,
    `select count(*)::int as many, count(distinct number)::int as numbers, (select count(*)::int from ledger.lines l join matters.matters x on x.county_code = l.county_code and x.id = l.matter_id where x.import_id = '${id}') as lines from matters.matters where import_id = '${id}'`,
  );
  sayTable("Killed at half, gone on with", [
    {
      rows: part,
      "in when killed": half,
      "in afterwards": check!.many,
      "different numbers": check!.numbers,
      "journal lines": check!.lines,
      state: rest.state,
    },
  ]);
  if (check!.many !== part || check!.numbers !== part || check!.lines !== part) throw new Error("rows were lost or doubled");
} finally {
  rmSync(folder, { recursive: true, force: true });
  await county.close();
  await server.stop();
}
