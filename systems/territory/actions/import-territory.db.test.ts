import { describe, expect, it } from "vitest";
import { jiaxianTerritory } from "../../../counties/jiaxian/territory/territory.ts";
import { type Actor, jobActor, residentActor } from "../../../foundation/db/actor.ts";
import { read, withActor } from "../../../foundation/db/pool.ts";
import { testDatabase } from "../../../tests/database.ts";
import { importTerritory } from "./import-territory.ts";

const { db } = testDatabase();
const county = 410425;
const jobs = jobActor(county);
const file = jiaxianTerritory({ demonstration: true });
const counts = () =>
  read<{ kind: string; n: number; made: number }>(
    db,
    jobs,
    `select kind, count(*)::int n, count(*) filter (where made_up)::int made from territory.current_places group by kind order by kind`,
  );

describe("importTerritory", () => {
  it("reports without writing on a dry run", async () => {
    const plan = await importTerritory(db, jobs, file, { dryRun: true });
    expect(plan).toMatchObject({ version: 0, changed: true });
    expect(plan.changes).toHaveLength(file.rows.length);
    expect(await counts()).toEqual([]);
  });

  it("registers 15 townships and 377 villages, and grids and groups that say they are made up", async () => {
    const lines: unknown[] = [];
    const done = await importTerritory(db, jobs, file, { record: async (_tx, line) => void lines.push(line) });
    expect(done.version).toBe(1);
    expect(lines).toEqual([{ act: "import-territory", version: 1, source: file.source, count: file.rows.length }]);
    const now = await counts();
    expect(now).toContainEqual({ kind: "township", n: 15, made: 0 });
    expect(now).toContainEqual({ kind: "village", n: 377, made: 0 });
    expect(now).toContainEqual({ kind: "grid", n: 432, made: 432 });
    const groups = now.find((row) => row.kind === "group")!;
    expect(groups.made).toBe(groups.n);
  });

  it("seeded a second time changes nothing", async () => {
    expect(await importTerritory(db, jobs, file)).toEqual({ version: 1, changed: false, changes: [] });
  });

  it("keeps the id of a village that is renamed and moved, and both its states", async () => {
    const village = "410425107205";
    const before = await read<{ id: string }>(db, jobs, "select id from territory.current_places where code = $1", [village]);
    const rows = file.rows.map((row) =>
      row.code === village ? { ...row, name: "新名村民委员会", parentCode: "410425106" } : row,
    );
    const done = await importTerritory(db, jobs, { ...file, validFrom: "2024-06-30", reason: "更名", rows });
    expect(done.version).toBe(2);
    expect(done.changes.map((change) => change.what)).toEqual(["renamed", "moved"]);
    const states = await read(
      db,
      jobs,
      `select name, from_version, to_version, valid_from, valid_to from territory.place_states where place_id = $1 order by from_version`,
      [before[0]!.id],
    );
    expect(states).toEqual([
      { name: "谒主沟村民委员会", from_version: 1, to_version: 2, valid_from: "2023-06-30", valid_to: "2024-06-30" },
      { name: "新名村民委员会", from_version: 2, to_version: null, valid_from: "2024-06-30", valid_to: null },
    ]);
    const below = await read<{ n: number }>(
      db,
      jobs,
      `select count(*)::int n from territory.current_places p where p.village_id = $1 and p.kind = 'group'
         and p.township_id = (select id from territory.current_places where code = '410425106')`,
      [before[0]!.id],
    );
    expect(below[0]!.n).toBeGreaterThan(3);
  });

  it("keeps the id of a village whose code changes when the file says what its code was", async () => {
    const rows = file.rows.map((row) =>
      row.code === "410425001001" ? { ...row, code: "410425001901", wasCode: "410425001001" } : row,
    );
    const moved = rows.map((row) => (row.parentCode === "410425001001" ? { ...row, parentCode: "410425001901" } : row));
    const [before] = await read<{ id: string }>(db, jobs, "select id from territory.current_places where code = '410425001001'");
    const done = await importTerritory(db, jobs, { ...file, rows: moved });
    expect(done.changes.filter((change) => change.what === "recoded")).toHaveLength(1);
    expect(done.changes.filter((change) => change.code.startsWith("410425001901") && change.what === "moved")).toEqual([]);
    const [after] = await read<{ id: string }>(db, jobs, "select id from territory.current_places where code = '410425001901'");
    expect(after).toEqual(before);
  });

  it("refuses rows that do not hang together, naming each", async () => {
    const rows = [
      ...file.rows,
      { kind: "village" as const, code: "410425999001", name: "无主村民委员会", parentCode: "410425999" },
      file.rows[5]!,
    ];
    await expect(importTerritory(db, jobs, { ...file, rows })).rejects.toMatchObject({
      code: "territory.rows-unfit",
      facts: { count: 2, faults: [{ fault: "code-twice" }, { fault: "parent-unknown", code: "410425999001" }] },
    });
  });

  it("refuses who may not change the register, and another county's file", async () => {
    const clerk: Actor = { ...jobs, role: "app", rights: ["matters.dispatch"] };
    await expect(importTerritory(db, clerk, file)).rejects.toMatchObject({ code: "territory.not-allowed", status: 403 });
    await expect(importTerritory(db, residentActor(county), file)).rejects.toMatchObject({ code: "territory.not-allowed" });
    await expect(importTerritory(db, jobActor(410426), file)).rejects.toMatchObject({ code: "territory.other-county" });
  });
});

describe("the second wall", () => {
  it("shows a county its own places only, to residents too", async () => {
    const seen = (actor: Actor) => read<{ n: number }>(db, actor, "select count(*)::int n from territory.current_places");
    expect((await seen(residentActor(county)))[0]!.n).toBe(file.rows.length);
    expect((await seen(residentActor(410426)))[0]!.n).toBe(0);
  });

  it("lets nobody below the county's scope write, and nobody rewrite a state", async () => {
    const insert = `insert into territory.versions (county_code, version, valid_from, source, reason, content_hash) values (410425, 99, '2026-01-01', 's', 'r', 'h')`;
    const town: Actor = { ...jobs, role: "app", scope: "places" };
    await expect(withActor(db, town, (tx) => tx.query(insert))).rejects.toThrow(/row-level security/);
    await expect(withActor(db, residentActor(county), (tx) => tx.query(insert))).rejects.toThrow(/permission denied/);
    await expect(withActor(db, jobs, (tx) => tx.query("update territory.place_states set name = 'x'"))).rejects.toThrow(
      /permission denied/,
    );
    await expect(withActor(db, jobs, (tx) => tx.query("delete from territory.places"))).rejects.toThrow(/permission denied/);
  });
});
