import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { withActor } from "../foundation/db/pool.ts";
import { storeFile } from "../foundation/files/index.ts";
import { newId } from "../foundation/ids.ts";
import { eraseWhoStandsBehind } from "../systems/matters/index.ts";
import { COMPARED } from "../systems/matters/views/verify/matter-reducer.ts";
import { aCounty } from "../tests/builders/county.ts";
import { act, aMatter, clerkOf, handlerOf, receive, type Standing } from "../tests/builders/matter.ts";
import { sentence } from "./cli/speech.ts";
import { linesOf } from "./cli/verify.ts";
import { verifyCounty } from "./verify-county.ts";

const county = aCounty();
const folder = mkdtempSync(join(tmpdir(), "linli-verify-"));
let owner: pg.Client;
let whole: Standing;
let fileId: string;
const check = () => verifyCounty(county.db, county.code, folder);

beforeAll(async () => {
  owner = new pg.Client({ connectionString: county.ownerUrl });
  await owner.connect();
  const picture = await storeFile(
    (async function* () {
      yield Buffer.from("%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");
    })(),
    { name: "现场（示例）.pdf", folder },
  );
  fileId = picture.id;
  const clerk = await clerkOf(county);
  const handler = await handlerOf(county, "housing");
  await withActor(county.db, handler, (tx) =>
    tx.query(
      "insert into foundation.files (county_code, id, name, kind, size, sha256, at) values ($1, $2, $3, $4, $5, $6, now())",
      [county.code, picture.id, picture.name, picture.mediaType, picture.size, Buffer.from(picture.sha256, "hex")],
    ),
  );
  // one matter that has been through most of what can happen
  whole = await aMatter(county, { village: "纪村", complainedAbout: { words: "某施工队（示例）" }, name: "虚构甲" })
    .accepted()
    .dispatchedTo("housing", ["water"])
    .signed();
  whole = await act(county, handler, whole, "report-progress", { reply: "看过现场了（示例）。", files: [fileId] });
  whole = await act(county, handler, whole, "ask", { reply: "在哪一段（示例）？" });
  whole = await act(county, clerk, whole, "correct", {
    urgency: "pressing",
    title: "纪村路面塌陷（示例）",
    place: { words: "村小学北边（示例）", point: { lng: 113.2, lat: 33.9, system: "WGS-84", accuracy: 12.3 } },
  });
  whole = await act(county, await clerkOf(county), whole, "also-met", { reporter: {}, door: "counter" });
  whole = await act(county, handler, whole, "answer", {
    reply: "补好了（示例）。",
    outcome: "partly-solved",
    withoutOpinions: "先答复（示例）",
  });
  // and others, at every end
  const other = await receive(county);
  await aMatter(county).mergedInto(other);
  await aMatter(county).withdrawn();
  await aMatter(county).declined("court");
  await aMatter(county).answeredOnSpot().rated("satisfied");
  await aMatter(county).accepted().dispatchedTo("housing").signed().shelvedUntil("2099-01-01");
  await aMatter(county).accepted().referredThrough("justice", "court").signed().answered("referred").closed();
  await owner.query(
    "create table public.kept as table matters.matters; create table public.kept_requests as table service.requests",
  );
});
afterEach(async () => {
  await owner.query(
    "set session_replication_role = replica; delete from matters.matters; insert into matters.matters table public.kept; delete from service.requests; insert into service.requests table public.kept_requests; set session_replication_role = default",
  );
});
afterAll(async () => {
  await owner.end();
  rmSync(folder, { recursive: true });
});

test("what was only ever changed by acts agrees with its journal", async () => {
  const report = await check();
  expect(report.journal.findings).toEqual([]);
  expect(report.numbers.findings).toEqual([]);
  expect(report.attachments).toEqual({ files: 1, findings: [] });
  expect(report.sound).toBe(true);
  expect(report.journal.notRebuilt).toEqual({});
  expect(report.numbers.numbers).toBe(8);
});

/** Columns that no act decides: their reason stands beside them. */
const NOT_COMPARED = {
  county_code: "part of the key by which the row is found",
  id: "the key by which the row is found",
  version: "compared by the journal itself",
  clock_id: "the running clock's own row",
  import_id: "the import's own list holds it",
  updated_at: "when the row was last written, derived",
};

test("every column of a matter is compared, or its reason is named", async () => {
  const { rows } = await owner.query<{ name: string }>(
    "select column_name as name from information_schema.columns where table_schema = 'matters' and table_name = 'matters'",
  );
  const compared = new Set(COMPARED.filter((name) => !["attachments", "proposals", "clocks", "dates"].includes(name)));
  expect(new Set(rows.map(({ name }) => name))).toEqual(new Set([...compared, ...Object.keys(NOT_COMPARED)]));
});

/** Another value of the column's own type. */
const otherValue = (column: string, type: string, value: unknown): string => {
  if (type === "boolean") return `not coalesce(${column}, false)`;
  if (type === "uuid") return "'00000000-0000-7000-8000-000000000000'";
  if (type === "uuid[]") return `${column} || '00000000-0000-7000-8000-000000000000'::uuid`;
  if (type === "timestamp with time zone") return `coalesce(${column}, now()) + interval '1 second'`;
  if (type === "date") return `coalesce(${column}, current_date) + 1`;
  if (type === "bytea") return `set_byte(${column}, 35, (get_byte(${column}, 35) + 1) % 256)`;
  if (type === "jsonb") return `'{"platform": "x", "number": "1"}'`;
  if (/int|real|double/.test(type)) return `coalesce(${column}, 0) + 1`;
  return value === null ? "'changed'" : `${column} || '改'`;
};

describe("the owner of the database changes a column of a matter", () => {
  test.each(COMPARED.filter((name) => !["attachments", "proposals", "state", "clocks", "dates"].includes(name)))(
    "%s",
    async (column) => {
      const found = await owner.query<{ type: string; value: unknown }>(
        `select format_type(a.atttypid, null) as type, to_jsonb(m) -> $1 as value from pg_attribute a, matters.matters m where a.attrelid = 'matters.matters'::regclass and a.attname = $1 and m.id = $2`,
        [column, whole.id],
      );
      const { type, value } = found.rows[0]!;
      await owner.query(`update matters.matters set ${column} = ${otherValue(column, type, value)} where id = '${whole.id}'`);
      const { journal, sound } = await check();
      expect(sound).toBe(false);
      expect(journal.findings).toEqual([
        { procedureKind: "matter", procedureId: whole.id, version: whole.version, fault: "row_differs", detail: column },
      ]);
    },
  );
  test("state", async () => {
    await owner.query(`update matters.matters set state = 'closed' where id = '${whole.id}'`);
    expect((await check()).journal.findings).toMatchObject([{ detail: "state" }]);
  });
  test("a clock", async () => {
    const [clock] = (
      await owner.query("select id, due_at from clocks.running where matter_id = $1 and unit_id is not null", [whole.id])
    ).rows;
    await owner.query("update clocks.running set due_at = due_at + interval '1 day' where id = $1", [clock.id]);
    expect((await check()).journal.findings).toMatchObject([{ detail: "clocks" }]);
    await owner.query("update clocks.running set due_at = due_at - interval '1 day' where id = $1", [clock.id]);
  });
  test("the lane's outcome and unit", async () => {
    await owner.query(`update service.requests set outcome = 'solved', unit_id = '${newId()}' where matter_id = '${whole.id}'`);
    expect((await check()).journal.findings).toMatchObject([
      { procedureKind: "service", fault: "row_differs", detail: "unit_id, outcome" },
    ]);
  });
  test("a matter taken away leaves its lines and a gap in the numbers", async () => {
    await owner.query(`delete from matters.matters where id = '${whole.id}'`);
    const { journal, numbers } = await check();
    expect(journal.findings).toMatchObject([{ procedureId: whole.id, fault: "row_missing" }]);
    expect(numbers.findings).toEqual([{ series: whole.number.slice(0, -6), fault: "missing", count: 1, first: whole.number }]);
  });
  test("a matter put in without a line", async () => {
    await owner.query(
      `insert into matters.matters select (jsonb_populate_record(m, '{"id": "${newId()}", "number": "410425-2026-000099"}')).* from matters.matters m where m.id = '${whole.id}'`,
    );
    const { journal, numbers } = await check();
    expect(journal.findings).toEqual([{ procedureKind: "matter", fault: "rows_without_journal", detail: "1" }]);
    expect(numbers.findings).toMatchObject([
      { fault: "missing", count: 90 },
      { fault: "beyond-the-counter", count: 91 },
    ]);
  });
});

describe("attachments", () => {
  const path = () => join(folder, fileId.slice(0, 2), fileId.slice(2, 4), fileId);
  test("one whose bytes were changed, its hash beside it too", async () => {
    const { readFileSync } = await import("node:fs");
    const before = readFileSync(path());
    writeFileSync(path(), "other");
    expect((await check()).attachments.findings).toEqual([{ id: fileId, fault: "changed" }]);
    rmSync(path());
    expect((await check()).attachments.findings).toEqual([{ id: fileId, fault: "missing" }]);
    writeFileSync(path(), before);
    expect((await check()).sound).toBe(true);
  });
  test("one whose recorded hash was changed no longer agrees with the journal", async () => {
    await owner.query("update foundation.files set sha256 = sha256(sha256)");
    const { journal } = await check();
    await owner.query(
      "update foundation.files f set sha256 = decode(t.hash, 'hex') from (select (text_group::jsonb -> 'attachments') ->> 0 as hash from ledger.lines where text_group::jsonb -> 'attachments' <> '[]') t",
    );
    expect(journal.findings).toMatchObject([{ procedureId: whole.id, fault: "row_differs", detail: "attachments" }]);
    expect((await check()).sound).toBe(true);
  });
});

test("erased persons are told as erased, and nothing else differs", async () => {
  const proposals = () => owner.query("select * from matters.proposals where matter_id = $1", [whole.id]);
  const [proposal] = (await proposals()).rows;
  expect(proposal.facts).toMatchObject({ kind: "complaint" });
  const eraser = { ...(await clerkOf(county)), rights: ["residents.erase"] };
  await eraseWhoStandsBehind(county.services, eraser, {
    matterId: whole.id,
    basis: "request-of-the-person",
    approver: { person: newId(), post: newId() },
  });
  await owner.query("drop table public.kept; create table public.kept as table matters.matters");
  const report = await check();
  expect(report.sound).toBe(true);
  expect(report.journal.erased).toBeGreaterThan(8);
  expect((await proposals()).rows).toEqual([]);
  const say = (locale: "zh-CN" | "en") =>
    [...linesOf(report, { locale, sentence: (code, facts) => sentence(locale, code, facts) })].join("\n");
  expect(say("zh-CN")).toContain(`其中 ${report.journal.erased} 行的经手人和反映人已依法清除（已清除）`);
  expect(say("en")).toMatch(/persons are erased.*Everything agrees/s);
  expect(say("en")).not.toMatch(/[\u4e00-\u9fff{}]/);
});
test("a proposal that comes back after the erasure is told", async () => {
  await owner.query(
    "insert into matters.proposals select county_code, $1, 2, at, facts, versions, unit, supports, rule, decided_unit from matters.proposals limit 1",
    [whole.id],
  );
  expect((await check()).journal.findings).toMatchObject([{ procedureId: whole.id, fault: "row_differs", detail: "proposals" }]);
  await owner.query("delete from matters.proposals where matter_id = $1", [whole.id]);
});
test("erasing persons without a recorded act is told", async () => {
  await owner.query(
    "delete from residents.line_persons where line_id = (select max(id::text)::uuid from ledger.lines where act = 'receive')",
  );
  const { journal } = await check();
  expect(journal.findings).toMatchObject([{ procedureKind: "matter", version: 1, fault: "persons_missing" }]);
});
