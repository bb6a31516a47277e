import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { type Desk, deskUnderTest, violations } from "../builders/desk.ts";

const desk: Desk = deskUnderTest();
/** With LINLI_PICTURES the screens are also kept as pictures, to be looked at. */
const picture = async (page: Page, name: string) => {
  const folder = process.env.LINLI_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
};
const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

const MINE = `规则「广场舞太吵」 主管 县综治中心.规则与目录岗 理由「噪声由城管先到场（示例）」
  当 文中有「广场舞」 且 时间 在 00:00至24:00
  派 城市管理局 协办 所在乡镇

`;
const BROKEN = MINE.replace("城市管理局", "城市管理居");

/** The text field by the keyboard alone: from the switch of views, by tabbing. */
async function intoTheText(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "按表单看" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByLabel("规则文字").waitFor();
  for (let n = 0; n < 8; n += 1) {
    if (await page.getByLabel("规则文字").evaluate((field) => field === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("the field is not reached by tabbing");
}

describe("a rule written as text", () => {
  test("is underlined where it cannot be read, mended, seen on past matters, kept, switched on, and the next proposal obeys", async () => {
    const clerk = await desk.as("xian-shouli");
    const { places } = await clerk.send<{ places: { id: string }[] }>("GET", `/api/places?q=${encodeURIComponent("冢头镇")}`);
    const place = places[0]!.id;
    for (const text of ["晚上广场舞太吵，睡不着（示例）。", "广场舞音响开到十点（示例）。"]) {
      const made = await desk.receive(clerk, text);
      await desk.act(clerk, made.id, made.version, {
        act: "accept",
        kind: "complaint",
        categoryCode: "noise.living",
        urgency: "ordinary",
        place: { placeId: place },
      });
    }
    const unit = async () => {
      const preview = await clerk.send<{ unit: { unitName: string } | null }>("POST", "/api/triage/preview", {
        text: "楼下广场舞太吵（示例）。",
      });
      return preview.unit?.unitName;
    };
    expect(await unit()).not.toBe("县城市管理局");
    const page = await desk.page("xian-guize", { path: "/desk/rules" });
    await intoTheText(page);
    await page.keyboard.press("Control+Home");
    await page.keyboard.insertText(BROKEN);
    const field = page.getByLabel("规则文字");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator(".rule-text mark").allTextContents()).toEqual(["城市管理居"]);
    await page.getByText("没有叫「城市管理居」的单位。是不是「城市管理局」？").waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, "rules-text-error-1440");

    // The button beside the sentence selects the characters; what is typed replaces them.
    const go = page.getByRole("button", { name: "第 3 行第 5 个字" });
    await go.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.insertText("城市管理局");
    await page.getByText("都看懂了").waitFor();
    expect(await page.locator(".rule-text mark").count()).toBe(0);
    await page.getByText("「广场舞太吵」会定 2 件").waitFor();
    await page.getByText("没有盖住的、矛盾的，也没有已经撤销的单位").waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, "rules-text-1440");

    await page.getByRole("button", { name: "存草稿" }).press("Enter");
    await page.getByText("草稿已存，还没有启用").waitFor();
    await page.getByRole("button", { name: "在过去的事项上试" }).press("Enter");
    await page.getByRole("heading", { name: /^试了 2 件/ }).waitFor();
    await page.getByRole("button", { name: "启用草稿" }).press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: "启用草稿" }).press("Enter");
    await page.getByText(/第 \d+ 版已启用/).waitFor();

    // The books in memory are renewed behind an answer, every few seconds.
    await expect.poll(unit, { timeout: 15_000, interval: 500 }).toBe("县城市管理局");
  }, 120_000);

  test("is good on a telephone and in English, its doubts too", async () => {
    const page = await desk.page("xian-guize", { path: "/desk/rules", width: 390 });
    await intoTheText(page);
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText(
      "\n规则「多余」 主管 县综治中心.规则与目录岗 理由「示例」\n  当 种类 为 投诉 且 非 种类 为 投诉\n  派 城市管理局\n",
    );
    await page.getByText("「多余」的条件自相矛盾，什么事项都对不上。").waitFor();
    expect(await wide(page)).toBeLessThanOrEqual(390);
    expect(await violations(page)).toEqual([]);
    await picture(page, "rules-text-390");

    const english = await desk.page("xian-guize", { path: "/desk/rules", language: "en" });
    await english.getByText("As text", { exact: true }).click();
    const field = english.getByLabel("Rules as text");
    await field.waitFor();
    expect(await field.inputValue()).toMatch(/^rule "/);
    await field.press("Control+Home");
    await english.keyboard.insertText(
      'rule "Noise" owner 县综治中心.规则与目录岗 reason "Example"\n  when category in noise.livin and kind is complaint\n  send to 城市管理局\n\n',
    );
    await english.getByText(/There is no category “noise.livin”/).waitFor();
    await field.press("Control+a");
    await english.keyboard.insertText(
      'rule "All complaints" owner 县综治中心.规则与目录岗 reason "Example"\n  when kind is complaint\n  send to 城市管理局\n\nrule "Loud ones" owner 县综治中心.规则与目录岗 reason "Example"\n  when kind is complaint, help and text has "loud"\n  send to 城市管理局\n',
    );
    await english
      .getByText(/Of “Loud ones”, “kind is [Cc]omplaint” is never reached: it is taken before by “All complaints”/)
      .waitFor();
    await english.getByText("by this rule to City Management").first().waitFor();
    expect(await violations(english)).toEqual([]);
    expect(await english.locator("main").innerText()).not.toMatch(/没有叫|轮不到|看懂/);
    await picture(english, "rules-text-en-1440");
  }, 120_000);
});
