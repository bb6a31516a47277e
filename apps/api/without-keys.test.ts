import Fastify from "fastify";
import { expect, it } from "vitest";
import { asRefusal } from "../../foundation/http/refusals.ts";
import { noKeys, onlyRead } from "./without-keys.ts";

const app = Fastify();
app.setErrorHandler((error, _request, reply) =>
  reply.status(asRefusal(error)?.status ?? 500).send({ code: asRefusal(error)?.code }),
);
onlyRead(app);
app.all("/*", async () => "done");
const ask = (method: "GET" | "POST" | "PUT" | "DELETE", url: string) => app.inject({ method, url });

it("without its keys the program writes nothing and says so; officers may read and sign in", async () => {
  for (const method of ["POST", "PUT", "DELETE"] as const)
    for (const url of ["/api/matters", "/api/matters/x/acts", "/api/people", "/api/session-not", "/api/me/password"]) {
      const answer = await ask(method, url);
      expect([answer.statusCode, answer.json().code], `${method} ${url}`).toEqual([503, "residents.keys-lost"]);
    }
  for (const [method, url] of [
    ["GET", "/api/matters"],
    ["GET", "/desk/"],
    ["POST", "/api/session"],
    ["DELETE", "/api/session?x=1"],
    ["POST", "/api/session/second-factor"],
    ["POST", "/api/me/post"],
  ] as const)
    expect((await ask(method, url)).body, `${method} ${url}`).toBe("done");
});

it("a resident is told that nothing is lost, on every page, and nothing of it is kept by the browser", async () => {
  for (const [method, url] of [
    ["GET", "/"],
    ["GET", "/f/123"],
    ["POST", "/say"],
    ["GET", "/print/matter/x"],
  ] as const) {
    const answer = await ask(method, url);
    expect([answer.statusCode, answer.headers["cache-control"]], url).toEqual([503, "no-store"]);
    expect(answer.body).toContain("资料没有丢失");
  }
});

it("the keys it runs with are drawn each time and are no county's", () => {
  const [one, other] = [noKeys(), noKeys()];
  expect(one.version).toBe(0);
  for (const name of ["identity", "lookup", "session"] as const) expect(one[name].equals(other[name])).toBe(false);
});
