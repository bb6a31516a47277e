import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aCounty } from "../../tests/builders/county.ts";
import { inflatesTo, inGb18030, makeZip, textRow, xlsxParts } from "../../tests/builders/sheets.ts";
import { startServer } from "../api/server.ts";

const county = aCounty();
const dataFolder = mkdtempSync(join(tmpdir(), "linli-imports-http-"));
let server: Awaited<ReturnType<typeof startServer>>;
let cookie = "";

beforeAll(async () => {
  server = await startServer({
    db: county.db,
    county: county.code,
    port: 0,
    host: "127.0.0.1",
    dataFolder,
    keys: county.keys,
    services: ["api", "jobs"],
    log: false,
  });
  cookie = await signIn("xian-paidan");
});
afterAll(async () => {
  await server.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function signIn(name: string): Promise<string> {
  const answer = await fetch(`${server.url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-linli": "1" },
    body: JSON.stringify({ name, password: county.accounts.get(name) }),
  });
  return answer.headers.get("set-cookie")!.split(";")[0]!;
}
interface Page {
  id: string;
  state: string;
  columns: { index: number; name: string; field: string; samples: string[] }[];
  counts: { read: number; new: number; skipped: number; errors: number };
  problems: { row: number; sentence: string }[];
  undoable: { yes: boolean };
  report: string;
  sentence: string;
  code: string;
}
async function post(path: string, body: object, as = cookie): Promise<Page> {
  return (
    await fetch(`${server.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-linli": "1", cookie: as },
      body: JSON.stringify(body),
    })
  ).json() as Promise<Page>;
}
async function upload(name: string, bytes: Buffer, as = cookie): Promise<{ status: number; page: Page }> {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(bytes)]), name);
  const answer = await fetch(`${server.url}/api/imports`, {
    method: "POST",
    headers: { "x-linli": "1", cookie: as },
    body: form,
  });
  return { status: answer.status, page: (await answer.json()) as Page };
}
const command = (n: number) => ({ v: 1, commandId: `0198a000-0000-7000-8000-${String(n).padStart(12, "0")}` });
async function until(id: string, state: string): Promise<Page> {
  for (let turn = 0; turn < 300; turn++) {
    const page = (await (await fetch(`${server.url}/api/imports/${id}`, { headers: { cookie } })).json()) as Page;
    if (page.state === state || page.state === "failed") return page;
    await wait(100);
  }
  throw new Error(`the import never was ${state}`);
}

it("takes a sheet in GB18030 from upload to done, exports it with formulas guarded, and undoes it", async () => {
  const text =
    "编号,内容,登记时间,联系电话\r\nH1,=1+1 这是居民写的字,2026/3/2 8:30,13800000002\r\nH2,冢头镇的路灯不亮,2026年3月3日,\r\n";
  const { page } = await upload("导出.csv", inGb18030(text));
  expect(page.columns.map((column) => column.field)).toEqual(["number", "text", "receivedAt", "phone"]);
  await post(`/api/imports/${page.id}/dry-run`, {
    columns: page.columns.map(({ index, field }) => ({ index, field })),
    options: { shiftYears: 0, pseudonyms: false },
  });
  expect((await until(page.id, "checked")).counts).toMatchObject({ new: 2, errors: 0 });
  await post(`/api/imports/${page.id}/confirm`, command(1));
  const done = await until(page.id, "done");
  expect(done.counts).toMatchObject({ read: 2, new: 2 });
  expect(done.undoable.yes).toBe(true);
  const sheet = await (
    await fetch(`${server.url}/api/matters/export?as=csv&url=${encodeURIComponent(`/desk/queue?import=${page.id}`)}`, {
      headers: { cookie },
    })
  ).text();
  expect(sheet).toContain("'=1+1 这是居民写的字");
  expect(sheet).not.toContain("13800000002");
  expect(sheet.trim().split("\r\n")).toHaveLength(3);
  await post(`/api/imports/${page.id}/undo`, command(2));
  expect((await until(page.id, "undone")).report).toContain("已撤回 2 件");
}, 60_000);

const workbook = xlsxParts({ rows: textRow(1, ["内容"]) + textRow(2, ["路坏了很久没有人修"]) });
/** The same, whose sheet inflates to 580 MB. */
const bomb = () =>
  makeZip(
    workbook.map((part) => (part.name.includes("/worksheets/") ? { ...part, data: undefined, packed: inflatesTo(58) } : part)),
  );

it.each([
  ["bomb.xlsx", bomb, "sheet.inflates-too-much"],
  ["truncated.xlsx", () => makeZip(workbook).subarray(0, 300), "sheet.damaged"],
  ["picture.csv", () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(3000, 7)]), "sheet.not-a-spreadsheet"],
  ["empty.csv", () => Buffer.alloc(0), "sheet.empty"],
  [
    "garbled.csv",
    () =>
      Buffer.from(
        Buffer.from("编号,内容\n1,路灯坏了很久没有人来修理\n2,井盖松动车辆经过声音很大\n".repeat(30)).toString("latin1"),
      ),
    "sheet.text-already-garbled",
  ],
  ["only-a-header.csv", () => Buffer.from("编号,内容\n"), "imports.nothing-in-it"],
])("%s is refused with a sentence, and nothing stays of it", async (name, bytes, code) => {
  const { status, page } = await upload(name, bytes());
  expect([Math.floor(status / 100), page.code]).toEqual([4, code]);
  expect(page.sentence).toMatch(/[。]$/);
  const list = (await (await fetch(`${server.url}/api/imports`, { headers: { cookie } })).json()) as {
    imports: { name: string }[];
  };
  expect(list.imports.map((one) => one.name)).not.toContain(name);
});

it("is for posts with the right alone", async () => {
  const clerk = await signIn("xian-shouli");
  expect((await upload("a.csv", Buffer.from("内容\n路坏了很久\n"), clerk)).page.code).toBe("access.right-needed");
  const answer = await fetch(`${server.url}/api/matters/export?as=csv`, { headers: { cookie: clerk } });
  expect(answer.status).toBe(403);
});
