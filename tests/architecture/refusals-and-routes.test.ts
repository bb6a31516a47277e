import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Fastify from "fastify";
import { describe, expect, it } from "vitest";
import { refusalWords } from "../../apps/api/bind-systems.ts";
import { sentence } from "../../apps/cli/speech.ts";
import { makeBinder, openApiOf } from "../../foundation/http/bind.ts";
import { httpRefusals, knowRefusals, sentenceOf } from "../../foundation/http/refusals.ts";
import type { Route } from "../../foundation/http/route.ts";
import { Refusal } from "../../foundation/refusal.ts";

const root = join(import.meta.dirname, "..", "..");
const sources = globSync("{foundation,systems,apps}/**/*.{ts,tsx}", { cwd: root }).filter(
  (file) => !/\.(test|fixture)\./.test(file),
);

const codes = new Map<string, string>();
for (const file of sources)
  for (const match of readFileSync(join(root, file), "utf8").matchAll(/new Refusal\(\s*"([a-z0-9.-]+)"/g))
    codes.set(match[1]!, file);

const routes = new Map<string, Route>();
for (const file of globSync("systems/*/contract.ts", { cwd: root }))
  for (const one of Object.values((await import(join(root, file))) as Record<string, Partial<Route>>))
    if (one && typeof one === "object" && "method" in one && "path" in one) routes.set(`${one.method} ${one.path}`, one as Route);

describe("every no is a sentence", () => {
  knowRefusals(httpRefusals as never, ...refusalWords);
  it("finds the codes at all", () => expect(codes.size).toBeGreaterThan(100));
  it.each([...codes])("%s, thrown in %s, in Chinese and English", (code) => {
    for (const locale of ["zh-CN", "en"] as const) {
      const spoken = [sentenceOf(new Refusal(code), locale), sentence(locale, code)].filter(
        (said) => said && !said.includes(code),
      );
      expect(spoken, `${code} has no sentence in ${locale}`).not.toEqual([]);
    }
  });
});

describe("every route says who may", () => {
  it("finds the routes at all", () => expect(routes.size).toBeGreaterThan(30));
  it.each([...routes])("%s", (_, route) => {
    expect(route.access).toMatch(/^(anyone|signed in|[a-z]+\.[a-z-]+)$/);
    expect(route.summary.length).toBeGreaterThan(4);
  });

  it("and none without an access sentence can be bound", () => {
    const [first] = routes.values();
    const binder = makeBinder(Fastify(), async () => undefined);
    expect(() => binder.bind({ ...first!, access: "" }, (async () => ({})) as never)).toThrow();
  });

  it("stands in an OpenAPI 3.1 document under its method and path", () => {
    const binder = makeBinder(Fastify(), async () => undefined);
    for (const route of routes.values()) binder.bind(route, (async () => ({})) as never);
    const document = openApiOf(binder.routes) as { openapi: string; paths: Record<string, Record<string, unknown>> };
    expect(document.openapi).toMatch(/^3\.1/);
    for (const { method, path } of routes.values())
      expect(document.paths[path.replaceAll(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()], `${method} ${path}`).toBeDefined();
  });
});
