import pg from "pg";
import { type Actor, contextOf } from "./actor.ts";

pg.types.setTypeParser(20, Number); // int8: counts and sizes here stay far below 2^53
pg.types.setTypeParser(1082, (text) => text); // date stays yyyy-mm-dd

export type Role = Actor["role"];
export type Tx = pg.PoolClient;

/** One pool per group role; the same runtime login, which owns nothing and becomes that role when it connects. */
export interface Database {
  readonly url: string;
  pool(role: Role): pg.Pool;
  close(): Promise<void>;
}

/**
 * Opens pools lazily. `url` is the runtime login; `size` is the number of connections of the desk's pool (others take a quarter).
 * `unsynced`: no commit waits for the disk; only for what is made anew if it is lost, before another commit that does wait.
 */
export function openDatabase(url: string, options: { size?: number; unsynced?: boolean } = {}): Database {
  const pools = new Map<Role, pg.Pool>();
  const size = options.size ?? 16;
  return {
    url,
    pool(role) {
      let pool = pools.get(role);
      if (!pool) {
        pool = new pg.Pool({
          connectionString: url,
          max: role === "app" || role === "portal" ? size : Math.max(2, Math.floor(size / 4)),
          options: `-c role=linli_${role} -c search_path=pg_catalog -c jit=off${options.unsynced ? " -c synchronous_commit=off" : ""}`,
          application_name: `linli-${role}`,
          idleTimeoutMillis: 60_000,
          connectionTimeoutMillis: 5_000,
          statement_timeout: 30_000,
        });
        pool.on("error", () => {}); // an idle connection dropped by the server; the next checkout opens another
        pool.on("connect", (client) => void client.on("error", () => {})); // one dropped while in use: its query says so
        pools.set(role, pool);
      }
      return pool;
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
      pools.clear();
    },
  };
}

/**
 * Runs `work` in one transaction whose context is this actor: nothing can be read or written without it.
 * Opening and setting the context is one round trip. Rolls back on any throw. `snapshot` keeps one view of the data throughout.
 */
export async function withActor<T>(
  db: Database,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  options: { readOnly?: boolean; snapshot?: boolean } = {},
): Promise<T> {
  const client = await db.pool(actor.role).connect();
  let broken: Error | undefined;
  try {
    const settings = Object.entries(contextOf(actor)).map(
      ([name, value]) => `set_config('${name}',${pg.escapeLiteral(value)},true)`,
    );
    const mode = [options.snapshot && "isolation level repeatable read", (options.readOnly || actor.readOnly) && "read only"]
      .filter(Boolean)
      .join(", ");
    await client.query(`begin ${mode}; select ${settings.join(",")}`);
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((fault: Error) => {
      broken = fault;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** One read in this actor's context; rows as plain objects. */
export async function read<Row extends object>(
  db: Database,
  actor: Actor,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  return withActor(db, actor, async (tx) => (await tx.query<Row & pg.QueryResultRow>(text, values as unknown[])).rows, {
    readOnly: true,
  });
}
