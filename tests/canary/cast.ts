import pg from "pg";
import type { Actor } from "../../foundation/db/actor.ts";
import type { TestCounty } from "../builders/county.ts";
import { CENTRE, LONGSHAN, madeUpId, placeNamed } from "../builders/matter.ts";
import { aStage, type Stage } from "./stage.ts";

/** A village road: on the township's list of duties as well as on the county office's. */
export const CATEGORY = "roads.village-road";
export const LEAD = "city-management";
export const [SUPPORT, OFFICERS, UNDER] = ["transport", "housing", "village-410425001001"];
const EVERY_RIGHT = [
  "matters.read",
  "matters.receive",
  "matters.triage",
  "matters.dispatch",
  "matters.handle",
  "matters.verify",
  "matters.supervise",
  "matters.export",
  "matters.import",
  "surveys.call",
  "insight.read",
  "rules.edit",
  "rules.approve",
  "knowledge.edit",
];
export type Part = "centre" | "lead" | "support" | "in the unit" | "under the unit" | "the officer" | "beside the officer";

/** Officers of the county's own books, who are moved and stand in while histories run. */
export type Stirred = "the mover" | "the stand-in";
export interface Staff {
  readonly mover: string;
  readonly standIn: string;
  inTheUnit: boolean;
  stoodIn: boolean;
}

/** Who plays: the centre, the handlers, and the side that may be complained of (a township's unit; an officer of a county office). */
export interface Cast {
  readonly county: TestCounty;
  readonly stage: Stage;
  readonly owner: pg.Client;
  readonly place: string;
  readonly accusedPost: string;
  /** A post of the unit complained of, and one of the unit that handles. */
  readonly unitPost: string;
  readonly handlingPost: string;
  readonly admin: Actor;
  readonly staff: Staff;
  /** A stirred officer as the program finds them now, after signing in anew. */
  stirred(who: Stirred): Promise<Actor>;
  readonly who: Readonly<Record<Part, Actor>>;
  close(): Promise<void>;
}

export async function aCast(county: TestCounty): Promise<Cast> {
  const stage = await aStage(county);
  const owner = new pg.Client({ connectionString: county.ownerUrl });
  await owner.connect();
  const place = await placeNamed(county, "冢头镇", "东街村");
  const postOf = async (code: string) =>
    (await owner.query<{ id: string }>("select id from teams.posts where code = $1", [code])).rows[0]!.id;
  const accusedPost = await postOf("housing.handle");
  const books = await county.services.books(county.code);
  const chainOf = (code: string): string[] => {
    const chain: string[] = [];
    for (let unit = books.unitsByCode.get(code); unit; unit = unit.parentId ? books.units.get(unit.parentId) : undefined)
      chain.push(unit.id);
    return chain;
  };
  const at = (code: string, scope: Actor["scope"], more: Partial<Actor> = {}): Actor => {
    const unit = books.unitsByCode.get(code)!;
    const post = more.post ?? madeUpId(`post ${code}`);
    return {
      role: "app",
      county: county.code,
      person: madeUpId(`person ${code} ${post}`),
      post,
      allPosts: [post],
      unit: unit.id,
      units: [unit.id],
      chain: chainOf(code),
      places: scope === "places" ? [unit.placeId!] : [],
      scope,
      rights: EVERY_RIGHT,
      locale: "zh-CN",
      ...more,
    };
  };
  const staff = {
    mover: (await county.actorOf("chengguan-banli")).person!,
    standIn: (await county.actorOf("renshe-banli")).person!,
    inTheUnit: false,
    stoodIn: false,
  };
  return {
    staff,
    unitPost: await postOf(`${LONGSHAN}.handle`),
    handlingPost: await postOf(`${LEAD}.handle`),
    admin: await county.actorOf("xian-guanli"),
    stirred: async (who) => {
      const found = await county.actorOf(who === "the mover" ? "chengguan-banli" : "renshe-banli");
      return { ...found, rights: EVERY_RIGHT };
    },
    county,
    stage,
    owner,
    place,
    accusedPost,
    who: {
      centre: at(CENTRE, "county"),
      lead: at(LEAD, "units"),
      support: at(SUPPORT!, "units"),
      "in the unit": at(LONGSHAN, "places"),
      "under the unit": at(UNDER!, "places"),
      "the officer": at(OFFICERS!, "units", { post: accusedPost, allPosts: [accusedPost], served: [accusedPost] }),
      "beside the officer": at(OFFICERS!, "units"),
    },
    close: async () => {
      await stage.close();
      await owner.end();
    },
  };
}
