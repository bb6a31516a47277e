import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { newId } from "../../foundation/ids.ts";
import { personListWords } from "../../scripts/check/never-law.ts";
import { listMatters, receiveMatter } from "../../systems/matters/contract.ts";
import { aCountyOverHttp } from "../builders/county-over-http.ts";

const county = aCountyOverHttp();
let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: county.ownerUrl });
  await owner.connect();
});
afterAll(() => owner.end());

const ask = async (sql: string, values: unknown[] = []): Promise<string[]> =>
  (await owner.query<{ text: string }>(sql, values)).rows.map((row) => row.text);
const OURS = "n.nspname !~ '^(pg_|information_schema$|pgboss)'";

/** Everything in the catalogue that has a name or a word: tables, columns, comments, checks, kinds, functions, policies, indexes. */
const namesInCatalogue = () =>
  ask(`
    select n.nspname || '.' || c.relname as text from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS}
    union all select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and a.attnum > 0 and not a.attisdropped
    union all select d.description from pg_description d join pg_class c on c.oid = d.objoid join pg_namespace n on n.oid = c.relnamespace where ${OURS}
    union all select pg_get_constraintdef(k.oid) from pg_constraint k join pg_namespace n on n.oid = k.connamespace where ${OURS}
    union all select e.enumlabel from pg_enum e
    union all select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS}
    union all select p.polname::text from pg_policy p`);

describe("words", () => {
  test("no word for a list of persons stands in the database", async () => {
    const names = await namesInCatalogue();
    expect(names.length).toBeGreaterThan(500);
    expect(names.filter((name) => personListWords(name).length > 0)).toEqual([]);
  });
  it.each([
    "create table residents.black_list (id uuid)",
    "alter table residents.reporters add column risk_score smallint",
    "comment on table residents.reporters is '重点人员'",
    "alter table residents.reporters add constraint c check (door <> 'repeat petitioner')",
  ])("%s is found", async (sql) => {
    await owner.query("begin");
    await owner.query(sql);
    const names = await namesInCatalogue();
    await owner.query("rollback");
    expect(names.filter((name) => personListWords(name).length > 0)).not.toEqual([]);
  });
});

interface Column {
  readonly table: string;
  readonly column: string;
}

/** Every column that officers' database role may read, whatever rows it may see. */
const columnsOfStaff = async (): Promise<Map<string, string[]>> => {
  const { rows } = await owner.query<Column>(
    `select format('%I.%I', n.nspname, c.relname) as table, a.attname as column
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and c.relkind in ('r', 'v', 'm', 'p') and a.attnum > 0 and not a.attisdropped
       and has_schema_privilege('linli_app', n.oid, 'usage') and has_column_privilege('linli_app', c.oid, a.attnum, 'select')`,
  );
  const tables = new Map<string, string[]>();
  for (const { table, column } of rows) tables.set(table, [...(tables.get(table) ?? []), column]);
  return tables;
};

/** All that staff's columns hold of one matter: the rows that name it, and the rows that name those. */
async function valuesOf(matter: string): Promise<Set<string>> {
  const tables = await columnsOfStaff();
  const keys = new Set([matter]);
  const values = new Set<string>();
  for (let round = 0; round < 3; round += 1) {
    for (const [table, columns] of tables) {
      const asText = columns.map((column) => `"${column}"::text as "${column}"`).join(", ");
      const named = columns.map((column) => `"${column}"::text = any ($1)`).join(" or ");
      const { rows } = await owner.query<Record<string, string | null>>(`select ${asText} from ${table} where ${named}`, [
        [...keys],
      ]);
      for (const row of rows) {
        if (row.id && row.matter_id && keys.has(row.matter_id)) keys.add(row.id);
        for (const [column, value] of Object.entries(row)) if (value) values.add(`${column} = ${value}`);
      }
    }
  }
  return values;
}

const receive = async (about: string, reporter: object): Promise<string> => {
  const clerk = await county.signIn("xian-shouli");
  const body = { commandId: newId(), id: newId(), door: "counter", text: about, reporter, confirmed: false } as const;
  return (await clerk.call(receiveMatter, { body: body as never })).id;
};
const ONE = { name: "示例甲", phone: "13907384652", address: "示例街 1 号" };
const OTHER = { name: "示例乙", phone: "13907384779", address: "示例街 2 号" };

describe("one person's matters", () => {
  let first: string;
  let second: string;
  const others: string[] = [];
  beforeAll(async () => {
    first = await receive("示例：东街路灯不亮，晚上看不见路", ONE);
    others.push(await receive("示例：西街路灯不亮，晚上看不见路", OTHER));
    second = await receive("示例：南街垃圾没人清运，味道很大", ONE);
    others.push(await receive("示例：北街垃圾没人清运，味道很大", OTHER));
  });
  /** What the two matters of one person share and no other matter has: by such a value one could be found from the other. */
  const links = async (): Promise<string[]> => {
    const [one, two, ...rest] = await Promise.all([first, second, ...others].map(() => new Set<string>()));
    for (const value of await valuesOf(first)) one!.add(value);
    for (const value of await valuesOf(second)) two!.add(value);
    for (const [at, other] of others.entries()) for (const value of await valuesOf(other)) rest[at]!.add(value);
    return [...one!].filter((value) => two!.has(value) && !rest.some((other) => other.has(value)));
  };

  test("no column that staff may read leads from one matter to another by a person", async () => {
    expect((await valuesOf(first)).size).toBeGreaterThan(40);
    expect(await links()).toEqual([]);
  });
  it.each([
    [
      "a key of the person",
      "alter table residents.reporters add column person_id uuid",
      "update residents.reporters set person_id = md5($1)::uuid where matter_id = any ($2)",
    ],
    [
      "a hash of the telephone number",
      "alter table residents.reporters add column phone_hash bytea",
      "update residents.reporters set phone_hash = sha256($1::bytea) where matter_id = any ($2)",
    ],
    [
      "a table of persons",
      "create table matters.persons (matter_id uuid, person text)",
      "insert into matters.persons select unnest($2::uuid[]), $1",
    ],
  ])("%s would be found", async (_, change, fill) => {
    await owner.query("begin");
    await owner.query(change);
    if (change.startsWith("create")) await owner.query("grant select on matters.persons to linli_app");
    await owner.query(fill, ["same person", [first, second]]);
    const found = await links();
    await owner.query("rollback");
    expect(found).toHaveLength(1);
  });
  it("a search by name, telephone or address of whoever told it finds nothing", async () => {
    for (const name of ["xian-shouli", "xian-fuze", "xian-guanli"]) {
      const officer = await county.signIn(name);
      for (const q of [ONE.name, ONE.phone, ONE.address, ONE.phone.slice(-4)]) {
        const page = await officer.call(listMatters, { query: { queue: "all", q } as never }).catch((error) => error);
        expect(page.rows ?? [], `${name} ${q}`).toEqual([]);
      }
    }
    const clerk = await county.signIn("xian-shouli");
    const found = await clerk.call(listMatters, { query: { queue: "all", q: "路灯" } as never });
    expect(JSON.stringify(found)).toContain(first);
  });
});
