import { z } from "zod";
import { route } from "../../../foundation/http/route.ts";
import { Me } from "./me.ts";

const nothing = z.object({});
const Password = z.string().max(1000);

/** What the browser's authenticator answered (WebAuthn), as `@simplewebauthn/browser` gives it; looked at by the library alone. */
export const PasskeyAnswer = z.looseObject({
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal("public-key"),
});
export const PasskeyQuestion = z.looseObject({ challenge: z.string() });

export const SECOND_WAYS = ["authenticator", "passkey", "spare code", "reset code"] as const;
export const SecondWay = z.enum(SECOND_WAYS);
export type SecondWay = z.infer<typeof SecondWay>;

/** Signed in; or on the way, with the ways in which the second factor can be given. */
export const Entered = z.discriminatedUnion("signedIn", [
  z.object({ signedIn: z.literal(true), me: Me }),
  z.object({ signedIn: z.literal(false), ways: z.array(SecondWay) }),
]);
export type Entered = z.infer<typeof Entered>;

export const signInRoute = route({
  method: "POST",
  path: "/api/session",
  summary: "Sign in by name and password; a person with a second factor is asked for it next",
  access: "anyone",
  body: z.object({ name: z.string().max(200), password: Password }),
  answer: Entered,
});
export const secondFactorRoute = route({
  method: "POST",
  path: "/api/session/second-factor",
  summary: "Give the second factor: a code of the authenticator, a spare code, or the code of a reset",
  access: "anyone",
  body: z.object({ code: z.string().max(40) }),
  answer: Entered,
});
export const askPasskeyRoute = route({
  method: "POST",
  path: "/api/session/passkey/question",
  summary: "What a passkey has to sign: to sign in, as a second factor, or to prove oneself again",
  access: "anyone",
  body: nothing,
  answer: PasskeyQuestion,
});
export const passkeyRoute = route({
  method: "POST",
  path: "/api/session/passkey",
  summary: "Sign in by passkey: both factors in one",
  access: "anyone",
  body: z.object({ answer: PasskeyAnswer }),
  answer: Entered,
});
export const resetCodeRoute = route({
  method: "POST",
  path: "/api/session/reset",
  summary: "Sign in by the one-time code of a reset, choosing a new password",
  access: "anyone",
  body: z.object({ name: z.string().max(200), code: z.string().max(40), password: Password }),
  answer: Entered,
});
/** What the sign-in page shows beside name and password. `waiting` is a sign-in on its way, e.g. back from the county's own. */
export const waysInRoute = route({
  method: "GET",
  path: "/api/session/ways",
  summary: "In which ways one can sign in here",
  access: "anyone",
  answer: z.object({
    outside: z.object({ name: z.string(), englishName: z.string() }).nullable(),
    passkeys: z.boolean(),
    waiting: z.array(SecondWay).nullable(),
    unbound: z.string().nullable(),
  }),
});
export const signOutRoute = route({
  method: "DELETE",
  path: "/api/session",
  summary: "Sign out",
  access: "signed in",
  answer: nothing,
});
export const proveAgainRoute = route({
  method: "POST",
  path: "/api/session/proof",
  summary: "Prove once more who one is, by password or passkey; holds for five minutes",
  access: "signed in",
  body: z.union([z.object({ password: Password }), z.object({ answer: PasskeyAnswer })]),
  answer: nothing,
});
/** Asked by the desk's own watch, and never a sign of life itself. */
export const sessionLeftRoute = route({
  method: "GET",
  path: "/api/session/left",
  summary: "How many seconds this sign-in still has, unused and at most",
  access: "signed in",
  answer: z.object({ unused: z.int(), atMost: z.int() }),
});
export const stayRoute = route({
  method: "POST",
  path: "/api/session/here",
  summary: "The person is at work: the time of lying unused begins anew",
  access: "signed in",
  body: nothing,
  answer: z.object({ unused: z.int(), atMost: z.int() }),
});
