import { randomBytes } from "node:crypto";
import { makeServices } from "../../apps/services.ts";
import { jobActor } from "../../foundation/db/actor.ts";
import { openDatabase } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { readRows } from "../../foundation/sheets/index.ts";
import { composeReceive } from "../../systems/matters/index.ts";

const db = openDatabase(process.argv[2]!);
const services = makeServices(db, { version: 1, identity: randomBytes(32), lookup: randomBytes(32) });
const books = await services.books(410425);
const rows: string[][] = [];
let t0 = performance.now();
for await (const row of readRows("/work/shared/data/requests/311_unified.csv")) rows.push(row.cells);
console.log("read", rows.length, ((performance.now() - t0) / rows.length) * 1000, "us/row");
for (let pass = 0; pass < 3; pass++) {
  t0 = performance.now();
  let bytes = 0;
  for (const cells of rows) {
    const input = {
      commandId: newId(),
      v: 1,
      id: newId(),
      door: "spreadsheet",
      title: cells[4],
      text: `${cells[5]} ${cells[6]}`.padEnd(2, "-"),
      place: { words: cells[9] },
      reporter: { wantsSecrecy: false, quiet: false },
      files: [],
      confirmed: false,
    } as never;
    const c = composeReceive(services, books, { ...jobActor(410425) }, input, {
      series: "I",
      receivedAt: new Date("2025-03-04T05:06:07Z"),
      withoutCode: true,
      searchLater: true,
      importId: newId(),
    });
    if (pass === 2) bytes += JSON.stringify(c.row).length;
  }
  console.log("compose", ((performance.now() - t0) / rows.length) * 1000, "us/row", bytes / rows.length);
}
await db.close();
