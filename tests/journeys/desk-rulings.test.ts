import { beforeAll, expect, test } from "vitest";
import { type Caller, deskUnderTest, violations } from "../builders/desk.ts";

const desk = deskUnderTest();
interface Page {
  id: string;
  version: number;
  state: string;
  may: string[];
  clocks: { clock: string; state: string; sentence: string }[];
  assignments: { role: string; arrived: { words: string } | null }[];
  timeline: { act: string; text: string | null }[];
}
let paidan: Caller;
let banli: Caller;
let unit: string;
let other: string;
const UNITS = { lead: "xian-paidan", officer: "chengguan-banli" };

const read = (id: string) => paidan.send<Page>("GET", `/api/matters/${id}`);

/** A matter in the hands of the urban management bureau, with another unit in support where asked. */
async function inHand(text: string, supports: readonly string[] = [], lead = unit, by = banli): Promise<Page> {
  const matter = await desk.receive(paidan, text);
  const proposed = await paidan.send<{ proposals: { place: { place?: { id: string } } } }>("GET", `/api/matters/${matter.id}`);
  const accepted = await desk.act(paidan, matter.id, matter.version, {
    act: "accept",
    kind: "complaint",
    categoryCode: "city.rubbish",
    urgency: "ordinary",
    place: { placeId: proposed.proposals.place.place?.id },
  });
  const sent = await desk.act(paidan, matter.id, accepted.version, { act: "dispatch", leadUnit: lead, supports });
  await desk.act(by, matter.id, sent.version, { act: "sign" });
  return read(matter.id);
}

/** Chooses from a list as a person does: opens it, then takes the line with these words. */
async function choose(page: Awaited<ReturnType<typeof desk.page>>, label: string | RegExp, words: string) {
  await page.getByRole("dialog").getByLabel(label).first().click();
  await page.locator(".ant-select-item-option:visible", { hasText: words }).first().click();
}

async function clean(page: Awaited<ReturnType<typeof desk.page>>, name: string) {
  expect(await violations(page), `${name} at 1440`).toEqual([]);
  if (process.env.LINLI_PICTURES)
    await page.screenshot({ path: `${process.env.LINLI_PICTURES}/${name}-1440.png`, fullPage: true });
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await violations(page), `${name} at 390`).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBeLessThanOrEqual(0);
  if (process.env.LINLI_PICTURES)
    await page.screenshot({ path: `${process.env.LINLI_PICTURES}/${name}-390.png`, fullPage: true });
  await page.setViewportSize({ width: 1440, height: 900 });
}

beforeAll(async () => {
  paidan = await desk.as(UNITS.lead);
  banli = await desk.as(UNITS.officer);
  const me = await banli.send<{ posts: { unit: { id: string } }[] }>("GET", "/api/me");
  unit = me.posts[0]?.unit.id ?? "";
  const reference = await paidan.send<{ units: { id: string; level: string; kind: string }[] }>("GET", "/api/reference");
  other = reference.units.find((one) => one.level === "county" && one.kind !== "county centre" && one.id !== unit)?.id ?? "";
}, 120_000);

test("an objection waits in its queue with its reason and what the rules proposed, and is ruled on in a few keys", async () => {
  const on = await inHand("安良镇王楼村河道里漂着垃圾，臭得很。");
  await desk.act(banli, on.id, on.version, { act: "hand-back", reason: "河道由水利部门管，不归城管（示例）。" });
  const page = await desk.page("xian-paidan", { path: "/desk/matters?queue=objected" });
  await page.getByText("派单异议").first().waitFor();
  await page.keyboard.press("j");
  const strip = page.getByRole("region", { name: "等裁定：派单异议" });
  await strip.getByText("河道由水利部门管，不归城管（示例）。").waitFor();
  await strip.getByText(/当时规则建议/).waitFor();
  await clean(page, "objected-queue");
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("理由").fill("垃圾在岸坡，仍由城管清运（示例）。");
  await clean(page, "ruling-dialog");
  await page.keyboard.press("Control+Enter");
  await page.getByText("不同意退回：办好了").waitFor();
  const after = await read(on.id);
  expect(after.state).toBe("dispatched");
  expect(after.timeline.some((line) => line.text?.includes("垃圾在岸坡"))).toBe(true);
  expect((await banli.send<Page>("GET", `/api/matters/${on.id}`)).may).not.toContain("hand-back");
}, 120_000);

test("a ruling that lets the unit go proposes a change of the catalogue beside it", async () => {
  const on = await inHand("安良镇王楼村沟渠里倒了建筑垃圾。");
  await desk.act(banli, on.id, on.version, { act: "hand-back", reason: "建筑垃圾归住建管（示例）。" });
  const page = await desk.page("xian-paidan", { path: `/desk/matters/${on.id}` });
  await page.getByRole("region", { name: "等裁定：派单异议" }).waitFor();
  await page.keyboard.press("y");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("理由").fill("异议成立（示例）。");
  await dialog.getByLabel(/目录也该改/).click();
  await page.keyboard.type("水利");
  await page.locator(".ant-select-item-option:visible", { hasText: "水利" }).first().click();
  await clean(page, "ruling-with-amendment");
  await dialog.getByLabel("理由").focus();
  await page.keyboard.press("Control+Enter");
  await page.getByText("同意退回：办好了").waitFor();
  const after = await read(on.id);
  expect(after.state).toBe("accepted");
  expect(after.timeline.find((line) => line.act === "allow-hand-back")?.text).toContain("提出修改派单目录");
}, 120_000);

test("time asked for is granted by one key; the clocks card tells that the clock stands and why", async () => {
  const on = await inHand("安良镇王楼村公厕墙体有裂缝。");
  const clock = (
    await banli.send<{ clocks: { clock: string; grounds: { ground: string }[]; mayAsk: boolean }[] }>(
      "GET",
      `/api/matters/${on.id}`,
    )
  ).clocks.find((one) => one.mayAsk && one.clock === "handle");
  expect(clock?.grounds.length).toBeGreaterThan(0);
  const officer = await desk.page("chengguan-banli", { path: `/desk/matters/${on.id}?do=ask-for-time` });
  const form = officer.getByRole("dialog");
  await choose(officer, "哪个期限", "承办");
  await form.getByText("暂停计时", { exact: true }).click();
  await choose(officer, "暂停的事由", "鉴定");
  await form.getByLabel("理由").fill("要先做安全鉴定（示例）。");
  await clean(officer, "ask-for-time");
  await officer.keyboard.press("Control+Enter");
  await officer
    .getByText(/申请时间：办好了|申请暂停或延期：办好了|：办好了/)
    .first()
    .waitFor();
  const page = await desk.page("xian-paidan", { path: `/desk/matters/${on.id}` });
  await page.getByText("要先做安全鉴定（示例）。").first().waitFor();
  await clean(page, "time-asked");
  const grants = (await read(on.id)).may.includes("grant-time");
  expect(grants).toBe(true);
  await page.keyboard.press("y");
  await page
    .getByText(/：办好了/)
    .first()
    .waitFor();
  const after = await read(on.id);
  expect(after.clocks.find((one) => one.clock === "handle")?.state).toBe("paused");
  const card = page.locator("#clocks");
  await card.getByText("已暂停").waitFor();
  await card.getByRole("button", { name: "怎么算的：承办" }).click();
  await card.getByText(/暂停/).nth(1).waitFor();
  await clean(page, "clocks-card");
}, 180_000);

test("the lead answers while an opinion is out only with the reason, and loses no word over it", async () => {
  const on = await inHand("安良镇王楼村广场有一堆枯枝没人清。", [other]);
  const page = await desk.page("chengguan-banli", { path: `/desk/matters/${on.id}` });
  await page.waitForSelector("#composer");
  await page.keyboard.press("r");
  await page.waitForFunction(() => document.activeElement?.id === "composer");
  await page.keyboard.type("枯枝已经清走，请您看看。");
  await page.getByRole("radio", { name: "已解决", exact: true }).check();
  await page.getByText("协办意见还没到齐").waitFor();
  await page.locator("#composer").focus();
  await page.keyboard.press("Control+Enter");
  await page.getByText("协办意见没到齐：请写明为什么不等，或等意见来了再答复").first().waitFor();
  expect(await page.locator("#composer").inputValue()).toBe("枯枝已经清走，请您看看。");
  await clean(page, "opinions-out");
  await page.getByLabel("不等协办意见的原因").fill("居民等着用广场，协办意见随后补（示例）。");
  await page.locator("#composer").focus();
  await page.keyboard.press("Control+Enter");
  await page.getByText("报办理结果：办好了").waitFor();
  const after = await read(on.id);
  expect(after.state).toBe("answered");
  expect(after.timeline.some((line) => line.text?.includes("协办意见随后补"))).toBe(true);
}, 120_000);
