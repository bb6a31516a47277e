import fc from "fast-check";
import type { Actor } from "../../foundation/db/actor.ts";
import { newId } from "../../foundation/ids.ts";
import { LONGSHAN, unitId } from "../builders/matter.ts";
import { CANARIES, type CanaryKind, numberOf } from "./canaries.ts";
import type { Cast, Part } from "./cast.ts";

/** What the law shuts, by hand: a report, a wish for secrecy, retaliation or an unclassed matter for the whole side; else the officer alone. */
export function shutTo(history: History): Part[] {
  const sealed = history.kind === null || history.kind === "report" || history.secrecy || history.retaliation;
  if (history.accused === "unit") return sealed ? ["in the unit", "under the unit"] : [];
  if (history.accused === "officer") return sealed ? ["the officer", "beside the officer"] : ["the officer"];
  return [];
}

export interface History {
  readonly n: string;
  readonly id: string;
  number: string;
  version: number;
  kind: string | null;
  secrecy: boolean;
  retaliation: boolean;
  accused: "unit" | "officer" | null;
  readonly done: string[];
  readonly refused: string[];
}
export const say = (history: History, kind: CanaryKind) => `${CANARIES[kind](history.n)}（示例）`;

export type Step =
  | "accept"
  | "correct"
  | "dispatch"
  | "dispatch to the accused unit"
  | "sign"
  | "hand-back"
  | "allow-hand-back"
  | "redirect"
  | "note"
  | "report-progress"
  | "ask"
  | "supplement"
  | "ask-for-time"
  | "refuse-time"
  | "support-answer"
  | "answer"
  | "rework"
  | "close"
  | "reopen"
  | "withdraw"
  | "urge"
  | "shelve"
  | "name the unit"
  | "name the officer"
  | "draft"
  | "filter"
  | "order"
  | "merge"
  | "stand aside"
  | "also-met";
/** The usual way, with detours in any order between. */
export const WAY: Step[] = ["accept", "dispatch", "sign", "answer", "close"];
const DETOURS: Step[] = [
  "correct",
  "dispatch to the accused unit",
  "hand-back",
  "allow-hand-back",
  "redirect",
  "note",
  "report-progress",
  "ask",
  "supplement",
  "ask-for-time",
  "refuse-time",
  "support-answer",
  "rework",
  "reopen",
  "withdraw",
  "urge",
  "shelve",
  "name the unit",
  "name the officer",
  "draft",
  "filter",
  "order",
  "merge",
  "stand aside",
  "also-met",
];
export const anyHistory = fc.record({
  kind: fc.constantFrom(null, "report", "complaint", "suggestion", "consultation", "hazard"),
  secrecy: fc.boolean(),
  accused: fc.constantFrom("unit" as const, "officer" as const, "words" as const, null),
  retaliation: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
  door: fc.constantFrom("counter", "hotline", "field", "reception"),
  detours: fc.array(fc.tuple(fc.integer({ min: 0, max: WAY.length }), fc.constantFrom(...DETOURS)), { maxLength: 7 }),
  length: fc.integer({ min: 0, max: WAY.length }),
});
export type Plan = ReturnType<typeof anyHistory.generate>["value"];
export const stepsOf = ({ detours, length }: Plan): Step[] =>
  WAY.slice(0, length)
    .concat([])
    .flatMap((step, at) => [...detours.filter(([before]) => before === at).map(([, detour]) => detour), step])
    .concat(detours.filter(([before]) => before >= length).map(([, detour]) => detour));

export async function begin(
  { county, stage, who, place, accusedPost }: Cast,
  plan: Plan,
  at: number,
): Promise<History | undefined> {
  const n = numberOf(at);
  const unit = plan.accused === "unit" || plan.retaliation;
  const history: History = {
    n,
    id: newId(),
    number: "",
    version: 1,
    kind: plan.kind,
    secrecy: plan.secrecy,
    retaliation: plan.retaliation,
    accused: unit ? "unit" : plan.accused === "officer" ? "officer" : null,
    done: [],
    refused: [],
  };
  const { text, status } = await stage.ask(who.centre, "POST", "/api/matters", {
    v: 1,
    commandId: newId(),
    id: history.id,
    door: plan.door,
    title: say(history, "title"),
    text: [
      say(history, "text"),
      ...(
        ["telephone with spaces", "telephone with hyphens", "identity number", "plate", "wechat", "mail", "bank card"] as const
      ).map((kind) => say(history, kind)),
    ].join("，"),
    ...(plan.kind && { kind: plan.kind }),
    categoryCode: "roads.road-damage",
    urgency: "ordinary",
    place: { placeId: place, words: say(history, "place in words") },
    reporter: {
      name: CANARIES.name(n),
      phone: CANARIES.telephone(n),
      address: CANARIES.address(n),
      wantsSecrecy: plan.secrecy,
    },
    ...((plan.accused || plan.retaliation) && {
      complainedAbout: {
        ...(unit && { unitId: unitId(county, LONGSHAN) }),
        ...(!unit && plan.accused === "officer" && { postId: accusedPost }),
        words: say(history, "words about the accused"),
        ...(plan.retaliation && { retaliation: { earlier: CANARIES["earlier matter"](n) } }),
      },
    }),
  });
  if (status >= 400) return undefined;
  const receipt = JSON.parse(text) as { number: string; version: number };
  history.number = receipt.number;
  history.version = receipt.version;
  return history;
}

export async function act({ stage }: Cast, history: History, actor: Actor, name: string, fields: object): Promise<boolean> {
  const { status, text } = await stage.ask(actor, "POST", `/api/matters/${history.id}/acts`, {
    v: 1,
    commandId: newId(),
    act: name,
    baseVersion: history.version,
    ...fields,
  });
  if (status >= 400) {
    history.refused.push(`${name}: ${(JSON.parse(text) as { code: string }).code}`);
    return false;
  }
  history.version = (JSON.parse(text) as { version: number }).version;
  history.done.push(name);
  return true;
}
