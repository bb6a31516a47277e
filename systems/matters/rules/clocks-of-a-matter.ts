import type { MatterAct } from "./lifecycle.ts";

/** Whose time it is: the matter's own (what the resident was told), or that of a unit in this part. */
export type ClockHolder = "the matter" | "the receiving unit" | "the lead unit" | "each supporting unit" | "each unit called";

/** Which of the county's terms (`term-choices`) gives its length. */
export const TERM_ACTS = ["accept", "sign", "handle", "support", "arrive", "rule", "object", "answer", "verify"] as const;
export type TermAct = (typeof TERM_ACTS)[number];

export interface DeclaredClock {
  readonly of: ClockHolder;
  readonly term: TermAct;
  /** Acts that start it, that meet it (in time or not), that end it without a verdict, and that let an ended one go on as it stood. */
  readonly starts: readonly MatterAct[];
  readonly meets: readonly MatterAct[];
  readonly stops: readonly MatterAct[];
  readonly goesOn: readonly MatterAct[];
}

const THE_END: readonly MatterAct[] = ["withdraw", "merge"];

/**
 * The clocks of a matter, several at once. They start, end, go on, pause and get longer by these acts and no others. A unit's clock
 * also ends when the unit no longer has that part. "answer" is the resident's overall clock: counted from receipt, fixed when the
 * matter is accepted, and moved by nothing but a granted extension, an earlier matter merged into it, and the year's calendar.
 */
export const CLOCKS_OF_A_MATTER = {
  answer: {
    of: "the matter",
    term: "answer",
    starts: ["receive"],
    meets: ["close", "answer-on-spot"],
    stops: ["decline", ...THE_END],
    goesOn: ["reopen"],
  },
  accept: {
    of: "the receiving unit",
    term: "accept",
    starts: ["receive"],
    meets: ["accept", "decline", "answer-on-spot"],
    stops: THE_END,
    goesOn: [],
  },
  sign: {
    of: "the lead unit",
    term: "sign",
    starts: ["dispatch", "redirect", "refuse-hand-back"],
    meets: ["sign", "hand-back", "escalate"],
    stops: THE_END,
    goesOn: [],
  },
  handle: {
    of: "the lead unit",
    term: "handle",
    starts: ["sign"],
    meets: ["answer"],
    stops: ["hand-back", "escalate", "close", ...THE_END],
    goesOn: ["rework"],
  },
  support: {
    of: "each supporting unit",
    term: "support",
    starts: ["dispatch", "redirect"],
    meets: ["support-answer"],
    stops: ["close", "hand-back", "escalate", ...THE_END],
    goesOn: [],
  },
  arrive: {
    of: "each unit called",
    term: "arrive",
    starts: ["call-department"],
    meets: ["report-in", "support-answer"],
    stops: ["close", "hand-back", "escalate", ...THE_END],
    goesOn: [],
  },
  rule: {
    of: "the receiving unit",
    term: "rule",
    starts: ["hand-back"],
    meets: ["allow-hand-back", "refuse-hand-back"],
    stops: THE_END,
    goesOn: [],
  },
  verify: {
    of: "the receiving unit",
    term: "verify",
    starts: ["answer"],
    meets: ["close", "rework"],
    stops: THE_END,
    goesOn: [],
  },
} as const satisfies Record<string, DeclaredClock>;

export type ClockName = keyof typeof CLOCKS_OF_A_MATTER;
export const CLOCK_NAMES = Object.keys(CLOCKS_OF_A_MATTER) as ClockName[];

/** The clocks for which a unit may ask for time, where the term's own rule names a ground: the resident's, and its own. */
export const CLOCKS_THAT_MAY_GET_TIME = ["answer", "handle", "support"] as const satisfies readonly ClockName[];
