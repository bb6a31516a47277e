import Bowser from "bowser";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../../foundation/refusal.ts";
import type { SecretBox } from "../../foundation/secret-box.ts";
import type { Device } from "./actions/sign-in/open-session.ts";
import type { Address } from "./actions/sign-in/passkeys.ts";
import { isLoopback } from "./rules/issuer.rule.ts";
import { KNOWN_DEVICE_DAYS, STEP_MILLISECONDS } from "./rules/session.rule.ts";

const STEP = "__Host-linli-step";
const KNOWN = "__Host-linli-known";
/** `__Host-`: only this host, only encrypted (or the machine itself), never readable by a script. */
const KEPT = { path: "/", httpOnly: true, secure: true, sameSite: "strict" } as const;

export const tokenIn = (request: FastifyRequest, cookie: string): string => request.cookies[cookie] ?? "";
export const stepIn = (request: FastifyRequest): string => request.cookies[STEP] ?? "";
export const keepToken = (reply: FastifyReply, cookie: string, token: string, expires: Date) =>
  reply.setCookie(cookie, token, { ...KEPT, expires });
/** The return from the county's own sign-in comes from another site: its step has to come along. */
export const keepStep = (reply: FastifyReply, token: string, fromElsewhere = false) =>
  reply.setCookie(STEP, token, { ...KEPT, sameSite: fromElsewhere ? "lax" : "strict", maxAge: STEP_MILLISECONDS / 1000 });
export const keepKnown = (reply: FastifyReply, box: SecretBox, token: string) =>
  reply.setCookie(KNOWN, `${token}.${box.mark(token, KNOWN)}`, { ...KEPT, maxAge: KNOWN_DEVICE_DAYS * 86_400 });
export const drop = (reply: FastifyReply, cookie: string) => reply.clearCookie(cookie, KEPT);
export const dropStep = (reply: FastifyReply) => drop(reply, STEP);

/** Under which address this browser has the desk open. */
export const addressOf = (request: FastifyRequest): Address => ({
  origin: `${request.protocol}://${request.host}`,
  host: request.hostname,
});

/** A browser gives up no session over an open wire: said before the password is looked at, with what to do. */
export function mustBeEncrypted(request: FastifyRequest): void {
  if (request.protocol !== "https" && !isLoopback(request.hostname))
    throw new Refusal("teams.needs-https", { address: addressOf(request).origin }, { status: 403 });
}

/** What this server gave to a browser in which somebody signed in; "" for anything else that came in its place. */
function knownIn(request: FastifyRequest, box: SecretBox): string {
  const [token = "", mark = ""] = (request.cookies[KNOWN] ?? "").split(".", 2);
  return token && box.mark(token, KNOWN) === mark ? token : "";
}

/** The browser in words ("Chrome · Windows"), and what it keeps so that it is known again. */
export function deviceOf(request: FastifyRequest, box: SecretBox): Device {
  const told = (request.headers["user-agent"] ?? "").slice(0, 400);
  const { browser, os } = told ? Bowser.parse(told) : { browser: {}, os: {} };
  return { words: [browser.name, os.name].filter(Boolean).join(" · ").slice(0, 80), known: knownIn(request, box) };
}
