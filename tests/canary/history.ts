import fc from "fast-check";
import type { Actor } from "../../foundation/db/actor.ts";
import { newId } from "../../foundation/ids.ts";
import { LONGSHAN, unitId } from "../builders/matter.ts";
import { CANARIES, type CanaryKind, numberOf } from "./canaries.ts";
import { CATEGORY, type Cast, type Part } from "./cast.ts";
import { importOneRow } from "./imported.ts";
import { DETOURS, STRETCHES, type Step, WAY } from "./step-names.ts";

/** What the law shuts, by hand: a report, a wish for secrecy, retaliation or an unclassed matter for the whole side; else the officer alone. */
export function shutTo(history: History): Part[] {
  const sealed = history.kind === null || history.kind === "report" || history.secrecy || history.retaliation;
  const aside: Part[] = history.aside ? ["support"] : [];
  if (history.accused === "unit") return [...aside, ...(sealed ? (["in the unit", "under the unit"] as const) : [])];
  if (history.accused === "officer") return [...aside, "the officer", ...(sealed ? (["beside the officer"] as const) : [])];
  return aside;
}

export interface History {
  readonly n: string;
  readonly id: string;
  number: string;
  version: number;
  state: string;
  kind: string | null;
  secrecy: boolean;
  retaliation: boolean;
  accused: "unit" | "officer" | null;
  /** Who leads it now. */
  lead: Part | null;
  /** Who ever had a part in it. */
  readonly involved: Set<Part>;
  /** The supporting officer declared an interest. */
  aside: boolean;
  readonly files: string[];
  readonly done: string[];
  readonly refused: string[];
}
export const say = (history: History, kind: CanaryKind) => `${CANARIES[kind](history.n)}（示例）`;

const aDetour: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...DETOURS).map((step) => [step]) },
  { weight: 1, arbitrary: fc.constantFrom(...STRETCHES) },
);
export const anyHistory = fc.record({
  kind: fc.constantFrom(null, "report", "complaint", "suggestion", "consultation", "hazard"),
  secrecy: fc.boolean(),
  accused: fc.constantFrom("unit" as const, "officer" as const, "words" as const, null),
  retaliation: fc.integer({ min: 0, max: 5 }).map((one) => one === 5),
  door: fc.constantFrom("counter", "hotline", "field", "reception", "sheet"),
  detours: fc.array(fc.tuple(fc.integer({ min: 0, max: WAY.length }), aDetour), { maxLength: 7 }),
  length: fc.integer({ min: 0, max: WAY.length }),
});
export type Plan = ReturnType<typeof anyHistory.generate>["value"];
export const stepsOf = ({ detours, length }: Plan): Step[] =>
  WAY.slice(0, length)
    .flatMap((step, at) => [...detours.filter(([before]) => before === at).flatMap(([, detour]) => detour), step])
    .concat(detours.filter(([before]) => before >= length).flatMap(([, detour]) => detour));

const IN_THE_TEXT = [
  "telephone with spaces",
  "telephone with hyphens",
  "identity number",
  "plate",
  "wechat",
  "mail",
  "bank card",
] as const;

/** The matter is told, at a door or by a row of a sheet; undefined where the law lets nobody receive it. */
export async function begin(cast: Cast, plan: Plan, at: number): Promise<History | undefined> {
  const { county, stage, who, place, accusedPost } = cast;
  const n = numberOf(at);
  const bySheet = plan.door === "sheet";
  const unit = !bySheet && (plan.accused === "unit" || plan.retaliation);
  const history: History = {
    n,
    id: newId(),
    number: "",
    version: 1,
    state: "received",
    kind: bySheet ? null : plan.kind,
    secrecy: !bySheet && plan.secrecy,
    retaliation: !bySheet && plan.retaliation,
    accused: bySheet ? null : unit ? "unit" : plan.accused === "officer" ? "officer" : null,
    lead: null,
    involved: new Set(),
    aside: false,
    files: [],
    done: [],
    refused: [],
  };
  const text = [say(history, "text"), ...IN_THE_TEXT.map((kind) => say(history, kind))].join("，");
  if (bySheet) return { ...history, ...(await importOneRow(cast, history, text)) };
  const answer = await stage.ask(who.centre, "POST", "/api/matters", {
    v: 1,
    commandId: newId(),
    id: history.id,
    door: plan.door,
    title: say(history, "title"),
    text,
    ...(plan.kind && { kind: plan.kind }),
    categoryCode: CATEGORY,
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
  if (answer.status >= 400) throw new Error(`the matter was not received: ${answer.text.slice(0, 300)}`);
  const receipt = JSON.parse(answer.text) as { number: string; version: number; state: string };
  return Object.assign(history, receipt, { id: history.id });
}

export interface Acted {
  readonly status: number;
  /** The refusal, or "" where it was done. */
  readonly code: string;
}

/** One act of the spine as it stands; what it changes is kept in the history. */
export async function act({ stage }: Cast, history: History, actor: Actor, name: string, fields: object): Promise<Acted> {
  return write(history, name, () =>
    stage.ask(actor, "POST", `/api/matters/${history.id}/acts`, {
      v: 1,
      commandId: newId(),
      act: name,
      baseVersion: history.version,
      ...fields,
    }),
  );
}

/** Asks, keeps the version and state that an answer names, and says what was refused. */
export async function write(
  history: History,
  name: string,
  ask: () => Promise<{ status: number; text: string }>,
): Promise<Acted> {
  const { status, text } = await ask();
  const body = JSON.parse(text || "{}") as { code?: string; version?: number; state?: string; id?: string };
  if (status >= 400) {
    const code = body.code ?? String(status);
    history.refused.push(`${name}: ${code}`);
    return { status, code };
  }
  const ofTheMatter = body.id === undefined || body.id === history.id;
  if (ofTheMatter && body.version !== undefined) history.version = body.version;
  if (ofTheMatter && body.state !== undefined) history.state = body.state;
  history.done.push(name);
  return { status, code: "" };
}
