import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import pg from "pg";
import { root } from "../root.ts";
import { prepareQueues } from "./prepare-queues.ts";

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

/** Every migration of every system, in the order of its number. Throws where a number is used twice. */
export function readMigrations(): Migration[] {
  const files = globSync(["foundation/store/migrations/*.sql", "systems/*/store/migrations/*.sql"], { cwd: root });
  const all = files.map((file) => {
    const sql = readFileSync(join(root, file), "utf8");
    const name = basename(file, ".sql");
    return { number: Number.parseInt(name, 10), name, sql, hash: createHash("sha256").update(sql).digest("hex") };
  });
  all.sort((a, b) => a.number - b.number);
  all.forEach((migration, index) => {
    if (index > 0 && all[index - 1]?.number === migration.number)
      throw new Error(`two migrations share number ${migration.number}: ${migration.name}`);
  });
  return all;
}

/**
 * Brings the database up to date as its owner: each migration in its own transaction, under one advisory lock, so that two
 * servers never migrate at once. `runtimeLogin` is made a member of the group roles. Returns the names applied now.
 * Throws where an applied migration's text has changed since. With `only`, applies just these numbers, in that order (a restore
 * goes to the level of its archive first).
 */
export async function migrate(
  ownerUrl: string,
  runtimeLogin: string,
  onStep: (name: string, index: number, total: number) => void = () => {},
  only?: readonly number[],
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "linli-migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(410425)");
    await client.query(`create schema if not exists foundation;
      create table if not exists foundation.migrations (number integer primary key, name text not null, hash text not null, applied_at timestamptz not null default now())`);
    const applied = new Map<number, string>(
      (await client.query("select number, hash from foundation.migrations")).rows.map((row) => [row.number, row.hash]),
    );
    // nothing is here yet: a migration that a power cut takes is applied again
    if (applied.size === 0) await client.query("set synchronous_commit = off");
    const migrations = readMigrations();
    const asked = only?.map((number) => {
      const found = migrations.find((migration) => migration.number === number);
      if (!found) throw new Error(`there is no migration ${number}`);
      return found;
    });
    const waiting = (asked ?? migrations).filter((migration) => {
      const hash = applied.get(migration.number);
      if (hash && hash !== migration.hash) throw new Error(`migration ${migration.name} was changed after it was applied`);
      return !hash;
    });
    for (const [index, migration] of waiting.entries()) {
      onStep(migration.name, index + 1, waiting.length);
      await client.query("begin");
      try {
        await client.query(migration.sql);
        await client.query("insert into foundation.migrations (number, name, hash) values ($1, $2, $3)", [
          migration.number,
          migration.name,
          migration.hash,
        ]);
        await client.query("commit");
      } catch (error) {
        await client.query("rollback");
        throw new Error(`migration ${migration.name} failed: ${(error as Error).message}`, { cause: error });
      }
    }
    await prepareQueues(client);
    const { rows } = await client.query<{ group: string }>(
      `select "group" from unnest(array['linli_app', 'linli_portal', 'linli_jobs', 'linli_verify']) as "group"
       where not exists (select 1 from pg_auth_members where roleid = "group"::regrole and member = quote_ident($1)::regrole)`,
      [runtimeLogin],
    );
    for (const { group } of rows) await client.query(`grant ${group} to ${pg.escapeIdentifier(runtimeLogin)}`);
    return waiting.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}
