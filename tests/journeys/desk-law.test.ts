import { expect, test } from "vitest";
import { deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest();

for (const language of ["zh-CN", "en"] as const)
  test(`the register of articles is clean for axe and does not scroll sideways on a telephone, in ${language}`, async () => {
    const page = await desk.page("xian-paidan", { path: "/desk/law", language });
    await page.getByText("信访工作条例 第三十四条").first().waitFor();
    expect(await violations(page), "at 1440").toEqual([]);
    if (process.env.LINLI_PICTURES) await page.screenshot({ path: `${process.env.LINLI_PICTURES}/law-${language}.png` });
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await violations(page), "at 390").toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    if (process.env.LINLI_PICTURES) await page.screenshot({ path: `${process.env.LINLI_PICTURES}/law-${language}-390.png` });
  }, 60_000);

test("an article is found by its words, with its mark and where it is used", async () => {
  const page = await desk.page("xian-paidan", { path: "/desk/law" });
  await page.getByPlaceholder("找条文").fill("检举 转给");
  await page.getByText(/^2 条，共/).waitFor();
  const row = page.getByRole("row").filter({ hasText: "信访工作条例 第三十条" });
  expect(await row.innerText()).toContain("原文核对");
  expect(await row.innerText()).toContain("matters.unit-complained-of");
  expect(await page.getByRole("button", { name: "录入条文" }).count()).toBe(0);
}, 60_000);

test("the rules post enters an article by keyboard, is told what is missing, and closes it", async () => {
  const page = await desk.page("xian-guize", { path: "/desk/law" });
  await page.getByRole("button", { name: "录入条文" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "保存" }).press("Enter");
  await dialog.getByText("请写文件名称").waitFor();
  expect(await violations(page), "with errors").toEqual([]);
  await dialog.getByLabel("文件名称").fill("示例县矛盾纠纷化解办法");
  await dialog.getByLabel("第几条").fill("第三条");
  await dialog.getByLabel("内容摘要").fill("示例：一般纠纷三十日内办结。");
  await dialog.getByLabel("施行日期").fill("2026-01-01");
  await dialog.getByLabel("从哪里来").fill("示例");
  await dialog.getByRole("button", { name: "保存" }).press("Enter");
  const row = page.getByRole("row").filter({ hasText: "示例县矛盾纠纷化解办法 第三条" });
  await row.getByText("县里规定").waitFor();
  await row.getByRole("button", { name: /写截止日期/ }).press("Enter");
  await page.getByRole("dialog").getByLabel("为什么截止").fill("示例：重新印发");
  await page.getByRole("dialog").getByRole("button", { name: "保存" }).press("Enter");
  await expect.poll(() => row.getByRole("button").count()).toBe(0);
}, 60_000);
