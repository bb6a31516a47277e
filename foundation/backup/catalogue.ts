import type pg from "pg";

/** Schemas that hold nothing that cannot be made again: the job queue's. */
export const DERIVED_SCHEMAS: readonly string[] = ["pgboss"];

/** The table of applied migrations travels in the manifest, not as rows. */
const OWN_TABLES = ["foundation.migrations"];

export interface Table {
  readonly schema: string;
  readonly name: string;
  /** Quoted, ready for SQL. */
  readonly quoted: string;
  /** Quoted columns that are stored (generated ones are computed again). */
  readonly columns: readonly string[];
}

export interface ForeignKey {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly definition: string;
}

export interface Sequence {
  readonly quoted: string;
  readonly last: string;
  readonly called: boolean;
}

const TABLES = `select n.nspname as schema, c.relname as name, quote_ident(n.nspname) || '.' || quote_ident(c.relname) as quoted,
    array(select quote_ident(attname) from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and n.nspname <> all($1)
  order by 1, 2`;

const FOREIGN_KEYS = `select quote_ident(conname) as name, confrelid <> conrelid as apart, pg_get_constraintdef(k.oid) as definition,
    quote_ident(fn.nspname) || '.' || quote_ident(f.relname) as from, quote_ident(tn.nspname) || '.' || quote_ident(t.relname) as to
  from pg_constraint k join pg_class f on f.oid = conrelid join pg_namespace fn on fn.oid = f.relnamespace
    join pg_class t on t.oid = confrelid join pg_namespace tn on tn.oid = t.relnamespace
  where contype = 'f' and conparentid = 0 order by 1`;

const SEQUENCES = `select quote_ident(schemaname) || '.' || quote_ident(sequencename) as quoted from pg_sequences where schemaname <> all($1) order by 1`;

/** Every table with rows of its own, referenced tables before those that refer to them. */
export async function tablesInOrder(client: pg.ClientBase): Promise<{ tables: Table[]; cyclic: ForeignKey[] }> {
  const found = (await client.query<Table>(TABLES, [DERIVED_SCHEMAS])).rows.filter(
    (table) => !OWN_TABLES.includes(`${table.schema}.${table.name}`),
  );
  const keys = (await client.query<ForeignKey & { apart: boolean }>(FOREIGN_KEYS)).rows.filter((key) => key.apart);
  const waiting = new Map(found.map((table) => [table.quoted, table]));
  const tables: Table[] = [];
  const cyclic: ForeignKey[] = [];
  while (waiting.size) {
    const ready = [...waiting.values()].filter((table) => !keys.some((key) => key.from === table.quoted && waiting.has(key.to)));
    if (ready.length === 0) {
      const first = waiting.values().next().value!;
      cyclic.push(...keys.filter((key) => key.from === first.quoted && waiting.has(key.to)));
      ready.push(first);
    }
    for (const table of ready) {
      tables.push(table);
      waiting.delete(table.quoted);
    }
  }
  return { tables, cyclic };
}

/** Where every sequence stands. */
export async function sequences(client: pg.ClientBase): Promise<Sequence[]> {
  const names = (await client.query<{ quoted: string }>(SEQUENCES, [DERIVED_SCHEMAS])).rows;
  const found: Sequence[] = [];
  for (const { quoted } of names) {
    const { rows } = await client.query(`select last_value::text as last, is_called as called from ${quoted}`);
    found.push({ quoted, ...rows[0] });
  }
  return found;
}

/** The statement that streams a table's rows, out or in. */
export const copyOut = (table: Table): string => `copy ${table.quoted} (${table.columns.join(", ")}) to stdout`;
export const copyIn = (table: Table, columns: readonly string[]): string =>
  `copy ${table.quoted} (${columns.join(", ")}) from stdin`;
