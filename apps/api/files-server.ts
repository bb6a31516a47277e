import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Readable } from "node:stream";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { cutOut, rangeOf } from "../../foundation/files/range.ts";
import { makeSecretBox } from "../../foundation/secret-box.ts";

/** Routes of the first origin whose answers are what somebody uploaded. */
const UPLOADS = /^\/(api\/files|f\/picture)\/[0-9a-f-]{36}$/;
/** The cookies by which those routes know who asks; none of them ever reaches the second origin by itself. */
const COOKIES = ["__Host-linli-desk", "__Host-linli_stay", "linli_stay"];
const LINK_MILLISECONDS = 5 * 60_000;
const PASSED_ON = ["content-type", "content-length", "content-disposition"];
const PLACE = "link";

interface Link {
  readonly path: string;
  readonly cookie: string;
  readonly host: string;
  readonly protocol: string;
  readonly until: number;
}

export interface UploadsElsewhere {
  /** The origin of attachments for whoever asks by this request. */
  originFor(request: { readonly host: string; readonly protocol: string }): string | undefined;
  listen(port: number, host: string): Promise<number>;
  close(): Promise<void>;
}

/**
 * Attachments come from an origin of their own, so that a file that fools every check still runs beside no session. The first origin
 * checks who asks and answers with a link of five minutes that is sealed together with the session; the second reads no cookie, opens the
 * link, and has the first check everything again: a session that ended ends its links.
 *
 * `address` is the origin as browsers reach it, where a proxy stands in front; without it the second port of the same host is named, and
 * requests that came through a proxy keep getting their files from the first.
 */
export function serveUploadsElsewhere(app: FastifyInstance, key: Buffer, address: string | undefined): UploadsElsewhere {
  const box = makeSecretBox(key, "api/upload-links");
  const ours = randomBytes(32).toString("base64url");
  const files = Fastify({
    logger: false,
    trustProxy: "loopback",
    bodyLimit: 1024,
    routerOptions: { maxParamLength: 2048 },
    requestTimeout: 15_000,
    http: { headersTimeout: 10_000 },
  } as object) as unknown as FastifyInstance;
  let port = 0;
  const originFor = ({ host, protocol }: { host: string; protocol: string }) => {
    if (address) return address;
    return port === 0 || protocol === "https" ? undefined : `http://${host.replace(/:\d+$/, "")}:${port}`;
  };
  app.addHook("onSend", async (request, reply, payload) => {
    const [path = ""] = request.url.split("?", 1);
    const origin = originFor(request);
    if (!origin || reply.statusCode !== 200 || !UPLOADS.test(path) || isOurs(request, ours)) return payload;
    (payload as Readable | undefined)?.destroy?.();
    const cookie = COOKIES.flatMap((name) => (request.cookies[name] ? [`${name}=${request.cookies[name]}`] : [])).join("; ");
    const link: Link = { path, cookie, host: request.host, protocol: request.protocol, until: Date.now() + LINK_MILLISECONDS };
    for (const header of [...PASSED_ON, "content-security-policy"]) reply.removeHeader(header);
    reply
      .code(303)
      .header("cache-control", "no-store")
      .header("location", `${origin}/a/${box.seal(JSON.stringify(link), PLACE)}`);
    return "";
  });
  files.get<{ Params: { link: string } }>("/a/:link", { exposeHeadRoute: false }, async (request, reply) => {
    const link = opened(() => box.open(request.params.link, PLACE));
    if (!link) return away(reply);
    const answer = await app.inject({
      method: "GET",
      url: link.path,
      headers: { host: link.host, "x-forwarded-proto": link.protocol, cookie: link.cookie, "x-linli-uploads": ours },
      payloadAsStream: true,
    });
    if (answer.statusCode !== 200) {
      answer.stream().resume();
      return away(reply);
    }
    for (const name of PASSED_ON) if (answer.headers[name]) reply.header(name, String(answer.headers[name]));
    return sendPart(request, reply, answer.stream(), Number(answer.headers["content-length"] ?? Number.NaN));
  });
  files.addHook("onSend", async (_request, reply) => {
    reply.removeHeader("set-cookie");
    reply.headers({
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": address ? "cross-origin" : "same-site",
      "referrer-policy": "no-referrer",
      "cache-control": "private, no-store",
      "x-robots-tag": "noindex",
    });
  });
  files.setNotFoundHandler((_request, reply) => away(reply));
  return {
    originFor,
    async listen(wished, host) {
      await files.listen({ port: wished, host });
      const at = files.server.address();
      port = typeof at === "object" && at ? at.port : wished;
      return port;
    },
    async close() {
      files.server.closeAllConnections();
      await files.close();
    },
  };
}

function isOurs(request: FastifyRequest, ours: string): boolean {
  const given = Buffer.from(String(request.headers["x-linli-uploads"] ?? ""));
  const right = Buffer.from(ours);
  return given.length === right.length && timingSafeEqual(given, right);
}

function opened(open: () => string): Link | undefined {
  try {
    const link = JSON.parse(open()) as Link;
    return link.until > Date.now() ? link : undefined;
  } catch {
    return undefined;
  }
}

const away = (reply: FastifyReply) =>
  reply
    .code(404)
    .type("text/plain; charset=utf-8")
    .send("这个链接过期了，请回到原来的页面再打开一次。 This link has run out: open the file again from its page.\n");

function sendPart(request: FastifyRequest, reply: FastifyReply, stream: Readable, size: number): FastifyReply {
  const range = Number.isFinite(size) ? rangeOf(request.headers.range, size) : undefined;
  if (range === "outside") {
    stream.destroy();
    return reply.code(416).removeHeader("content-length").header("content-range", `bytes */${size}`).send("");
  }
  reply.header("accept-ranges", "bytes");
  if (!range) return reply.send(stream);
  reply
    .code(206)
    .header("content-range", `bytes ${range.from}-${range.to}/${size}`)
    .header("content-length", range.to - range.from + 1);
  return reply.send(stream.pipe(cutOut(range)));
}
