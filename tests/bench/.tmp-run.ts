import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { makeServices } from "../../apps/services.ts";
import { jobActor } from "../../foundation/db/actor.ts";
import { openDatabase } from "../../foundation/db/pool.ts";
import * as I from "../../systems/matters/actions/imports/index.ts";

const db = openDatabase("postgres://linli_runtime@127.0.0.1:54399/imp_dev");
const services = makeServices(db, { version: 1, identity: randomBytes(32), lookup: randomBytes(32) });
const folder = "/tmp/w/imports";
const C = 410425;
const actor = jobActor(C);
const file = process.argv[2]!;
const id = await I.bringSheet(services, actor, { name: file.split("/").pop()!, bytes: createReadStream(file), folder });
const rec = await I.getImport(services, actor, id);
console.log(rec.columns.map((c) => `${c.name}=${c.field}(${c.confidence})`).join(" "));
await I.startCheck(services, actor, id, {
  columns: rec.columns,
  shiftYears: Number(process.argv[3] ?? 0),
  pseudonyms: process.argv[4] === "p",
});
let t = performance.now();
const checked = await I.checkImport(services, C, id, { folder });
console.log(
  "check",
  ((performance.now() - t) / 1000).toFixed(1),
  "s",
  checked.state,
  checked.read_rows,
  checked.new_rows,
  checked.skipped_rows,
  checked.error_rows,
  checked.notes,
  checked.problems.slice(0, 3),
);
await I.confirmImport(services, actor, id);
t = performance.now();
const done = await I.runImport(services, C, id, { folder, onChunk: (p) => process.argv[5] && console.log(p) });
const s = (performance.now() - t) / 1000;
console.log(
  "run",
  s.toFixed(1),
  "s",
  done.state,
  done.read_rows,
  done.new_rows,
  done.skipped_rows,
  done.error_rows,
  done.notes,
  (done.new_rows / s).toFixed(0),
  "rows/s",
  "rss",
  Math.round(process.memoryUsage().rss / 1e6),
  "cpu",
  process.cpuUsage().user / 1e6,
);
await db.close();
