import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { writeXlsx } from "../../foundation/sheets/index.ts";
import { type Caller, deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest();
const picture = async (page: Page, name: string) => {
  if (process.env.LINLI_PICTURES) await page.screenshot({ path: `${process.env.LINLI_PICTURES}/${name}.png`, fullPage: true });
};
const LAMPS = "0201";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

interface Kept {
  readonly items: readonly { code: string; lead: string }[];
  readonly versions: readonly { version: number; state: string }[];
}
const book = (by: Caller) => by.send<Kept>("GET", "/api/dispatch/books/catalogue");
const unitProposed = async (by: Caller, id: string) =>
  (await by.send<{ proposals: { unit: { unitName: string } } }>("GET", `/api/matters/${id}`)).proposals.unit.unitName;
const proposedUnit = async (by: Caller, text: string) => unitProposed(by, (await desk.receive(by, text)).id);
const fitsTheScreen = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

test("the rules post changes who leads by keyboard and proposes; it may not approve; the head does; the next proposal follows", async () => {
  const clerk = await desk.as("xian-shouli");
  const keeper = await desk.as("xian-guize");
  const { units } = await keeper.send<{ units: { code: string; name: string; shortName: string }[] }>(
    "GET",
    "/api/dispatch/register",
  );
  const water = units.find(({ code }) => code === "water")!;
  const first = await book(keeper);
  const on = first.versions.find(({ state }) => state === "on")!.version;
  expect(await proposedUnit(clerk, "冢头镇村口的路灯不亮（示例）。")).not.toBe(water.name);

  const page = await desk.page("xian-guize", { path: "/desk/catalogue" });
  await page.getByPlaceholder("找编码、名称、依据").fill(LAMPS);
  await page.getByText(`1 项，共 ${first.items.length} 项`).waitFor();
  await page.getByRole("button", { name: /^改 / }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("依据").fill("");
  await dialog.getByRole("button", { name: "改到草稿里" }).press("Enter");
  await dialog.getByText("没有依据。请写文件名称").first().waitFor();
  expect(await violations(page), "a fault in the dialog").toEqual([]);
  await picture(page, "catalogue-dialog");
  await dialog.getByLabel("依据").fill("示例，待县里核定");
  const lead = dialog.getByRole("combobox", { name: "主办" });
  await lead.focus();
  await lead.pressSequentially(water.shortName);
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "改到草稿里" }).press("Enter");
  await page.getByText("1 处改动，还没存").first().waitFor();
  await picture(page, "catalogue-changed");
  const asked = new Promise<string>((said) =>
    page.once("dialog", async (question) => {
      said(question.message());
      await question.dismiss();
    }),
  );
  await page
    .getByRole("radio", { name: "履职事项清单" })
    .check({ force: true, noWaitAfter: true })
    .catch(() => {});
  expect(await asked).toContain("1 处改动还没有存");
  await page.getByText("1 处改动，还没存").first().waitFor();
  await page.getByRole("button", { name: "存为草稿" }).press("Enter");
  await page.getByText("提请的岗位不能自己批").first().waitFor();
  await page.getByRole("button", { name: "提请审批" }).press("Enter");
  await page.getByText(/等县中心负责人批准/).waitFor();
  expect(await page.getByRole("button", { name: "批准启用" }).count()).toBe(0);
  const draft = on + 1;
  await expect(keeper.send("POST", `/api/dispatch/books/catalogue/${draft}/approve`)).rejects.toThrow("403");
  expect(await proposedUnit(clerk, "冢头镇村口的路灯还没修（示例）。"), "before approval").not.toBe(water.name);

  const head = await desk.page("xian-fuze", { path: "/desk/catalogue" });
  await head.getByText(`第 ${draft} 版等您审批`).waitFor();
  await head.getByRole("button", { name: `第 ${draft} 版` }).press("Enter");
  await head.getByRole("button", { name: "比较两版" }).press("Enter");
  await head.getByRole("region", { name: "主办换了的" }).waitFor();
  expect(await head.getByRole("region", { name: "主办换了的" }).innerText()).toContain(water.shortName);
  expect(await violations(head), "two versions side by side").toEqual([]);
  await picture(head, "catalogue-compare");
  await head.setViewportSize({ width: 390, height: 844 });
  expect(await fitsTheScreen(head)).toBe(true);
  await picture(head, "catalogue-compare-390");
  await head.setViewportSize({ width: 1440, height: 900 });
  await head.getByRole("button", { name: "回清单" }).press("Enter");
  await head.getByRole("button", { name: "批准启用" }).press("Enter");
  const approval = head.getByRole("dialog");
  await approval.getByText("1 个类别今天起换主办").waitFor();
  expect(await violations(head), "before approving").toEqual([]);
  await picture(head, "catalogue-approve");
  await approval.getByRole("button", { name: "批准启用" }).press("Enter");
  await head.getByText(`第 ${draft} 版已启用`).waitFor();
  const { id } = await desk.receive(clerk, "冢头镇村口的路灯又坏了（示例）。");
  await expect.poll(() => unitProposed(clerk, id), { timeout: 15_000, interval: 500 }).toBe(water.name);
}, 120_000);

test("a sheet with two bad rows is refused by row and nothing is taken; the export is taken as it is", async () => {
  const keeper = await desk.as("xian-guize");
  const before = await book(keeper);
  const page = await desk.page("xian-guize", { path: "/desk/catalogue" });
  await page.getByRole("button", { name: "导入表格" }).press("Enter");
  const dialog = page.getByRole("dialog");
  const bring = async (buffer: Buffer) => {
    await dialog.locator("input[type=file]").setInputFiles({ name: "派单目录.xlsx", mimeType: XLSX, buffer });
  };
  const columns = ["编码", "事项名称", "类别", "主办单位", "依据"].map((name) => ({ name, width: 20 }));
  const rows = [
    ["1", "路灯（示例）", "路灯", "属地乡镇（街道）", "示例"],
    ["2", "路灯（示例）", "路灯", "没有的局", "示例"],
    ["3", "广场（示例）", "没有的类别", "属地乡镇（街道）", "示例"],
  ];
  rows[0]![2] = rows[1]![2] = "facilities.street-lamp";
  rows[1]![2] = "facilities.square";
  await bring(await writeXlsx([{ name: "派单目录", columns, rows }]));
  await dialog.getByText("读了 3 行，2 处不对").waitFor();
  expect((await dialog.getByRole("rowheader").allInnerTexts()).map(Number)).toEqual([3, 4]);
  await dialog.getByText("没有“没有的局”这个单位").waitFor();
  await dialog.getByText("县里没有“没有的类别”这个类别").waitFor();
  expect(await violations(page), "faults by row").toEqual([]);
  await picture(page, "catalogue-import");
  const take = dialog.getByRole("button", { name: "取用为草稿" });
  expect(await take.getAttribute("aria-disabled")).toBe("true");
  await take.press("Enter");
  expect((await book(keeper)).versions).toEqual(before.versions);

  const sheet = await fetch(`${desk.url}/api/dispatch/catalogue/sheet`, { headers: { cookie: keeper.cookie } });
  await bring(Buffer.from(await sheet.arrayBuffer()));
  await dialog.getByText(`读了 ${before.items.length} 行，都对`).waitFor();
  await dialog.getByText(`改 0 项，相同 ${before.items.length} 项`).waitFor();
  await take.press("Enter");
  await page.getByRole("button", { name: "提请审批" }).waitFor();
  const after = await book(keeper);
  expect(after.versions.length).toBe(before.versions.length + 1);
  expect(after.versions[0]!.state).toBe("draft");
  await page.getByRole("button", { name: "搁置" }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "搁置" }).press("Enter");
  await page.getByText("请写原因，提请的人要看").first().waitFor();
  await page.getByRole("dialog").getByLabel("为什么搁置").fill("示例：只是试读");
  await page.getByRole("dialog").getByRole("button", { name: "搁置" }).press("Enter");
  await expect.poll(async () => (await book(keeper)).versions[0]!.state).toBe("past");
}, 120_000);

for (const language of ["zh-CN", "en"] as const)
  for (const which of ["catalogue", "duties"] as const)
    test(`the ${which} is clean for axe and does not scroll sideways on a telephone, in ${language}`, async () => {
      const page = await desk.page("xian-guize", { path: `/desk/catalogue?book=${which}`, language });
      await page.getByRole("table").waitFor();
      expect(await violations(page), "at 1440").toEqual([]);
      await picture(page, `${which}-${language}`);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await violations(page), "at 390").toEqual([]);
      expect(await fitsTheScreen(page)).toBe(true);
      await picture(page, `${which}-${language}-390`);
    }, 60_000);

test("an officer without the right to change reads the list, and finds what a unit leads today", async () => {
  const page = await desk.page("chengguan-banli", { path: "/desk/catalogue" });
  await page.getByText("您可以查看；修改由规则与目录岗提出").waitFor();
  expect(await page.getByRole("button", { name: /^改 / }).count()).toBe(0);
  const all = await page.getByRole("row").count();
  await page.getByRole("checkbox", { name: "只看今天有效的" }).check();
  await page.getByRole("combobox", { name: "层级" }).press("Enter");
  await page.getByTitle("村（社区）").click();
  await expect.poll(() => page.getByRole("row").count()).toBeLessThan(all);
}, 60_000);
