import { randomBytes } from "node:crypto";
import { makeServices } from "../../apps/services.ts";
import { openDatabase } from "../../foundation/db/pool.ts";

const db = openDatabase("postgres://linli_runtime@127.0.0.1:54399/imp_dev");
console.log("base", Math.round(process.memoryUsage().rss / 1e6));
const services = makeServices(db, { version: 1, identity: randomBytes(32), lookup: randomBytes(32) });
await services.books(410425);
console.log("books", Math.round(process.memoryUsage().rss / 1e6));
await db.close();
