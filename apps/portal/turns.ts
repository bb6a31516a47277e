import { createHmac } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { createChallenge, verifySolution } from "altcha-lib/v1";
import type { Challenge } from "altcha-lib/v1/types";
import type { FastifyRequest } from "fastify";
import { MINUTE } from "../../foundation/time/index.ts";
import { proofNumber, secondsToWait, TRY_LIMITS } from "../../systems/residents/contract.ts";
import { networkOf } from "./network-of.ts";
import type { Portal } from "./portal.ts";

/** A submission that has to wait: until when, the token of its place, and the work by which a browser goes at once. */
export interface Waiting {
  readonly from: Date;
  readonly turn: string;
  readonly proof: Challenge;
}

interface Place {
  readonly command: string;
  readonly from: number;
}

/** A place or a piece of work is good for so long; what was written stays on the page all the while. */
const GOOD = 60 * MINUTE;
/** A form pressed twice brings the same token twice, the second while the first is still being written. */
const PATIENCE = { times: 20, milliseconds: 150 };

export interface Asking {
  readonly commandId: string;
  readonly turn: string;
  readonly proof: string;
}

/**
 * Whether this submission goes through now. While little comes in, everything does. In a flood a browser proves a second of work, or
 * the resident waits for a place and presses again; both count once, for one command, on every server. Nobody is refused.
 */
export async function turnOf(portal: Portal, request: FastifyRequest, asking: Asking): Promise<"go" | Waiting> {
  const { seals, clock, doors } = portal;
  const now = clock.now();
  const place = asking.turn ? seals.open<Place>("turn", asking.turn, now) : undefined;
  const mine = place?.command === asking.commandId ? place : undefined;
  if (asking.proof && (await isProved(portal, asking, now))) return spentOrDone(portal, asking, asking.proof, now);
  if (mine && mine.from <= now.getTime()) return spentOrDone(portal, asking, asking.turn, now);
  if (mine)
    return waiting(
      portal,
      asking.commandId,
      { place: mine, turn: asking.turn, all: await doors.tries.seen("send-all", "") },
      now,
    );
  const source = await doors.tries.add("send", networkOf(request.ip));
  // one part of the network that floods makes itself wait, not the county
  const all = await (source <= TRY_LIMITS.send.most ? doors.tries.add("send-all", "") : doors.tries.seen("send-all", ""));
  const seconds = secondsToWait({ source, all });
  return seconds === 0 ? "go" : waiting(portal, asking.commandId, { all, seconds }, now);
}

/** The key of a challenge is its command's own: work done for one submission is worth nothing for another. */
const keyOf = ({ seals }: Portal, command: string): string =>
  createHmac("sha256", seals.sign("proof", { command })).digest("hex");

async function waiting(
  portal: Portal,
  command: string,
  asked: { readonly all: number; readonly seconds?: number; readonly place?: Place; readonly turn?: string },
  now: Date,
): Promise<Waiting> {
  const from = asked.place?.from ?? now.getTime() + (asked.seconds ?? 0) * 1000;
  const until = new Date(from + GOOD);
  const turn = asked.turn ?? portal.seals.close("turn", { command, from } satisfies Place, until);
  const maxnumber = proofNumber({ source: 0, all: asked.all });
  const proof = await createChallenge({ hmacKey: keyOf(portal, command), maxnumber, expires: new Date(now.getTime() + GOOD) });
  return { from: new Date(from), turn, proof };
}

async function isProved(portal: Portal, { commandId, proof }: Asking, now: Date): Promise<boolean> {
  if (proof.length > 2000) return false;
  try {
    const { salt } = JSON.parse(Buffer.from(proof, "base64").toString("utf8")) as { salt: string };
    const expires = Number(new URLSearchParams(salt.split("?")[1]).get("expires"));
    return expires * 1000 > now.getTime() && (await verifySolution(proof, keyOf(portal, commandId), false));
  } catch {
    return false;
  }
}

/** The library takes the same solution again and again: here each counts once, and after that only brings back its own answer. */
async function spentOrDone(portal: Portal, asking: Asking, token: string, now: Date): Promise<"go" | Waiting> {
  if (await portal.doors.tries.spend(token, new Date(now.getTime() + 2 * GOOD))) return "go";
  for (let nth = 0; nth < PATIENCE.times; nth++) {
    if (await portal.doors.isDone(asking.commandId)) return "go";
    await pause(PATIENCE.milliseconds);
  }
  const all = await portal.doors.tries.seen("send-all", "");
  return waiting(portal, asking.commandId, { all, seconds: Math.max(20, secondsToWait({ source: 1, all })) }, now);
}
