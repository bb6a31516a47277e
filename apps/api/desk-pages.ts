import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import { Refusal } from "../../foundation/refusal.ts";
import { root } from "../../foundation/root.ts";

/** Stands in the built page wherever a nonce belongs; see apps/desk/vite.config.ts. */
const PLACE_OF_NONCE = "linli-nonce";

/**
 * Scripts that this answer named, and what those load; styles from here and those of the kit, which bear the same nonce. Attributes may
 * carry a style: the kit measures a growing text box by a hidden one that it dresses so.
 */
const policyWith = (nonce: string): string =>
  `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/** The desk: its files under /desk/, and its one page, with a nonce of its own each time, under every address of a screen. */
export async function bindDesk(app: FastifyInstance): Promise<void> {
  const desk = join(root, "dist", "desk");
  if (!existsSync(desk)) return;
  const page = (reply: FastifyReply) => {
    const nonce = randomBytes(16).toString("base64url");
    return reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .header("content-security-policy", policyWith(nonce))
      .send(readFileSync(join(desk, "index.html"), "utf8").replaceAll(PLACE_OF_NONCE, nonce));
  };
  app.get("/desk/", async (_request, reply) => page(reply));
  app.get("/desk/index.html", async (_request, reply) => page(reply));
  await app.register(fastifyStatic, {
    root: desk,
    prefix: "/desk/",
    index: false,
    list: false,
    dotfiles: "ignore",
    maxAge: "1h",
    wildcard: true,
  });
  app.setNotFoundHandler((request, reply) => {
    if (request.method === "GET" && request.url.startsWith("/desk") && !/\.\w+$/.test(request.url.split("?", 1)[0]!))
      return page(reply);
    throw new Refusal("http.not-found", {}, { status: 404 });
  });
}
