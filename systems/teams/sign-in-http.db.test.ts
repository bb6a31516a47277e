import fastifyCookie from "@fastify/cookie";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeBinder } from "../../foundation/http/bind.ts";
import { asRefusal } from "../../foundation/http/refusals.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { fixedClock } from "../../foundation/time/index.ts";
import { testDatabase } from "../../tests/database.ts";
import { bindTeams } from "./api.ts";
import { deviceOf } from "./cookies.ts";
import { COUNTY, seed, testBox } from "./county.fixture.ts";
import { actorOfSession, seedTeams } from "./index.ts";
import { makeSourceLimit } from "./source-limit.ts";

const { db } = testDatabase();
const clock = fixedClock("2026-11-23T09:00:00+08:00");
const COOKIE = "__Host-linli-desk";
let app: FastifyInstance;
const ask = async (
  method: "GET" | "POST" | "DELETE",
  url: string,
  more: { body?: object; cookie?: string; host?: string; unattended?: boolean } = {},
) => {
  const answer = await app.inject({
    method,
    url,
    headers: {
      "x-linli": "1",
      host: more.host ?? "127.0.0.1:8080",
      ...(more.cookie && { cookie: more.cookie }),
      ...(more.unattended && { "x-linli-unattended": "1" }),
    },
    ...(more.body && { payload: more.body }),
  });
  const token = answer.cookies.find((one) => one.name === COOKIE)?.value;
  return { status: answer.statusCode, body: answer.json(), cookie: token ? `${COOKIE}=${token}` : "", all: answer.cookies };
};
const signIn = (cookie = "") => ask("POST", "/api/session", { body: { name: "clerk", password: "clerk-pass-1234" }, cookie });

beforeAll(async () => {
  await seedTeams(db, COUNTY, seed);
  app = Fastify();
  await app.register(fastifyCookie);
  app.setErrorHandler((error, _request, reply) =>
    reply.status(asRefusal(error)?.status ?? 500).send({ code: asRefusal(error)?.code ?? String(error) }),
  );
  const binder = makeBinder(
    app,
    async (request) =>
      (
        await actorOfSession(db, request.cookies[COOKIE] ?? "", clock, {
          attended: request.headers["x-linli-unattended"] !== "1",
        })
      )?.actor,
    clock,
  );
  const openMatters = () => ({ openMattersOf: async () => 0, handOver: async () => {} });
  bindTeams(app, binder, { db, county: COUNTY, clock, cookie: COOKIE, box: testBox, openMatters });
});
afterAll(() => app.close());

describe("the cookie of a session", () => {
  it("is new at every sign-in, and the one that the browser came with is nothing afterwards", async () => {
    const planted = `${COOKIE}=${COUNTY}.${"a".repeat(43)}`;
    const first = await signIn(planted);
    expect(first.cookie).not.toBe(planted);
    expect((await ask("GET", "/api/me", { cookie: planted })).status).toBe(401);
    const second = await signIn(first.cookie);
    expect(second.cookie).not.toBe(first.cookie);
    expect((await ask("GET", "/api/me", { cookie: first.cookie })).status).toBe(401);
    expect((await ask("GET", "/api/me", { cookie: second.cookie })).status).toBe(200);
  });
  it("is new after proving oneself again", async () => {
    const { cookie } = await signIn();
    const proved = await ask("POST", "/api/session/proof", { body: { password: "clerk-pass-1234" }, cookie });
    expect(proved.status).toBe(200);
    expect((await ask("GET", "/api/me", { cookie })).status).toBe(401);
    expect((await ask("GET", "/api/me", { cookie: proved.cookie })).status).toBe(200);
  });
  it("is not given over an open wire: that is said before the password is looked at, and with what to do", async () => {
    const open = await ask("POST", "/api/session", {
      body: { name: "clerk", password: "clerk-pass-1234" },
      host: "192.0.2.7:8080",
    });
    expect([open.status, open.body.code, open.all]).toEqual([403, "teams.needs-https", []]);
    for (const host of ["localhost:8080", "127.0.0.1:8080", "[::1]:8080"])
      expect((await ask("POST", "/api/session", { body: { name: "clerk", password: "clerk-pass-1234" }, host })).status).toBe(
        200,
      );
  });
});

describe("a session that lies unused", () => {
  it("is not kept alive by what a screen asks by itself, nor by asking how long it has", async () => {
    const { cookie } = await signIn();
    for (let minute = 0; minute < 14; minute += 1) {
      clock.advance(60_000);
      expect((await ask("GET", "/api/me", { cookie, unattended: true })).status).toBe(200);
      expect((await ask("GET", "/api/session/left", { cookie, unattended: true })).body.unused).toBe(840 - minute * 60);
    }
    clock.advance(61_000);
    expect((await ask("GET", "/api/me", { cookie, unattended: true })).status).toBe(401);
  });
  it("goes on while somebody is there, for eight hours and no longer", async () => {
    const { cookie } = await signIn();
    for (let minute = 0; minute < 475; minute += 14) {
      clock.advance(14 * 60_000);
      if (minute < 462)
        expect([minute, (await ask("POST", "/api/session/here", { cookie, body: {} })).status]).toEqual([minute, 200]);
    }
    clock.advance(14 * 60_000);
    expect((await ask("GET", "/api/me", { cookie })).status).toBe(401);
  });
});

describe("one's own sessions", () => {
  it("are listed and ended, and nobody else's are", async () => {
    const [here, there] = [await signIn(), await signIn()];
    const other = await ask("POST", "/api/session", { body: { name: "two", password: "two-pass-123456" } });
    const sessions = (await ask("GET", "/api/me/sign-in", { cookie: here.cookie })).body.sessions as {
      id: string;
      here: boolean;
    }[];
    const theirs = (await ask("GET", "/api/me/sign-in", { cookie: other.cookie })).body.sessions as { id: string }[];
    expect(sessions.filter((one) => one.here)).toHaveLength(1);
    expect(sessions.map((one) => one.id)).not.toContain(theirs[0]!.id);
    expect((await ask("DELETE", `/api/me/sessions/${theirs[0]!.id}`, { cookie: here.cookie })).status).toBe(404);
    expect((await ask("GET", "/api/me", { cookie: other.cookie })).status).toBe(200);
    expect((await ask("DELETE", "/api/me/sessions", { cookie: here.cookie })).body.ended).toBeGreaterThan(0);
    expect((await ask("GET", "/api/me", { cookie: there.cookie })).status).toBe(401);
    expect((await ask("GET", "/api/me", { cookie: here.cookie })).status).toBe(200);
  });
});

describe("tries from one address", () => {
  const no = () => Promise.reject(new Refusal("teams.sign-in-refused", {}, { status: 401 }));
  it("a browser is known by what this server gave it, and by nothing made up", async () => {
    const real = (await signIn()).all.find((one) => one.name === "__Host-linli-known")!.value;
    const asked = (known: string) => deviceOf({ headers: {}, cookies: { "__Host-linli-known": known } } as never, testBox).known;
    expect(asked(real)).toBe(real.split(".", 1)[0]);
    for (const made of ["", "x", real.slice(0, -1), `${"a".repeat(43)}.${real.split(".")[1]}`, `${"a".repeat(43)}.`])
      expect(asked(made)).toBe("");
  });
  it("are slowed after twenty wrong ones, a second more each, and end at a hundred; a known browser is not held", async () => {
    const waits: number[] = [];
    const limit = makeSourceLimit(async (milliseconds) => waits.push(milliseconds));
    for (let n = 0; n < 100; n += 1) await limit.run("192.0.2.1", false, no).catch(() => {});
    expect(waits.slice(0, 9)).toEqual([1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 8000]);
    await expect(limit.run("192.0.2.1", false, async () => "in")).rejects.toMatchObject({ code: "http.too-many", status: 429 });
    expect(await limit.run("192.0.2.1", true, async () => "in")).toBe("in");
    expect(await limit.run("192.0.2.2", false, async () => "in")).toBe("in");
  });
});
