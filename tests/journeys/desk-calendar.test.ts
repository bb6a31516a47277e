import { beforeAll, expect, test } from "vitest";
import { type Caller, deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest();
/** Made up for this test: the shape of a notice, not the State Council's words for that year. */
const NOTICE = `一、元旦：1月1日（周五）至3日（周日）放假调休，共3天。
二、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`;
interface Year {
  year: number;
  version: number;
  days: { day: string; kind: string }[];
}
let rules: Caller;

beforeAll(async () => {
  rules = await desk.as("xian-guize");
}, 120_000);

async function clean(page: Awaited<ReturnType<typeof desk.page>>, name: string) {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await violations(page), `${name} at ${width}`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBeLessThanOrEqual(0);
    if (process.env.LINLI_PICTURES)
      await page.screenshot({ path: `${process.env.LINLI_PICTURES}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("a year's notice is pasted, read, looked at and published with what it would move", async () => {
  const page = await desk.page("xian-guize", { path: "/desk/calendar" });
  while (!(await page.getByRole("heading", { name: "2027 年" }).isVisible()))
    await page.getByRole("button", { name: "下一年" }).click();
  await page.getByText("尚未公布").first().waitFor();
  await page.getByRole("button", { name: "粘贴通知原文" }).click();
  const paste = page.getByRole("dialog");
  await paste.getByRole("button", { name: "读出日子" }).click();
  await paste.getByText(/没有读出放假或上班的日子/).waitFor();
  await paste.getByLabel("粘贴通知原文").fill(NOTICE);
  await paste.getByRole("button", { name: "读出日子" }).click();
  await page.getByText("读出 12 天，请在年历上核对").waitFor();
  await clean(page, "calendar-read");
  await page.getByRole("button", { name: "发布", exact: true }).click();
  const publish = page.getByRole("dialog");
  await publish.getByText(/现有 \d+ 个计时的到期日是暂定的/).waitFor();
  await publish.getByLabel("文件名称或文号").fill("");
  await publish.getByRole("button", { name: "发布" }).click();
  await publish.getByText("请写明依据的文件").first().waitFor();
  await publish.getByLabel("文件名称或文号").fill("示例通知〔2026〕1号");
  await publish.getByRole("button", { name: "发布" }).click();
  await page
    .getByText(/已发布第 1 版/)
    .first()
    .waitFor();
  const { years } = await rules.send<{ years: Year[] }>("GET", "/api/calendars");
  const kept = years.find((one) => one.year === 2027);
  expect(kept?.days).toHaveLength(12);
  expect(kept?.days.find((one) => one.day === "2027-10-09")?.kind).toBe("make-up workday");
}, 120_000);

test("a term is changed beside its explanation and kept as another version", async () => {
  const page = await desk.page("xian-guize", { path: "/desk/terms" });
  await page.getByLabel("找期限").fill("承办");
  await page.locator(".terms-list button").first().click();
  const length = page.getByLabel("长短");
  const before = Number(await length.inputValue());
  await length.fill(String(before + 2));
  await page.keyboard.press("Tab");
  await page.getByText(new RegExp(`起${before + 2}个`)).waitFor();
  await clean(page, "term-edited");
  await page.getByRole("button", { name: /^存为新/ }).click();
  await page
    .getByText(/已存为第 \d+ 版/)
    .first()
    .waitFor();
  const { terms } = await rules.send<{ terms: { name: string; length: number; version: number }[] }>("GET", "/api/terms");
  expect(terms.some((one) => one.length === before + 2 && one.version > 1)).toBe(true);
}, 120_000);
