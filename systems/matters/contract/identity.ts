import { z } from "zod";
import { route } from "../../../foundation/http/route.ts";
import { Command, Id, Instant } from "./shapes.ts";

const purpose = z.string().trim().min(2).max(200);
const opened = z.object({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  account: z.string().nullable(),
});

/** By which way the reader may open an identity of this matter, and, for its holders, which posts did. */
export const IdentityState = z.object({
  way: z.enum(["now", "second-person", "none"]),
  because: z.enum(["recused", "not-the-holder"]).nullable(),
  kind: z.enum(["identity.sealed", "identity.after-closing"]).nullable(),
  /** The grounds to choose from when asking another person. */
  purposes: z.array(z.object({ code: z.string(), words: z.string() })),
  /** The reader's own asking: waiting for another person, or agreed to and good until then. */
  approval: z.object({ state: z.enum(["waiting", "agreed"]), until: Instant, left: z.int(), purpose: z.string() }).nullable(),
  /** The units that hold the matter, where the reader's does not. */
  holders: z.array(z.string()),
  openings: z.array(z.object({ at: Instant, by: z.string(), purpose: z.string(), unusual: z.boolean() })),
});

export const identityState = route({
  method: "GET",
  path: "/api/matters/:id/identity",
  summary: "By which way the reader may open an identity of this matter, and which posts did",
  access: "matters.read",
  params: z.object({ id: Id }),
  answer: IdentityState,
});

/** Identity: sealed by default; one act opens it, journalled, and the resident sees which post did. */
export const openIdentity = route({
  method: "POST",
  path: "/api/matters/:id/identity",
  summary: "Open the sealed name and telephone of a reporter; the opening is journalled",
  access: "matters.read",
  fresh: true,
  params: z.object({ id: Id }),
  body: Command.extend({ reporterId: Id, purpose }),
  answer: opened,
});

export const openSealedIdentity = route({
  method: "POST",
  path: "/api/matters/:id/sealed-identity",
  summary: "Open an identity of a sealed class, under another person's consent; journalled, and the resident is told",
  access: "matters.read",
  fresh: true,
  factors: 2,
  params: z.object({ id: Id }),
  body: Command.extend({ reporterId: Id }),
  answer: opened,
});

export const askForIdentity = route({
  method: "POST",
  path: "/api/matters/:id/identity/asking",
  summary: "Ask another person to agree that an identity be opened: a sealed class, or a matter that is closed",
  access: "matters.read",
  params: z.object({ id: Id }),
  body: z.object({ id: Id, purpose: z.string().max(40), words: z.string().trim().min(4).max(500) }),
  answer: z.object({ id: Id }),
});
