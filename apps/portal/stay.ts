import type { FastifyReply, FastifyRequest } from "fastify";
import { MINUTE } from "../../foundation/time/index.ts";
import { guarded } from "./guarded-cookie.ts";
import type { Portal } from "./portal.ts";

const COOKIE = "linli_stay";
/** After so many minutes without a page the code is asked again: the telephone or the hall's computer may be another's. */
export const STAY_MINUTES = 60;

/** The one matter this browser is reading. Encrypted in the cookie; the server keeps nothing. */
export interface Stay {
  readonly matterId: string;
  readonly reporterId: string;
  /** Of the code that opened it; once the code is renewed, the stay is over everywhere. */
  readonly generation: number;
  /** The code may be shown: it was just given. Only for an hour. */
  readonly fresh?: boolean;
  readonly alsoMet?: boolean;
}

/** The matter this browser has opened, where its code is still the one that is valid. */
export async function readStay(portal: Portal, request: FastifyRequest): Promise<Stay | undefined> {
  const sealed = guarded(COOKIE).read(request);
  const stay = sealed ? portal.seals.open<Stay>("stay", sealed, portal.clock.now()) : undefined;
  return stay?.generation && (await portal.doors.stands(stay)) ? stay : undefined;
}

/** Keeps the stay for another hour from now. Gives the time at which it ends. */
export function keepStay(portal: Portal, request: FastifyRequest, reply: FastifyReply, stay: Stay): Date {
  const until = new Date(portal.clock.now().getTime() + STAY_MINUTES * MINUTE);
  guarded(COOKIE).keep(request, reply, portal.seals.close("stay", stay, until), STAY_MINUTES * 60);
  return until;
}

export const endStay = (request: FastifyRequest, reply: FastifyReply): void => guarded(COOKIE).end(request, reply);
