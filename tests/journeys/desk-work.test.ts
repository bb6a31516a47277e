import { expect, test } from "vitest";
import { deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest();
type Place = { id: string; name: string; path: { name: string }[]; townshipId: string | null };

async function placeOf(words: string): Promise<Place> {
  const by = await desk.as("xian-shouli");
  const { places } = await by.send<{ places: Place[] }>("GET", `/api/places?q=${encodeURIComponent(words)}`);
  if (!places[0]) throw new Error(`no place ${words}`);
  return places[0];
}

test("the board's figures open exactly their matters, and its map leads down and back by keyboard", async () => {
  const by = await desk.as("xian-shouli");
  const town = await placeOf("薛店镇");
  for (const text of ["示例：路面塌了一块", "示例：垃圾没人收", "示例：路灯不亮"])
    await desk.receive(by, text, { place: { placeId: town.id } });
  const page = await desk.page("xian-fuze", { path: "/desk/board" });
  const row = page.getByRole("row", { name: /薛店镇/ });
  await row.waitFor();
  const figure = row.getByRole("link").nth(1);
  expect(await figure.innerText()).toBe("3");
  await page.locator(`.area-map a[data-place="${town.id}"]`).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "薛店镇一张图" }).waitFor();
  expect(new URL(page.url()).searchParams.get("place")).toBe(town.id);
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "郏县一张图" }).waitFor();
  await figure.click();
  await page.waitForURL(/\/desk\/matters\?/);
  await expect.poll(() => page.locator("main").innerText()).toContain("共 3 件");
});

test("a share of fewer than ten is not compared, and the trend's figures stand in a table", async () => {
  const page = await desk.page("xian-fuze", { path: "/desk/board" });
  await page.getByText("看数表").click();
  expect(await page.locator(".plain-table tbody tr").count()).toBe(12);
  expect(await page.locator(".figure-row").innerText()).not.toMatch(/100\.0%/);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".top-bar").isVisible()).toBe(false);
  expect(await page.locator(".figure-row").isVisible()).toBe(true);
});

test("a rule is drafted, tried on past matters and only then switched on", async () => {
  const page = await desk.page("xian-guize", { path: "/desk/rules" });
  await page.getByRole("button", { name: "加一条" }).click();
  await page.getByRole("button", { name: "放进列表" }).click();
  expect(await page.locator("#rule-name-error").innerText()).toBe("请写名称");
  await page.locator("#rule-name").fill("示例：薛店的路先给县交通局");
  await page.locator("#rule-unit").click();
  await page.keyboard.type("县交通运输局");
  await page.keyboard.press("Enter");
  await page.locator("#rule-reason").fill("示例理由");
  await page.getByRole("button", { name: "放进列表" }).click();
  await page.locator(".rule-list").getByText("示例：薛店的路先给县交通局").waitFor();
  expect(await page.getByRole("button", { name: "启用草稿" }).getAttribute("aria-disabled")).toBe("true");
  await page.getByRole("button", { name: "上移：示例：薛店的路先给县交通局" }).click();
  await page.getByRole("button", { name: "存草稿" }).click();
  await page.getByText("草稿第 2 版").waitFor();
  await page.getByRole("button", { name: "在过去的事项上试" }).click();
  await page.getByRole("heading", { name: /^试了 \d+ 件/ }).waitFor();
  await page.getByRole("button", { name: "启用草稿" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "启用草稿" }).click();
  await page.getByText("正在用第 2 版").waitFor();
});

test("a kept answer is added with its owner and last day; one that has run out is marked", async () => {
  const page = await desk.page("xian-guize", { path: "/desk/knowledge" });
  await page.getByRole("button", { name: "加一条" }).click();
  await page.getByRole("button", { name: "保存" }).click();
  expect(await page.locator("#knowledge-owner-error").innerText()).toBe("请选负责单位");
  await page.locator("#knowledge-question").fill("示例：社保卡丢了去哪补");
  await page.locator("#knowledge-answer").fill("示例答复：带身份证到乡镇便民服务中心。");
  await page.locator("#knowledge-owner").click();
  await page.keyboard.type("人力资源");
  await page.keyboard.press("Enter");
  await page.locator("#knowledge-until").fill("2020-01-31");
  await page.getByRole("button", { name: "保存" }).click();
  const row = page.getByRole("row", { name: /社保卡丢了去哪补/ });
  await row.getByText("已过期").waitFor();
});

test("an account's password is shown once; whoever leaves the last handling post says where its matters go", async () => {
  const clerk = await desk.as("xian-paidan");
  const town = await placeOf("薛店镇");
  const made = await desk.receive(clerk, "示例：小区外墙脱落", {
    place: { placeId: town.id },
    kind: "complaint",
    categoryCode: "roads.road-damage",
    urgency: "ordinary",
    confirmed: true,
  });
  const { units } = await clerk.send<{ units: { id: string; code: string }[] }>("GET", "/api/units");
  const unit = (code: string) => units.find((one) => one.code === code)?.id ?? "";
  await desk.act(clerk, made.id, made.version, { act: "dispatch", leadUnit: unit("housing") });
  const page = await desk.page("xian-guanli", { path: `/desk/teams?unit=${unit("housing")}` });
  await page.getByRole("button", { name: "开账号" }).click();
  await page.locator("#person-name").fill("示例新人");
  await page.locator("#person-sign-in").fill("shili-xinren");
  await page.getByRole("button", { name: "保存" }).click();
  const password = await page.locator(".told-password").innerText();
  expect(
    (
      await fetch(`${desk.url}/api/session`, {
        method: "POST",
        headers: { "x-linli": "1", "content-type": "application/json" },
        body: JSON.stringify({ name: "shili-xinren", password }),
      })
    ).status,
  ).toBe(200);
  await page.getByRole("button", { name: "已经告诉本人" }).click();
  await page.getByRole("button", { name: "离岗：县住建局办理岗甲" }).click();
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByText("还有 1 件没办完").first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("交给另一个岗位").check();
  await page.locator("#leave-hand").click();
  await page.keyboard.type("城市管理局 · 办理");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  const matter = await clerk.send<{ assignments: { unit: { id: string }; role: string }[]; state: string }>(
    "GET",
    `/api/matters/${made.id}`,
  );
  expect(JSON.stringify(matter.assignments)).toContain(unit("city-management"));
});

const SCREENS = [
  ["xian-fuze", "/desk/board", "h1"],
  ["xian-paidan", "/desk/imports", "h1"],
  ["xian-guize", "/desk/rules", ".rule-list li"],
  ["xian-guize", "/desk/knowledge", "tbody tr"],
  ["xian-guanli", "/desk/teams", ".unit-tree"],
] as const;
test.each(SCREENS)("axe finds nothing, and nothing scrolls sideways: %s %s", { timeout: 120_000 }, async (name, path, mark) => {
  for (const [width, language] of [
    [1440, "zh-CN"],
    [390, "en"],
  ] as const) {
    const page = await desk.page(name, { width, language, path });
    await page.locator(mark).first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.close();
  }
});
