import pg from "pg";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { qrOf } from "../../apps/portal/qr.ts";
import { makeSeals } from "../../apps/portal/sealed.ts";
import { type Actor, jobActor } from "../../foundation/db/actor.ts";
import { read } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { openBrowser } from "../browser.ts";
import { COUNTY, type PortalCountyUnderTest, startPortalCounty } from "../builders/portal-county.ts";
import { testDatabase } from "../database.ts";

const database = testDatabase();
const { db } = database;
let county: PortalCountyUnderTest;
let browser: Browser;
let owner: pg.Client;
beforeAll(async () => {
  county = await startPortalCounty(database, "2026-11-17T10:26:00+08:00");
  browser = await openBrowser();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await county?.stop();
  await owner?.end();
});

const NEXT = "main form .btn:not(.two)";
const open = async (javaScriptEnabled = false): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 844 }, locale: "zh-CN" });
  return { context, page: await context.newPage() };
};
const text = (page: Page) => page.locator("main").innerText();
const digits = async (page: Page, nth = 0) => (await page.locator(".code").nth(nth).innerText()).replace(/\D/g, "");
const unitOf = async (code: string) => (await county.services.books(COUNTY)).unitsByCode.get(code)!.id;
const postOf = async (unit: string) =>
  (
    await read<{ id: string }>(
      db,
      jobActor(COUNTY),
      "select id from teams.posts where county_code = $1 and unit_id = $2 limit 1",
      [COUNTY, unit],
    )
  )[0]!.id;
const officerOf = async (unit: string, rights: readonly string[], scope: Actor["scope"]): Promise<Actor> => ({
  ...jobActor(COUNTY),
  role: "app",
  person: newId(),
  post: await postOf(unit),
  unit,
  units: [unit],
  chain: [unit],
  scope,
  rights,
});

async function say(
  page: Page,
  what: string,
  more: (page: Page) => Promise<void> = async () => {},
): Promise<{ code: string; link: string; id: string }> {
  await page.goto(`${county.origin}/say`);
  await page.fill("#what", what);
  await page.fill("#where", "村口");
  await more(page);
  await page.click(NEXT);
  await page.click("main form .btn");
  const link = (await page.locator("a.act[href*='/f/']").getAttribute("href"))!;
  return { code: await digits(page), link, id: (await county.find(what)).id };
}

test("a mother takes her matter into her own hands: the data her son typed, silence, and a code that he no longer has", {
  timeout: 120_000,
}, async () => {
  const son = await open();
  const said = await say(son.page, "老屋后墙裂了缝，下雨漏水", async (page) => {
    await page.check("#proxy");
    await page.fill("#relation", "儿子");
    await page.fill("#name", "示例母亲");
    await page.fill("#phone", "138 0000 1234");
  });
  await son.page.click("text=看进度");

  const mother = await open();
  await mother.page.goto(`${county.origin}/f`);
  await mother.page.fill("#code", said.code);
  await mother.page.fill("#second", "1234");
  await mother.page.click("main .btn");
  await mother.page.click("text=关于您自己");
  expect(await text(mother.page)).toMatch(/别人（儿子）替您说的[\s\S]*示例母亲[\s\S]*13800001234/);

  await mother.page.click("a[href='/f/me/data']");
  await mother.page.fill("#phone", "138 0000 123");
  await mother.page.click(NEXT);
  expect(await mother.page.title()).toMatch(/^错误：/);
  expect(await mother.page.inputValue("#name")).toBe("示例母亲");
  await mother.page.fill("#phone", "139-0000-9876");
  await mother.page.fill("#address", "示例村三组");
  await mother.page.fill("#place", "村口第二排");
  await mother.page.click(NEXT);
  expect(await text(mother.page)).toMatch(/改好了[\s\S]*13900009876[\s\S]*示例村三组/);

  await mother.page.click("a[href='/f/me/contact']");
  await mother.page.check("input[name=quiet][value=yes]");
  await mother.page.click(NEXT);
  expect(await text(mother.page)).toContain("不打电话，不写信，不发短信");

  await mother.page.click("a[href='/f/me/code']");
  await mother.page.fill("#second", "1234");
  await mother.page.click(NEXT);
  expect(await text(mother.page)).toContain("四个数对不上");
  await mother.page.fill("#second", "9876");
  await mother.page.click(NEXT);
  expect(mother.page.url()).toBe(`${county.origin}/receipt`);
  expect(await digits(mother.page)).not.toBe(said.code);
  await mother.page.click("a.btn:has-text('看进度')");
  expect(await mother.page.locator(".tl").innerText()).toMatch(
    /用编号换了新编号，旧的作废[\s\S]*说了怎么联系您[\s\S]*地方更正：村口第二排[\s\S]*改了自己的称呼/,
  );

  // what the son holds opens nothing any more: his page, the code, the QR code
  await son.page.goto(`${county.origin}/f`);
  expect(await text(son.page)).toContain("查进度");
  await son.page.goto(said.link);
  expect(await text(son.page)).toContain("这个二维码或链接查不到");
  await son.page.goto(`${county.origin}/f`);
  await son.page.fill("#code", said.code);
  await son.page.fill("#second", "9876");
  await son.page.click("main .btn");
  expect(await text(son.page)).toContain("没有查到");

  // the desk is silent towards her from now on
  await county.officer(said.id, {
    act: "accept",
    kind: "help",
    categoryCode: "facilities.street-lamp",
    urgency: "ordinary",
    place: { placeId: (await aVillage()).id },
  });
  const notices = await owner.query("select state from matters.notices where matter_id = $1 and reporter_id is not null", [
    said.id,
  ]);
  expect(notices.rows.map(({ state }) => state)).toEqual(["silent"]);
  // the old words stand in the journal as ciphertext alone
  const lines = await owner.query("select text_group, public_group from ledger.lines where matter_id = $1", [said.id]);
  const journal = JSON.stringify(lines.rows);
  expect(journal).toMatch(/before[^}]*sealed[^}]*[0-9a-f]{60}/);
  for (const plain of ["示例母亲", "13800001234", "13900009876", "示例村三组"]) expect(journal).not.toContain(plain);
  await son.context.close();
  await mother.context.close();
});

test("secrecy asked for midway closes the matter to the unit complained of, and says what it had read before", {
  timeout: 120_000,
}, async () => {
  const housing = await unitOf("housing");
  const { context, page } = await open();
  const said = await say(page, "修路的钱发得不明白", async (one) => {
    await one.check("input[name=secrecy][value=open]");
    await one.selectOption("#unit", housing);
    await one.fill("#phone", "13800005555");
  });
  await county.officer(said.id, {
    act: "accept",
    kind: "complaint",
    categoryCode: "facilities.street-lamp",
    urgency: "ordinary",
    place: { placeId: (await aVillage()).id },
  });
  await county.officer(said.id, { act: "dispatch", leadUnit: housing });
  const theirs = await officerOf(housing, ["matters.read", "matters.handle"], "units");
  const seenBy = (actor: Actor) =>
    read<{ id: string }>(db, actor, "select id from matters.matters where county_code = $1 and id = $2", [COUNTY, said.id]);
  expect(await seenBy(theirs)).toHaveLength(1);
  await owner.query(
    "insert into residents.readings (county_code, id, matter_id, at, post_id, unit_id, what) values ($1, $2, $3, $4, $5, $6, 'matter')",
    [COUNTY, newId(), said.id, county.clock.now(), theirs.post, housing],
  );

  await page.goto(`${county.origin}/f`);
  expect(await page.locator("aside").innerText()).toMatch(/住房和城乡建设局[\s\S]*看了这件事[\s\S]*这是您说的那个单位/);
  expect(await page.locator("aside").innerText()).not.toContain("示例人员");
  await page.goto(`${county.origin}/f/me/secrecy`);
  await page.click(NEXT);
  expect(await text(page)).toContain("已经替您保密");
  expect(await seenBy(theirs)).toEqual([]);
  expect(await page.goto(`${county.origin}/f/me/secrecy`).then(() => text(page))).toContain("要取消，请到大厅当面说");
  const waits = await owner.query("select kind from matters.notices where matter_id = $1 and kind = 'keep-secret'", [said.id]);
  expect(waits.rowCount).toBe(1);
  await page.goto(`${county.origin}/f/why`);
  expect(await text(page)).toMatch(/是哪一类、在哪儿[\s\S]*看过才定的[\s\S]*交给哪个单位[\s\S]*机器按县里的分派规则/);
  await context.close();
});

async function aVillage() {
  const { gazetteer } = await county.services.books(COUNTY);
  return [...gazetteer.places.values()].find(
    ({ kind, path }) => kind === "village" && path.some(({ name }) => name === "冢头镇"),
  )!;
}

test("a copy to take away holds the matter, the readings and the rules, and nothing between officers", {
  timeout: 60_000,
}, async () => {
  const { context, page } = await open();
  const said = await say(page, "小区门口垃圾堆了三天", (one) => one.fill("#name", "示例居民"));
  await county.officer(said.id, {
    act: "accept",
    kind: "help",
    categoryCode: "city.rubbish",
    urgency: "ordinary",
    place: { placeId: (await aVillage()).id },
  });
  await county.officer(said.id, { act: "note", note: "内部：他去年也来过" });
  await page.goto(`${county.origin}/f/copy`);
  expect(await text(page)).toMatch(/小区门口垃圾堆了三天[\s\S]*示例居民[\s\S]*谁看过这件事/);
  const answer = await context.request.get(`${county.origin}/f/copy.json`);
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment; filename="linli-[\d-]+\.json"$/);
  expect(answer.headers()["cache-control"]).toBe("no-store");
  const copy = await answer.json();
  expect(Object.keys(copy)).toEqual(["format", "madeAt", "matter", "you", "readBy", "rules", "requests"]);
  expect(Object.keys(copy.you)).toEqual(["name", "phone", "address", "relation", "erased", "quiet", "wantsSecrecy"]);
  expect(copy).toMatchObject({ you: { name: "示例居民" }, matter: { text: "小区门口垃圾堆了三天" } });
  expect(JSON.stringify(copy)).not.toContain("内部");
  await context.close();
});

test("several matters in a booklet of one's own, opened by its card on another telephone", { timeout: 120_000 }, async () => {
  const { context, page } = await open();
  await say(page, "第一件：路灯坏了", (one) => one.fill("#phone", "13800007777"));
  await page.goto(`${county.origin}/b`);
  await page.click("text=做一个本子，把这件事放进去");
  const second = await open();
  const other = await say(second.page, "第二件：井盖响", (one) => one.check("input[name=secrecy][value=nameless]"));
  const pin = await digits(second.page, 1);
  await second.context.close();

  await page.goto(`${county.origin}/b`);
  await page.fill("#code", other.code);
  await page.fill("#second", "0000" === pin ? "0001" : "0000");
  await page.click("form[action='/b/add']:has(#code) button");
  expect(await text(page)).toContain("没有查到");
  await page.fill("#second", pin);
  await page.click("form[action='/b/add']:has(#code) button");
  expect(await text(page)).toMatch(/放进来了[\s\S]*第一件：路灯坏了[\s\S]*第二件：井盖响/);

  const secret = await secretOf(page);
  const telephone = await open();
  await telephone.page.goto(`${county.origin}/b/${secret}`);
  expect(telephone.page.url()).toBe(`${county.origin}/b`);
  await telephone.page.click("li:has-text('第二件') button:has-text('看这件')");
  expect(telephone.page.url()).toBe(`${county.origin}/f`);
  expect(await text(telephone.page)).toContain("第二件：井盖响");

  // a code that was renewed falls out; a new card ends the old one
  await telephone.page.goto(`${county.origin}/f/me/code`);
  await telephone.page.fill("#second", pin);
  await telephone.page.click(NEXT);
  await page.goto(`${county.origin}/b`);
  expect(await text(page)).toMatch(/有 1 件换过编号/);
  expect(await text(page)).not.toContain("第二件");
  await page.click("summary:has-text('换一张新卡片')");
  await page.click("form[action='/b/renew'] button");
  await telephone.page.goto(`${county.origin}/b/${secret}`);
  expect(await text(telephone.page)).toContain("这张卡片打不开");
  await context.close();
  await telephone.context.close();
});

/** The secret on the card, from the cookie that this test's own key opens; the QR code drawn on the page is held to be that one. */
async function secretOf(page: Page): Promise<string> {
  await page.goto(`${county.origin}/b/card`);
  const drawn = (await page.locator(".qr path").getAttribute("d"))!;
  const sealed = (await page.context().cookies()).find(({ name }) => name.endsWith("linli_booklet"))!.value;
  const seals = makeSeals(Buffer.alloc(32, 3));
  const { secret } = seals.open<{ secret: string }>("booklet", decodeURIComponent(sealed), county.clock.now())!;
  expect(String(qrOf(`${county.origin}/b/${secret}`, "x"))).toContain(drawn);
  return secret;
}

test("the secret of a QR code stays in no address, no history, no referrer and no log, and nothing fetched ahead opens", {
  timeout: 60_000,
}, async () => {
  const { context, page } = await open(true);
  const said = await say(page, "桥头的路牌倒了");
  await page.click("text=看完了，收起来");
  const token = said.link.split("/").at(-1)!;
  const asked: string[] = [];
  page.on(
    "request",
    (request) => request.url().includes(token) || asked.push(JSON.stringify([request.url(), request.headers().referer ?? ""])),
  );
  await page.goto(`${county.origin}/`);
  await page.goto(said.link);
  expect(page.url()).toBe(`${county.origin}/f`);
  await page.click("text=关于您自己");
  expect(await page.evaluate(() => document.referrer)).toBe("");
  await page.goBack();
  await page.goBack();
  expect(page.url()).toBe(`${county.origin}/`);
  expect(asked.join()).not.toContain(token);
  const foresights: Record<string, string>[] = [{ "sec-purpose": "prefetch;prerender" }, { purpose: "preview" }];
  for (const headers of foresights) {
    const ahead = await county.app.inject({ method: "GET", url: `/f/${token}`, headers });
    expect([ahead.statusCode, ahead.cookies]).toEqual([204, []]);
  }
  expect((await county.app.inject({ method: "HEAD", url: `/f/${token}` })).cookies).toEqual([]);
  await context.close();
});
