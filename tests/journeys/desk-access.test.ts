import { beforeAll, expect, test } from "vitest";
import { deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest();
let id = "";

beforeAll(async () => {
  const clerk = await desk.as("xian-shouli");
  id = (await desk.receive(clerk, "安良镇王楼村西地高压线断了，还打火花，没人敢过去。", { reporter: { quiet: true } })).id;
  await desk.receive(clerk, "堂街镇汪来湾村低保要交哪些材料？");
}, 120_000);

const routes = () => ["/desk/", "/desk/matters?queue=all", "/desk/matters?queue=shelved", `/desk/matters/${id}`, "/desk/help"];

for (const language of ["zh-CN", "en"] as const) {
  test(`axe finds nothing on any screen in ${language}, nor does a telephone scroll sideways`, async () => {
    for (const path of routes()) {
      const page = await desk.page("xian-paidan", { path, language });
      expect(await violations(page), `${path} at 1440`).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await violations(page), `${path} at 390`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      await page.context().close();
    }
  }, 120_000);
}

test("axe finds nothing with dialogs, menus, errors and toasts open", async () => {
  const page = await desk.page("xian-paidan", { path: `/desk/matters/${id}` });
  for (const [keys, shows] of [
    ["?", "帮助与快捷键"],
    ["d", "期限怎么算的"],
    ["Control+k", "命令"],
    ["n", "受理 ·"],
  ] as const) {
    await page.keyboard.press(keys);
    await page.getByText(shows).first().waitFor();
    await page.waitForTimeout(300);
    expect(await violations(page), keys).toEqual([]);
    await page.keyboard.press(keys === "d" ? "d" : "Escape");
    await page.waitForFunction(() =>
      [...document.querySelectorAll('[role="dialog"],[role="tooltip"]')].every((one) => one.getClientRects().length === 0),
    );
  }
  await page.goto(`${desk.url}/desk/matters/${id}?do=decline`, { waitUntil: "networkidle" });
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^不予受理/ })
    .click();
  await page.getByText("请选一项").first().waitFor();
  expect(await violations(page), "errors").toEqual([]);
}, 90_000);

test("the sign-in page is clean, names what is missing, keeps the name after a wrong password, and leads to where one wanted", async () => {
  const page = await desk.stranger({ path: "/desk/matters?queue=all" });
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByText("请填登录名").first().waitFor();
  expect(await violations(page), "with errors").toEqual([]);
  await page.getByLabel("登录名").fill("xian-paidan");
  await page.getByLabel("密码").fill("not-the-password");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").waitFor();
  expect(await page.getByLabel("登录名").inputValue()).toBe("xian-paidan");
  await page.getByLabel("密码").fill(desk.password("xian-paidan"));
  await page.keyboard.press("Enter");
  await page.waitForSelector("tr[data-id]");
  expect(page.url()).toContain("queue=all");
});

test("a complaint about the product can be made from every screen and is kept", async () => {
  for (const path of routes()) {
    const page = await desk.page("xian-paidan", { path });
    await page.getByRole("button", { name: "对本产品提意见" }).first().click();
    await page.getByRole("textbox", { name: "意见" }).fill("列表里看不到村名");
    await page.getByRole("button", { name: "提交意见" }).click();
    await page.getByText("收到了，谢谢").waitFor();
    await page.context().close();
  }
}, 90_000);

test("large type and compact rows change sizes, and another language is one press away", async () => {
  const page = await desk.page("xian-paidan", { path: "/desk/matters?queue=all" });
  await page.waitForSelector("tr[data-id]");
  const size = () =>
    page.evaluate(() =>
      Number.parseFloat(getComputedStyle(document.querySelector("tr[data-id] .matter-link") as Element).fontSize),
    );
  const before = await size();
  await page.locator(".who").click();
  await page.getByRole("radio", { name: "特大" }).check();
  expect(await size()).toBeGreaterThanOrEqual(before * 1.4);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.getByRole("radio", { name: "English" }).check();
  await page.getByRole("heading", { level: 1, name: "All matters" }).waitFor();
});
