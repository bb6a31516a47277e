import { z } from "zod";
import { route } from "../../foundation/http/route.ts";

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

export const LEVELS = ["county", "township", "village"] as const;
export const Level = z.enum(LEVELS);
export type Level = z.infer<typeof Level>;

/** A body that can hold a matter. `level` follows from the kind. */
export const Unit = z.object({
  id: Id,
  code: z.string(),
  numberPrefix: z.string(),
  kind: UnitKind,
  level: Level,
  name: z.string(),
  shortName: z.string(),
  englishName: z.string(),
  parentId: Id.nullable(),
  placeId: Id.nullable(),
  phone: z.string().nullable(),
  madeUp: z.boolean(),
  validFrom: Day,
  validTo: Day.nullable(),
});
export type Unit = z.infer<typeof Unit>;

export const Post = z.object({
  id: Id,
  code: z.string(),
  unitId: Id,
  name: z.string(),
  englishName: z.string(),
  rights: z.array(z.string()),
  validFrom: Day,
  validTo: Day.nullable(),
});
export type Post = z.infer<typeof Post>;

export const HoldingKind = z.enum(["holds", "stands in"]);
export type HoldingKind = z.infer<typeof HoldingKind>;

/** Who holds a post, or stands in on it, from a day to a last day (both included). */
export const Holding = z.object({
  id: Id,
  kind: HoldingKind,
  person: z.object({ id: Id, name: z.string() }),
  postId: Id,
  from: Day,
  to: Day.nullable(),
});
export type Holding = z.infer<typeof Holding>;

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
});
export type Me = z.infer<typeof Me>;

export const PASSWORD = { shortest: 10, longest: 128 } as const;
export const SignInName = z.string().trim().toLowerCase().min(2).max(60);
export const Password = z.string().min(1).max(PASSWORD.longest);

const nothing = z.object({});
export const signInRoute = route({
  method: "POST",
  path: "/api/session",
  summary: "Sign in by name and password",
  access: "anyone",
  body: z.object({ name: z.string().max(200), password: z.string().max(1000) }),
  answer: Me,
});
export const signOutRoute = route({
  method: "DELETE",
  path: "/api/session",
  summary: "Sign out",
  access: "signed in",
  answer: nothing,
});
export const meRoute = route({
  method: "GET",
  path: "/api/me",
  summary: "Who I am and which posts I hold today",
  access: "signed in",
  answer: Me,
});
export const choosePostRoute = route({
  method: "POST",
  path: "/api/me/post",
  summary: "Act in the name of another of my posts",
  access: "signed in",
  body: z.object({ post: Id }),
  answer: Me,
});
export const changePasswordRoute = route({
  method: "POST",
  path: "/api/me/password",
  summary: "Change my password; every other session of mine ends",
  access: "signed in",
  body: z.object({ current: z.string().max(1000), next: z.string().max(1000) }),
  answer: nothing,
});
export const listUnitsRoute = route({
  method: "GET",
  path: "/api/units",
  summary: "Units of the county",
  access: "signed in",
  answer: z.object({ units: z.array(Unit) }),
});
export const listPostsRoute = route({
  method: "GET",
  path: "/api/posts",
  summary: "Posts, with who holds them today",
  access: "signed in",
  query: z.object({ unit: Id.optional() }),
  answer: z.object({ posts: z.array(Post.extend({ holders: z.array(Holding) })) }),
});
