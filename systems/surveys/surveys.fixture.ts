import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import type { Actor } from "../../foundation/db/actor.ts";
import { read } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { aCounty, type TestCounty } from "../../tests/builders/county.ts";
import { aMatter, officerOf, type Standing } from "../../tests/builders/matter.ts";
import { hearOfAMatter } from "./actions/hear-of-a-matter.ts";

interface Call {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly version: number;
  readonly attempts: number;
  readonly due_from: Date;
  readonly portal_rating: string | null;
}

export interface SurveyedCounty {
  readonly county: TestCounty;
  readonly owner: () => pg.Client;
  readonly caller: () => Actor;
  readonly reader: () => Actor;
  readonly now: () => Date;
  /** So many hours on, or to an instant. */
  later(hours: number | Date): void;
  /** Carries what waits in the outbox for this matter to the hearing, as the jobs do. */
  hear(matter: string): Promise<void>;
  closedMatter(told?: Parameters<typeof aMatter>[1], unit?: string): Promise<Standing>;
  callsOf(matter: string): Promise<Call[]>;
  callOf(matter: string): Promise<Call>;
}

/** A county whose clock stands on a Monday at 10:00 in Shanghai until a test moves it on, with an officer who calls and one who reads. */
export function aSurveyedCounty(): SurveyedCounty {
  let now = new Date("2026-11-23T02:00:00Z");
  let owner: pg.Client;
  let caller: Actor;
  let reader: Actor;
  const county = aCounty({ clock: { now: () => now } });
  beforeAll(async () => {
    owner = new pg.Client({ connectionString: county.ownerUrl });
    await owner.connect();
    caller = await officerOf(county, "county-centre", ["matters.read", "surveys.call"], "return caller");
    reader = await officerOf(county, "county-centre", ["matters.read", "insight.read"], "head");
  });
  afterAll(() => owner.end());
  const hear = async (matter: string) => {
    const { rows } = await owner.query("delete from foundation.outbox where body ->> 'matter' = $1 returning event, body, id", [
      matter,
    ]);
    for (const row of rows.sort((a, b) => a.id.localeCompare(b.id))) await hearOfAMatter(county.services, county.code, row.body);
  };
  const callsOf = (matter: string) =>
    read<Call>(
      county.db,
      county.job,
      "select id, state, reason, version, attempts, due_from, portal_rating from surveys.calls where county_code = $1 and matter_id = $2 order by closing, id",
      [county.code, matter],
    );
  return {
    county,
    owner: () => owner,
    caller: () => caller,
    reader: () => reader,
    now: () => now,
    later(hours) {
      now = typeof hours === "number" ? new Date(now.getTime() + hours * 3_600_000) : hours;
    },
    hear,
    async closedMatter(told = {}, unit = "housing") {
      const story = aMatter(county, { name: "虚构甲", phone: "13800000001", ...told });
      const matter = await story.accepted().dispatchedTo(unit).signed().answered().closed();
      await hear(matter.id);
      return matter;
    },
    callsOf,
    callOf: async (matter) => (await callsOf(matter)).at(-1)!,
  };
}

export const answers = (baseVersion: number, more: object = {}) => ({
  v: 1 as const,
  commandId: newId(),
  baseVersion,
  contacted: "yes" as const,
  solved: "solved" as const,
  satisfied: "satisfied" as const,
  then: "nothing" as const,
  consent: false,
  ...more,
});
