import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyCounty } from "../../apps/verify-county.ts";
import type { Actor } from "../../foundation/db/actor.ts";
import { newId } from "../../foundation/ids.ts";
import { csvLines } from "../../foundation/sheets/index.ts";
import { aCounty } from "../../tests/builders/county.ts";
import { act, clerkOf, handlerOf, officerOf, placeNamed, type Standing, unitId } from "../../tests/builders/matter.ts";
import { bringSheet, checkImport, confirmImport, getImport, runImport, startCheck } from "../matters/index.ts";
import { bytesOfFile, sendAgain, sendReplies } from "./actions/send-file.ts";
import { listOrders } from "./views/orders.ts";

const county = aCounty();
const folder = mkdtempSync(join(tmpdir(), "linli-orders-"));
let owner: pg.Client;
let clerk: Actor;
let sender: Actor;
const orders = new Map<string, Standing>();

beforeAll(async () => {
  owner = new pg.Client({ connectionString: county.ownerUrl });
  await owner.connect();
  clerk = await clerkOf(county);
  sender = await officerOf(county, "county-centre", ["matters.read", "matters.export", "matters.import"], "sender");
  const rows = [
    ["P1", "冢头镇纪村路面塌了一块，请尽快修（示例）", "2026-11-02 09:00", "2026-11-20"],
    ["P2", "=1+1 路灯不亮，晚上看不见路（示例）", "2026-11-02 09:10", "2026-11-21 12:00"],
    ["P3", "井盖松动，车过很响（示例）", "2026-11-02 09:20", "不急"],
    ["P4", "水管漏水三天没有人来（示例）", "2026-11-02 09:30", ""],
  ];
  const lines: string[] = [];
  for await (const line of csvLines(
    ["12345工单号", "内容", "受理时间", "办理期限"].map((name) => ({ name })),
    rows,
  ))
    lines.push(line);
  const id = await bringSheet(county.services, sender, {
    name: "转办（示例）.csv",
    bytes: Readable.from(lines),
    folder,
    tooLarge: () => false,
  });
  const { columns } = await getImport(county.services, sender, id);
  expect(columns.map(({ field }) => field)).toEqual(["external", "text", "receivedAt", "externalDue"]);
  await startCheck(county.services, sender, id, {
    columns: columns.map(({ index, field }) => ({ index, field })),
    shiftYears: 0,
    pseudonyms: false,
  });
  await checkImport(county.services, county.code, id, { folder });
  await confirmImport(county.services, sender, id);
  await runImport(county.services, county.code, id, { folder });
  const { rows: found } = await owner.query(
    "select id, number, version, state, external ->> 'number' as theirs from matters.matters",
  );
  for (const row of found) orders.set(row.theirs, row);
}, 60_000);
afterAll(async () => {
  await owner.end();
  rmSync(folder, { recursive: true });
});

describe("an order comes in by its platform's columns", () => {
  const dueOf = async (theirs: string) =>
    (await owner.query("select due_at, term, external from matters.matters where external ->> 'number' = $1", [theirs])).rows[0];
  test("its number and its term govern: a day ends with the day, a time is the time", async () => {
    expect(await dueOf("P1")).toMatchObject({
      term: "external-order",
      due_at: new Date("2026-11-20T15:59:59Z"),
      external: { platform: "city-12345", number: "P1" },
    });
    expect(await dueOf("P2")).toMatchObject({ term: "external-order", due_at: new Date("2026-11-21T04:00:00Z") });
  });
  test("a term that cannot be read, or none, leaves the county's own", async () => {
    for (const theirs of ["P3", "P4"]) expect((await dueOf(theirs)).term).not.toBe("external-order");
  });
  test("confirming kind and urgency does not move the platform's term", async () => {
    const place = { placeId: await placeNamed(county, "冢头镇") };
    for (const theirs of ["P1", "P2", "P3"])
      orders.set(
        theirs,
        await act(county, clerk, orders.get(theirs)!, "accept", {
          kind: "complaint",
          categoryCode: "roads.road-damage",
          urgency: "pressing",
          place,
        }),
      );
    expect((await dueOf("P1")).due_at).toEqual(new Date("2026-11-20T15:59:59Z"));
  });
});

describe("the replies leave in the platform's columns", () => {
  const list = () => listOrders(county.services, sender, "city-12345");
  const send = (id = newId()) =>
    sendReplies(county.services, sender, { commandId: newId(), id, platform: "city-12345", form: "csv" });
  const text = async (id: string) => (await bytesOfFile(county.services, sender, id)).bytes.toString();
  let first = "";
  test("nothing is ready while all are open", async () => {
    expect(await list()).toMatchObject({ ready: [], cannot: [], open: 4 });
    await expect(send()).rejects.toMatchObject({ code: "orders.nothing-to-send" });
  });
  test("answered ones go in one file, in their order of columns, formulas guarded; sealed ones are listed with the reason", async () => {
    const handler = await handlerOf(county, "housing");
    for (const [theirs, reply] of [
      ["P1", "已经补好（示例）。"],
      ["P2", "=HYPERLINK(1) 已换灯（示例）。"],
      ["P3", "已加固（示例）。"],
    ] as const) {
      let order = await act(county, clerk, orders.get(theirs)!, "dispatch", { leadUnit: unitId(county, "housing") });
      order = await act(county, handler, order, "sign", {});
      orders.set(theirs, await act(county, handler, order, "answer", { reply, outcome: "solved" }));
    }
    await owner.query("update matters.matters set secrecy = true where id = $1", [orders.get("P3")!.id]);
    const { ready, cannot, open } = await list();
    expect(ready.map(({ theirs, word }) => [theirs, word])).toEqual([
      ["P1", "已办结"],
      ["P2", "已办结"],
    ]);
    expect(cannot.map(({ theirs, reason }) => [theirs, reason])).toEqual([["P3", "sealed"]]);
    expect(open).toBe(1);
    first = newId();
    expect(await send(first)).toMatchObject({ rows: 2, sendings: 1 });
    const lines = (await text(first)).trimEnd().split("\r\n");
    expect(lines[0]).toBe("\ufeff12345工单号,办理结果,答复内容,承办单位,答复时间,办结时间,附件清单,承办编号");
    expect(lines[1]).toMatch(/^P1,已办结,已经补好（示例）。,/);
    expect(lines[2]).toMatch(/^P2,已办结,'=HYPERLINK/);
    expect(lines).toHaveLength(3);
    await owner.query("update matters.matters set secrecy = false where id = $1", [orders.get("P3")!.id]);
  });
  test("an answer goes in one file: sent again under its id it is the same, and two made at once share nothing", async () => {
    expect(await send(first)).toMatchObject({ id: first, rows: 2 });
    const made = await Promise.allSettled([send(), send()]);
    expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await list()).ready).toEqual([]);
    const { rows } = await owner.query("select count(*)::int as n, count(distinct matter_id)::int as m from orders.rows");
    expect(rows[0]).toEqual({ n: 3, m: 3 });
  });
  test("on request the same answers go again, though the matter has moved on; the new answer waits for the next file", async () => {
    const before = await text(first);
    const verifier = await officerOf(county, "county-centre", ["matters.read", "matters.verify"], "verifier");
    const handler = await handlerOf(county, "housing");
    let order = await act(county, verifier, orders.get("P1")!, "rework", { reason: "居民说还有坑（示例）。" });
    order = await act(county, handler, order, "answer", { reply: "又补了一遍（示例）。", outcome: "solved" });
    const commandId = newId();
    expect(await sendAgain(county.services, sender, first, commandId)).toMatchObject({ sendings: 2 });
    expect(await sendAgain(county.services, sender, first, commandId)).toMatchObject({ sendings: 2 });
    expect(await text(first)).toBe(before);
    expect((await list()).ready.map(({ theirs }) => theirs)).toEqual(["P1"]);
    await act(county, verifier, order, "close", {});
    const next = newId();
    await send(next);
    expect(await text(next)).toContain("又补了一遍");
  });
  test("only who may export for the whole county makes a file", async () => {
    const handler = await officerOf(county, "housing", ["matters.read", "matters.export"]);
    await expect(
      sendReplies(county.services, handler, { commandId: newId(), id: newId(), platform: "city-12345", form: "csv" }),
    ).rejects.toMatchObject({ status: 403 });
    await expect(bytesOfFile(county.services, { ...sender, rights: ["matters.read"] }, first)).rejects.toMatchObject({
      status: 403,
    });
  });
  test("the journal agrees with every file, and shows a row that was taken out", async () => {
    const check = () => verifyCounty(county.db, county.code, folder);
    const found = (await check()).journal;
    expect(found.findings).toEqual([]);
    expect(found.notRebuilt).toEqual({});
    await owner.query("delete from orders.rows where file_id = $1 and place = 1", [first]);
    expect(JSON.stringify((await check()).journal.findings)).toContain("rows of the file");
  });
});
