import { beforeAll, expect, test } from "vitest";
import { deskUnderTest } from "../builders/desk.ts";

const desk = deskUnderTest();
const TEXTS = [
  "安良镇王楼村村头路灯不亮，晚上看不见路。",
  "堂街镇汪来湾村水渠淤死了，浇不上地。",
  "冢头镇菜市场门口垃圾没人清。",
  "长桥镇村口井盖没有了，怕有人掉下去。",
  "李口镇小学门口没有减速带。",
];

beforeAll(async () => {
  const clerk = await desk.as("xian-shouli");
  for (const text of TEXTS) await desk.receive(clerk, text);
}, 120_000);

const titles = async (page: Awaited<ReturnType<typeof desk.page>>) => {
  await page.waitForSelector("tr[data-id]");
  return page.locator("tr[data-id] .matter-link").allTextContents();
};
const currentTitle = (page: Awaited<ReturnType<typeof desk.page>>) =>
  page.locator('tr[data-current="yes"] .matter-link').textContent();

test("a queue is worked by keyboard alone: move, select, open, come back to the same row", async () => {
  const page = await desk.page("xian-paidan", { path: "/desk/matters?queue=received" });
  const all = await titles(page);
  expect(all).toHaveLength(TEXTS.length);
  for (const key of ["j", "j", "j", "k"]) await page.keyboard.press(key);
  expect(await currentTitle(page)).toBe(all[1]);
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  expect(await page.getByText("已选 2 件").isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  expect(await page.getByText("已选 2 件").count()).toBe(0);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/matters\/[0-9a-f-]{36}/);
  await page.waitForFunction((title) => document.querySelector("h1")?.textContent === title, all[2]);
  await page.keyboard.press("j");
  await page.waitForFunction((title) => document.querySelector("h1")?.textContent === title, all[3]);
  await page.keyboard.press("g");
  await page.keyboard.press("q");
  await page.waitForURL(/queue=received/);
  await page.waitForSelector('tr[data-current="yes"]');
  expect(await currentTitle(page)).toBe(all[3]);
});

test("single keys rest while typing and while an input method composes, and can be switched off", async () => {
  const page = await desk.page("xian-paidan", { path: "/desk/matters?queue=received" });
  await page.waitForSelector("tr[data-id]");
  await page.keyboard.press("/");
  await page.getByRole("combobox").first().waitFor();
  await page.keyboard.type("jjx");
  expect(await page.locator('tr[data-current="yes"]').count()).toBe(0);
  await page.keyboard.press("Escape");
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", isComposing: true, bubbles: true })),
  );
  expect(await page.locator('tr[data-current="yes"]').count()).toBe(0);
  await page.evaluate(() => localStorage.setItem("linli.display", JSON.stringify({ keys: false, language: "zh-CN" })));
  await page.reload({ waitUntil: "networkidle" });
  await page.keyboard.press("j");
  expect(await page.locator('tr[data-current="yes"]').count()).toBe(0);
});

test("filters live in the address, and an empty result offers to clear them", async () => {
  const page = await desk.page("xian-paidan", { path: "/desk/matters?queue=all&q=%E4%BA%95%E7%9B%96" });
  expect(await titles(page)).toHaveLength(1);
  await page.goto(`${desk.url}/desk/matters?queue=all&kind=dispute&colour=red`, { waitUntil: "networkidle" });
  await page.getByText("没有符合这些条件的事项").waitFor();
  await page.getByRole("button", { name: "清空筛选" }).first().click();
  await page.waitForURL((url) => !url.search.includes("kind"));
  expect(await titles(page)).toHaveLength(TEXTS.length);
});

test("the count in the rail is the number of rows of its list", async () => {
  const page = await desk.page("xian-paidan", { path: "/desk/matters?queue=received" });
  const count = page.locator('.rail-link[href*="queue=received"] b', { hasText: /\d/ });
  await count.waitFor();
  expect(await count.textContent()).toBe(String((await titles(page)).length));
});

test("a batch says before the click what will change and whom it refuses, and then changes just those", async () => {
  const clerk = await desk.as("xian-paidan");
  const gone = (await clerk.send<{ rows: { id: string; version: number }[] }>("GET", "/api/matters?queue=received&sort=oldest"))
    .rows[0];
  const page = await desk.page("xian-paidan", { path: "/desk/matters?queue=received&sort=oldest" });
  await page.waitForSelector("tr[data-id]");
  for (const key of ["j", "x", "j", "x", "j", "x"]) await page.keyboard.press(key);
  await desk.act(clerk, gone?.id ?? "", gone?.version ?? 0, { act: "withdraw", reason: "反映人来电说已经修好" });
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("会改动 2 件").waitFor();
  const refused = await dialog.locator(".refused-list li").allInnerTexts();
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatch(/^\d{6} .{4,}/);
  await dialog.getByRole("button", { name: "催办 2 件" }).click();
  await page
    .getByText(/^已催办 2 件/)
    .first()
    .waitFor();
  const rows = await clerk.send<{ rows: { id: string }[] }>("GET", "/api/matters?queue=received&sort=oldest");
  const acts = await Promise.all(
    rows.rows.map(
      async (row) =>
        (await clerk.send<{ timeline: { act: string }[] }>("GET", `/api/matters/${row.id}`)).timeline.filter(
          (line) => line.act === "urge",
        ).length,
    ),
  );
  expect(acts.sort()).toEqual([0, 0, 1, 1]);
});

test("a list does not move under the hand: what is new waits behind one button", async () => {
  const page = await desk.page("xian-paidan", { path: "/desk/matters?queue=all" });
  await page.clock.install();
  await page.reload({ waitUntil: "networkidle" });
  await page.waitForSelector("tr[data-id]");
  const before = await titles(page);
  await desk.receive(await desk.as("xian-shouli"), "白庙乡村部自来水停了两天，没有人说什么时候来。");
  await page.clock.fastForward(61_000);
  await page.getByRole("button", { name: /有 1 条新事项/ }).waitFor();
  expect(await titles(page)).toEqual(before);
  await page.getByRole("button", { name: /有 1 条新事项/ }).click();
  await page.waitForFunction((n) => document.querySelectorAll("tr[data-id]").length === n + 1, before.length);
});

test("a view is saved by name, appears in the rail, and its deletion can be undone", async () => {
  const page = await desk.page("xian-paidan", { path: "/desk/matters?queue=all&door=counter" });
  await page.getByRole("button", { name: "存为视图" }).click();
  await page.getByLabel("视图名称").fill("窗口来的");
  await page.keyboard.press("Enter");
  const link = page.locator(".rail").getByRole("link", { name: /窗口来的/ });
  await link.waitFor();
  await page.getByRole("button", { name: "删掉视图" }).click();
  await link.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "撤销" }).click();
  await link.waitFor();
});
