import type { Page } from "playwright-core";
import { expect, it, test } from "vitest";
import { deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest();

it.each([
  ["zh-CN", 1440],
  ["en", 390],
] as const)("the supervision desk, the order and the settings are readable by everyone (%s, %i px)", async (language, width) => {
  const by = await desk.as("xian-fuze");
  const clerk = await desk.as("xian-shouli");
  const { id } = await desk.receive(clerk, "村口的路塌了一块，骑车要绕着走（示例）。");
  const units = (await by.send<{ units: { id: string; code: string }[] }>("GET", "/api/units")).units;
  const order = crypto.randomUUID();
  await by.send("POST", "/api/supervision/orders", {
    commandId: crypto.randomUUID(),
    id: order,
    direct: true,
    body: "centre",
    measure: "urge",
    unitId: units.find((unit) => unit.code === "city-management")!.id,
    matterIds: [id],
    subject: "道路塌陷（示例）",
    ground: "多次反映仍未办（示例）。",
    demand: "请尽快办理（示例）。",
  });
  for (const path of ["/desk/supervision", `/desk/supervision/${order}`, "/desk/supervision/settings"]) {
    const page = await desk.page("xian-fuze", { width, language, path });
    if (process.env.LINLI_PICTURES)
      await page.screenshot({ path: `${process.env.LINLI_PICTURES}/${width}-${path.length}.png`, fullPage: true });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
  const paper = await desk.page("chengguan-banli", { width, language, path: `/desk/supervision/${order}` });
  expect(await paper.getByRole("button", { name: language === "en" ? "Answer" : "答复" }).count()).toBe(1);
});

test("a step is added to the ladder and taken away again, each save a version; one out of order is named", async () => {
  const page = await desk.page("xian-guize", { path: "/desk/supervision/settings" });
  const steps = page.getByRole("list").getByRole("textbox");
  await page.getByRole("button", { name: "加一级" }).waitFor();
  const before = await steps.count();
  await page.getByRole("button", { name: "加一级" }).click();
  await page.getByRole("textbox", { name: `预警阶梯 ${before + 1}` }).fill("挂牌提醒");
  await page.getByRole("textbox", { name: "为什么改" }).fill("超期久的再提一次（示例）");
  await page.getByRole("button", { name: "存为新版本" }).click();
  await expect.poll(async () => (await kept(page)).steps.map((step) => step.name)).toContain("挂牌提醒");
  await page.getByRole("combobox", { name: "挂牌提醒 什么时候提醒" }).click();
  await page.getByTitle("用去一定时间").last().click();
  await page.getByRole("textbox", { name: "为什么改" }).fill("试排错（示例）");
  await page.getByRole("button", { name: "存为新版本" }).click();
  await page
    .getByText(/挂牌提醒/)
    .first()
    .waitFor();
  expect((await kept(page)).steps.at(-1)?.moment).toEqual({ workingDaysOverdue: expect.any(Number) });
  await page.getByRole("button", { name: "去掉「挂牌提醒」" }).click();
  await page.getByRole("textbox", { name: "为什么改" }).fill("收回（示例）");
  await page.getByRole("button", { name: "存为新版本" }).click();
  await expect.poll(async () => (await kept(page)).steps.length).toBe(before);
  expect(await violations(page)).toEqual([]);
});

const kept = (page: Page) =>
  page.evaluate(async () => {
    const { settings } = await (await fetch("/api/supervision/settings", { headers: { "x-linli": "1" } })).json();
    return settings as { steps: { name: string; moment: object }[] };
  });
