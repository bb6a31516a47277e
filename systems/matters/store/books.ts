import { jobActor } from "../../../foundation/db/actor.ts";
import { type Database, read } from "../../../foundation/db/pool.ts";
import { type Calendar, loadCalendar, loadTerms, type Terms } from "../../clocks/index.ts";
import { type Catalogue, loadDispatchBooks, type RuleBook, type UnitFacts } from "../../dispatch/index.ts";
import type { Unit } from "../../teams/contract.ts";
import { listUnits } from "../../teams/index.ts";
import { type Gazetteer, loadGazetteer } from "../../territory/index.ts";
import type { TermAct } from "../rules/clocks-of-a-matter.ts";
import type { Kind, Urgency } from "../rules/lifecycle.ts";
import type { Platforms } from "../rules/platforms.ts";
import type { Category, Lexicon } from "../rules/triage/facts.ts";
import type { ReceivingBodies } from "../rules/who-receives.rule.ts";

/** Which term a matter gets: by kind and urgency; the most exact line wins. */
export interface TermChoice {
  readonly code: string;
  readonly kind: Kind | null;
  readonly urgency: Urgency | null;
  readonly act: TermAct;
}

interface Both {
  readonly zh: string;
  readonly en: string;
}
export interface ReplyTemplateData {
  readonly code: string;
  readonly name: Both;
  readonly kinds: readonly Kind[];
  readonly act: string;
  readonly body: Both;
}
export interface GroundData {
  readonly code: string;
  readonly name: Both;
  readonly text: string;
  readonly rightTold: string;
  readonly basis: string;
}
export interface HandBackData {
  readonly code: string;
  readonly name: Both;
}
export interface DestinationData {
  readonly code: string;
  readonly name: Both;
  readonly when: string;
  readonly told: string;
  readonly basis: string;
}

/** The parts of matters.county_data, by name, and the books of dispatch. */
export interface CountyData {
  readonly categories: readonly Category[];
  readonly lexicon: Lexicon;
  readonly catalogue: Catalogue;
  readonly rules: RuleBook;
  readonly "term-choices": readonly TermChoice[];
  readonly "reply-templates": readonly ReplyTemplateData[];
  readonly "decline-grounds": readonly GroundData[];
  readonly "hand-back-reasons": readonly HandBackData[];
  readonly destinations: readonly DestinationData[];
  readonly model: unknown;
  readonly platforms: Platforms;
  readonly "receiving-bodies": ReceivingBodies;
  /** Places of an outside collection of messages → townships of this county, and the years by which its dates are moved. */
  readonly pseudonyms: {
    readonly years: number;
    readonly table: readonly (readonly [pseudonym: string, township: string | null])[];
  };
}
export type DataName = keyof CountyData;

export interface Books {
  readonly county: number;
  readonly data: Partial<CountyData>;
  readonly versions: Readonly<Record<string, number>>;
  readonly categories: ReadonlyMap<string, Category>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly unitsByCode: ReadonlyMap<string, Unit>;
  readonly unitFacts: ReadonlyMap<string, UnitFacts>;
  readonly centre: Unit | undefined;
  readonly gazetteer: Gazetteer;
  readonly calendar: Calendar;
  readonly terms: Terms;
}

async function load(db: Database, county: number): Promise<Books> {
  const actor = jobActor(county);
  const [rows, dispatch, units, gazetteer, calendar, terms] = await Promise.all([
    read<{ name: string; version: number; body: never }>(
      db,
      actor,
      "select name, version, body from matters.county_data where county_code = $1 and state = 'on'",
      [county],
    ),
    loadDispatchBooks(db, actor),
    listUnits(db, actor),
    loadGazetteer(db, actor),
    loadCalendar(db, actor),
    loadTerms(db, actor),
  ]);
  const data: Partial<CountyData> = {
    ...Object.fromEntries(rows.map((row) => [row.name, row.body])),
    rules: dispatch.rules,
    catalogue: dispatch.catalogue,
  };
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const placeCode = (unit: Unit) => (unit.placeId ? gazetteer.places.get(unit.placeId)?.code : undefined);
  return {
    county,
    data,
    versions: {
      ...Object.fromEntries(rows.map((row) => [row.name, row.version])),
      ...dispatch.versions,
      territory: gazetteer.version,
    },
    categories: new Map((data.categories ?? []).map((category) => [category.code, category])),
    units: byId,
    unitsByCode: new Map(units.map((unit) => [unit.code, unit])),
    unitFacts: new Map(
      units.map((unit) => [
        unit.code,
        {
          code: unit.code,
          name: unit.name,
          parent: unit.parentId ? (byId.get(unit.parentId)?.code ?? null) : null,
          level: unit.level,
          place: unit.level === "county" ? undefined : placeCode(unit),
        },
      ]),
    ),
    centre: units.find((unit) => unit.kind === "county centre"),
    gazetteer,
    calendar,
    terms,
  };
}

const FRESH = 3000;

/** Keeps each county's books in memory: after the first load nobody waits, older ones are renewed behind the answer. */
export function keepBooks(db: Database): (county: number) => Promise<Books> {
  const shelf = new Map<number, { books: Promise<Books>; at: number; renewing: boolean }>();
  return (county) => {
    const kept = shelf.get(county);
    if (!kept) {
      const books = load(db, county);
      shelf.set(county, { books, at: Date.now(), renewing: false });
      books.catch(() => shelf.delete(county));
      return books;
    }
    if (Date.now() - kept.at > FRESH && !kept.renewing) {
      kept.renewing = true;
      load(db, county).then(
        (books) => shelf.set(county, { books: Promise.resolve(books), at: Date.now(), renewing: false }),
        () => {
          kept.renewing = false;
        },
      );
    }
    return kept.books;
  };
}
