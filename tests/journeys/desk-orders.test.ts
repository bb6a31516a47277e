import { mkdirSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { newId } from "../../foundation/ids.ts";
import { type Caller, deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest({ jobs: true });
const PICTURES = process.env.LINLI_PICTURES;

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

interface Import {
  readonly id: string;
  readonly state: string;
  readonly columns: { index: number; field: string }[];
}
async function until(by: Caller, id: string, state: string): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    if ((await by.send<Import>("GET", `/api/imports/${id}`)).state === state) return;
    await wait(150);
  }
  throw new Error(`the import never was ${state}`);
}

beforeAll(async () => {
  const clerk = await desk.as("xian-paidan");
  const sheet =
    "\ufeff12345工单号,内容,受理时间,办理期限\r\nP1,冢头镇纪村路面塌了一块请尽快修（示例）,2026-11-02 09:00,2026-12-20\r\nP2,路灯不亮晚上看不见路（示例）,2026-11-02 09:10,2026-12-21\r\n";
  const form = new FormData();
  form.append("file", new Blob([sheet]), "转办（示例）.csv");
  const page = (await (
    await fetch(`${desk.url}/api/imports`, { method: "POST", headers: { "x-linli": "1", cookie: clerk.cookie }, body: form })
  ).json()) as Import;
  await clerk.send("POST", `/api/imports/${page.id}/dry-run`, {
    columns: page.columns.map(({ index, field }) => ({ index, field })),
    options: { shiftYears: 0, pseudonyms: false },
  });
  await until(clerk, page.id, "checked");
  await clerk.send("POST", `/api/imports/${page.id}/confirm`, { commandId: newId() });
  await until(clerk, page.id, "done");
  const { rows } = await clerk.send<{ rows: { id: string; version: number }[] }>(
    "GET",
    `/api/matters?queue=all&import=${page.id}`,
  );
  for (const { id, version } of rows)
    await desk.act(clerk, id, version, { act: "answer-on-spot", reply: "已经联系反映人说明（示例）。" });
}, 120_000);

test("what is ready goes in one file by one key; afterwards nothing is ready, and the file can be had again", async () => {
  const page = await desk.page("xian-paidan", { path: "/desk/orders" });
  await page.getByText("可以上报 2 条").waitFor();
  expect(await violations(page)).toEqual([]);
  await picture(page, "orders-ready");
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+Enter")]);
  expect(file.suggestedFilename()).toMatch(/^linli-city-12345-.*\.xlsx$/);
  await page.getByText("可以上报 0 条").waitFor();
  const [again] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "应要求重报" }).click()]);
  expect(again.suggestedFilename()).toBe(file.suggestedFilename());
  await page.getByText("生成 2 次").waitFor();
  await picture(page, "orders-sent");
}, 60_000);

for (const language of ["zh-CN", "en"] as const)
  test(`axe finds nothing in ${language}, and a telephone does not scroll sideways`, async () => {
    const page = await desk.page("xian-paidan", { path: "/desk/orders", language });
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await picture(page, `orders-390-${language}`);
  }, 60_000);

test("the rules post changes a platform's columns, and the next file has them", async () => {
  const page = await desk.page("xian-guize", { path: "/desk/orders/platforms" });
  await page.getByRole("textbox", { name: "第 1 列的名称" }).fill("工单编码");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "存成新版本" }).click();
  await page.getByText("已存为第 2 版").waitFor();
  await picture(page, "orders-platforms");
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const clerk = await desk.as("xian-paidan");
  let columns: string[] = [];
  for (let turn = 0; turn < 40 && columns[0] !== "工单编码"; turn++) {
    // the books of the county are renewed within seconds
    await wait(250);
    columns = (await clerk.send<{ platforms: { columns: string[] }[] }>("GET", "/api/orders")).platforms[0]!.columns;
  }
  expect(columns[0]).toBe("工单编码");
}, 60_000);

test("who may not export does not reach it", async () => {
  const { cookie } = await desk.as("zhujian-banli");
  expect((await fetch(`${desk.url}/api/orders`, { headers: { cookie } })).status).toBe(403);
});
