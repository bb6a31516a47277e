import Fastify from "fastify";
import { describe, expect, it } from "vitest";
import { protectAnswers, wholePolicy } from "../../apps/api/headers.ts";
import { holdLimits, isDeeperThan, isTooBusy, knownHost, type Pressure } from "../../apps/api/limits.ts";
import { httpRefusals, knowRefusals } from "../../foundation/http/refusals.ts";
import { Refusal } from "../../foundation/refusal.ts";

knowRefusals(httpRefusals as never);
const app = (pressure: Pressure = { delay: 0, waiting: 0 }) => {
  const made = Fastify({ trustProxy: "loopback" });
  protectAnswers(made, () => "http://127.0.0.1:9");
  holdLimits(made, { db: undefined as never, hosts: ["county.example.gov.cn"], measure: () => pressure });
  made.setErrorHandler((error, _request, reply) => {
    const refusal = error as Refusal;
    return reply.status(refusal instanceof Refusal ? refusal.status : 500).send({ code: refusal.code });
  });
  made.get("/", async (_request, reply) =>
    reply.type("text/html").header("content-security-policy", "default-src 'none'; img-src 'self'").send("<p>"),
  );
  made.get("/api/thing", async () => ({ ok: true }));
  made.post("/api/thing", async () => ({ ok: true }));
  made.post("/api/matters", async () => ({ ok: true }));
  return made;
};

describe("every answer", () => {
  it("says what a browser may not do with it", async () => {
    const answer = await app().inject({ url: "/api/thing" });
    expect(answer.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
    expect(answer.headers["permissions-policy"]).toContain("geolocation=()");
    expect(answer.headers["strict-transport-security"]).toBeUndefined();
  });
  it("asks for TLS for a year where it came over TLS", async () => {
    const answer = await app().inject({ url: "/", headers: { "x-forwarded-proto": "https" } });
    expect(answer.headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
  });
  it("is framed by nobody and shows pictures of the second origin", async () => {
    const { headers } = await app().inject({ url: "/" });
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none'; img-src 'self' http://127.0.0.1:9; frame-ancestors 'none'",
    );
    expect(wholePolicy("default-src 'none'; sandbox", undefined)).toBe("default-src 'none'; sandbox");
  });
});

describe("a request from elsewhere", () => {
  const post = (headers: Record<string, string>) => app().inject({ method: "POST", url: "/api/thing", headers });
  it.each([
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ "sec-fetch-site": "same-site" }, 403],
    [{ origin: "https://evil.example" }, 403],
    [{ origin: "http://localhost:80" }, 200],
    [{ "sec-fetch-site": "same-origin" }, 200],
    [{}, 200],
  ] as const)("%j gets %i", async (headers, status) => expect((await post(headers)).statusCode).toBe(status));
  it("under a name that is led here gets 421, under a known one its answer", async () => {
    const as = async (host: string) => (await app().inject({ url: "/", headers: { host } })).statusCode;
    expect(await as("rebound.evil.example")).toBe(421);
    for (const host of ["county.example.gov.cn", "127.0.0.1:8080", "[::1]:8080", "localhost:1"]) expect(await as(host)).toBe(200);
    expect(knownHost("localhost.evil.example", [])).toBe(false);
    expect(knownHost("COUNTY.example.gov.cn:443", ["county.example.gov.cn"])).toBe(true);
  });
});

describe("too much of a request", () => {
  it("an address of more than 4,096 characters gets 414", async () => {
    expect((await app().inject({ url: `/?${"a".repeat(4096)}` })).statusCode).toBe(414);
  });
  it("a body of nine levels gets 400, of eight its answer, and a million brackets do no harm", async () => {
    const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
    const send = async (payload: string) =>
      (await app().inject({ method: "POST", url: "/api/thing", headers: { "content-type": "application/json" }, payload }))
        .statusCode;
    expect(await send(nested(8))).toBe(200);
    expect(await send(nested(9))).toBe(400);
    expect(await send(`${"[".repeat(400_000)}${"]".repeat(400_000)}`)).toBe(400);
    expect(isDeeperThan([1, { a: [] }], 3)).toBe(false);
  });
  it("a body of more than 1 MB gets 413", async () => {
    const payload = JSON.stringify({ a: "a".repeat(1024 * 1024) });
    const headers = { "content-type": "application/json" };
    const answer = await app().inject({ method: "POST", url: "/api/thing", headers, payload });
    expect([413, 500]).toContain(answer.statusCode);
    expect(answer.json().code).toMatch(/TOO_LARGE/);
  });
});

describe("under pressure", () => {
  it("reading waits while a matter can still be told; at four times the pressure both wait", async () => {
    const ask = async (pressure: Pressure, method: "GET" | "POST", url: string) =>
      (await app(pressure).inject({ method, url })).statusCode;
    const busy = { delay: 1_500, waiting: 0 };
    expect(await ask(busy, "GET", "/api/thing")).toBe(503);
    expect(await ask(busy, "POST", "/api/matters")).toBe(200);
    expect(await ask({ delay: 0, waiting: 801 }, "POST", "/api/matters")).toBe(503);
    expect(isTooBusy({ delay: 900, waiting: 150 }, false)).toBe(false);
  });
});
