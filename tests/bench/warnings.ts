// 10,000 warnings among 1,000,000 open clocks: the job's pass from the first row to the last notice. `--clocks 1000000 --due 10000 --rounds 3`
import pg from "pg";
import { makeServices } from "../../apps/services.ts";
import { passWarnings } from "../../systems/supervision/index.ts";
import { benchKeys, COUNTY, makeBenchCounty } from "./bench-county.ts";
import { once, startBenchServer } from "./bench-server.ts";
import { fillMatters } from "./fill.ts";
import { median, option, sayMachine, sayTable } from "./report.ts";

/** The middle of a working day, so that nothing waits for the end of the quiet hours. */
const NOW = new Date("2026-11-24T10:00:00+08:00");

/** One run of the bench: all clocks open and scheduled for later, then `due` of them due now, each round. */
export async function benchWarnings(clocks: number, due: number, rounds: number) {
  const server = await startBenchServer();
  sayMachine(server.version);
  const county = await makeBenchCounty(server, "warnings");
  try {
    if (county.made) await fillMatters(county.ownerUrl, clocks, { withLines: true, texts: 1000 });
    await once(
      county.ownerUrl,
      `update clocks.running set state = 'running', ended_at = null, next_warning_at = '2030-01-01', warned = null, due_at = '2026-12-31 15:59:59Z'`,
    );
    await once(county.ownerUrl, "update matters.matters set open = true, state = 'handling' where not open");
    await once(county.ownerUrl, "analyze clocks.running");
    await once(county.ownerUrl, "analyze matters.matters");
    const services = makeServices(county.db, benchKeys(), { now: () => NOW });
    const figures = [];
    for (let round = 1; round <= rounds; round += 1) {
      await once(
        county.ownerUrl,
        `update clocks.running set next_warning_at = '2026-11-24 01:00Z', due_at = '2026-11-${String(16 + round)} 15:59:59Z', warned = null
         where (county_code, id) in (select county_code, id from clocks.running order by md5(id::text || '${round}') limit ${due})`,
      );
      let queries = 0;
      const query = pg.Client.prototype.query;
      pg.Client.prototype.query = function counted(this: pg.Client, ...given: never[]) {
        queries += 1;
        return (query as (...values: never[]) => never).apply(this, given);
      } as never;
      const began = performance.now();
      const done = await passWarnings(services, COUNTY);
      const seconds = (performance.now() - began) / 1000;
      pg.Client.prototype.query = query;
      if (done.warned !== due) throw new Error(`${done.warned} of ${due} were warned`);
      figures.push({ seconds, warned: done.warned, queries });
      sayTable(`round ${round}`, [figures.at(-1)!]);
    }
    sayTable(`10,000 warnings among ${clocks} open clocks`, [
      { measured: "seconds", figure: median(figures.map((one) => one.seconds)), aim: "≤ 60" },
    ]);
  } finally {
    await county.close();
    await server.stop();
  }
}

if (import.meta.main) await benchWarnings(option("clocks", 1_000_000), option("due", 10_000), option("rounds", 3));
