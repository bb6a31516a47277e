import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer } from "../../apps/api/server.ts";
import { newId } from "../../foundation/ids.ts";
import { declaredRoutes } from "../../scripts/check/form-law.ts";
import { signInByBothFactors } from "../builders/both-factors.ts";
import { aCounty } from "../builders/county.ts";
import { anyJson, arbitraryOf, type JsonSchema, nastyText, spoilt } from "./arbitrary-of-schema.ts";

/** `npm run fuzz` is the long form, from a fresh beginning each time; `LINLI_FUZZ_SEED` begins again where an earlier run did. */
const REQUESTS = Number(process.env.LINLI_FUZZ ?? 1_000);
const SEED = Number(process.env.LINLI_FUZZ_SEED ?? (process.env.LINLI_FUZZ ? Date.now() % 1_000_000_000 : 20_261_124));
const county = aCounty();
const signIn = signInByBothFactors();
const folder = mkdtempSync(join(tmpdir(), "linli-fuzz-"));
const WHO = ["xian-shouli", "xian-paidan", "xian-huifang", "xian-fuze", "xian-guize", "xian-guanli", "zhongtou-banli"] as const;

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly access: string;
  readonly parameters: readonly { name: string; in: "path" | "query"; required: boolean; schema: JsonSchema }[];
  readonly body?: JsonSchema;
}
interface Asked {
  readonly operation: Operation;
  readonly who: string;
  readonly url: string;
  readonly body: unknown;
}

/** So many requests are made from one seed. */
const BATCH = 500;
/** Hashing a password takes a tenth of a second and five wrong ones lock an account: asked by a test of its own. */
const APART = /^\/api\/(session|me\/(password|sessions|authenticator|passkeys|spare-codes)|people\/\{id\}\/(reset|account))/;
const answers = new Map<string, { safeParse(value: unknown): { success: boolean } }>();
let server: Awaited<ReturnType<typeof startServer>>;
let app: FastifyInstance;
let operations: Operation[];
let all: Operation[];
const cookies = new Map<string, string>();
const ids: string[] = [];

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
  app = server.app;
  for (const name of WHO) cookies.set(name, await signIn(server.url, name, county.accounts.get(name)!));
  for (let at = 0; at < 6; at += 1) {
    const id = newId();
    const payload = { commandId: newId(), id, door: "counter", text: `示例：第 ${at} 盏路灯不亮`, reporter: { name: "示例" } };
    const got = await app.inject({
      method: "POST",
      url: "/api/matters",
      headers: { "x-linli": "1", cookie: cookies.get("xian-shouli")! },
      payload,
    });
    expect(got.statusCode, got.body).toBe(200);
    ids.push(id);
  }
  for (const [address, list] of [
    ["/api/units", "units"],
    ["/api/posts", "posts"],
  ] as const) {
    const { [list]: found } = (
      await app.inject({ url: address, headers: { cookie: cookies.get("xian-guanli")! } })
    ).json() as Record<string, { id: string; holders?: { id: string }[] }[]>;
    ids.push(...found!.slice(0, 2).flatMap(({ id, holders = [] }) => [id, ...holders.slice(0, 1).map((holder) => holder.id)]));
  }
  const { paths } = (await app.inject({ url: "/api/openapi.json" })).json() as {
    paths: Record<
      string,
      Record<
        string,
        {
          "x-access": string;
          parameters?: Operation["parameters"];
          requestBody?: { content: { "application/json": { schema: JsonSchema } } };
        }
      >
    >;
  };
  all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({
      method: method.toUpperCase(),
      path,
      access: one["x-access"],
      parameters: one.parameters ?? [],
      body: one.requestBody?.content["application/json"].schema,
    })),
  );
  operations = all.filter(({ path }) => !APART.test(path));
  for (const route of await declaredRoutes(join(import.meta.dirname, "..", "..")))
    answers.set(`${route.method} ${route.path.replaceAll(/:(\w+)/g, "{$1}")}`, route.answer);
}, 120_000);
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const pathOf = (operation: Operation): fc.Arbitrary<string> => {
  const inPath = operation.parameters.filter((one) => one.in === "path");
  const inQuery = operation.parameters.filter((one) => one.in === "query");
  const value = (schema: JsonSchema) =>
    fc.oneof({ weight: 4, arbitrary: arbitraryOf(schema, ids) }, { weight: 1, arbitrary: nastyText });
  const encode = (one: unknown) =>
    encodeURIComponent(String(typeof one === "object" ? JSON.stringify(one) : one).toWellFormed()).slice(0, 600);
  return fc
    .tuple(
      fc.tuple(...inPath.map((one) => fc.tuple(fc.constant(one.name), value(one.schema)))),
      fc.tuple(...inQuery.map((one) => fc.option(value(one.schema)).map((given) => [one.name, given] as const))),
    )
    .map(([path, query]) => {
      const filled = path.reduce((so, [name, given]) => so.replace(`{${name}}`, () => encode(given) || "x"), operation.path);
      const search = query
        .filter(([, given]) => given !== null)
        .map(([name, given]) => `${name}=${encode(given)}`)
        .join("&");
      return search ? `${filled}?${search}` : filled;
    });
};
const askedOf = (operation: Operation): fc.Arbitrary<Asked> => {
  const sound = operation.body ? arbitraryOf(operation.body, ids) : fc.constant(undefined);
  const body = operation.body
    ? fc.oneof({ weight: 3, arbitrary: sound }, { weight: 3, arbitrary: sound.chain(spoilt) }, { weight: 1, arbitrary: anyJson })
    : sound;
  return fc.record({
    operation: fc.constant(operation),
    who: fc.constantFrom(...WHO, ...WHO, "nobody"),
    url: pathOf(operation),
    body,
  });
};

const send = ({ operation, who, url, body }: Asked) => {
  const cookie = cookies.get(who);
  const payload = body === undefined ? undefined : JSON.stringify(body);
  return app.inject({
    method: operation.method as "GET",
    url,
    headers: { "x-linli": "1", ...(cookie && { cookie }), ...(payload !== undefined && { "content-type": "application/json" }) },
    ...(payload !== undefined && { payload }),
  });
};
const statuses = new Map<number, number>();
const wellAnswered = new Set<string>();

/** What every answer must be, whatever was asked. */
async function holds(asked: Asked): Promise<void> {
  const { operation, who, url, body } = asked;
  const answer = await send(asked);
  const said = `${operation.method} ${url} by ${who}: ${answer.statusCode} ${answer.body.slice(0, 400)}`;
  statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
  expect(answer.statusCode, said).toBeLessThan(500);
  expect(answer.headers["x-content-type-options"], said).toBe("nosniff");
  if (who === "nobody" && operation.access !== "anyone") expect([400, 401, 404, 414], said).toContain(answer.statusCode);
  const json = /^application\/json/.test(String(answer.headers["content-type"]));
  if (answer.statusCode >= 400 && json)
    expect(answer.json(), said).toMatchObject({ code: expect.any(String), sentence: expect.stringMatching(/./) });
  if (answer.statusCode < 300) wellAnswered.add(`${operation.method} ${operation.path}`);
  if (answer.statusCode === 200 && json) {
    const shape = answers.get(`${operation.method} ${operation.path}`);
    if (shape) expect(shape.safeParse(answer.json()).success, said).toBe(true);
    const { commandId } = (body ?? {}) as { commandId?: unknown };
    if (typeof commandId === "string" && operation.method === "POST") {
      const again = await send(asked);
      expect([200, 409, 404, 422], `again: ${said} → ${again.statusCode} ${again.body.slice(0, 200)}`).toContain(
        again.statusCode,
      );
    }
  }
}

describe("whatever is asked", () => {
  it("of all the requests made from the contract, none is answered by a fault or against its shape", async () => {
    expect(operations.length).toBeGreaterThan(60);
    const request = fc.constantFrom(...operations).chain(askedOf);
    const broken = new Map<string, string>();
    for (let done = 0; done < REQUESTS; done += BATCH)
      for (const asked of fc.sample(request, { numRuns: Math.min(BATCH, REQUESTS - done), seed: SEED + done }))
        await holds(asked).catch((error: Error) => {
          const at = `${asked.operation.method} ${asked.operation.path}`;
          if (!broken.has(at))
            broken.set(at, `seed ${SEED}: ${error.message.slice(0, 600)}\n${JSON.stringify(asked.body)?.slice(0, 600)}`);
        });
    console.log(
      `seed ${SEED}: ${REQUESTS} requests over ${operations.length} operations, ${wellAnswered.size} of them answered well: ${[
        ...statuses,
      ]
        .sort()
        .map(([status, count]) => `${status} ${count}×`)
        .join(", ")}; never: ${operations
        .map((one) => `${one.method} ${one.path}`)
        .filter((one) => !wellAnswered.has(one))
        .join(", ")}`,
    );
    expect([...broken.values()].join("\n\n")).toBe("");
    expect(statuses.get(200) ?? 0).toBeGreaterThan(REQUESTS / 50);
  }, 3_600_000);

  it("a stranger is asked who they are wherever a right is needed", async () => {
    for (const operation of all.filter((one) => one.access !== "anyone")) {
      const url = operation.path.replaceAll(/\{\w+\}/g, ids[0]!);
      const answer = await app.inject({ method: operation.method as "GET", url, headers: { "x-linli": "1" } });
      expect([401], `${operation.method} ${url}: ${answer.statusCode}`).toContain(answer.statusCode);
    }
  });
  it("what changes something is refused without the header that only our pages send", async () => {
    for (const operation of all.filter((one) => one.method !== "GET")) {
      const url = operation.path.replaceAll(/\{\w+\}/g, ids[0]!);
      const answer = await app.inject({
        method: operation.method as "POST",
        url,
        headers: { cookie: cookies.get("xian-fuze")! },
      });
      expect(answer.statusCode, `${operation.method} ${url}`).toBe(403);
    }
  });
  it("nothing that lies beside the program is served: no repository, no settings, no source, however its path is written", async () => {
    const wanted = [
      ".git/HEAD",
      ".git/config",
      "package.json",
      "../package.json",
      "apps/api/server.ts",
      "node_modules/",
      ".env",
      "keys.json",
    ];
    for (const name of wanted)
      for (const url of [`/${name}`, `/desk/${name}`, `/${encodeURIComponent(name)}`, `/desk/assets/..%2f..%2f${name}`]) {
        const answer = await app.inject({ url, headers: { cookie: cookies.get("xian-guanli")! } });
        const isTheDesk = answer.statusCode === 200 && /^<!doctype html>/i.test(answer.body);
        expect(isTheDesk || [302, 400, 403, 404].includes(answer.statusCode), `${url}: ${answer.statusCode}`).toBe(true);
        expect(answer.body, url).not.toMatch(/"name": "linli"|ref: refs\/|\[core\]|startServer/);
      }
  });
  it("a parameter given twice is not understood, where one is meant", async () => {
    const ask = (url: string) => app.inject({ url, headers: { cookie: cookies.get("xian-paidan")! } });
    for (const url of ["/api/matters?queue=all&sort=newest", "/api/knowledge?q=a", "/api/matters/export?as=csv"]) {
      const twice = `${url}&${url.split("?")[1]}`;
      expect([(await ask(url)).statusCode, (await ask(twice)).statusCode], url).toEqual([200, 400]);
    }
  });
  it("a method that a path does not have gets 404 or 405, TRACE too", async () => {
    const known = new Map<string, Set<string>>();
    for (const { path, method } of all) known.set(path, (known.get(path) ?? new Set()).add(method));
    for (const [path, methods] of known)
      for (const method of ["PUT", "DELETE", "PATCH", "POST", "TRACE"].filter((one) => !methods.has(one))) {
        const url = path.replaceAll(/\{\w+\}/g, ids[0]!);
        const answer = await app.inject({
          method: method as "PUT",
          url,
          headers: { "x-linli": "1", cookie: cookies.get("xian-fuze")! },
        });
        const twin = [...known].some(
          ([other, has]) => has.has(method) && new RegExp(`^${other.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(url),
        );
        if (!twin) expect([404, 405], `${method} ${url}`).toContain(answer.statusCode);
      }
  });
});
