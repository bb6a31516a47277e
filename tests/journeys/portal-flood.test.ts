import Fastify, { type FastifyInstance } from "fastify";
import pg from "pg";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { bindDoors, countyWords, portalRoutes } from "../../apps/portal/index.ts";
import { newId } from "../../foundation/ids.ts";
import { openBrowser } from "../browser.ts";
import { COUNTY, type PortalCountyUnderTest, startPortalCounty } from "../builders/portal-county.ts";
import { testDatabase } from "../database.ts";

const database = testDatabase();
const KEY = Buffer.alloc(32, 3);
let county: PortalCountyUnderTest;
let browser: Browser;
let other: FastifyInstance;
let owner: pg.Client;
beforeAll(async () => {
  county = await startPortalCounty(database, "2026-11-17T10:26:00+08:00");
  browser = await openBrowser();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  // a second server on the same database, behind the same proxy
  other = Fastify({ trustProxy: true });
  await other.register(portalRoutes, {
    doors: bindDoors({ services: county.services, county: COUNTY, files: "/tmp", key: KEY }),
    keys: { session: KEY },
    county: async () => countyWords(await county.services.books(COUNTY)),
    clock: county.clock,
  });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await other?.close();
  await county?.stop();
  await owner?.end();
});
beforeEach(async () => {
  await owner.query("truncate residents.tries, residents.spent");
});

const NEXT = "main form .btn:not(.two)";
const draft = (what: string) => ({ command: newId(), matter: newId(), what, where: "村口", step: "check", secrecy: "sealed" });
const submit = (app: FastifyInstance, fields: Record<string, string>, from = "198.51.100.7") =>
  app.inject({
    method: "POST",
    url: "/say/submit",
    payload: new URLSearchParams(fields).toString(),
    remoteAddress: from,
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
const field = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? "";
const proofOf = (body: string) =>
  JSON.parse(/data-proof="([^"]*)"/.exec(body)![1]!.replaceAll("&quot;", '"').replaceAll("&amp;", "&")) as {
    algorithm: string;
    challenge: string;
    salt: string;
    signature: string;
    maxnumber: number;
  };
async function solve(body: string): Promise<string> {
  const { algorithm, challenge, salt, signature, maxnumber } = proofOf(body);
  const { hash } = await import("node:crypto");
  for (let number = 0; number <= maxnumber; number++)
    if (hash("sha256", salt + number) === challenge)
      return Buffer.from(JSON.stringify({ algorithm, challenge, number, salt, signature })).toString("base64");
  throw new Error("a challenge without a solution");
}
const matters = async () => Number((await owner.query("select count(*) from matters.matters")).rows[0].count);

test("ten times what goes through at once, from one part of the network: it waits, longer and longer, and nothing more is written", {
  timeout: 60_000,
}, async () => {
  const before = await matters();
  const waits: number[] = [];
  let written = 0;
  for (let nth = 0; nth < 300; nth++) {
    const answer = await submit(nth % 2 ? other : county.app, draft(`淹没试验 ${nth}`));
    if (answer.statusCode === 303) written++;
    else waits.push(Number(answer.headers["retry-after"]));
  }
  expect(written).toBe(30);
  expect(await matters()).toBe(before + 30);
  expect(waits).toHaveLength(270);
  expect([waits[0], waits.at(-1)]).toEqual([25, 600]);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));

  // whoever comes from elsewhere meanwhile goes through at once
  expect((await submit(county.app, draft("别处来的"), "203.0.113.9")).statusCode).toBe(303);
});

test("meanwhile a telephone without scripts gets through: twenty seconds, every word kept, one matter", {
  timeout: 60_000,
}, async () => {
  // the whole county is flooded from many parts of the network
  for (let nth = 0; nth < 301; nth++) await submit(nth % 2 ? other : county.app, draft(`全县 ${nth}`), `10.${nth}.1.1`);
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 }, locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(`${county.origin}/say`);
  const words = "村西头的桥栏杆断了两根，\n小孩过桥怕掉下去。";
  await page.fill("#what", words);
  await page.fill("#where", "西桥");
  await page.fill("#phone", "138 0000 4321");
  await page.click(NEXT);
  await page.click("main form .btn");
  expect(await page.locator("h1").innerText()).toBe("请等一等");
  expect(await page.locator(".sos a[href='tel:110']").count()).toBe(1);
  expect(await page.locator("#waiting").innerText()).toMatch(/10:26:20 以后按一下（大约 20 秒）/);
  expect(await page.inputValue("#turn [name=what]")).toBe(words);
  expect(await page.locator("main").innerText()).toContain("0375-000 0000");
  await page.click("#turn button");
  expect(await page.locator("#waiting").innerText()).toContain("10:26:20");
  county.clock.advance(20_000);
  await page.click("#turn button");
  expect(page.url()).toBe(`${county.origin}/receipt`);
  const code = await page.locator(".code").first().innerText();
  expect(code.replace(/\D/g, "")).toMatch(/^\d{12}$/);
  expect(await county.find("桥栏杆断了两根")).toMatchObject({ state: "received" });

  // back, and pressed again: the same receipt, no second matter
  await page.goBack();
  await page.click("#turn button");
  expect(await page.locator(".code").first().innerText()).toBe(code);
  await county.find("桥栏杆断了两根");
  await context.close();
  county.clock.advance(-20_000);
});

test("a browser with scripts proves a second of work by itself and does not wait", { timeout: 60_000 }, async () => {
  for (let nth = 0; nth < 31; nth++) await submit(county.app, draft(`本机 ${nth}`), "127.0.0.1");
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "zh-CN" });
  const page = await context.newPage();
  const violations: string[] = [];
  page.on("console", (message) => message.type() === "error" && violations.push(message.text()));
  await page.goto(`${county.origin}/say`);
  await page.fill("#what", "学校门口的红绿灯不亮了");
  await page.fill("#where", "学校门口");
  await page.click(NEXT);
  const started = Date.now();
  await page.click("main form .btn");
  await page.waitForURL("**/receipt");
  console.info(`proof of work and submission took ${Date.now() - started} ms in Chromium`);
  await county.find("学校门口的红绿灯不亮了");
  // the page that waits is answered with 429, which the console tells; nothing of it was kept from running
  expect(violations.filter((text) => !text.includes("429"))).toEqual([]);
  await context.close();
});

test("work done for one submission is worth nothing for another, and counts once on all servers", {
  timeout: 60_000,
}, async () => {
  for (let nth = 0; nth < 30; nth++) await submit(county.app, draft(`先占 ${nth}`));
  const mine = draft("做了功的这一件");
  const asked = await submit(county.app, mine);
  expect(asked.statusCode).toBe(429);
  const proof = await solve(asked.body);
  const stolen = draft("拿别人的功来用");
  expect((await submit(other, { ...stolen, proof })).statusCode).toBe(429);
  expect((await submit(other, { ...mine, proof: proof.replace(/.{8}$/, "AAAAAAAA") })).statusCode).toBe(429);
  expect((await submit(other, { ...mine, proof })).statusCode).toBe(303);
  const { find } = county;
  await find("做了功的这一件");

  // the same once more only brings back the same receipt; other words under it are no new matter
  const again = await submit(county.app, { ...mine, proof });
  expect(again.statusCode).toBe(303);
  await find("做了功的这一件");
  expect((await submit(county.app, { ...mine, what: "换了话再用一次", proof })).statusCode).toBe(409);
  await expect(find("换了话再用一次")).rejects.toThrow("0 matters");
  expect(Number((await owner.query("select count(*) from residents.spent")).rows[0].count)).toBe(1);
});

test("a solution that was spent without its submission being written is refused on both servers", {
  timeout: 60_000,
}, async () => {
  for (let nth = 0; nth < 30; nth++) await submit(county.app, draft(`再占 ${nth}`));
  const mine = draft("花掉的功");
  const proof = await solve((await submit(county.app, mine)).body);
  const doors = bindDoors({ services: county.services, county: COUNTY, files: "/tmp", key: KEY });
  expect(await doors.tries.spend(proof, new Date("2026-11-18T00:00:00Z"))).toBe(true);
  for (const app of [county.app, other]) expect((await submit(app, { ...mine, proof })).statusCode).toBe(429);
  await expect(county.find("花掉的功")).rejects.toThrow("0 matters");
});

test("a place in the queue is one submission's own, and neither comes early nor twice", { timeout: 60_000 }, async () => {
  for (let nth = 0; nth < 30; nth++) await submit(county.app, draft(`又占 ${nth}`));
  const mine = draft("排着队的这一件");
  const turn = field((await submit(county.app, mine)).body, "turn");
  expect((await submit(other, { ...mine, turn })).statusCode).toBe(429);
  county.clock.advance(26_000);
  expect((await submit(other, { ...draft("插队的"), turn })).statusCode).toBe(429);
  expect((await submit(other, { ...mine, turn })).statusCode).toBe(303);
  county.clock.advance(-26_000);
});

test("danger is told whom to call before any wait", { timeout: 60_000 }, async () => {
  for (let nth = 0; nth < 31; nth++) await submit(county.app, draft(`占满 ${nth}`));
  const answer = await submit(county.app, draft("隔壁着火了，有人在里面"));
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toContain("有危险，先打电话");
  expect(answer.body).toContain('href="tel:119"');
});
