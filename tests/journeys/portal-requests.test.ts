import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyCounty } from "../../apps/verify-county.ts";
import { type Actor, jobActor, residentActor } from "../../foundation/db/actor.ts";
import { read, withActor } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { answerARequest, eraseWhoStandsBehind } from "../../systems/matters/index.ts";
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

describe("a request about one's own data", () => {
  let said: { code: string; link: string; id: string };
  let page: Page;
  let context: BrowserContext;
  let centre: Actor;
  beforeAll(async () => {
    ({ page, context } = await open());
    said = await say(page, "下水道堵了没人管", (one) => one.fill("#phone", "13800006666"));
    const books = await county.services.books(COUNTY);
    centre = await officerOf(books.centre!.id, ["matters.read", "matters.supervise", "residents.erase"], "county");
  }, 60_000);
  afterAll(() => context?.close());
  const ask = async (kind: string, words: string) => {
    await page.goto(`${county.origin}/f/me/ask`);
    await page.check(`input[name=kind][value=${kind}]`);
    await page.fill("#words", words);
    await page.click(NEXT);
  };
  const requests = () =>
    read<{ id: string; kind: string; due: Date }>(
      db,
      centre,
      "select id, kind, due_at as due from matters.person_requests where matter_id = $1 order by asked_at",
      [said.id],
    );

  test("gets its last day at once, and its answer with the reasons on the page", { timeout: 60_000 }, async () => {
    await ask("object", "不要给村里看我的电话");
    expect(await text(page)).toMatch(/要求收到了[\s\S]*不同意这样用我的信息[\s\S]*最晚 12月8日 周二答复/);
    const [request] = await requests();
    expect(request).toMatchObject({ kind: "object", due: new Date("2026-12-08T23:59:59+08:00") });
    const answer = { commandId: newId(), id: request!.id, granted: true, answer: "已经记下，村里只看到地方，看不到电话。" };
    await answerARequest(county.services, centre, answer);
    await answerARequest(county.services, centre, answer);
    await expect(answerARequest(county.services, centre, { ...answer, commandId: newId() })).rejects.toMatchObject({
      code: "matters.request-answered",
    });
    await page.goto(`${county.origin}/f/me`);
    expect(await text(page)).toMatch(/照您说的办了[\s\S]*村里只看到地方/);
  });

  test("is answered by the county centre alone", { timeout: 60_000 }, async () => {
    const [request] = await requests();
    const answer = { commandId: newId(), id: request!.id, granted: false, answer: "不行，没有理由。" };
    for (const actor of [
      await officerOf(await unitOf("housing"), ["matters.read", "matters.handle", "matters.supervise"], "units"),
      { ...centre, rights: ["matters.read", "matters.triage"] },
    ])
      await expect(answerARequest(county.services, actor, answer)).rejects.toMatchObject({ code: "access.not-yours" });
  });

  test("erase: granted only once it is done; then the page says that nothing is left, and the journal still holds", {
    timeout: 60_000,
  }, async () => {
    await ask("erase", "办完了，请把我的电话删掉");
    const request = (await requests()).find(({ kind }) => kind === "erase")!;
    const answer = { id: request.id, granted: true, answer: "已经由两个人清除，找不回来了。" };
    await expect(answerARequest(county.services, centre, { ...answer, commandId: newId() })).rejects.toMatchObject({
      code: "matters.request-not-erased-yet",
    });
    await eraseInTwo(said.id);
    await answerARequest(county.services, centre, { ...answer, commandId: newId() });
    await page.goto(said.link);
    await page.goto(`${county.origin}/f/me`);
    expect(await text(page)).toMatch(/已经删掉了[\s\S]*已经由两个人清除/);
    expect(await text(page)).not.toContain("13800006666");
    const files = mkdtempSync(join(tmpdir(), "linli-own-"));
    expect(await verifyCounty(db, COUNTY, files)).toMatchObject({ journal: { faults: 0 } });
  });

  async function eraseInTwo(matterId: string): Promise<void> {
    const approver = { person: newId(), post: newId() };
    await eraseWhoStandsBehind(county.services, centre, { matterId, basis: "request-of-the-person", approver });
  }

  test("as the database's roles: a bearer sees their own, the desk what it sees of the matter, nobody another's", async () => {
    const sql = "select id from matters.person_requests";
    const bearer = residentActor(COUNTY, [said.id]);
    const me = (await owner.query("select id from residents.reporters where matter_id = $1", [said.id])).rows[0].id;
    const as = (actor: Actor, reporter?: string) =>
      withActor(db, actor, async (tx) => {
        if (reporter) await tx.query("select set_config('linli.bearer', $1, true)", [reporter]);
        return (await tx.query(sql)).rowCount;
      });
    expect(await as(bearer, me)).toBe(2);
    expect(await as(bearer)).toBe(0);
    expect(await as(bearer, newId())).toBe(0);
    expect(await as(residentActor(COUNTY, [newId()]), me)).toBe(0);
    expect(await as(residentActor(410426, [said.id]), me)).toBe(0);
    expect(await as(await officerOf(await unitOf("housing"), ["matters.read"], "units"))).toBe(0);
    expect(await as(centre)).toBe(2);
    await expect(
      withActor(db, bearer, async (tx) => {
        await tx.query("select set_config('linli.bearer', $1, true)", [me]);
        return tx.query(
          `insert into matters.person_requests (county_code, id, matter_id, reporter_id, kind, words, asked_at, due_at, provisional, term, term_version)
           values ($1, $2, $3, $4, 'other', 'x', now(), now(), false, 't', 1)`,
          [COUNTY, newId(), said.id, newId()],
        );
      }),
    ).rejects.toThrow("row-level security");
    await expect(withActor(db, bearer, (tx) => tx.query("update matters.person_requests set granted = true"))).rejects.toThrow(
      "permission denied",
    );
  });
});
