import { z } from "zod";
import { route } from "../../../foundation/http/route.ts";
import { IDLE_MINUTES } from "../rules/session.rule.ts";
import { PasskeyAnswer, PasskeyQuestion } from "./session-routes.ts";

const Id = z.uuid();
const nothing = z.object({});
const SpareCodes = z.array(z.string());
/** Spare codes come with the first second factor, shown once; later ones leave them as they are. */
const WithSpareCodes = z.object({ spareCodes: SpareCodes.nullable() });

/** A sign-in of mine: seen by me alone. `device` is browser and system in words. */
export const OwnSession = z.object({
  id: Id,
  here: z.boolean(),
  device: z.string(),
  startedAt: z.string(),
  lastActAt: z.string(),
  factors: z.union([z.literal(1), z.literal(2)]),
});
export type OwnSession = z.infer<typeof OwnSession>;

export const mySignInRoute = route({
  method: "GET",
  path: "/api/me/sign-in",
  summary: "With what I sign in, and where I am signed in now",
  access: "signed in",
  answer: z.object({
    authenticator: z.object({ since: z.string() }).nullable(),
    passkeys: z.array(z.object({ id: Id, name: z.string(), since: z.string(), host: z.string() })),
    passkeysHere: z.boolean(),
    spareCodesLeft: z.int(),
    outside: z.boolean(),
    sessions: z.array(OwnSession),
  }),
});
export const beginAuthenticatorRoute = route({
  method: "POST",
  path: "/api/me/authenticator",
  summary: "Begin to set up an authenticator: its secret, shown once as text and as an address for the QR code",
  access: "signed in",
  fresh: true,
  body: nothing,
  answer: z.object({ secret: z.string(), address: z.string() }),
});
export const confirmAuthenticatorRoute = route({
  method: "POST",
  path: "/api/me/authenticator/code",
  summary: "Set the authenticator up by a first code of it; every other session of mine ends",
  access: "signed in",
  fresh: true,
  body: z.object({ code: z.string().max(20) }),
  answer: WithSpareCodes,
});
export const removeAuthenticatorRoute = route({
  method: "DELETE",
  path: "/api/me/authenticator",
  summary: "Give the authenticator up",
  access: "signed in",
  fresh: true,
  answer: nothing,
});
export const beginPasskeyRoute = route({
  method: "POST",
  path: "/api/me/passkeys/question",
  summary: "Begin to set up a passkey",
  access: "signed in",
  fresh: true,
  body: nothing,
  answer: PasskeyQuestion,
});
export const addPasskeyRoute = route({
  method: "POST",
  path: "/api/me/passkeys",
  summary: "Set up a passkey; every other session of mine ends",
  access: "signed in",
  fresh: true,
  body: z.object({ name: z.string().trim().min(1).max(40), answer: PasskeyAnswer }),
  answer: WithSpareCodes,
});
export const removePasskeyRoute = route({
  method: "DELETE",
  path: "/api/me/passkeys/:id",
  summary: "Give a passkey up",
  access: "signed in",
  fresh: true,
  params: z.object({ id: Id }),
  answer: nothing,
});
export const drawSpareCodesRoute = route({
  method: "POST",
  path: "/api/me/spare-codes",
  summary: "New spare codes; the old ones open nothing any more",
  access: "signed in",
  fresh: true,
  body: nothing,
  answer: z.object({ spareCodes: SpareCodes }),
});
export const endSessionRoute = route({
  method: "DELETE",
  path: "/api/me/sessions/:id",
  summary: "End one of my sessions",
  access: "signed in",
  params: z.object({ id: Id }),
  answer: nothing,
});
export const endOtherSessionsRoute = route({
  method: "DELETE",
  path: "/api/me/sessions",
  summary: "End all of my sessions but this one",
  access: "signed in",
  answer: z.object({ ended: z.int() }),
});
export const resetReadRoute = route({
  method: "POST",
  path: "/api/me/resets/:id",
  summary: "I have read that this was reset",
  access: "signed in",
  params: z.object({ id: Id }),
  answer: nothing,
});

const securing = "teams.manage";
const ofPerson = z.object({ id: Id });
export const resetSignInRoute = route({
  method: "POST",
  path: "/api/people/:id/reset",
  summary: "Give an officer back a lost password or second factor: a one-time code, shown once; all their sessions end",
  access: securing,
  fresh: true,
  factors: 2,
  params: ofPerson,
  body: z.object({ password: z.boolean(), secondFactor: z.boolean() }),
  answer: z.object({ code: z.string(), endsAt: z.string() }),
});
export const outsideAccountRoute = route({
  method: "GET",
  path: "/api/people/:id/outside-account",
  summary: "Which account of the county's own sign-in is this officer's",
  access: securing,
  params: ofPerson,
  answer: z.object({ subject: z.string().nullable() }),
});
export const bindOutsideAccountRoute = route({
  method: "PUT",
  path: "/api/people/:id/outside-account",
  summary: "Bind an account of the county's own sign-in to an officer, or take the binding away",
  access: securing,
  fresh: true,
  factors: 2,
  params: ofPerson,
  body: z.object({ subject: z.string().trim().min(1).max(255).nullable() }),
  answer: nothing,
});

/** The county's own choices for signing in. The client's secret is written, never read. */
const SignInSettings = z.object({
  idleMinutes: z.int().min(IDLE_MINUTES.shortest).max(IDLE_MINUTES.longest),
  outsideOn: z.boolean(),
  outsideName: z.string().trim().max(40),
  outsideEnglishName: z.string().trim().max(60),
  issuer: z.string().trim().max(300),
  client: z.string().trim().max(200),
});
export type SignInSettings = z.infer<typeof SignInSettings>;
export const signInSettingsRoute = route({
  method: "GET",
  path: "/api/sign-in-settings",
  summary: "The county's choices for signing in",
  access: securing,
  answer: SignInSettings.extend({ secretSet: z.boolean(), version: z.int(), returnAddress: z.string() }),
});
export const changeSignInSettingsRoute = route({
  method: "PUT",
  path: "/api/sign-in-settings",
  summary: "Change the county's choices for signing in",
  access: securing,
  fresh: true,
  factors: 2,
  body: SignInSettings.extend({ secret: z.string().max(500).optional(), baseVersion: z.int() }),
  answer: z.object({ version: z.int() }),
});
