import type { FastifyInstance } from "fastify";

/** What a page of this program may never do, and who may never frame, open or embed it. */
const FOR_EVERY_ANSWER: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-frame-options": "DENY",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()",
};

/** For answers that are no page of their own: whatever they hold, a browser runs and loads nothing from it. */
const NOTHING_AT_ALL = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const YEAR = 365 * 24 * 60 * 60;

/** A policy with the line against frames, and with the attachments' own origin beside ours where pictures may be shown. */
export function wholePolicy(policy: string, filesOrigin: string | undefined): string {
  const framed = policy.includes("frame-ancestors") || policy.includes("sandbox") ? policy : `${policy}; frame-ancestors 'none'`;
  return filesOrigin ? framed.replace("img-src 'self'", `img-src 'self' ${filesOrigin}`) : framed;
}

/**
 * The security headers of every answer, in one place. `filesOrigin` gives the origin that attachments come from, as seen by the request,
 * or undefined where they come from here.
 */
export function protectAnswers(
  app: FastifyInstance,
  filesOrigin: (request: { host: string; protocol: string }) => string | undefined,
): void {
  app.addHook("onSend", async (request, reply) => {
    reply.headers(FOR_EVERY_ANSWER);
    if (!reply.hasHeader("cross-origin-resource-policy")) reply.header("cross-origin-resource-policy", "same-origin");
    const policy = String(reply.getHeader("content-security-policy") ?? NOTHING_AT_ALL);
    reply.header("content-security-policy", wholePolicy(policy, filesOrigin(request)));
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
    if (request.protocol === "https") reply.header("strict-transport-security", `max-age=${YEAR}; includeSubDomains`);
  });
}
