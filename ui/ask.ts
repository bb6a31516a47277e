import { type CallInput, call, Refused } from "../foundation/http/client.ts";
import type { AnswerOf, Route } from "../foundation/http/route.ts";

// biome-ignore lint/suspicious/noExplicitAny: any route fits
type AnyRoute = Route<any, any, any, any>;

/** What is asked of the reader in place: the whole sign-in where the session has ended, or once more who they are. */
export type WhatIsAsked = "sign in" | "prove again";

let open: (what: WhatIsAsked) => Promise<void> = () => Promise.reject(new Error("nobody signs in here"));
let waiting: Promise<void> | null = null;
/** How often somebody has signed in or proved who they are on this page. */
let proofs = 0;

/** Names what asks for the password in place. It resolves once signed in or proved; rejects where the reader breaks off. */
export function whenSignedOut(ask: (what: WhatIsAsked) => Promise<void>): void {
  open = ask;
}

/**
 * Calls a route; when the session has ended, or the act wants a fresh proof of who is there, asks for it where the reader stands and then
 * sends the same again. Nothing typed is lost. A call that was under way while the session was renewed is just sent again.
 */
export async function ask<R extends AnyRoute>(shape: R, input: CallInput<R> = {}): Promise<AnswerOf<R>> {
  const before = proofs;
  try {
    return await call(shape, input);
  } catch (reason) {
    if (!(reason instanceof Refused) || reason.status !== 401) throw reason;
    const what = reason.code === "teams.prove-yourself-again" ? "prove again" : "sign in";
    if (what === "prove again" || before === proofs) await asked(what, reason);
    return call(shape, input);
  }
}

async function asked(what: WhatIsAsked, reason: Refused): Promise<void> {
  waiting ??= open(what)
    .then(() => {
      proofs += 1;
    })
    .finally(() => {
      waiting = null;
    });
  await waiting.catch(() => Promise.reject(reason));
}

/** Calls a route that gives the session a new token: what else is under way with the old one is then sent again, not signed in again. */
export async function askRenewing<R extends AnyRoute>(shape: R, input: CallInput<R> = {}): Promise<AnswerOf<R>> {
  const answer = await ask(shape, input);
  proofs += 1;
  return answer;
}
