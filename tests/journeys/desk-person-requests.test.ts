import { mkdirSync } from "node:fs";
import { expect, test } from "vitest";
import { newId } from "../../foundation/ids.ts";
import { deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest();
const PICTURES = process.env.LINLI_PICTURES;

/** A resident without scripts: says something, and asks that their data be erased. */
async function resident(what: string) {
  let cookie = "";
  const post = async (path: string, fields: Record<string, string>) => {
    const answer = await fetch(desk.url + path, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/x-www-form-urlencoded", ...(cookie && { cookie }) },
      body: new URLSearchParams(fields),
    });
    cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? cookie;
    return answer;
  };
  const matter = newId();
  const said = await post("/say/submit", { command: newId(), matter, what, where: "村口", step: "check", phone: "13800001234" });
  expect(said.headers.get("location")).toBe("/receipt");
  return {
    ask: (kind: string, words: string) => post("/f/me/ask", { command: newId(), matter, kind, words }),
    me: async () => (await fetch(`${desk.url}/f/me`, { headers: { cookie } })).text(),
  };
}

test("an officer of the centre answers a request; the resident reads it at once; an erasure is not told before it is done", {
  timeout: 120_000,
}, async () => {
  const one = await resident("井盖坏了（示例）");
  await one.ask("object", "不要给村里看我的电话（示例）");
  await one.ask("erase", "办完了，请删掉我的电话（示例）");
  const page = await desk.page("xian-paidan", { path: "/desk/person-requests" });
  await page.getByText("等答复 2 件").waitFor();
  expect(await violations(page)).toEqual([]);
  if (PICTURES) {
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: `${PICTURES}/person-requests-1440.png`, fullPage: true });
  }

  const row = (kind: string) => page.getByRole("row").filter({ hasText: kind });
  await row("要求删除").getByRole("button", { name: "答复" }).click();
  await page.getByRole("dialog").getByText("照办了", { exact: true }).click();
  await page.getByLabel("理由，居民会看到").fill("已经删掉了（示例）。");
  expect(await violations(page)).toEqual([]);
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/person-requests-dialog-1440.png` });
  await page.getByRole("button", { name: "答复居民" }).click();
  await page.getByRole("alert").getByText("还没有清除").waitFor();
  await page.getByRole("dialog").getByText("不能照办", { exact: true }).click();
  await page.getByLabel("理由，居民会看到").fill("事情还在办，办完才能删（示例）。");
  await page.getByRole("button", { name: "答复居民" }).click();
  await page.getByText("等答复 1 件").waitFor();

  await row("反对、限制").getByRole("button", { name: "答复" }).click();
  await page.getByRole("dialog").getByText("照办了", { exact: true }).click();
  await page.getByRole("button", { name: "答复居民" }).click();
  await page.getByRole("alert").getByText("请写理由").waitFor();
  await page.getByLabel("理由，居民会看到").fill("村里只看到地方，看不到电话（示例）。");
  await page.getByRole("button", { name: "答复居民" }).click();
  await page.getByText("没有等答复的申请").waitFor();
  await page.getByText("最近答复的").waitFor();
  const read = await one.me();
  expect(read).toContain("村里只看到地方");
  expect(read).toContain("不能照办");
});

test("whoever does not supervise sees neither the list nor its place in the menu", { timeout: 60_000 }, async () => {
  const clerk = await desk.as("xian-shouli");
  await expect(clerk.send("GET", "/api/person-requests")).rejects.toThrow(/403/);
});

test("the list is good on a telephone", { timeout: 60_000 }, async () => {
  const one = await resident("路灯坏了（示例）");
  await one.ask("explain", "为什么问我的住址（示例）");
  const page = await desk.page("xian-paidan", { path: "/desk/person-requests", width: 390 });
  await page.getByText("等答复 1 件").waitFor();
  expect(await violations(page)).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/person-requests-390.png`, fullPage: true });
});
