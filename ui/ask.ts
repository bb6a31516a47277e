import { type CallInput, call, Refused } from "../foundation/http/client.ts";
import type { AnswerOf, Route } from "../foundation/http/route.ts";

// biome-ignore lint/suspicious/noExplicitAny: any route fits
type AnyRoute = Route<any, any, any, any>;

let signIn: () => Promise<void> = () => Promise.reject(new Error("nobody signs in here"));
let waiting: Promise<void> | null = null;

/** Names what asks for the password in place when the session has ended. It resolves once signed in. */
export function whenSignedOut(open: () => Promise<void>): void {
  signIn = open;
}

/** Calls a route; when the session has ended, asks to sign in where the reader stands and then sends the same again. Nothing typed is lost. */
export async function ask<R extends AnyRoute>(shape: R, input: CallInput<R> = {}): Promise<AnswerOf<R>> {
  try {
    return await call(shape, input);
  } catch (reason) {
    if (!(reason instanceof Refused) || reason.status !== 401) throw reason;
    waiting ??= signIn().finally(() => {
      waiting = null;
    });
    await waiting;
    return call(shape, input);
  }
}
