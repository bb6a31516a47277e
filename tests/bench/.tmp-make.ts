import pg from "pg";
import { migrate } from "../../foundation/db/migrate.ts";
import { openDatabase } from "../../foundation/db/pool.ts";

const c = new pg.Client("postgres://postgres@127.0.0.1:54399/postgres");
await c.connect();
await c.query("drop database if exists imp_dev with (force)");
await c.query("create database imp_dev template template0 encoding 'UTF8' locale 'C.UTF-8'");
await c.end();
await migrate("postgres://postgres@127.0.0.1:54399/imp_dev", "linli_runtime");
const { seedRegisters } = await import("../../apps/cli/seed.ts");
const db = openDatabase("postgres://linli_runtime@127.0.0.1:54399/imp_dev");
await seedRegisters(db, 410425, true);
await db.close();
