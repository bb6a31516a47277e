// A million open clocks: finding ten thousand that are due, through the product's own read and row policies. `--rounds 7 --clocks 1000000`
import { jobActor } from "../../foundation/db/actor.ts";
import { clocksDueBy } from "../../systems/clocks/index.ts";
import { COUNTY, makeBenchCounty } from "./bench-county.ts";
import { once, startBenchServer } from "./bench-server.ts";
import { median, option, quantile, sayMachine, sayTable } from "./report.ts";

const DUE = 10_000;

const FILL = (clocks: number) => `
  insert into clocks.running (county_code, id, procedure_kind, procedure_id, matter_id, term, term_version, started_at, due_at)
  select ${COUNTY}, gen_random_uuid(), 'matter', gen_random_uuid(), gen_random_uuid(), 'answer-complaint', 1,
    timestamptz '2026-11-01 09:00+08', timestamptz '2026-11-23 18:00+08' + (one * 7919::bigint % ${clocks} - ${DUE}) * interval '7 seconds'
  from generate_series(1, ${clocks}) as one`;

if (import.meta.main) {
  const clocks = option("clocks", 1_000_000);
  const server = await startBenchServer();
  sayMachine(server.version);
  try {
    const county = await makeBenchCounty(server, "clocks");
    if (county.made) {
      await once(county.ownerUrl, FILL(clocks));
      await once(county.ownerUrl, "vacuum analyze clocks.running");
    }
    const [{ open = 0 } = {}] = await once<{ open: number }>(
      county.ownerUrl,
      "select count(*)::int as open from clocks.running where state = 'running'",
    );
    const actor = jobActor(COUNTY);
    const times: number[] = [];
    for (let round = 0; round <= option("rounds", 7); round += 1) {
      const began = performance.now();
      const due = await clocksDueBy(county.db, actor, new Date("2026-11-23T18:00:00+08:00"), { limit: DUE });
      if (round > 0) times.push(performance.now() - began);
      if (due.length !== DUE) throw new Error(`found ${due.length} due clocks`);
    }
    sayTable(`${open} open clocks, ${DUE} of them due, ${times.length} rounds`, [
      { measured: "finding them, ms: median", figure: median(times), aim: "≤ 200" },
      { measured: "finding them, ms: slowest", figure: quantile(times, 1), aim: "" },
    ]);
    await county.db.close();
  } finally {
    await server.stop();
  }
}
