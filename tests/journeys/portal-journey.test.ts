import type { Browser, BrowserContext, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { residentActor } from "../../foundation/db/actor.ts";
import { newId } from "../../foundation/ids.ts";
import { followMatter } from "../../systems/matters/index.ts";
import { openBrowser } from "../browser.ts";
import { COUNTY, type PortalCountyUnderTest, startPortalCounty } from "../builders/portal-county.ts";
import { testDatabase } from "../database.ts";

const database = testDatabase();
let county: PortalCountyUnderTest;
let browser: Browser;
beforeAll(async () => {
  county = await startPortalCounty(database, "2026-11-17T19:26:00+08:00");
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await county?.stop();
});

const NEXT = "main form .btn:not(.two)";
const open = async (): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 }, locale: "zh-CN" });
  return { context, page: await context.newPage() };
};
const text = (page: Page) => page.locator("main").innerText();

async function say(page: Page, what: string, where = "村口小卖部对面"): Promise<void> {
  await page.goto(`${county.origin}/`);
  await page.click("text=说一件事");
  await page.fill("#what", what);
  await page.selectOption("#township", { label: "冢头镇" });
  await page.click("button[value=villages]");
  await page.selectOption("#village", { label: (await page.locator("#village option").nth(1).textContent())! });
  await page.fill("#where", where);
}

test("a resident says it, keeps the code, follows it, answers, rates and asks for another look: without a line of script", {
  timeout: 120_000,
}, async () => {
  const { context, page } = await open();
  await say(page, "村口三盏路灯不亮，有半个月了。\n想请人来修修。");
  const picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#345" } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitude: "33/1 58/1 0/1" } })
    .toBuffer();
  await page.setInputFiles("#pictures", { name: "路灯.jpg", mimeType: "image/jpeg", buffer: picture });
  await page.fill("#phone", "１３８ 0000-0000");
  await page.fill("#name", "示例居民");
  expect(await page.locator("input[name=secrecy][value=sealed]").isChecked()).toBe(true);
  await page.click(NEXT);

  expect(await text(page)).toContain("现在还没有提交");
  expect(await text(page)).toContain("138 0000 0000");
  expect(await text(page)).toContain("路灯.jpg");
  await expect(county.find("村口三盏路灯不亮")).rejects.toThrow("0 matters");

  await page.click("button[value='edit where']");
  expect(await page.inputValue("#what")).toContain("想请人来修修");
  await page.fill("#where", "村口小卖部对面，河边");
  await page.click(NEXT);
  expect(await text(page)).toContain("村口小卖部对面，河边");
  expect(await text(page)).toContain("路灯.jpg");
  await page.click("main form .btn");

  expect(page.url()).toBe(`${county.origin}/receipt`);
  const code = (await page.locator(".code").first().innerText()).replace(/\D/g, "");
  expect(code).toMatch(/^\d{12}$/);
  expect(await page.locator(".qr svg path").count()).toBe(1);
  const link = (await page.locator("a.act[href*='/f/']").getAttribute("href"))!;
  const matter = await county.find("村口三盏路灯不亮");
  expect(await text(page)).toContain(matter.number);
  await page.goto(`${county.origin}/receipt/print`);
  expect(await text(page)).not.toContain("路灯不亮");

  await page.goto(`${county.origin}/receipt`);
  await page.click("text=看完了，收起来");
  await page.goto(`${county.origin}/f`);
  await page.fill("#code", code.replace(/(.{4})/g, "$1 "));
  await page.fill("#second", "１２３４");
  await page.click("main .btn");
  expect(await text(page)).toContain("没有查到");
  await page.fill("#second", "138 0000 0000");
  await page.click("main .btn");
  expect(await page.locator(".key").first().innerText()).toMatch(
    /最晚 11月\d+日 周.办完[\s\S]*个工作日[\s\S]*现在谁办：郏县综治中心/,
  );
  expect(await page.locator(".days li").count()).toBeGreaterThan(5);
  expect(await page.locator(".days").innerText()).toMatch(/开始当日不计[\s\S]*第 1 天[\s\S]*周末/);
  expect(await page.locator("a[href^='/f/picture/']").count()).toBe(1);

  const housing = (await county.services.books(COUNTY)).unitsByCode.get("housing")!;
  const village = (await county.services.books(COUNTY)).gazetteer.places;
  const placeId = [...village.values()].find(
    ({ kind, path }) => kind === "village" && path.some(({ name }) => name === "冢头镇"),
  )!.id;
  await county.officer(matter.id, {
    act: "accept",
    kind: "help",
    categoryCode: "facilities.street-lamp",
    urgency: "ordinary",
    place: { placeId },
  });
  await county.officer(matter.id, { act: "dispatch", leadUnit: housing.id, note: "内部：先看变压器" });
  await county.officer(matter.id, { act: "sign" }, housing.id);
  await county.officer(matter.id, { act: "note", note: "内部记录不给居民看" }, housing.id);
  await county.officer(matter.id, { act: "ask", reply: "不亮的是哪一边？", choices: ["小卖部这边", "河边"] }, housing.id);

  await page.goto(link);
  expect(page.url()).toBe(`${county.origin}/f`);
  const asked = await text(page);
  expect(asked).toContain("现在谁办：县住房和城乡建设局");
  expect(asked).toContain("不亮的是哪一边？");
  expect(asked).not.toContain("内部");
  await page.check("input[value=河边]");
  await page.fill("#answer", "一共三盏");
  await page.click("#ask .btn");
  expect(await text(page)).toContain("您的回答收到了");
  expect(await text(page)).not.toContain("有一句话要问您");
  expect(await page.locator(".tl").innerText()).toMatch(/河边\s+一共三盏/);
  expect(await page.locator("text=催一催").count()).toBe(1);

  county.clock.advance(30 * 24 * 3_600_000);
  await page.goto(link);
  expect(await page.locator(".key.late").innerText()).toMatch(/过了 \d+ 个工作日，还没办完/);
  await page.click("#urge .btn");
  expect(await text(page)).toContain("已经催了");
  expect(await page.locator("#urge").count()).toBe(0);

  await county.officer(matter.id, { act: "answer", reply: "换了地下线，三盏灯都亮了。", outcome: "solved" }, housing.id);
  await county.officer(matter.id, { act: "close" });
  await page.goto(link);
  expect(await page.locator(".key").first().innerText()).toMatch(/办完了[\s\S]*办成了[\s\S]*换了地下线/);
  await page.click("#rate .btn");
  expect(await page.title()).toMatch(/^错误：/);
  await page.check("input[value=satisfied]");
  await page.fill("#why", "来得快");
  await page.click("#rate .btn");
  expect(await text(page)).toContain("您上次说：满意");
  await page.check("input[value=fair]");
  await page.click("#rate .btn");
  expect(await text(page)).toContain("您上次说：一般");

  await page.fill("#reason", "又不亮了，想再看看");
  await page.click("#reopen .btn");
  expect(await text(page)).toContain("这件事重新办");
  expect(await page.locator(".tl").innerText()).toContain("又不亮了");
  expect((await county.find("村口三盏路灯不亮")).state).toBe("accepted");
  await context.close();
});

test("pressed twice, gone back and pressed again, refreshed: one matter and one code", { timeout: 60_000 }, async () => {
  const { context, page } = await open();
  await say(page, "巷子里的井盖响得睡不着");
  await page.click(NEXT);
  await page.dblclick("main form .btn");
  await page.waitForURL("**/receipt");
  const code = await page.locator(".code").first().innerText();
  await page.reload();
  expect(await page.locator(".code").first().innerText()).toBe(code);
  await page.goBack();
  expect(await text(page)).toContain("现在还没有提交");
  await page.click("main form .btn");
  expect(await page.locator(".code").first().innerText()).toBe(code);
  await county.find("井盖响得睡不着");

  await page.goBack();
  await page.click("button[value='edit what']");
  await page.fill("#what", "巷子里的井盖响，另外下水道也堵了");
  await page.click(NEXT);
  await page.click("main form .btn");
  expect(await text(page)).toContain("这一页已经交过一件事了");
  expect(await text(page)).toContain("下水道也堵了");
  await page.click("text=是另一件事，另外提交");
  expect(await page.locator(".code").first().innerText()).not.toBe(code);
  await county.find("下水道也堵了");
  await context.close();
});

test("danger shows whom to call before anything else, and everything written goes along", { timeout: 60_000 }, async () => {
  const { context, page } = await open();
  await say(page, "隔壁厂房着火了，里面还有人");
  await page.click(NEXT);
  expect(await page.locator("h1").innerText()).toBe("有危险，先打电话");
  expect(await page.locator("a[href='tel:119']").count()).toBeGreaterThan(0);
  await page.click("text=电话打过了");
  expect(await text(page)).toContain("隔壁厂房着火了");
  expect(await text(page)).toContain("有危险");
  await context.close();
});

test("a resident joins what a neighbour has said, without learning who or what, and withdraws nothing of theirs", {
  timeout: 60_000,
}, async () => {
  const first = await open();
  await say(first.page, "村东头垃圾池满了没人清，招苍蝇");
  await first.page.check("input[name=secrecy][value=open]");
  await first.page.click(NEXT);
  await first.page.click("main form .btn");
  const matter = await county.find("村东头垃圾池满了");
  const books = await county.services.books(COUNTY);
  const places = [...books.gazetteer.places.values()];
  const township = places.find(({ name }) => name === "冢头镇")!;
  const village = places
    .filter(({ kind, townshipId }) => kind === "village" && townshipId === township.id)
    .sort((a, b) => a.code.localeCompare(b.code))[0]!;
  await county.officer(matter.id, {
    act: "accept",
    kind: "help",
    categoryCode: "city.rubbish",
    urgency: "ordinary",
    place: { placeId: village.id },
  });

  const second = await open();
  await say(second.page, "村东头的垃圾池满了，没有人来清");
  await second.page.fill("#phone", "13900000000");
  await second.page.click(NEXT);
  const offered = await text(second.page);
  expect(offered).toContain("附近有一件相像的事");
  expect(offered).not.toContain("招苍蝇");
  expect(offered).not.toContain(matter.number);
  await second.page.check("text=就是这件，我也遇到了");
  await second.page.click("main form .btn");
  expect(await text(second.page)).toContain("跟先前那件一起办");
  await second.page.click("main .btn >> nth=0");
  const seen = await text(second.page);
  expect(seen).not.toContain("招苍蝇");
  expect(seen).not.toContain("撤回");
  expect(seen).toContain("说自己也遇到");

  const form = second.page.locator("form[action='/f/add']");
  const fields = {
    command: newId(),
    matter: await form.locator("[name=matter]").inputValue(),
    version: await form.locator("[name=version]").inputValue(),
    reason: "别人的事",
  };
  const forged = await second.context.request.post(`${county.origin}/f/withdraw`, { form: fields });
  expect(forged.status()).toBe(409);
  expect((await county.find("村东头垃圾池满了")).state).toBe("accepted");
  const bearer = residentActor(COUNTY, [matter.id]);
  await expect(followMatter(county.services, bearer, matter.id, newId())).rejects.toThrow("matters.not-found");
  await expect(followMatter(county.services, residentActor(COUNTY, []), matter.id, newId())).rejects.toThrow("matters.not-found");
  await first.context.close();
  await second.context.close();
});

test("a withdrawal asks once more, and ends it", { timeout: 60_000 }, async () => {
  const { context, page } = await open();
  await say(page, "水管漏水已经自己修好了");
  await page.click(NEXT);
  await page.click("main form .btn");
  await page.click("a.btn:has-text('看进度')");
  await page.click("text=撤回这件事");
  expect(await text(page)).toContain("真的要撤回吗");
  await page.click("main form .btn");
  expect(await text(page)).toContain("已经撤回，不再办了");
  expect((await county.find("水管漏水已经自己")).state).toBe("withdrawn");
  await context.close();
});

test("in English, too: the same journey, page by page", { timeout: 60_000 }, async () => {
  const { context, page } = await open();
  await page.goto(`${county.origin}/?lang=en`);
  await page.click("text=Tell us something");
  await page.fill("#what", "The lamp beside the bridge flickers all night");
  await page.fill("#where", "The bridge");
  await page.click(NEXT);
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  await page.click("main form .btn");
  await page.click("text=Follow it");
  const seen = await text(page);
  expect(seen).toContain("To be done by");
  // the basis of a term is quoted as the county wrote it
  expect(seen.replace(/郏县综治中心|县综治中心/g, "").replace(/basis: .*/gi, "")).not.toMatch(/[。，：]/);
  await context.close();
});

test("the week's figures tell nothing of few", { timeout: 60_000 }, async () => {
  const { context, page } = await open();
  county.clock.advance(14 * 24 * 3_600_000);
  await page.goto(`${county.origin}/figures`);
  const counts = (await page.locator("td").allInnerTexts()).filter((cell) => cell !== "不公布").map(Number);
  expect(counts.length).toBeGreaterThan(20);
  for (const count of counts) expect(count === 0 || count >= 10).toBe(true);
  const csv = await context.request.get(`${county.origin}/figures.csv`);
  expect((await csv.body()).subarray(0, 3).toString("hex")).toBe("efbbbf");
  await context.close();
});
