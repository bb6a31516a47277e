import type pg from "pg";
import { getConstructionPlans, getMigrationPlans } from "pg-boss";

const SCHEMA = "pgboss";

/**
 * Brings the job queue's own schema to the level of the library, as the owner; at run time only `linli_jobs` may touch it, and the
 * library neither makes nor migrates anything. Queues hold ids of work, never words; they are not part of a backup.
 */
export async function prepareQueues(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('pgboss.version') is not null as there");
  const construction = getConstructionPlans(SCHEMA);
  if (rows[0]?.there) {
    const level = Number(/pgboss\.version\(version\) VALUES \('(\d+)'\)/.exec(construction)?.[1]);
    const found = await client.query<{ version: number }>("select version::integer from pgboss.version");
    if (found.rows[0]!.version < level) await client.query(getMigrationPlans(SCHEMA, found.rows[0]!.version));
  } else await client.query(construction);
  await client.query(`grant usage on schema pgboss to linli_jobs;
    grant select, insert, update, delete on all tables in schema pgboss to linli_jobs;
    grant usage on all sequences in schema pgboss to linli_jobs;
    grant execute on all functions in schema pgboss to linli_jobs`);
}
