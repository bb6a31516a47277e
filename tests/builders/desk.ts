import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import pg from "pg";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { startServer } from "../../apps/api/server.ts";
import { seedRegisters } from "../../apps/cli/seed.ts";
import { newId } from "../../foundation/ids.ts";
import { root } from "../../foundation/root.ts";
import { indexReporters, makeSealer } from "../../systems/residents/index.ts";
import { openBrowser } from "../browser.ts";
import { testDatabase } from "../database.ts";
import { signInByBothFactors } from "./both-factors.ts";

const COUNTY = 410425;

/** Someone signed in by the API: what the screens do not do in a test is done through this. */
export interface Caller {
  readonly cookie: string;
  send<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<T>;
}

export interface Desk {
  readonly url: string;
  /** Signs a demonstration account in by the API. */
  as(signInName: string): Promise<Caller>;
  /** A page of someone who is signed in. */
  page(signInName: string, options?: { width?: number; language?: string; path?: string }): Promise<Page>;
  /** A page of nobody. */
  stranger(options?: { path?: string; width?: number; host?: string }): Promise<Page>;
  password(signInName: string): string;
  /** Runs SQL as the owner: what only time or another hand would do (a sign-in that runs out). */
  behindTheCurtain(sql: string): Promise<void>;
  /** Brings the blind index up to what was taken in, as its job does each minute. */
  indexNow(): Promise<void>;
  /** Receives a matter at the counter; answers its id, number and version. */
  receive(by: Caller, text: string, more?: Record<string, unknown>): Promise<{ id: string; number: string; version: number }>;
  act(by: Caller, id: string, version: number, act: Record<string, unknown>): Promise<{ version: number; state: string }>;
}

/** The built desk on a real server over a database of its own, with the county's registers and demonstration accounts. Call at the top of a file. */
export function deskUnderTest({ jobs = false }: { jobs?: boolean } = {}): Desk {
  const { db, ownerUrl } = testDatabase();
  const signIn = signInByBothFactors();
  const accounts = new Map<string, string>();
  const folder = mkdtempSync(join(tmpdir(), "linli-desk-"));
  const open: BrowserContext[] = [];
  let browser: Browser;
  let server: { url: string; close(): Promise<void> };
  const keys = { version: 1, identity: randomBytes(32), lookup: randomBytes(32), session: randomBytes(32) };
  beforeAll(async () => {
    if (!existsSync(join(root, "dist/desk/index.html"))) {
      const { build } = await import("vite");
      await build({ configFile: join(root, "apps/desk/vite.config.ts"), logLevel: "error" });
    }
    const seeded = await seedRegisters(db, COUNTY, true);
    for (const account of seeded.accounts) accounts.set(account.signInName, account.password);
    server = await startServer({
      db,
      county: COUNTY,
      port: 0,
      host: "127.0.0.1",
      dataFolder: folder,
      keys,
      services: jobs ? ["api", "jobs"] : ["api"],
      log: false,
    });
    browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await Promise.all(open.map((one) => one.close()));
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const password = (name: string) => {
    const found = accounts.get(name);
    if (!found) throw new Error(`no account ${name}; there are ${[...accounts.keys()].join(", ")}`);
    return found;
  };
  const post = (path: string, method: string, body: unknown, cookie: string) =>
    fetch(`${server.url}${path}`, {
      method,
      headers: { "x-linli": "1", ...(body === undefined ? {} : { "content-type": "application/json" }), cookie },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const as = async (name: string): Promise<Caller> => {
    const cookie = await signIn(server.url, name, password(name));
    return {
      cookie,
      async send<T>(method: string, path: string, body?: unknown): Promise<T> {
        const got = await post(path, method, body, cookie);
        if (!got.ok) throw new Error(`${method} ${path}: ${got.status} ${await got.text()}`);
        return (await got.json()) as T;
      },
    };
  };
  const context = async (width: number, language: string) => {
    const made = await browser.newContext({
      viewport: { width, height: width < 700 ? 844 : 900 },
      locale: language,
      timezoneId: "America/New_York",
      reducedMotion: "reduce",
    });
    made.setDefaultTimeout(15_000);
    open.push(made);
    return made;
  };
  return {
    get url() {
      return server.url;
    },
    as,
    password,
    async behindTheCurtain(sql) {
      const owner = new pg.Client({ connectionString: ownerUrl });
      await owner.connect();
      await owner.query(sql).finally(() => owner.end());
    },
    async indexNow() {
      await indexReporters(db, makeSealer(keys), COUNTY);
    },
    async page(name, { width = 1440, language = "zh-CN", path = "/desk/" } = {}) {
      const made = await context(width, language);
      const [key, value] = (await as(name)).cookie.split("=", 2) as [string, string];
      await made.addCookies([{ name: key, value, url: server.url.replace("http:", "https:"), secure: true }]);
      const page = await made.newPage();
      await page.goto(`${server.url}${path}`);
      await page.waitForSelector("main#content h1");
      await page.waitForLoadState("networkidle");
      return page;
    },
    async stranger({ path = "/desk/", width = 1440, host = "127.0.0.1" } = {}) {
      const page = await (await context(width, "zh-CN")).newPage();
      await page.goto(`${server.url.replace("127.0.0.1", host)}${path}`, { waitUntil: "networkidle" });
      return page;
    },
    async receive(by, text, { id = newId(), ...more }: Record<string, unknown> & { id?: string } = {}) {
      const receipt = await by.send<{ number: string; version: number }>("POST", "/api/matters", {
        commandId: newId(),
        id,
        door: "counter",
        text,
        ...more,
      });
      return { id, number: receipt.number, version: receipt.version };
    },
    act: (by, id, version, act) =>
      by.send("POST", `/api/matters/${id}/acts`, { commandId: newId(), baseVersion: version, ...act }),
  };
}

/** What axe finds against WCAG A and AA of 2.0 to 2.2, one line a violation. */
export async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}
