import Fastify from "fastify";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Actor } from "../db/actor.ts";
import { fixedClock } from "../time/index.ts";
import { makeBinder } from "./bind.ts";
import { asRefusal } from "./refusals.ts";
import { route } from "./route.ts";

const clock = fixedClock("2026-11-23T09:00:00+08:00");
const nobodysPost: Actor = { role: "app", county: 410425, units: [], places: [], scope: "none", rights: [], locale: "zh-CN" };
let caller: Actor | undefined;
let done = 0;
const app = Fastify();
app.setErrorHandler((error, _request, reply) =>
  reply.status(asRefusal(error)?.status ?? 500).send({ code: asRefusal(error)?.code ?? String(error) }),
);
const binder = makeBinder(app, async () => caller, clock);
const shape = (path: string, more: object) =>
  route({ method: "POST", path, summary: "a dangerous act", access: "signed in", answer: z.object({}), ...more });
for (const [path, more] of [
  ["/fresh", { fresh: true }],
  ["/two", { factors: 2 }],
  ["/both", { fresh: true, factors: 2 }],
] as const)
  binder.bind(shape(path, more), async () => {
    done += 1;
    return {};
  });
const send = async (url: string) => {
  const answer = await app.inject({ method: "POST", url, headers: { "x-linli": "1" } });
  return `${answer.statusCode} ${(answer.json() as { code?: string }).code ?? ""}`.trim();
};
const ago = (milliseconds: number) => new Date(clock.now().getTime() - milliseconds).toISOString();
beforeEach(() => {
  done = 0;
});

describe("an act that asks for a fresh proof", () => {
  it.each([
    ["four minutes and 59 seconds ago", 299_000, "200"],
    ["five minutes ago", 300_000, "401 teams.prove-yourself-again"],
    ["an hour ago", 3_600_000, "401 teams.prove-yourself-again"],
  ])("proved %s", async (_when, milliseconds, answer) => {
    caller = { ...nobodysPost, provedAt: ago(milliseconds) };
    expect(await send("/fresh")).toBe(answer);
    expect(done).toBe(answer === "200" ? 1 : 0);
  });
  it("is not done for whoever never proved it, or is nobody", async () => {
    caller = nobodysPost;
    expect(await send("/fresh")).toBe("401 teams.prove-yourself-again");
    caller = undefined;
    expect(await send("/fresh")).toBe("401 teams.sign-in-needed");
  });
});

describe("an act that asks for two factors", () => {
  it("is for whoever gave both in this sign-in", async () => {
    for (const [factors, answer] of [
      [undefined, "403 teams.second-factor-needed"],
      [1, "403 teams.second-factor-needed"],
      [2, "200"],
    ] as const) {
      caller = { ...nobodysPost, ...(factors && { factors }) };
      expect(await send("/two")).toBe(answer);
    }
  });
  it("names the missing factor before the missing proof, which would not help", async () => {
    caller = { ...nobodysPost, factors: 1, provedAt: ago(600_000) };
    expect(await send("/both")).toBe("403 teams.second-factor-needed");
  });
  it("cannot be open to anyone", () => {
    expect(() => binder.bind(shape("/open", { access: "anyone", fresh: true }), async () => ({}))).toThrow("asks for a proof");
  });
});
