import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { type Database, openDatabase } from "../foundation/db/pool.ts";

export interface TestDatabase {
  readonly db: Database;
  /** The owner's connection string: only for looking behind the curtain in a test. */
  readonly ownerUrl: string;
  readonly runtimeUrl: string;
}

/** A database of its own for this test file, cloned from the migrated template; dropped afterwards. Call at the top of the file. */
export function testDatabase(): TestDatabase {
  const server = inject("server");
  const name = `t_${randomBytes(6).toString("hex")}`;
  const at = (login: string, base: string) => {
    const url = new URL(server);
    url.username = login;
    url.pathname = `/${base}`;
    return url.toString();
  };
  const ownerUrl = at("postgres", name);
  const runtimeUrl = at("linli_runtime", name);
  const db = openDatabase(runtimeUrl, { size: 8 });
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  beforeAll(async () => {
    await run(`create database ${name} template ${inject("template")}`);
  });
  afterAll(async () => {
    await db.close();
    await run(`drop database if exists ${name} with (force)`);
  });
  return { db, ownerUrl, runtimeUrl };
}

declare module "vitest" {
  export interface ProvidedContext {
    /** Superuser URL of the test server (embedded 18, or the one named by LINLI_TEST_SERVER). */
    server: string;
    template: string;
  }
}
