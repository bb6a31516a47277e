import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { deskUnderTest } from "../builders/desk.ts";
import { startPortal } from "../builders/portal.ts";
import { overEveryPage } from "../builders/portal-pages.ts";

const desk = deskUnderTest();
const SCREENS = [
  "",
  "matters",
  "receive",
  "board",
  "return-calls",
  "return-calls/figures",
  "return-calls/rules",
  "orders",
  "orders/platforms",
  "imports",
  "knowledge",
  "rules",
  "catalogue",
  "sandbox",
  "supervision",
  "supervision/settings",
  "teams",
  "boundaries",
  "law",
  "calendar",
  "terms",
  "account",
  "help",
];

/** What the browser would not load or run because of the page's policy. */
function violationsOf(page: Page): string[] {
  const found: string[] = [];
  page.on("console", (message) => {
    if (/Content[ -]Security[ -]Policy|Refused to/i.test(message.text())) found.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => found.push(`${page.url()}: ${error.message}`));
  return found;
}

test("every screen of the desk stands within its policy, and what is put into it does not run", async () => {
  const page = await desk.page("xian-fuze");
  const found = violationsOf(page);
  const receipt = await desk.receive(await desk.as("xian-shouli"), "示例：路灯不亮，晚上看不见路");
  for (const path of [...SCREENS, `matters/${receipt.id}`]) {
    const answer = await page.goto(`${desk.url}/desk/${path}`);
    expect(answer!.headers()["content-security-policy"]).toMatch(/script-src 'nonce-[\w-]{22}' 'strict-dynamic'/);
    await page.waitForSelector("main#content").catch(() => found.push(`${path} did not come: ${String(answer!.status())}`));
    await page.waitForLoadState("networkidle");
    expect(await page.locator("style").evaluateAll((all) => all.filter((one) => !(one as HTMLStyleElement).nonce).length)).toBe(
      0,
    );
  }
  expect(found).toEqual([]);
  // a probe: what somebody smuggles in does not run, and the listener hears of it
  await page.evaluate(() => {
    const script = document.createElement("div");
    script.innerHTML = '<img src="data:," onerror="globalThis.smuggled = true"><style>body{display:none}</style>';
    document.body.append(script);
  });
  await expect.poll(() => found.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => (globalThis as { smuggled?: boolean }).smuggled)).toBeUndefined();
}, 180_000);

test("the nonce of the desk's page is another one each time", async () => {
  const nonces = await Promise.all(
    Array.from(
      { length: 5 },
      async () => /'nonce-([\w-]+)'/.exec((await fetch(`${desk.url}/desk/`)).headers.get("content-security-policy")!)![1],
    ),
  );
  expect(new Set(nonces).size).toBe(5);
});

test("every page of the portal stands within its policy", async () => {
  const [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  try {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    const found = violationsOf(page);
    const seen: string[] = [];
    await overEveryPage(portal, page, async (name) => void seen.push(name));
    expect(seen.length).toBeGreaterThan(20);
    expect(found).toEqual([]);
  } finally {
    await browser.close();
    await portal.app.close();
  }
}, 120_000);
