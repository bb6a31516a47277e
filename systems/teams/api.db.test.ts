import fastifyCookie from "@fastify/cookie";
import Fastify, { type FastifyInstance, type InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeBinder } from "../../foundation/http/bind.ts";
import { asRefusal } from "../../foundation/http/refusals.ts";
import { dayOf, fixedClock } from "../../foundation/time/index.ts";
import { testDatabase } from "../../tests/database.ts";
import { bindTeams } from "./api.ts";
import { COUNTY, seed, testBox } from "./county.fixture.ts";
import { actorOfSession, type OpenMattersPorts, personIdOf, postIdOf, seedTeams } from "./index.ts";
import { codesOf } from "./store/authenticators.ts";

const { db } = testDatabase();
const clock = fixedClock(new Date());
/** Two matters lie open at the water clerk's post; what is handed over is written down. */
const handed: string[][] = [];
const atPosts: OpenMattersPorts = {
  openMattersOf: async (_tx, post) => (post === postIdOf(COUNTY, "water.clerk") ? 2 : 0),
  handOver: async (_tx, from, to) => {
    handed.push([from, to]);
  },
};
let app: FastifyInstance;
const ask = (method: "GET" | "POST" | "DELETE", url: string, body?: object, cookie?: string) => {
  const options: InjectOptions = {
    method,
    url,
    headers: { "x-linli": "1", ...(cookie && { cookie }) },
    ...(body && { payload: body }),
  };
  return app.inject(options);
};
const cookieOf = (answer: { cookies: { name: string; value: string }[] }) =>
  `desk=${answer.cookies.find((one) => one.name === "desk")?.value}`;

/** Signs in by the password and sets an authenticator up, as whoever arranges is led to. */
async function withBothFactors(name: string, password: string): Promise<string> {
  const first = cookieOf(await ask("POST", "/api/session", { name, password }));
  const { secret } = (await ask("POST", "/api/me/authenticator", {}, first)).json() as { secret: string };
  const code = codesOf(secret).generate({ timestamp: clock.now().getTime() });
  return cookieOf(await ask("POST", "/api/me/authenticator/code", { code }, first));
}

beforeAll(async () => {
  await seedTeams(db, COUNTY, seed);
  app = Fastify();
  await app.register(fastifyCookie);
  app.setErrorHandler((error, _request, reply) =>
    reply.status(asRefusal(error)?.status ?? 500).send({ code: asRefusal(error)?.code }),
  );
  const binder = makeBinder(app, async (request) => (await actorOfSession(db, request.cookies.desk ?? "", clock))?.actor);
  bindTeams(app, binder, { db, county: COUNTY, clock, cookie: "desk", box: testBox, openMatters: () => atPosts });
});
afterAll(() => app.close());

it("signs in, says who I am, changes the post, signs out", async () => {
  const opened = await ask("POST", "/api/session", { name: "two", password: "two-pass-123456" });
  expect(opened.statusCode).toBe(200);
  const set = ([] as string[]).concat(opened.headers["set-cookie"] ?? []).filter((one) => !/Max-Age=0|1970/.test(one));
  expect(set.map((one) => one.split("=", 1)[0])).toEqual(["desk", "__Host-linli-known"]);
  for (const one of set) for (const kept of ["HttpOnly", "Secure", "SameSite=Strict", "Path=/"]) expect(one).toContain(kept);
  const cookie = cookieOf(opened);
  expect(opened.body).not.toContain(cookie.slice(5));
  const me = await ask("GET", "/api/me", undefined, cookie);
  expect(me.json()).toMatchObject({ name: "虚构丙", county: COUNTY, post: postIdOf(COUNTY, "water.clerk") });
  expect((await ask("POST", "/api/me/post", { post: postIdOf(COUNTY, "centre.lead") }, cookie)).json()).toEqual({
    code: "teams.not-your-post",
  });
  expect((await ask("DELETE", "/api/session", undefined, cookie)).statusCode).toBe(200);
  expect((await ask("GET", "/api/me", undefined, cookie)).statusCode).toBe(401);
});

it("refuses with one code, and lets nobody in without a session", async () => {
  for (const body of [
    { name: "two", password: "x" },
    { name: "nobody", password: "x" },
  ])
    expect((await ask("POST", "/api/session", body)).json()).toEqual({ code: "teams.sign-in-refused" });
  for (const url of ["/api/me", "/api/units", "/api/posts"]) expect((await ask("GET", url)).statusCode).toBe(401);
});

it("lists units and posts with their holders", async () => {
  const cookie = cookieOf(await ask("POST", "/api/session", { name: "clerk", password: "clerk-pass-1234" }));
  expect((await ask("GET", "/api/units", undefined, cookie)).json().units).toHaveLength(4);
  const posts = (await ask("GET", "/api/posts", undefined, cookie)).json().posts as {
    code: string;
    holders: { person: { name: string } }[];
  }[];
  expect(posts.find((post) => post.code === "zhongtou.clerk")?.holders.map((holder) => holder.person.name)).toEqual(["虚构乙"]);
});

it("changes the password and ends the session", async () => {
  const cookie = cookieOf(await ask("POST", "/api/session", { name: "lead", password: "lead-pass-1234" }));
  expect((await ask("POST", "/api/me/password", { current: "lead-pass-1234", next: "short" }, cookie)).json()).toEqual({
    code: "teams.password-length",
  });
  expect((await ask("POST", "/api/me/password", { current: "lead-pass-1234", next: "another-pass-1" }, cookie)).statusCode).toBe(
    200,
  );
  expect((await ask("GET", "/api/me", undefined, cookie)).statusCode).toBe(401);
  expect((await ask("POST", "/api/session", { name: "lead", password: "another-pass-1" })).statusCode).toBe(200);
});

describe("arranging people on posts", () => {
  const person = "01a0b0c0-0000-7000-8000-00000000000a";
  const holding = "01a0b0c0-0000-7000-8000-00000000000b";
  const today = dayOf(clock.now());
  let cookie = "";
  beforeAll(async () => {
    cookie = await withBothFactors("lead", "another-pass-1");
  });

  it("is for whoever holds the right, and for nobody else", async () => {
    const clerk = cookieOf(await ask("POST", "/api/session", { name: "clerk", password: "clerk-pass-1234" }));
    expect((await ask("GET", "/api/people", undefined, clerk)).statusCode).toBe(403);
    expect((await ask("POST", "/api/people", { id: person, signInName: "new", name: "虚构丁" }, clerk)).statusCode).toBe(403);
    expect((await ask("POST", `/api/holdings/${holding}/end`, { lastDay: today }, clerk)).statusCode).toBe(403);
  });

  it("asks for a second factor first, and says which rights wait for it", async () => {
    const plain = cookieOf(await ask("POST", "/api/session", { name: "two", password: "two-pass-123456" }));
    expect((await ask("GET", "/api/me", undefined, plain)).json()).toMatchObject({ rightsWaiting: [], factors: 1 });
    expect((await ask("GET", "/api/me", undefined, cookie)).json()).toMatchObject({
      rights: ["matters.dispatch", "teams.manage"],
      rightsWaiting: [],
      factors: 2,
    });
  });

  it("opens an account whose password is told once, works, and is changed before anything else", async () => {
    const made = await ask("POST", "/api/people", { id: person, signInName: "New.One", name: "虚构丁" }, cookie);
    expect(made.statusCode).toBe(200);
    expect(made.headers["cache-control"]).toBe("no-store");
    const { password } = made.json() as { password: string };
    expect((await ask("POST", "/api/session", { name: "new.one", password })).statusCode).toBe(200);
    expect((await ask("GET", "/api/people", undefined, cookie)).body).not.toContain(password);
    const first = cookieOf(await ask("POST", "/api/session", { name: "new.one", password }));
    expect((await ask("GET", "/api/me", undefined, first)).json()).toMatchObject({
      passwordGiven: true,
      scope: "none",
      posts: [],
    });
    const own = await ask("POST", "/api/me/password", { current: password, next: "chosen by myself" }, first);
    expect(own.statusCode).toBe(200);
    expect((await ask("GET", "/api/me", undefined, cookieOf(own))).json()).toMatchObject({ passwordGiven: false });
    expect((await ask("POST", "/api/session", { name: "new.one", password })).statusCode).toBe(401);
  });

  it("appoints, shows who holds what, and closes an account", async () => {
    const post = postIdOf(COUNTY, "zhongtou.clerk");
    expect((await ask("POST", "/api/holdings", { id: holding, person, post, from: "2099-01-01" }, cookie)).statusCode).toBe(200);
    const { people } = (await ask("GET", "/api/people", undefined, cookie)).json() as {
      people: { id: string; disabled: boolean; holdings: object[] }[];
    };
    expect(people.find((one) => one.id === person)?.holdings).toEqual([
      { id: holding, kind: "holds", postId: post, from: "2099-01-01", to: null },
    ]);
    await ask("POST", `/api/people/${person}/account`, { disabled: true }, cookie);
    const after = (await ask("GET", "/api/people", undefined, cookie)).json() as typeof people extends never
      ? never
      : { people: typeof people };
    expect(after.people.find((one) => one.id === person)?.disabled).toBe(true);
  });

  it("asks where open matters go before someone leaves a post, and hands them over", async () => {
    const { people } = (await ask("GET", "/api/people", undefined, cookie)).json() as {
      people: { id: string; holdings: { id: string; postId: string }[] }[];
    };
    const water = postIdOf(COUNTY, "water.clerk");
    const held = people.find((one) => one.id === personIdOf(COUNTY, "two"))?.holdings.find((one) => one.postId === water);
    const asked = await ask("POST", `/api/holdings/${held?.id}/end`, { lastDay: today }, cookie);
    expect([asked.statusCode, asked.json().code]).toEqual([409, "teams.open-matters-need-a-holder"]);
    const stay = await ask("POST", `/api/holdings/${held?.id}/end`, { lastDay: today, openMatters: { stay: true } }, cookie);
    expect(stay.json().code).toBe("teams.nobody-would-hold-the-post");
    const to = postIdOf(COUNTY, "village.clerk");
    const moved = await ask(
      "POST",
      `/api/holdings/${held?.id}/move`,
      { toPost: to, from: "2099-02-01", openMatters: { handTo: to } },
      cookie,
    );
    expect(moved.statusCode).toBe(200);
    expect(handed).toEqual([[water, to]]);
  });
});
