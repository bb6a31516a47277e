import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { startJobs } from "../../apps/jobs/jobs.ts";
import { makeServices } from "../../apps/services.ts";
import { jobActor } from "../../foundation/db/actor.ts";
import { openDatabase } from "../../foundation/db/pool.ts";
import * as I from "../../systems/matters/actions/imports/index.ts";

const db = openDatabase("postgres://linli_runtime@127.0.0.1:54399/imp_dev");
const services = makeServices(db, { version: 1, identity: randomBytes(32), lookup: randomBytes(32) });
const folder = "/tmp/w/d";
const C = 410425;
const actor = jobActor(C);
let t = performance.now();
const jobs = await startJobs({ services, options: { county: C, dataFolder: folder } });
console.log("jobs up", performance.now() - t, "rss", process.memoryUsage().rss / 1e6);
const id = await I.bringSheet(services, actor, {
  name: "x.csv",
  bytes: createReadStream("/work/shared/data/requests/311_unified.csv"),
  folder: folder + "/imports",
});
const rec = await I.getImport(services, actor, id);
await I.startCheck(services, actor, id, { columns: rec.columns, shiftYears: 0, pseudonyms: false });
t = performance.now();
for (;;) {
  const r = await I.getImport(services, actor, id);
  if (r.state !== "dry-run") {
    console.log(r.state, r.failure, performance.now() - t);
    break;
  }
  await wait(100);
}
await I.confirmImport(services, actor, id);
t = performance.now();
for (;;) {
  const r = await I.getImport(services, actor, id);
  if (r.state !== "running") {
    console.log(r.state, r.failure, r.new_rows, performance.now() - t);
    break;
  }
  await wait(100);
}
t = performance.now();
for (;;) {
  const r = await I.getImport(services, actor, id);
  if (r.indexed_rows >= r.new_rows || performance.now() - t > 30000) {
    console.log("indexed", r.indexed_rows, performance.now() - t);
    break;
  }
  await wait(300);
}
t = performance.now();
await jobs.stop();
console.log("stop", performance.now() - t);
await db.close();
