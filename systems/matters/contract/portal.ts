import { z } from "zod";
import { Day, DueExplained, FileRef, Id, Instant, OutcomeShape, RatingShape, StateShape } from "./shapes.ts";

/** What a resident may do at the portal; the lifecycle table and the county's rules decide which of them stand open today. */
export const RESIDENT_ACTS = ["supplement", "withdraw", "rate", "reopen", "urge"] as const;
export type ResidentAct = (typeof RESIDENT_ACTS)[number];

/**
 * One line of the resident's timeline. Only what is told to residents: no note between officers, no change of fields.
 * `by` names a post and its unit, "您" for this reporter, "另一位反映人" for any other; never a person.
 */
export const FollowEntry = z.object({
  id: Id,
  at: Instant,
  by: z.string(),
  title: z.string(),
  text: z.string().nullable(),
  files: z.array(FileRef),
});

/** All that the bearer of a code may see of a matter. */
export const FollowPage = z.object({
  id: Id,
  version: z.number().int(),
  number: z.string(),
  title: z.string(),
  /** What this reporter said; null for one who only met the same (the first reporter's words are not theirs to read). */
  text: z.string().nullable(),
  /** Place in words: township, village, and as the resident said it. */
  place: z.string().nullable(),
  state: StateShape,
  receivedAt: Instant,
  /** 替我保密: the printed receipt then carries code and dates only. */
  secrecy: z.boolean(),
  /** Who holds it now: a unit and its public telephone. */
  holder: z.object({ name: z.string(), phone: z.string().nullable(), since: Instant }),
  due: DueExplained.nullable(),
  /** When the unit answered, or the matter ended otherwise. */
  finishedAt: Instant.nullable(),
  outcome: OutcomeShape.nullable(),
  /** The answer that stands; for 不予受理 the reason, and the right that the resident has. */
  reply: z.object({ by: z.string(), at: Instant, text: z.string(), right: z.string().nullable() }).nullable(),
  /** The oldest question without an answer. An answer is a "supplement" whose note is the chosen words, then what was written beside them. */
  question: z.object({ id: Id, by: z.string(), at: Instant, text: z.string(), choices: z.array(z.string()) }).nullable(),
  /** Newest first. */
  timeline: z.array(FollowEntry),
  /** This reporter's own rating; it can be changed until `changeableUntil`. */
  rating: z.object({ rating: RatingShape, reason: z.string().nullable(), at: Instant, changeableUntil: Instant }).nullable(),
  /** Until when a closed matter can be looked at again, where it can. */
  reopenUntil: Instant.nullable(),
  mergedInto: z.object({ number: z.string() }).nullable(),
  /** Who read what of the matter, newest first: post and unit, never a person. */
  looks: z.array(
    z.object({
      by: z.string(),
      at: Instant,
      what: z.enum(["matter", "identity", "attachment", "export", "paper"]),
      purpose: z.string().nullable(),
      /** It took a second person to agree. */
      unusual: z.boolean(),
      /** By the unit complained of, or one under it; before that was recorded. */
      complained: z.boolean(),
    }),
  ),
  /** Rules that a machine used, in plain words, and what a person made of them. */
  rules: z.array(z.object({ at: Instant, title: z.string(), text: z.string() })),
  may: z.array(z.enum(RESIDENT_ACTS)),
});
export type FollowPage = z.infer<typeof FollowPage>;

/** A matter near by, told to a stranger: the category's words, the village and the day; never its title, text or number. */
export const NearbyMatter = z.object({
  id: Id,
  version: z.number().int(),
  category: z.string(),
  place: z.string(),
  receivedOn: Day,
  state: StateShape,
  dueOn: Day.nullable(),
});
export type NearbyMatter = z.infer<typeof NearbyMatter>;

/** Places for the form: townships with their villages, in the register's order. */
export const PortalPlaces = z.array(
  z.object({
    id: Id,
    code: z.string(),
    name: z.string(),
    villages: z.array(z.object({ id: Id, code: z.string(), name: z.string() })),
  }),
);
export type PortalPlaces = z.infer<typeof PortalPlaces>;

/** A count that may be told in public: null where it is withheld (see rules/withhold-small-counts.ts). */
export const PublicCount = z.number().int().nonnegative().nullable();
const row = z.object({ name: z.string(), received: PublicCount, closed: PublicCount });

/** The week's figures for everyone. Withheld before they leave the server: below ten, and one more where a sum would tell it. */
export const PublicFigures = z.object({
  week: z.object({ from: Day, to: Day }),
  calculatedAt: Instant,
  received: PublicCount,
  closed: PublicCount,
  /** Of those closed in the week that had a last day, per hundred closed by it; null where fewer than ten were closed. */
  onTimePercent: z.number().int().min(0).max(100).nullable(),
  townships: z.array(row),
  categories: z.array(row),
  /** Twelve weeks, oldest first, the last one is `week`; a week without matters is 0. */
  weeks: z.array(z.object({ from: Day, received: PublicCount, closed: PublicCount })),
});
export type PublicFigures = z.infer<typeof PublicFigures>;

export type Both = { readonly zh: string; readonly en: string };

/** Where people help, in the county's own words; kept as the county's data under the name "help". */
export interface PortalHelp {
  /** True where telephone and address are made up to show the product. */
  readonly example: boolean;
  readonly name: Both;
  readonly centre: {
    readonly name: Both;
    readonly phone: string;
    readonly phoneHours: Both;
    readonly address: Both;
    readonly hours: Both;
    readonly access: Both;
  };
}
