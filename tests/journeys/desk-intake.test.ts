import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest();

/** Presses keys and counts them: one for each key beyond the text, with modifiers held not counted; the longest run of Tabs beside it. */
function keyboardOf(page: Page) {
  const pressed: string[] = [];
  return {
    async press(...keys: string[]) {
      for (const key of keys) {
        pressed.push(key);
        await page.keyboard.press(key);
        await page.waitForTimeout(60);
      }
    },
    /** The text itself: what was said, a name, a number. */
    write: (text: string) => page.keyboard.insertText(text),
    count: () => pressed.length,
    longestRunOfTabs: () =>
      Math.max(
        0,
        ...pressed
          .join(" ")
          .split(/(?:^| )(?!Tab)\S+/)
          .map((run) => run.split(" ").filter((one) => one === "Tab").length),
      ),
  };
}
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest("[data-stop]")?.getAttribute("data-stop") ?? "");
const onReceive = async (name = "xian-shouli", path = "/desk/receive") => {
  const page = await desk.page(name, { path });
  await page.locator("#intake-text").waitFor();
  await expect.poll(() => focused(page)).toBe("who");
  return page;
};
const numberOn = async (page: Page) => ((await page.locator("#receipt-title").innerText()).match(/\S+-\d{4}-\d{6}/) ?? [""])[0];

test("at the counter, by keyboard alone: at most 12 keys beyond the text, no run of more than 3 Tabs, accepted at once", async () => {
  const page = await onReceive();
  const keys = keyboardOf(page);
  await keys.press("Enter");
  await keys.write("示例来访人");
  await keys.press("Enter");
  await keys.write("138 0000 0000");
  await keys.press("Enter");
  expect(await focused(page)).toBe("text");
  await keys.write("示例：东街菜市场门口的排水沟堵了好几天，一下雨水就往院子里灌，请派人来清。");
  await page.locator("#intake-place-1").waitFor();
  await keys.press("Enter");
  const second = await page.locator("#intake-place-1 b").innerText();
  await keys.press("2");
  await page.locator(".intake-category[data-proposed=yes]").waitFor();
  expect(await focused(page)).toBe("kind");
  await keys.press("3");
  expect(await focused(page)).toBe("category");
  await keys.press("Enter");
  expect(await focused(page)).toBe("urgency");
  await keys.press("1", "Control+Enter");
  await page.locator("#receipt-title").waitFor();
  expect(keys.count()).toBeLessThanOrEqual(12);
  expect(keys.longestRunOfTabs()).toBeLessThanOrEqual(3);
  expect(await page.locator(".receipt-code").innerText()).toMatch(/^\d{4}-\d{4}-\d{4}$/);
  expect(await page.getByRole("img", { name: "查询二维码" }).count()).toBe(1);
  const number = await numberOn(page);
  const by = await desk.as("xian-shouli");
  const { id } = await by.send<{ id: string }>("GET", `/api/matters/by-number/${number}`);
  const matter = await by.send<{ state: string; kind: string; place: { ref: { path: string[] } } }>("GET", `/api/matters/${id}`);
  expect([matter.state, matter.kind, matter.place.ref.path.slice(1).join(" ")]).toEqual(["accepted", "complaint", second]);
  expect(await page.getByRole("link", { name: "打印回执" }).getAttribute("href")).toBe(`/print/receipt/${id}`);
});

test("for another person: the relation is asked for and said, and still at most 12 keys", async () => {
  const page = await onReceive();
  const keys = keyboardOf(page);
  await keys.press("2");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("alert").getByText("请写来访人说的事").waitFor();
  expect(await page.locator("#intake-relation-error").innerText()).toBe("请写与本人的关系");
  await page.locator("#intake-relation").focus();
  await keys.write("女儿");
  await keys.press("Enter", "Space", "Enter", "Enter", "Enter");
  expect(await focused(page)).toBe("text");
  await keys.write("示例：老人家门前的路灯坏了一个月");
  await keys.press("Enter", "0", "Control+Enter");
  await page.locator("#receipt-title").waitFor();
  expect(keys.count()).toBeLessThanOrEqual(12);
  const by = await desk.as("xian-shouli");
  const { id } = await by.send<{ id: string }>("GET", `/api/matters/by-number/${await numberOn(page)}`);
  const matter = await by.send<{ state: string; enteredFor: object }>("GET", `/api/matters/${id}`);
  expect(matter.state).toBe("received");
  expect(matter.enteredFor).toEqual({ relation: "女儿", consent: true });
});

test("danger to life is said before anything else", async () => {
  const page = await onReceive();
  await page.locator("#intake-text").fill("示例：院里煤气泄漏味道很大，有人晕倒了");
  await page.getByRole("alert").getByText("110 / 119 / 120").waitFor();
  const above = await page.evaluate(() => {
    const [bar, form] = [document.querySelector(".intake-danger"), document.querySelector("#who-label")];
    return Boolean(bar && form && bar.compareDocumentPosition(form) & Node.DOCUMENT_POSITION_FOLLOWING);
  });
  expect(above).toBe(true);
});

test("the draft keeps itself, comes back after a reload, and goes once registered; the next one starts at once", async () => {
  const page = await onReceive("zhongtou-paidan");
  await page.locator("#intake-text").fill("示例：村口的井盖没有了");
  await page.getByText(/已自动存/).waitFor();
  await page.reload();
  await expect.poll(() => page.locator("#intake-text").inputValue()).toBe("示例：村口的井盖没有了");
  await page.locator("#intake-text").focus();
  await page.keyboard.press("Control+Shift+Enter");
  await page.locator(".intake-last").waitFor();
  expect(await page.locator("#intake-text").inputValue()).toBe("");
  expect(await focused(page)).toBe("who");
  const drafts = await (await desk.as("zhongtou-paidan")).send<{ drafts: { key: string }[] }>("GET", "/api/drafts");
  expect(drafts.drafts.filter((one) => one.key === "receive")).toEqual([]);
});

test("a question is answered on the spot by Alt+1 with the kept answer, and closed", async () => {
  const page = await onReceive();
  const by = await desk.as("xian-shouli");
  const { entries } = await by.send<{ entries: { question: string; answer: string; expired: boolean }[] }>(
    "GET",
    "/api/knowledge",
  );
  const kept = entries.find((one) => !one.expired);
  await page.locator("#intake-text").fill(`请问一下，${kept?.question}`);
  await page.locator(".intake-answer").first().waitFor();
  const answer = await page.locator(".intake-answer p.pre").first().innerText();
  await page.keyboard.press("Alt+1");
  await page.getByRole("heading", { name: /已当场答复/ }).waitFor();
  const { id } = await by.send<{ id: string }>("GET", `/api/matters/by-number/${await numberOn(page)}`);
  const matter = await by.send<{ state: string; kind: string; timeline: { text: string | null }[] }>("GET", `/api/matters/${id}`);
  expect([matter.state, matter.kind]).toEqual(["closed", "consultation"]);
  expect(JSON.stringify(matter.timeline)).toContain(answer.slice(0, 20));
});

test("somebody who met the same thing joins the matter that is there, with a code of their own", async () => {
  const by = await desk.as("xian-shouli");
  const text = "示例：冢头镇东街村老井边的变压器夜里响得厉害，周围几户睡不着";
  const first = await desk.receive(by, text);
  const page = await onReceive();
  await page.locator("#intake-text").fill("示例：冢头镇东街村老井边那个变压器夜里响得厉害，我家也睡不着");
  await page.locator(".intake-similar").first().waitFor();
  await page.keyboard.press("Alt+m");
  await page.getByRole("heading", { name: `已并入 ${first.number}` }).waitFor();
  expect(await page.locator(".receipt-code").innerText()).toMatch(/^\d{4}-\d{4}-\d{4}$/);
  const matter = await by.send<{ reporters: { role: string }[] }>("GET", `/api/matters/${first.id}`);
  expect(matter.reporters.map((one) => one.role).sort()).toEqual(["also-met", "reporter"]);
});

test.each([
  [1440, "zh-CN"],
  [1440, "en"],
  [390, "zh-CN"],
  [390, "en"],
])(
  "intake is clean by axe at %i px in %s, empty, with errors and with proposals, and never scrolls sideways",
  async (width, language) => {
    await fetch(`${desk.url}/api/drafts/receive`, {
      method: "DELETE",
      headers: { "x-linli": "1", cookie: (await desk.as("xian-shouli")).cookie },
    });
    const page = await desk.page("xian-shouli", { width, language, path: "/desk/receive" });
    await page.locator("#intake-text").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Control+Enter");
    await page.locator(".error-summary").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator("#intake-text").fill("示例：东街的排水沟堵了，请问归谁管");
    await page.locator("#intake-place-1").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.close();
  },
);
