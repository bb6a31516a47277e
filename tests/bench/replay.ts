// Matters a second of a replay: the engine alone, and a whole run of the sandbox out of the database. `--rounds 5 --matters 100000`

import { makeServices } from "../../apps/services.ts";
import { jobActor } from "../../foundation/db/actor.ts";
import { read } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { runSandbox, startSandbox } from "../../systems/matters/index.ts";
import { benchKeys, COUNTY, makeBenchCounty } from "./bench-county.ts";
import { startBenchServer } from "./bench-server.ts";
import { fillMatters } from "./fill.ts";
import { load, median, option, sayMachine, sayTable } from "./report.ts";

const rounds = option("rounds", 5);
const server = await startBenchServer();
try {
  sayMachine(server.version);
  const county = await makeBenchCounty(server, "replay");
  try {
    if (county.made) await fillMatters(county.ownerUrl, option("matters", 100_000), { texts: 20_000 });
    const services = makeServices(county.db, benchKeys());
    const actor = jobActor(COUNTY);
    const books = await services.books(COUNTY);
    const span = { from: new Date("2000-01-01"), to: new Date("2100-01-01") };
    const change = {
      rules: books.versions.rules!,
      catalogue: null,
      term: { term: [...books.terms.keys()][0]!, length: 5 },
      beside: "now" as const,
    };
    const figures: { matters: number; seconds: number; perSecond: number; heap: number; load: string }[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const id = newId();
      await startSandbox(services, actor, { id, span, change });
      const began = performance.now();
      await runSandbox(services, COUNTY, id);
      const seconds = (performance.now() - began) / 1000;
      const [run] = await read<{ state: string; done_matters: number }>(
        county.db,
        actor,
        "select state, done_matters from matters.sandbox_runs where county_code = $1 and id = $2",
        [COUNTY, id],
      );
      if (run!.state !== "done") throw new Error(`the run is ${run!.state}`);
      // the first round warms up
      if (round > 0)
        figures.push({
          matters: run!.done_matters,
          seconds,
          perSecond: run!.done_matters / seconds,
          heap: process.memoryUsage().heapUsed / 2 ** 20,
          load: load(),
        });
    }
    sayTable(`replay out of the database, ${books.data.rules!.rules.length} rules`, figures);
    sayTable("median", [{ "matters/s": median(figures.map((one) => one.perSecond)) }]);
  } finally {
    await county.close();
  }
} finally {
  await server.stop();
}
