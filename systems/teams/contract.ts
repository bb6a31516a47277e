import { z } from "zod";
import { route } from "../../foundation/http/route.ts";
import { HoldingKind, Me, UnitKind } from "./contract/me.ts";

export * from "./contract/me.ts";
export * from "./contract/my-account-routes.ts";
export * from "./contract/session-routes.ts";

const Id = z.uuid();
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

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

export const PASSWORD = { shortest: 8, longest: 128 } as const;
export const SignInName = z.string().trim().toLowerCase().min(2).max(60);
export const Password = z.string().min(1).max(PASSWORD.longest);

const nothing = z.object({});
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

/** An officer as those see them who arrange posts: with every post held, stood in on, or to be taken up. */
export const Officer = z.object({
  id: Id,
  signInName: z.string(),
  name: z.string(),
  disabled: z.boolean(),
  madeUp: z.boolean(),
  holdings: z.array(Holding.omit({ person: true })),
});
export type Officer = z.infer<typeof Officer>;

/** Where the open matters of a post go when its holder leaves it. */
export const WhereOpenMatters = z.union([z.object({ stay: z.literal(true) }), z.object({ handTo: Id })]);

const arranging = "teams.manage";
const ofPerson = z.object({ id: Id });
const ofHolding = z.object({ id: Id });
export const listPeopleRoute = route({
  method: "GET",
  path: "/api/people",
  summary: "Officers and their posts, those to come as well",
  access: arranging,
  answer: z.object({ people: z.array(Officer) }),
});
export const createPersonRoute = route({
  method: "POST",
  path: "/api/people",
  summary: "Open an account; its password is in this answer and nowhere else",
  access: arranging,
  body: z.object({
    id: Id,
    signInName: SignInName,
    name: z.string().trim().min(1).max(60),
    locale: z.enum(["zh-CN", "en"]).default("zh-CN"),
  }),
  answer: z.object({ id: Id, password: z.string() }),
});
export const closeAccountRoute = route({
  method: "POST",
  path: "/api/people/:id/account",
  summary: "Close an account, or open it again",
  access: arranging,
  params: ofPerson,
  body: z.object({ disabled: z.boolean() }),
  answer: nothing,
});
export const appointRoute = route({
  method: "POST",
  path: "/api/holdings",
  summary: "Put someone on a post, or have them stand in on it",
  access: arranging,
  body: z.object({ id: Id, person: Id, post: Id, kind: HoldingKind.default("holds"), from: Day, to: Day.optional() }),
  answer: z.object({ id: Id }),
});
/** 409 `teams.open-matters-need-a-holder` (facts: post, matters, holdersAfter) until it is said where open matters go. */
export const endHoldingRoute = route({
  method: "POST",
  path: "/api/holdings/:id/end",
  summary: "Take someone off a post after a last day",
  access: arranging,
  params: ofHolding,
  body: z.object({ lastDay: Day, openMatters: WhereOpenMatters.optional() }),
  answer: nothing,
});
export const movePersonRoute = route({
  method: "POST",
  path: "/api/holdings/:id/move",
  summary: "Move someone from one post to another from a day on",
  access: arranging,
  params: ofHolding,
  body: z.object({ toPost: Id, from: Day, openMatters: WhereOpenMatters.optional() }),
  answer: z.object({ id: Id }),
});

/** The county's own short code of a unit or post: small letters and digits, parted by dots or dashes. Never changed afterwards. */
export const TeamsCode = z
  .string()
  .trim()
  .max(60)
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/);
const UnitWords = z.object({
  name: z.string().trim().min(2).max(60),
  shortName: z.string().trim().min(1).max(20),
  englishName: z.string().trim().max(120).default(""),
  phone: z.string().trim().max(40).default(""),
  parentId: Id.nullable(),
  placeId: Id.nullable(),
});
export const Right = z.string().regex(/^[a-z-]+\.[a-z-]+$/);
const PostWords = z.object({
  name: z.string().trim().min(2).max(60),
  englishName: z.string().trim().max(120).default(""),
  rights: z.array(Right).max(60),
});
export const createUnitRoute = route({
  method: "POST",
  path: "/api/units",
  summary: "Set up a unit",
  access: arranging,
  body: UnitWords.extend({ id: Id, code: TeamsCode, kind: UnitKind, validFrom: Day }),
  answer: z.object({ id: Id }),
});
/** The last day of a unit is refused while posts or units of it go on (409 `teams.unit-not-empty`). */
export const changeUnitRoute = route({
  method: "PUT",
  path: "/api/units/:id",
  summary: "Rename or move a unit, or give it a last day; code and kind stay",
  access: arranging,
  params: z.object({ id: Id }),
  body: UnitWords.extend({ lastDay: Day.nullable().default(null) }),
  answer: nothing,
});
export const createPostRoute = route({
  method: "POST",
  path: "/api/posts",
  summary: "Set up a post in a unit",
  access: arranging,
  body: PostWords.extend({ id: Id, code: TeamsCode, unitId: Id, validFrom: Day }),
  answer: z.object({ id: Id }),
});
/** The last day of a post is refused while people are on it or matters lie there; so is taking away the last one that arranges. */
export const changePostRoute = route({
  method: "PUT",
  path: "/api/posts/:id",
  summary: "Rename a post, change what it may do, or give it a last day; code and unit stay",
  access: arranging,
  params: z.object({ id: Id }),
  body: PostWords.extend({ lastDay: Day.nullable().default(null) }),
  answer: nothing,
});
