import { hash } from "node:crypto";
import type { Actor } from "../../foundation/db/actor.ts";
import { residentActor } from "../../foundation/db/actor.ts";
import { newId } from "../../foundation/ids.ts";
import { type MatterActInput, ReceiveMatter } from "../../systems/matters/contract.ts";
import { actOnMatter, receiveMatter } from "../../systems/matters/index.ts";
import type { Kind, MatterAct, Outcome, Rating, Urgency } from "../../systems/matters/rules/lifecycle.ts";
import { unitIdOf } from "../../systems/teams/index.ts";
import type { TestCounty } from "./county.ts";

export const CENTRE = "county-centre";
export const ZHONGTOU = "township-410425101";
export const LONGSHAN = "township-410425001";

const CLERK = ["matters.read", "matters.receive", "matters.triage", "matters.dispatch", "matters.supervise"];
const HANDLER = ["matters.read", "matters.handle"];
const VERIFIER = ["matters.read", "matters.verify"];

/** A made-up id that is the same in every run. */
export const madeUpId = (text: string): string => {
  const digest = hash("sha256", `made up ${text}`);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-7${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
};

/** Someone at work in a unit of the county; a county centre sees the county, a township its place, a department what it was sent. */
export async function officerOf(county: TestCounty, unit: string, rights: readonly string[], who = "first"): Promise<Actor> {
  const found = (await county.services.books(county.code)).unitsByCode.get(unit);
  if (!found) throw new Error(`no unit ${unit} in the test county`);
  const placed = found.level !== "county" && found.placeId !== null;
  return {
    role: "app",
    county: county.code,
    person: madeUpId(`person ${unit} ${who}`),
    post: madeUpId(`post ${unit} ${who}`),
    unit: found.id,
    units: [found.id],
    places: placed ? [found.placeId!] : [],
    scope: found.kind === "county centre" ? "county" : placed ? "places" : "units",
    rights,
    locale: "zh-CN",
  };
}
export const clerkOf = (county: TestCounty, unit = CENTRE, who?: string) => officerOf(county, unit, CLERK, who);
export const handlerOf = (county: TestCounty, unit: string, who?: string) => officerOf(county, unit, HANDLER, who);
export const verifierOf = (county: TestCounty, unit = CENTRE) => officerOf(county, unit, VERIFIER, "verifier");
export const unitId = (county: TestCounty, unit: string): string => unitIdOf(county.code, unit);

/** Id of a township, or of a village of it, by its name. */
export async function placeNamed(county: TestCounty, township: string, village?: string): Promise<string> {
  const { gazetteer } = await county.services.books(county.code);
  const among = [...gazetteer.places.values()];
  const above = among.find((place) => place.kind === "township" && place.name === township);
  const found = village
    ? among.find((place) => place.parentId === above?.id && [place.name, place.shortName].includes(village))
    : above;
  if (!found) throw new Error(`no place ${township} ${village ?? ""} in the test county`);
  return found.id;
}

export interface Standing {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: string;
  readonly code: string;
  readonly link: string;
}

export interface Told {
  readonly text?: string;
  readonly title?: string;
  readonly kind?: Kind;
  readonly category?: string;
  readonly urgency?: Urgency;
  readonly door?: string;
  readonly township?: string;
  readonly village?: string;
  readonly complainedAbout?: { readonly unit?: string; readonly postId?: string; readonly words?: string };
  readonly secrecy?: boolean;
  readonly name?: string;
  readonly phone?: string;
  /** The receiving unit; the county centre where none is named. */
  readonly at?: string;
}

type Input = Parameters<typeof actOnMatter>[3];
type With<A extends MatterAct> = Omit<
  Extract<(typeof MatterActInput)["_zod"]["input"], { act: A }>,
  "act" | "commandId" | "baseVersion" | "v"
>;

/** One act by this officer on the matter as it stands; fields that the contract would default are filled here. */
export async function act<A extends Input["act"]>(
  county: TestCounty,
  actor: Actor,
  on: Pick<Standing, "id" | "version">,
  name: A,
  fields: With<A>,
): Promise<Standing> {
  const input = {
    v: 1,
    act: name,
    commandId: newId(),
    baseVersion: on.version,
    files: [],
    supports: [],
    choices: [],
    lane: "service",
    ...fields,
  };
  const done = await actOnMatter(county.services, actor, on.id, input as never);
  return { ...(on as Standing), version: done.version, state: done.state };
}

/** A matter told as its story: `await aMatter(county, {...}).accepted().dispatchedTo("housing").signed()`. Every step is a real act. */
export interface Story extends PromiseLike<Standing> {
  accepted(): Story;
  dispatchedTo(unit: string, supports?: readonly string[]): Story;
  referredThrough(unit: string, destination: string): Story;
  signed(): Story;
  answered(outcome?: Outcome): Story;
  closed(): Story;
  shelvedUntil(day: string): Story;
  answeredOnSpot(): Story;
  declined(ground: string): Story;
  withdrawn(): Story;
  mergedInto(other: Pick<Standing, "id">): Story;
  rated(rating: Rating): Story;
}

export function aMatter(county: TestCounty, told: Told = {}): Story {
  const { kind = "complaint", category = "roads.road-damage", urgency = "ordinary", township = "冢头镇" } = told;
  let lead = CENTRE;
  const steps: ((standing: Standing) => Promise<Standing>)[] = [];
  const place = () => placeNamed(county, township, told.village);
  const step = (next: (standing: Standing) => Promise<Standing>): Story => {
    steps.push(next);
    return story;
  };
  const by = async <A extends Input["act"]>(officer: Promise<Actor>, on: Standing, name: A, fields: With<A>) =>
    act(county, await officer, on, name, fields);
  const run = async (): Promise<Standing> => {
    let standing = await receive(county, told);
    for (const next of steps) standing = await next(standing);
    return standing;
  };
  let running: Promise<Standing> | undefined;
  const story: Story = {
    accepted: () =>
      step(async (on) =>
        by(clerkOf(county), on, "accept", { kind, categoryCode: category, urgency, place: { placeId: await place() } }),
      ),
    dispatchedTo(unit, supports = []) {
      return step((on) => {
        lead = unit;
        return by(clerkOf(county), on, "dispatch", {
          leadUnit: unitId(county, unit),
          supports: supports.map((one) => unitId(county, one)),
        });
      });
    },
    referredThrough(unit, destination) {
      return step((on) => {
        lead = unit;
        return by(clerkOf(county), on, "dispatch", { leadUnit: unitId(county, unit), lane: "referral", destination });
      });
    },
    signed: () => step((on) => by(handlerOf(county, lead), on, "sign", {})),
    answered: (outcome = "solved") =>
      step((on) =>
        by(handlerOf(county, lead), on, "answer", {
          reply: "已经处理好了（示例）。",
          outcome,
          withoutOpinions: "协办意见随后补（示例）",
        }),
      ),
    closed: () => step((on) => by(verifierOf(county), on, "close", { note: "回访过了（示例）。" })),
    shelvedUntil: (day) =>
      step((on) => by(handlerOf(county, lead), on, "shelve", { reason: "等上冻后施工（示例）。", reviewOn: day })),
    answeredOnSpot: () => step((on) => by(clerkOf(county), on, "answer-on-spot", { reply: "带身份证到窗口就能办（示例）。" })),
    declined: (ground) => step((on) => by(clerkOf(county), on, "decline", { ground, reply: "这件事由法院处理（示例）。" })),
    withdrawn: () =>
      step((on) => act(county, residentActor(county.code, [on.id]), on, "withdraw", { reason: "已经好了（示例）。" })),
    mergedInto: (other) => step((on) => by(clerkOf(county), on, "merge", { into: other.id })),
    rated: (rating) => step((on) => act(county, residentActor(county.code, [on.id]), on, "rate", { rating })),
    then: (done, failed) => {
      running ??= run();
      return running.then(done, failed);
    },
  };
  return story;
}

/** Receives what was told, by the clerk of the receiving unit. */
export async function receive(
  county: TestCounty,
  told: Told = {},
  ids: { id?: string; commandId?: string } = {},
): Promise<Standing> {
  const about = told.complainedAbout;
  const input = ReceiveMatter.parse({
    commandId: ids.commandId ?? newId(),
    id: ids.id ?? newId(),
    door: told.door ?? "counter",
    text: told.text ?? "村口的路塌了一块，骑车要绕着走（示例）。",
    ...(told.title && { title: told.title }),
    reporter: {
      ...(told.name && { name: told.name }),
      ...(told.phone && { phone: told.phone }),
      wantsSecrecy: told.secrecy ?? false,
    },
    ...(about && {
      complainedAbout: {
        ...(about.unit && { unitId: unitId(county, about.unit) }),
        ...(about.postId && { postId: about.postId }),
        ...(about.words && { words: about.words }),
      },
    }),
  });
  const receipt = await receiveMatter(county.services, await clerkOf(county, told.at), input);
  return {
    id: receipt.id,
    number: receipt.number,
    version: receipt.version,
    state: receipt.state,
    code: receipt.code,
    link: receipt.link,
  };
}
