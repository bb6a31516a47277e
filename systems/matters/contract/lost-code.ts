import { z } from "zod";
import { route } from "../../../foundation/http/route.ts";
import { Id, StateShape } from "./shapes.ts";

/** Why a post looks up a lost code. */
export const LOST_CODE_PURPOSES = ["receipt-lost", "code-unreadable", "another-telephone"] as const;
export const LostCodePurpose = z.enum(LOST_CODE_PURPOSES);

/** 编号丢了: with the resident at the counter, by the telephone that they left; in the body, never in a URL. */
export const findLostCode = route({
  method: "POST",
  path: "/api/lost-codes",
  summary: "A lost code: the numbers and states reported under a telephone, with the resident present",
  access: "matters.receive",
  fresh: true,
  body: z.object({ phone: z.string().trim().min(5).max(40), purpose: LostCodePurpose, residentIsHere: z.literal(true) }),
  answer: z.object({ matters: z.array(z.object({ number: z.string(), state: StateShape, ticket: z.string() })) }),
});

export const renewLostCode = route({
  method: "POST",
  path: "/api/lost-codes/renewal",
  summary: "A new code for what was just looked up; the old one ends",
  access: "matters.receive",
  fresh: true,
  body: z.object({ commandId: Id, ticket: z.string().max(600) }),
  answer: z.object({ number: z.string(), code: z.string(), pin: z.string(), link: z.string() }),
});
