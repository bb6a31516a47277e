import fastifyCookie from "@fastify/cookie";
import Fastify, { type FastifyInstance, type InjectOptions } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeBinder } from "../../foundation/http/bind.ts";
import { asRefusal } from "../../foundation/http/refusals.ts";
import { fixedClock } from "../../foundation/time/index.ts";
import { testDatabase } from "../../tests/database.ts";
import { bindTeams } from "./api.ts";
import { COUNTY, seed } from "./county.fixture.ts";
import { actorOfSession, postIdOf, seedTeams } from "./index.ts";

const { db } = testDatabase();
const clock = fixedClock(new Date());
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

beforeAll(async () => {
  await seedTeams(db, COUNTY, seed);
  app = Fastify();
  await app.register(fastifyCookie);
  app.setErrorHandler((error, _request, reply) =>
    reply.status(asRefusal(error)?.status ?? 500).send({ code: asRefusal(error)?.code }),
  );
  const binder = makeBinder(app, async (request) => (await actorOfSession(db, request.cookies.desk ?? "", clock))?.actor);
  bindTeams(binder, { db, county: COUNTY, clock, cookie: "desk" });
});
afterAll(() => app.close());

it("signs in, says who I am, changes the post, signs out", async () => {
  const opened = await ask("POST", "/api/session", { name: "two", password: "two-pass-123456" });
  expect(opened.statusCode).toBe(200);
  expect(opened.headers["set-cookie"]).toMatch(/HttpOnly/);
  expect(opened.headers["set-cookie"]).toMatch(/SameSite=Strict/);
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
