import { addDays, type Day } from "../../../foundation/time/index.ts";
import type { MediationCase, Party } from "./case.ts";
import type { Context } from "./context.ts";
import { type Registration, register } from "./opening.ts";
import { type InputOf, type LaterAct, takeAct } from "./take-act.ts";

export const on = (today: Day): Context => ({ today, lastDay: (_term, from) => addDays(from, 30) });
export const START = "2026-09-01";

export const party = (id: string, side: Party["side"], more: Partial<Party> = {}): Omit<Party, "joinedOn" | "consent"> => ({
  id,
  side,
  standing: "person",
  minor: false,
  cannotSign: false,
  representative: null,
  ...more,
});

export const registration = (more: Partial<Registration> = {}): Registration => ({
  id: "case",
  trade: "ordinary",
  kind: "neighbours",
  status: "none",
  origin: "application",
  referral: null,
  facts: "两家为过道争执",
  request: "让出过道",
  inPublic: false,
  parties: [party("a", "applicant"), party("b", "respondent")],
  ...more,
});

/** Walks a case through acts, a day each where none is named. */
export class Walk {
  one: MediationCase;
  today: Day;
  constructor(more: Partial<Registration> = {}, today: Day = START) {
    this.today = today;
    this.one = register(registration(more), on(today));
  }
  do<A extends LaterAct>(act: A, input: InputOf<A>, today: Day = this.today): this {
    this.today = today;
    this.one = takeAct(this.one, act, input, on(today));
    return this;
  }
}

export const NUMBER = { year: 2026, word: "东街", serial: 3 };
export const TERMS = {
  facts: "过道宽三尺",
  terms: ["让出过道"],
  amount: 200_000,
  duties: [
    { who: "b", what: "付第一期", amount: 100_000, due: "2026-10-01" },
    { who: "b", what: "付第二期", amount: 100_000, due: "2026-11-01" },
  ],
};
export const signed = (
  day: Day,
  more: Record<string, { on: Day; by: "signature" | "seal" | "finger"; through: string | null }> = {},
) => ({
  signatures: {
    a: { on: day, by: "signature" as const, through: null },
    b: { on: day, by: "finger" as const, through: null },
    ...more,
  },
  mediatorSignedOn: day,
  sealedOn: day,
});
const SESSION = { place: "村委会", present: ["a", "b"], invited: [], minutes: "双方各让一步", outcome: "goes-on" as const };

/** Accepted, mediators chosen, rights told, one session held. */
export const atTheTable = (more: Partial<Registration> = {}): Walk =>
  new Walk(more)
    .do("accept", { number: NUMBER, elsewhere: "nowhere" })
    .do("choose-mediators", { mediators: [{ id: "m", chosenBy: "committee", tie: null }] })
    .do("give-notice", { inPublic: false })
    .do("hold-session", SESSION);
export const agreed = (more: Partial<Registration> = {}): Walk =>
  atTheTable(more).do("write-agreement", TERMS).do("sign-agreement", signed(START));
export { SESSION };
