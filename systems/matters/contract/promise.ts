import { z } from "zod";
import { route } from "../../../foundation/http/route.ts";
import { Command, Id, LIMITS, StateShape } from "./shapes.ts";

const ofMatter = z.object({ id: Id });
const reason = z.string().trim().min(2).max(LIMITS.reply);
const Written = z.object({ version: z.number().int(), state: StateShape, repeated: z.boolean() });

/** 明确被反映的单位或岗位: from then on the matter is shut to its side. */
export const nameTheAccused = route({
  method: "PUT",
  path: "/api/matters/:id/accused",
  summary: "Say which unit or post the matter complains of; it is shut to that side at once",
  access: "matters.triage",
  params: ofMatter,
  body: Command.extend({
    baseVersion: z.number().int().min(1),
    unitId: Id.optional(),
    postId: Id.optional(),
    /** The words mean nobody of the county's units. */
    outside: z.boolean().default(false),
  }),
  answer: Written,
});

/** 回避 (信访工作条例 第二十八条). */
export const standAside = route({
  method: "POST",
  path: "/api/matters/:id/stand-aside",
  summary: "Declare a direct interest and stand aside, or rule that the officers of a post stand aside",
  access: "matters.read",
  params: ofMatter,
  body: Command.extend({
    baseVersion: z.number().int().min(1),
    /** A leader's ruling over whoever holds this post; one's own declaration where absent. */
    postId: Id.optional(),
    reason,
  }),
  answer: Written,
});
