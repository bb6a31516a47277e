import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { startServer } from "../../apps/api/server.ts";
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from "../../foundation/http/route.ts";
import { signInByBothFactors } from "./both-factors.ts";
import { aCounty, type TestCounty } from "./county.ts";

// biome-ignore lint/suspicious/noExplicitAny: any declared route fits
type AnyRoute = Route<any, any, any, any>;

/** Someone at a desk: calls declared routes with the cookie of their session. */
export interface Officer {
  readonly name: string;
  call<R extends AnyRoute>(
    route: R,
    input?: { params?: ParamsOf<R>; query?: QueryOf<R>; body?: BodyOf<R> },
  ): Promise<AnswerOf<R>>;
}

export interface CountyOverHttp extends TestCounty {
  readonly url: string;
  /** Folder of the attachments. */
  readonly files: string;
  /** Signs a demonstration account in by its name and password. */
  signIn(name: string): Promise<Officer>;
  /** A resident's browser without scripts: keeps its cookie, follows redirects, gives the page. */
  resident(): Resident;
}

export interface Resident {
  get(path: string): Promise<string>;
  /** Sends the form of the page that posts to `action`, its hidden fields and what is filled in. */
  submit(page: string, action: string, filled: Readonly<Record<string, string>>): Promise<string>;
}

/** The real server over a database of its own, with the registers and accounts of the demonstration. Call at the top of a file. */
export function aCountyOverHttp(): CountyOverHttp {
  const county = aCounty();
  const asPerson = signInByBothFactors();
  const folder = mkdtempSync(join(tmpdir(), "linli-journey-"));
  let server: Awaited<ReturnType<typeof startServer>>;
  beforeAll(async () => {
    const { db, code, keys } = county;
    server = await startServer({
      db,
      county: code,
      port: 0,
      host: "127.0.0.1",
      dataFolder: folder,
      keys,
      services: ["api"],
      log: false,
    });
  });
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    ...county,
    get url() {
      return server.url;
    },
    files: join(folder, "files"),
    async signIn(name) {
      const cookie = await asPerson(server.url, name, county.accounts.get(name) ?? "not a password");
      return { name, call: (route, input = {}) => callAs(server.url, cookie, route, input) };
    },
    resident: () => residentAt(() => server.url),
  };
}

async function callAs<R extends AnyRoute>(
  base: string,
  cookie: string,
  route: R,
  input: { params?: object; query?: object; body?: unknown },
): Promise<AnswerOf<R>> {
  const path = route.path.replace(/:(\w+)/g, (_: string, name: string) =>
    encodeURIComponent(String((input.params as Record<string, unknown>)[name])),
  );
  const query = new URLSearchParams(
    Object.entries(input.query ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  const answer = await fetch(`${base}${path}${query.size > 0 ? `?${query}` : ""}`, {
    method: route.method,
    headers: {
      "x-linli": "1",
      cookie,
      "accept-language": "zh-CN",
      ...(input.body !== undefined && { "content-type": "application/json" }),
    },
    ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
  });
  const body = await answer.json();
  if (!answer.ok)
    throw Object.assign(new Error(`${route.method} ${path}: ${answer.status} ${body.code} ${body.sentence}`), {
      status: answer.status,
      ...body,
    });
  return body;
}

function residentAt(base: () => string): Resident {
  const cookies = new Map<string, string>();
  const go = async (path: string, init: RequestInit = {}): Promise<string> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(`${base()}${path}`, {
      ...init,
      redirect: "manual",
      headers: { ...(init.headers as object), cookie, "sec-fetch-site": "same-origin" },
    });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ""] = set.split(";", 1);
      cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const next = answer.headers.get("location");
    if (answer.status === 303 && next) return go(next);
    const page = await answer.text();
    if (answer.status !== 200)
      throw new Error(
        `${path}: ${answer.status} ${page
          .replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, " ")
          .replace(/\s+/g, " ")
          .slice(0, 300)}`,
      );
    return page;
  };
  return {
    get: (path) => go(path),
    submit(page, action, filled) {
      const form = [...page.matchAll(/<form\b[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].find((one) => one[1] === action);
      if (!form) throw new Error(`the page has no form for ${action}`);
      const hidden = [...form[2]!.matchAll(/<input\b[^>]*type="?hidden"?[^>]*>/g)].map(([input]) => [
        /name="?([^"\s>]+)/.exec(input)![1]!,
        /value="?([^"\s>]*)/.exec(input)?.[1] ?? "",
      ]);
      const fields = { ...Object.fromEntries(hidden), ...filled };
      return go(action, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(fields).toString(),
      });
    },
  };
}

/** Does `work` for each, so many at a time; answers in the order given. */
export async function each<Item, Answer>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = new Array(items.length);
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(atOnce, items.length) }, async () => {
      while (next < items.length) {
        const index = next++;
        answers[index] = await work(items[index]!, index);
      }
    }),
  );
  return answers;
}
