import Fastify from "fastify";
import { expect, it } from "vitest";
import { z } from "zod";
import { makeBinder } from "./bind.ts";
import { route } from "./route.ts";

it("half a character in a text or a field's name becomes the sign for it before anything is done with it", async () => {
  const app = Fastify();
  const seen: unknown[] = [];
  const shape = route({
    method: "POST",
    path: "/echo",
    summary: "",
    access: "anyone",
    body: z.record(z.string(), z.unknown()),
    answer: z.object({}),
  });
  makeBinder(app, async () => undefined).bind(shape, async ({ body }) => {
    seen.push(body);
    return {};
  });
  const payload = '{"a":"x\\ud800","b":[{"c\\udfff":"\\ud83d\\ude00"}]}';
  const headers = { "x-linli": "1", "content-type": "application/json" };
  expect((await app.inject({ method: "POST", url: "/echo", headers, payload })).statusCode).toBe(200);
  expect(seen).toEqual([{ a: "x\ufffd", b: [{ "c\ufffd": "😀" }] }]);
});
