import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../database.ts";

const { ownerUrl, db } = testDatabase();
let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
});
afterAll(() => owner.end());
const ask = async <Row extends object>(sql: string, values: unknown[] = []) =>
  (await owner.query<Row & Record<string, unknown>>(sql, values)).rows as Row[];

/** The project's schemas: all but PostgreSQL's own and the job queue's, whose tables hold no matter. */
const OURS = "n.nspname !~ '^(pg_|information_schema$|pgboss)'";
const GROUPS = ["linli_app", "linli_portal", "linli_jobs", "linli_verify"];

/** Functions that run with their owner's rights, each with the reason; anything else fails here until somebody has looked. */
const REVIEWED: Readonly<Record<string, string>> = {};

describe("every table", () => {
  test("has row-level security on", async () => {
    const open = await ask<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and ${OURS} and not c.relrowsecurity`,
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });
  test("has at least one policy, and none that stands open to everyone", async () => {
    const bare = await ask<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and ${OURS} and not exists (select from pg_policy p where p.polrelid = c.oid)`,
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
    const everyone = await ask<{ name: string }>(
      `select c.relname || ': ' || p.polname as name from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
       where ${OURS} and 0 = any (p.polroles)`,
    );
    expect(everyone.map(({ name }) => name)).toEqual([]);
  });
  test("that grows has the county first in its key", async () => {
    const others = await ask<{ name: string; first: string }>(
      `select n.nspname || '.' || c.relname as name, a.attname as first from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where ${OURS} and i.indisprimary and a.attname <> 'county_code'`,
    );
    expect(others.map(({ name }) => name).sort()).toEqual(["foundation.installation", "foundation.migrations"]);
  });
  test("has no trigger of ours and no unique key without the county", async () => {
    const triggers = await ask(
      `select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS} and not tgisinternal`,
    );
    expect(triggers).toEqual([]);
    const unique = await ask<{ name: string }>(
      `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
       where ${OURS} and i.indisunique and not i.indisprimary
         and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = any (i.indkey::smallint[]) and a.attname = 'county_code')`,
    );
    expect(unique.map(({ name }) => name)).toEqual([]);
  });
  test("denies by default: whoever has no context sees no row and writes none", async () => {
    const tables = await ask<{ name: string; grants: string[] }>(
      `select n.nspname || '.' || c.relname as name, array_agg(distinct g.grantee::text) as grants from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join information_schema.table_privileges g on g.table_schema = n.nspname and g.table_name = c.relname and g.privilege_type = 'SELECT'
       where c.relkind = 'r' and ${OURS} and n.nspname <> 'foundation' and g.grantee like 'linli_%' group by 1`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name, grants } of tables)
      for (const role of ["app", "portal", "jobs", "verify"] as const) {
        if (!grants.includes(`linli_${role}`)) continue;
        const seen = await db.pool(role).query(`select count(*)::integer as n from ${name}`);
        expect(seen.rows[0].n, `${name} to ${role}`).toBe(0);
        const dropped = await db
          .pool(role)
          .query(`delete from ${name}`)
          .catch((error: { code: string }) => ({ rowCount: error.code === "42501" ? 0 : -1 }));
        expect(dropped.rowCount, `${name} dropped by ${role}`).toBe(0);
      }
  });
});

/** Tables with something of a matter whose rows are not tied to it by the usual three policies, each with what ties them. */
const TIED_OTHERWISE: Readonly<Record<string, string>> = {
  "approvals.approvals":
    "its doors ask whether whoever decides may see the matter; the row names it by id, with the reason asked for",
  "matters.search":
    "a condition on a row would keep the words' index unused (docs/adr/0062): every view joins matters.matters, whose policy decides",
  "matters.recusals": "an officer reads only the rows that shut a matter to themselves",
};

/** Policies that hold for every row, each with the reason. */
const FOR_EVERY_ROW: Readonly<Record<string, string>> = {
  "foundation.installation: readable": "one row: which county this database is",
  "foundation.migrations: readable_by_verify": "numbers and hashes of the schema's changes",
  "matters.search: officers_and_jobs": TIED_OTHERWISE["matters.search"]!,
};

describe("what hangs on a matter", () => {
  const policies = () =>
    ask<{
      name: string;
      policy: string;
      verb: string;
      restricts: boolean;
      roles: string[];
      rule: string | null;
      check: string | null;
    }>(
      `select n.nspname || '.' || c.relname as name, p.polname as policy, p.polcmd::text as verb, not p.polpermissive as restricts,
         array(select rolname::text from pg_roles where oid = any (p.polroles)) as roles,
         pg_get_expr(p.polqual, p.polrelid) as rule, pg_get_expr(p.polwithcheck, p.polrelid) as check
       from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS}`,
    );
  test("is read, changed and dropped by an officer only with the matter itself", async () => {
    const tables = await ask<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where a.attname = 'matter_id' and not a.attisdropped and c.relkind in ('r', 'p') and ${OURS}`,
    );
    const known = await policies();
    expect(tables.length).toBeGreaterThan(15);
    /** Every way in is closed: by a policy that narrows all others, or because each that lets in asks for the matter itself. */
    const closed = (name: string, verb: string) => {
      const here = known.filter((one) => one.name === name && ["*", verb].includes(one.verb) && one.roles.includes("linli_app"));
      const asks = (one: { rule: string | null }) => /matters\.matters m\b/.test(one.rule ?? "");
      return here.some((one) => one.restricts && asks(one)) || here.filter((one) => !one.restricts).every(asks);
    };
    const loose = tables.flatMap(({ name }) =>
      ["r", "w", "d"].filter((verb) => !closed(name, verb)).map((verb) => `${name} (${verb})`),
    );
    const reviewed = Object.keys(TIED_OTHERWISE);
    expect(loose.filter((one) => !reviewed.some((name) => one.startsWith(`${name} `)))).toEqual([]);
    expect(reviewed.filter((name) => !loose.some((one) => one.startsWith(`${name} `)))).toEqual([]);
  });
  test("and every other list of matters is named", async () => {
    const lists = await ask<{ name: string }>(
      `select n.nspname || '.' || c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
       join pg_namespace n on n.oid = c.relnamespace where a.attname ~ 'matter.*ids?$' and a.attname <> 'matter_id' and c.relkind in ('r', 'p') and ${OURS}`,
    );
    expect(lists.map(({ name }) => name)).toEqual(["supervision.orders.matter_ids"]); // its own policies: hidden_from
  });
  test("no policy holds for every row, and none reaches beyond the county, but for those that somebody reviewed", async () => {
    const open = (await policies())
      .filter((one) => !one.restricts && [one.rule, one.check].some((rule) => rule === "true" || (rule && !/county/.test(rule))))
      .map((one) => `${one.name}: ${one.policy}`);
    expect(open.filter((one) => !(one in FOR_EVERY_ROW)).sort()).toEqual([]);
    expect(Object.keys(FOR_EVERY_ROW).filter((one) => !open.includes(one))).toEqual([]);
  });
  test("the context is asked once a statement: every policy reads it in a scalar sub-select", async () => {
    const often = (await policies()).filter((one) =>
      [one.rule, one.check].some((rule) =>
        /(?<!SELECT )\b(foundation|teams|residents|matters|approvals)\.\w+\(\)/.test(rule ?? ""),
      ),
    );
    expect(often.map((one) => `${one.name}: ${one.policy}`)).toEqual([]);
  });
  test("every right to write that a role has goes through a policy that names the county", async () => {
    const rights = await ask<{ name: string; grantee: string; verb: string }>(
      `select distinct table_schema || '.' || table_name as name, grantee::text, privilege_type::text as verb from information_schema.table_privileges
       where grantee = any ($1) and privilege_type in ('INSERT', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER') and table_schema !~ '^(pg_|pgboss)'`,
      [GROUPS],
    );
    expect(rights.filter((one) => !["INSERT", "DELETE"].includes(one.verb))).toEqual([]);
    const known = await policies();
    const bare = rights.filter(
      ({ name, grantee, verb }) =>
        !known.some(
          (one) => one.name === name && one.roles.includes(grantee) && ["*", verb === "INSERT" ? "a" : "d"].includes(one.verb),
        ),
    );
    expect(bare.map(({ name, grantee, verb }) => `${verb} on ${name} by ${grantee}`)).toEqual([]);
  });
});

describe("the runtime login", () => {
  test("owns nothing", async () => {
    const owned = await ask(
      `select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = any ($1) or r.rolname = 'linli_runtime'`,
      [GROUPS],
    );
    expect(owned).toEqual([]);
    const functions = await ask(
      `select proname from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname = any ($1) or r.rolname = 'linli_runtime'`,
      [GROUPS],
    );
    expect(functions).toEqual([]);
  });
  test("neither it nor a group role is a superuser, bypasses security, or may make things", async () => {
    const roles = await ask<{ rolname: string }>(
      "select rolname from pg_roles where rolname = any ($1) and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)",
      [[...GROUPS, "linli_runtime"]],
    );
    expect(roles).toEqual([]);
    const mayCreate = await ask<{ name: string }>(
      `select n.nspname as name from pg_namespace n, unnest($1::text[]) role where ${OURS} and n.nspname <> 'public' and has_schema_privilege(role, n.oid, 'CREATE')`,
      [[...GROUPS, "linli_runtime"]],
    );
    expect(mayCreate).toEqual([]);
  });
  test("the journal can be added to, and neither changed nor shortened", async () => {
    const rights = await ask<{ grantee: string; privilege_type: string }>(
      "select grantee, privilege_type from information_schema.table_privileges where table_schema = 'ledger' and table_name = 'lines' and grantee like 'linli_%'",
    );
    expect(new Set(rights.map((one) => one.privilege_type))).toEqual(new Set(["SELECT", "INSERT"]));
    const columns = await ask(
      "select 1 from information_schema.column_privileges where table_schema = 'ledger' and table_name = 'lines' and grantee like 'linli_%' and privilege_type = 'UPDATE'",
    );
    expect(columns).toEqual([]);
  });
});

test("views ask with the rights of who looks", async () => {
  const views = await ask<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('v', 'm') and ${OURS} and (c.relkind = 'm' or not coalesce(c.reloptions::text ~ 'security_invoker=(true|on)', false))`,
  );
  expect(views.map(({ name }) => name)).toEqual([]);
});
test("functions run with the rights of who calls, but for those that somebody reviewed", async () => {
  const definers = await ask<{ name: string }>(
    `select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and ${OURS}`,
  );
  expect(definers.map(({ name }) => name).sort()).toEqual(Object.keys(REVIEWED).sort());
});
