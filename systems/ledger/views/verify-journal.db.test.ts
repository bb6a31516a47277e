import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Actor, jobActor } from "../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../foundation/db/pool.ts";
import { testDatabase } from "../../../tests/database.ts";
import { appendLine, type Finding, type Reducer, verifyJournal } from "../index.ts";
import { lineOf, vectors } from "../testing.ts";

const { db, ownerUrl } = testDatabase();
const COUNTY = 410425;
const verify: Actor = { ...jobActor(COUNTY), role: "verify" };
let owner: pg.Client;

interface State {
  readonly state: string;
}
interface Row extends State {
  readonly version: number;
}
const reducer: Reducer<State, Row, Tx> = {
  initial: { state: "none" },
  apply: (state, line) => ({ state: line.public.state ?? state.state }),
  compare: (rebuilt, row) => (rebuilt.state === row.state ? [] : ["state"]),
  async read(tx, _county, ids) {
    const rows = await tx.query<Row & { id: string }>(
      "select id, version, state from public.procedures where id = any ($1::uuid[])",
      [ids],
    );
    return new Map(rows.rows.map((row) => [row.id, row]));
  },
  count: async (tx) => Number((await tx.query("select count(*) from public.procedures")).rows[0].count),
};
const check = async (page = 5) => {
  const report = await verifyJournal(db, verify, { reducers: { matter: reducer }, page });
  return { ...report, findings: report.findings.map(({ procedureId, ...finding }: Finding) => finding) };
};

beforeAll(async () => {
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  for (const vector of vectors)
    await withActor(db, { ...verify, role: "jobs" }, (tx) => appendLine(tx, lineOf(vector), async () => {}));
  await owner.query(`create table public.procedures (id uuid primary key, version integer, state text);
    insert into public.procedures values ('${vectors[0]!.act.procedure.id}', 6, 'closed');
    grant select on public.procedures to linli_verify`);
  await owner.query(
    "create table public.kept_lines as table ledger.lines; create table public.kept_rows as table public.procedures",
  );
});
afterEach(async () => {
  await owner.query(`truncate ledger.lines, public.procedures; insert into ledger.lines table public.kept_lines;
    insert into public.procedures table public.kept_rows`);
});
afterAll(() => owner.end());

describe("an untouched journal", () => {
  test.each([1, 2, 3, 5, 6, 12, 13, 1000])("holds when read %i lines at a time", async (page) => {
    expect(await check(page)).toEqual({
      lines: 12,
      procedures: 3,
      erased: 0,
      faults: 0,
      findings: [],
      notRebuilt: { service: 1, place: 1 },
    });
  });
  test("tells its progress", async () => {
    const seen: number[] = [];
    await verifyJournal(db, verify, { page: 5, onProgress: (lines) => seen.push(lines) });
    expect(seen).toEqual([5, 10, 12]);
  });
  test("is read in one snapshot, whatever is written meanwhile", async () => {
    let cut = false;
    const report = await verifyJournal(db, verify, {
      reducers: {
        matter: {
          ...reducer,
          async read(...args) {
            if (!cut) await owner.query("update public.procedures set version = 7, state = 'reopened'");
            cut = true;
            return reducer.read(...args);
          },
        },
      },
    });
    expect(cut).toBe(true);
    expect(report.faults).toBe(0);
  });
});

const third = "where procedure_kind = 'matter' and version = 3";
const flip = (column: string) =>
  `update ledger.lines set ${column} = set_byte(${column}, 7, get_byte(${column}, 7) # 1) ${third}`;

describe("the owner of the database changes one thing", () => {
  test.each([
    ["salt_public", flip("salt_public"), 3, "hash_public"],
    ["salt_text", flip("salt_text"), 3, "hash_text"],
    ["hash_public", flip("hash_public"), 3, "hash_public"],
    ["hash_text", flip("hash_text"), 3, "hash_text"],
    ["hash_person", flip("hash_person"), 3, "leaf"],
    ["leaf", flip("leaf"), 3, "leaf"],
    ["previous", flip("previous"), 3, "previous"],
    [
      "public_group",
      `update ledger.lines set public_group = replace(public_group, '2026-12-01', '2027-12-01') ${third}`,
      3,
      "hash_public",
    ],
    ["text_group", `update ledger.lines set text_group = text_group || ' ' ${third}`, 3, "hash_text"],
    ["id", `update ledger.lines set id = gen_random_uuid() ${third}`, 3, "columns"],
    ["matter_id", `update ledger.lines set matter_id = null ${third}`, 3, "columns"],
    ["act", `update ledger.lines set act = 'confirm' ${third}`, 3, "columns"],
    ["at, by a microsecond", `update ledger.lines set at = at + interval '1 microsecond' ${third}`, 3, "columns"],
    ["device_at", `update ledger.lines set device_at = at ${third}`, 3, "columns"],
    ["command_id", `update ledger.lines set command_id = gen_random_uuid() ${third}`, 3, "columns"],
    ["version", `update ledger.lines set version = 9 ${third}`, 4, "version"],
    ["the middle line, deleted", `delete from ledger.lines ${third}`, 4, "version"],
    [
      "the middle line, deleted, the rest renumbered",
      `delete from ledger.lines ${third}; update ledger.lines set version = version - 1 where procedure_kind = 'matter' and version > 3`,
      3,
      "columns",
    ],
    [
      "two lines, swapped",
      `update ledger.lines set version = 99 ${third}; update ledger.lines set version = 3 where procedure_kind = 'matter' and version = 4;
      update ledger.lines set version = 4 where version = 99`,
      3,
      "columns",
    ],
  ])("%s", async (_, sql, version, fault) => {
    await owner.query(sql);
    expect((await check()).findings).toEqual([{ procedureKind: "matter", version, fault }]);
  });
  test("county_code: the line is gone from this county, and foreign in the other", async () => {
    await owner.query(`update ledger.lines set county_code = 410426 ${third}`);
    expect((await check()).findings).toEqual([{ procedureKind: "matter", version: 4, fault: "version" }]);
    const other = await verifyJournal(db, { ...verify, county: 410426 });
    expect(other.findings).toMatchObject([{ version: 3, fault: "version" }]);
  });
  test("procedure_kind and procedure_id: missing where it was, out of place where it is", async () => {
    await owner.query(`update ledger.lines set procedure_kind = 'place', procedure_id = gen_random_uuid() ${third}`);
    expect((await check()).findings).toEqual([
      { procedureKind: "matter", version: 4, fault: "version" },
      { procedureKind: "place", version: 3, fault: "version" },
    ]);
  });
  test("the last line, deleted: the row knows better", async () => {
    await owner.query("delete from ledger.lines where procedure_kind = 'matter' and version = 6");
    expect((await check()).findings).toEqual([
      { procedureKind: "matter", version: 5, fault: "row_differs", detail: "version, state" },
    ]);
  });
  test("a state in a row", async () => {
    await owner.query("update public.procedures set state = 'answered'");
    expect((await check()).findings).toEqual([{ procedureKind: "matter", version: 6, fault: "row_differs", detail: "state" }]);
  });
  test("a row, deleted", async () => {
    await owner.query("delete from public.procedures");
    expect((await check()).findings).toEqual([{ procedureKind: "matter", fault: "row_missing" }]);
  });
  test("a row without a journal, put in", async () => {
    await owner.query("insert into public.procedures values (gen_random_uuid(), 1, 'received')");
    expect((await check()).findings).toEqual([{ procedureKind: "matter", fault: "rows_without_journal", detail: "1" }]);
  });
  test("a line relinked and rehashed in SQL, leaving the rest", async () => {
    await owner.query(`update ledger.lines set act = 'refuse', public_group = replace(public_group, '"act":"dispatch"', '"act":"refuse"') ${third};
      update ledger.lines set hash_public = ledger.group_hash(E'cl1/pub\\n', salt_public, public_group) ${third};
      update ledger.lines set leaf = ledger.leaf(hash_public, hash_text, hash_person) ${third}`);
    expect((await check()).findings).toEqual([{ procedureKind: "matter", version: 4, fault: "previous" }]);
  });
});

describe("what only a published checkpoint can tell", () => {
  test("the newest line cut off together with its state row is not seen here", async () => {
    await owner.query(
      "delete from ledger.lines where procedure_kind = 'matter' and version = 6; update public.procedures set version = 5, state = 'answered'",
    );
    expect((await check()).faults).toBe(0);
  });
  test("a whole procedure taken out with its row is not seen here", async () => {
    await owner.query("delete from ledger.lines where procedure_kind = 'matter'; delete from public.procedures");
    expect((await check()).faults).toBe(0);
  });
});
