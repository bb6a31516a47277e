// One run of one import in a process of its own, so that its memory can be measured and it can be killed: URL, folder, id.
import { makeServices } from "../../apps/services.ts";
import { openDatabase } from "../../foundation/db/pool.ts";
import { runImport } from "../../systems/matters/actions/imports/index.ts";
import { benchKeys, COUNTY } from "./bench-county.ts";

const [url = "", folder = "", id = ""] = process.argv.slice(2);
const db = openDatabase(url, { size: 4 });
const began = performance.now();
const done = await runImport(makeServices(db, benchKeys()), COUNTY, id, { folder });
const cpu = process.cpuUsage();
console.log(
  JSON.stringify({
    state: done.state,
    written: done.new_rows,
    seconds: (performance.now() - began) / 1000,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1000,
  }),
);
await db.close();
