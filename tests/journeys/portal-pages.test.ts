import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { portalStyle } from "../../systems/matters/portal/style.ts";
import { openBrowser } from "../browser.ts";
import { type PortalUnderTest, startPortal } from "../builders/portal.ts";
import { overEveryPage } from "../builders/portal-pages.ts";

let portal: PortalUnderTest;
let browser: Browser;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await portal?.app.close();
});

async function reader(options: {
  width?: number;
  wishes?: readonly string[];
  script?: boolean;
}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 390, height: 844 },
    javaScriptEnabled: options.script ?? true,
  });
  const page = await context.newPage();
  for (const wish of options.wishes ?? []) await page.goto(`${portal.origin}/view?to=${wish}&back=/`);
  return { context, page };
}

const BUDGET = 14 * 1024;

/** With LINLI_PICTURES set to a folder: every page as a picture, on a telephone, on a desk, in large letters and dark. */
const PICTURES = process.env.LINLI_PICTURES;
if (PICTURES)
  test.each([
    ["390", 390, []],
    ["1440", 1440, []],
    ["large", 390, ["largest"]],
    ["dark", 390, ["dark"]],
  ] as const)("pictures of every page: %s", { timeout: 120_000 }, async (name, width, wishes) => {
    const { context, page } = await reader({ script: false, width, wishes });
    await overEveryPage(portal, page, async (title) => {
      await page.screenshot({ path: `${PICTURES}/${title.replaceAll(" ", "-")}-${name}.png`, fullPage: true });
    });
    await context.close();
  });

test("without script: every page is at most 14 KB with its style, asks nobody else, says its language, its errors and where help is", {
  timeout: 60_000,
}, async () => {
  const style = gzipSync(portalStyle, { level: 9 }).length;
  const { context, page } = await reader({ script: false });
  const asked: string[] = [];
  let size = 0;
  page.on("request", (request) => asked.push(request.url()));
  page.on("response", async (response) => {
    if (response.request().resourceType() === "document" && response.status() < 300)
      size = Number(response.headers()["content-length"] ?? 0);
  });
  const sizes: Record<string, number> = {};
  await overEveryPage(portal, page, async (name) => {
    expect(await page.locator("html").getAttribute("lang"), name).toBe("zh-CN");
    expect(await page.locator("h1").count(), name).toBe(1);
    if (/problem|mistyped/.test(name)) expect(await page.title(), name).toMatch(/^错误：/);
    for (const help of ["打电话", "到大厅", "请人写", "这个网站不好用"])
      expect(await page.locator("footer").textContent(), name).toContain(help);
    sizes[name] = gzipSync(await page.content(), { level: 9 }).length + style;
    if (size > 0) expect(size, `${name} on the wire`).toBeLessThanOrEqual(BUDGET - style);
  });
  for (const [name, bytes] of Object.entries(sizes)) expect(bytes, name).toBeLessThanOrEqual(BUDGET);
  expect(Object.keys(sizes).length).toBeGreaterThan(20);
  for (const url of asked) expect(url.startsWith(portal.origin)).toBe(true);
  expect(asked.filter((url) => /\.(?:js|woff2?|ttf|png|jpg)(?:$|\?)/.test(url))).toEqual([]);
  console.info(
    `largest page: ${Object.entries(sizes)
      .sort((a, b) => b[1] - a[1])[0]
      ?.join(" ")} bytes, style ${style}`,
  );
  await context.close();
});

test("what the system will not do stands one step from every page, in both languages", async () => {
  const { context, page } = await reader({ script: false });
  await page.goto(`${portal.origin}/`);
  await page.click('footer a[href="/never"]');
  expect(await page.locator("main").textContent()).toMatch(
    /记的是事，不是人.*不给人列名单.*不给人贴标签、不打分.*不认脸.*不盯办事的人.*第 \d+ 版/s,
  );
  expect(await page.locator('main a[href^="tel:"]').count()).toBe(1);
  if (process.env.LINLI_PICTURES) await page.screenshot({ path: `${process.env.LINLI_PICTURES}/never.png`, fullPage: true });
  await page.goto(`${portal.origin}/view?to=en&back=/privacy`);
  await page.click('main a[href="/never"]');
  expect(await page.locator("main h1").textContent()).toBe("What this system will not do");
  await context.close();
});

const WHOLE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Size and colours change these alone; everything else is the same markup as in the standard view. */
const OF_THE_VIEW = [
  "color-contrast",
  "target-size",
  "link-in-text-block",
  "scrollable-region-focusable",
  "css-orientation-lock",
];

describe.each([[[]], [["en"]], [["large"]], [["largest"]], [["dark"]]])("in the view %j at 320 px", (wishes: string[]) => {
  test("axe finds nothing, nothing scrolls sideways, everything to press is tall enough", { timeout: 120_000 }, async () => {
    const { context, page } = await reader({ wishes, width: 320 });
    const least = wishes.some((wish) => wish.startsWith("large")) ? 60 : 48;
    const whole = wishes.length === 0 || wishes[0] === "en";
    const found: string[] = [];
    await overEveryPage(portal, page, async (name) => {
      const axe = new AxeBuilder({ page }).setLegacyMode(true);
      const { violations } = await (whole ? axe.withTags(WHOLE) : axe.withRules(OF_THE_VIEW)).analyze();
      for (const { id, nodes } of violations)
        found.push(`${name}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
      const { wide, low } = await page.evaluate((height) => {
        const targets = [
          ...document.querySelectorAll<HTMLElement>(
            ".btn, .act, .plain, .view a, .view button, label.r, input[type=text], input[type=tel], select, .sos a, .do a, summary",
          ),
        ];
        const seen = targets.filter((one) => one.checkVisibility());
        return {
          wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          low: seen.filter((one) => one.getBoundingClientRect().height < height - 0.5).map((one) => one.outerHTML.slice(0, 80)),
        };
      }, least);
      if (wide > 0) found.push(`${name}: ${wide} px too wide`);
      for (const one of low) found.push(`${name}: too low: ${one}`);
    });
    expect(found).toEqual([]);
    await context.close();
  });
});
