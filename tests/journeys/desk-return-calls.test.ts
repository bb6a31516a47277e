import { mkdirSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { newId } from "../../foundation/ids.ts";
import { type Caller, deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest({ jobs: true });
let caller: Caller;
const matters: { id: string; number: string; version: number }[] = [];
const PICTURES = process.env.LINLI_PICTURES;

async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
}

const endedToday = (page: Page, calls: number) =>
  page.locator(".calls-counts div", { hasText: "今天打完" }).getByText(String(calls), { exact: true }).waitFor();

beforeAll(async () => {
  const rules = await desk.as("xian-guize");
  const { versions, today } = await rules.send<{ versions: { body: object }[]; today: string }>(
    "GET",
    "/api/surveys/data/sampling",
  );
  // residents are called by day alone: the test runs at any hour
  await rules.send("PUT", "/api/surveys/data/sampling", {
    commandId: newId(),
    baseVersion: 1,
    validFrom: today,
    body: { ...versions[0]!.body, from: 0, until: 1440 },
  });
  const [intake, dispatcher, handler, verifier] = await Promise.all(
    ["xian-shouli", "xian-paidan", "zhujian-banli", "xian-heshi"].map((name) => desk.as(name)),
  );
  const { units } = await dispatcher!.send<{ units: { id: string; code: string }[] }>("GET", "/api/units");
  const leadUnit = units.find((unit) => unit.code === "housing")!.id;
  for (const text of [
    "冢头镇东街村口路面塌了一块，骑车要绕着走（示例）。",
    "龙山街道文化路楼道灯坏了两个月（示例）。",
    "堂街镇汪来湾村口井盖松动（示例）。",
  ]) {
    const one = await desk.receive(intake!, text, { reporter: { name: "虚构甲", phone: "13800000001" } });
    let at = one.version;
    const act = async (by: Caller, body: Record<string, unknown>) => {
      at = (await desk.act(by, one.id, at, body)).version;
    };
    await act(intake!, {
      act: "accept",
      kind: "complaint",
      categoryCode: "roads.road-damage",
      urgency: "ordinary",
      place: { words: "村口（示例）" },
    });
    await act(dispatcher!, { act: "dispatch", leadUnit });
    await act(handler!, { act: "sign" });
    await act(handler!, { act: "answer", reply: "已经补好了，请去看看（示例）。", outcome: "solved" });
    await act(verifier!, { act: "close" });
    matters.push({ ...one, version: at });
  }
  caller = await desk.as("xian-huifang");
  for (let turn = 0; turn < 150; turn++) {
    const { counts } = await caller.send<{ counts: { due: number } }>("POST", "/api/surveys/next", {});
    if (counts.due === matters.length) return;
    await wait(200);
  }
  throw new Error("the closings were never heard");
}, 180_000);

test("a call is made by keys alone: telephone, three answers, recorded; a bad one opens the matter again", async () => {
  const page = await desk.page("xian-huifang", { path: "/desk/return-calls" });
  await page.getByRole("button", { name: "打开电话" }).waitFor();
  await picture(page, "return-call-before");
  await page.keyboard.press("p");
  await page.getByTestId("telephone").waitFor();
  expect(await page.getByTestId("telephone").innerText()).toContain("13800000001");
  for (const key of ["1", "1", "2"]) await page.keyboard.press(key);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Control+Enter");
  await page.getByText("已记下回答").waitFor();
  await endedToday(page, 1);
  await page.getByRole("button", { name: "打开电话" }).waitFor();
  for (const key of ["2", "3", "5"]) await page.keyboard.press(key);
  await page.getByRole("textbox", { name: "居民的话" }).fill("灯还是不亮，老人夜里下楼摔了一跤（示例）。");
  await page.keyboard.press("Alt+r");
  await page.getByText("还没问过居民是否同意重新办理").first().waitFor();
  await page.getByRole("checkbox", { name: "居民同意重新办理" }).check();
  await picture(page, "return-call-bad");
  expect(await violations(page), "with the error").toEqual([]);
  await page.getByRole("textbox", { name: "居民的话" }).focus();
  await page.keyboard.press("Alt+r");
  await endedToday(page, 2);
  const clerk = await desk.as("xian-paidan");
  const states = await Promise.all(
    matters.map(async ({ id }) => (await clerk.send<{ state: string }>("GET", `/api/matters/${id}`)).state),
  );
  expect(states.filter((state) => state === "accepted")).toHaveLength(1);
  await page.getByRole("button", { name: /没人接/ }).waitFor();
  await page.keyboard.press("n");
  await page.getByText("已记下，到时再打").waitFor();
  await page.getByText(/现在没有要打的/).waitFor();
}, 90_000);

test("who handled the matter cannot make the call, and who lacks the right does not reach the desk", async () => {
  const status = async (name: string) => {
    const { cookie } = await desk.as(name);
    return (
      await fetch(`${desk.url}/api/surveys/next`, {
        method: "POST",
        headers: { "x-linli": "1", "content-type": "application/json", cookie },
        body: "{}",
      })
    ).status;
  };
  expect(await status("zhujian-banli")).toBe(403);
  expect(await status("xian-shouli")).toBe(403);
  expect(await status("xian-huifang")).toBe(200);
});

test("the figures open the matters behind them, and leave as a spreadsheet", async () => {
  const page = await desk.page("xian-fuze", { path: "/desk/return-calls/figures" });
  await page.getByRole("heading", { name: "满意率" }).waitFor();
  await page.getByText("n=3，有效 2，剔除 0").first().waitFor();
  await page.getByRole("button", { name: /^满意率/ }).click();
  await page
    .getByRole("region", { name: /算进去的事项/ })
    .getByRole("link")
    .first()
    .waitFor();
  await picture(page, "return-call-figures");
  const { cookie } = await desk.as("xian-fuze");
  const sheet = await fetch(`${desk.url}/api/surveys/figures.xlsx?from=2026-01-01&to=2027-12-31`, { headers: { cookie } });
  expect(sheet.headers.get("content-type")).toContain("spreadsheetml");
  expect(
    Buffer.from(await sheet.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  const rates = await desk.page("xian-guize", { path: "/desk/return-calls/rules" });
  await rates.getByRole("radio", { name: "公式" }).check();
  await rates.getByText("满意率").first().waitFor();
  await picture(rates, "return-call-data");
}, 60_000);

for (const language of ["zh-CN", "en"] as const)
  test(`axe finds nothing in ${language}, and a telephone does not scroll sideways`, async () => {
    for (const [name, path] of [
      ["xian-huifang", "/desk/return-calls"],
      ["xian-fuze", "/desk/return-calls/figures"],
      ["xian-guize", "/desk/return-calls/rules"],
    ] as const) {
      const page = await desk.page(name, { path, language });
      expect(await violations(page), `${path} at 1440`).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await violations(page), `${path} at 390`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
      await picture(page, `390-${language}-${path.split("/").at(-1)}`);
      await page.context().close();
    }
  }, 90_000);
