import { z } from "zod";

const Id = z.uuid();
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const UNIT_KINDS = [
  "county leadership",
  "county centre",
  "county department",
  "committee",
  "township centre",
  "village centre",
  "outside body",
] as const;
export const UnitKind = z.enum(UNIT_KINDS);
export type UnitKind = z.infer<typeof UnitKind>;

export const HoldingKind = z.enum(["holds", "stands in"]);
export type HoldingKind = z.infer<typeof HoldingKind>;

/** A post that a person has today, as their own screen shows it. */
export const PostHeld = z.object({
  holdingId: Id,
  kind: HoldingKind,
  id: Id,
  name: z.string(),
  rights: z.array(z.string()),
  unit: z.object({ id: Id, name: z.string(), shortName: z.string(), kind: UnitKind }),
  from: Day,
  to: Day.nullable(),
});
export type PostHeld = z.infer<typeof PostHeld>;

/** A password or second factor that a post gave back: told to the officer at the next sign-in. */
export const ResetTold = z.object({
  id: Id,
  password: z.boolean(),
  secondFactor: z.boolean(),
  at: z.string(),
  unit: z.string().nullable(),
  post: z.string().nullable(),
});
export type ResetTold = z.infer<typeof ResetTold>;

export const Me = z.object({
  id: Id,
  name: z.string(),
  signInName: z.string(),
  locale: z.enum(["zh-CN", "en"]),
  county: z.int(),
  /** The post in whose name acts are done now; absent for someone who holds none today. */
  post: Id.nullable(),
  posts: z.array(PostHeld),
  scope: z.enum(["county", "places", "units", "none"]),
  rights: z.array(z.string()),
  /** Rights of my posts that a second factor would give. */
  rightsWaiting: z.array(z.string()),
  secondFactor: z.boolean(),
  factors: z.union([z.literal(1), z.literal(2)]),
  /** The password was given by another hand: nothing else can be done before an own one is chosen. */
  passwordGiven: z.boolean(),
  /** What another hand reset, until I have read it. */
  resets: z.array(ResetTold),
});
export type Me = z.infer<typeof Me>;
