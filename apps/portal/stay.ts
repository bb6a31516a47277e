import type { FastifyReply, FastifyRequest } from "fastify";
import { MINUTE } from "../../foundation/time/index.ts";
import type { Portal } from "./portal.ts";

const COOKIE = "linli_stay";
/** After so many minutes without a page the code is asked again: the telephone or the hall's computer may be another's. */
export const STAY_MINUTES = 60;

/** The one matter this browser is reading. Encrypted in the cookie; the server keeps nothing. */
export interface Stay {
  readonly matterId: string;
  readonly reporterId: string;
  /** Only for an hour after it was submitted, so that the receipt can be seen again and printed. */
  readonly code?: string;
  readonly link?: string;
  readonly alsoMet?: boolean;
}

export function readStay(portal: Portal, request: FastifyRequest): Stay | undefined {
  const sealed = request.cookies[COOKIE];
  return sealed ? portal.seals.open<Stay>("stay", sealed, portal.clock.now()) : undefined;
}

/** Keeps the stay for another hour from now. Gives the time at which it ends. */
export function keepStay(portal: Portal, request: FastifyRequest, reply: FastifyReply, stay: Stay): Date {
  const until = new Date(portal.clock.now().getTime() + STAY_MINUTES * MINUTE);
  reply.setCookie(COOKIE, portal.seals.close("stay", stay, until), {
    path: "/",
    maxAge: STAY_MINUTES * 60,
    sameSite: "lax",
    httpOnly: true,
    secure: request.protocol === "https",
  });
  return until;
}

export const endStay = (reply: FastifyReply): void => {
  reply.clearCookie(COOKIE, { path: "/" });
};
