import { randomBytes } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { Refusal } from "../../foundation/refusal.ts";
import type { KeyRing } from "../settings.ts";

/** Keys that open nothing of this county and seal nothing that is kept: version 0 stands in no row. */
export const noKeys = (): KeyRing => ({
  version: 0,
  identity: randomBytes(32),
  lookup: randomBytes(32),
  session: randomBytes(32),
});

/** Signing in and out, and choosing a post. */
const ALLOWED = /^\/api\/(session(\/.*)?|me\/post)$/;

const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>暂时只能看</title><main><h1>暂时不能办理</h1><p>县里正在找回密钥，您的资料没有丢失。要反映情况请打电话或到大厅；编号以后照样能用。</p>
<p lang="en">The county is bringing its keys back. Nothing of yours is lost. Call or come to the hall; your code will work again.</p></main></html>`;

/**
 * The key file is lost: officers may read, and whatever would write is refused with what to do. Residents' pages are shut whole, since
 * without the lookup key every code would seem unknown.
 */
export function onlyRead(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    const [path = "/"] = request.url.split("?", 1);
    if (ALLOWED.test(path)) return;
    const api = path.startsWith("/api/");
    if (request.method === "GET" && (api || path.startsWith("/desk"))) return;
    if (api) throw new Refusal("residents.keys-lost", {}, { status: 503 });
    return reply.status(503).header("cache-control", "no-store").type("text/html; charset=utf-8").send(PAGE);
  });
}
