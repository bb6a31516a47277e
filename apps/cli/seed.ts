import { parseArgs } from "node:util";
import { jiaxian } from "../../counties/jiaxian/index.ts";
import { type Actor, jobActor } from "../../foundation/db/actor.ts";
import { type Database, withActor } from "../../foundation/db/pool.ts";
import type { Term } from "../../systems/clocks/contract.ts";
import { seedClocks } from "../../systems/clocks/index.ts";
import { seedDispatch } from "../../systems/dispatch/index.ts";
import { seedLaw } from "../../systems/law/index.ts";
import { seedCountyData, seedKnowledge } from "../../systems/matters/index.ts";
import { seedSurveys } from "../../systems/surveys/index.ts";
import { seedTeams, unitIdOf } from "../../systems/teams/index.ts";
import { importTerritory, loadGazetteer, seedSeatRoads } from "../../systems/territory/index.ts";
import { type Account, type FirstSetup, lineOf } from "./accounts.ts";
import type { CommandContext } from "./context.ts";
import { seedExamples } from "./seed-examples.ts";
import { seedReturnCalls } from "./seed-return-calls.ts";

const SINCE = "2026-01-01";

/** The context in which a county is planted: as a job of that county, with the rights that planting asks for. */
const planter = (county: number): Actor => ({ ...jobActor(county), rights: ["territory.manage", "clocks.calendar"] });

/** Territory, units, posts, calendar, terms, categories, rules, answers. What is there already stays as the county has it. */
export async function seedRegisters(db: Database, county: number, demonstration: boolean): Promise<{ accounts: Account[] }> {
  const actor = planter(county);
  const territory = jiaxian.territory({ demonstration });
  await importTerritory(db, actor, territory);
  await seedSeatRoads(db, actor, jiaxian.seatRoads);
  const gazetteer = await loadGazetteer(db, actor);
  const places = new Map([...gazetteer.places.values()].map((place) => [place.code, place.id]));
  const units = jiaxian.units(territory.rows.filter((row) => row.kind === "township" || row.kind === "village"));
  const numberPrefix = (unit: (typeof units)[number]) =>
    unit.kind === "county centre"
      ? String(county)
      : unit.kind === "township centre"
        ? (unit.place ?? "")
        : unit.parent === null
          ? `${county}900` // a series of its own: no gap in the centre's tells that something went past it
          : "";
  const { accounts } = await seedTeams(db, county, {
    units: units.map((unit) => ({
      code: unit.code,
      kind: unit.kind,
      name: unit.name.zh,
      shortName: unit.shortName,
      englishName: unit.name.en,
      numberPrefix: numberPrefix(unit),
      parent: unit.parent ?? undefined,
      placeId: unit.place && unit.place.length > 6 ? places.get(unit.place) : undefined,
      madeUp: unit.trust === "example",
    })),
    posts: units.flatMap((unit) =>
      jiaxian.postsOf({ ...unit, alsoCalled: [] }).map((post) => ({
        code: post.code,
        unit: post.unit,
        name: post.name.zh,
        englishName: post.name.en,
        rights: post.rights,
      })),
    ),
    people: demonstration
      ? jiaxian.accounts.map((account) => ({
          signInName: account.login,
          displayName: account.displayName.zh,
          madeUp: true,
          posts: account.posts.map((post) => ({ post, from: SINCE })),
        }))
      : [],
  });
  await seedLaw(db, actor, new Date());
  await seedClocks(db, actor, {
    calendars: jiaxian.calendars
      .filter((calendar) => calendar.published)
      .map((calendar) => ({ year: calendar.year, source: calendar.source, days: calendar.days })),
    officeHours: [{ validFrom: "2020-01-01", spans: ["08:30-12:00", "14:30-18:00"] }],
    terms: [
      ...jiaxian.otherTerms,
      ...jiaxian.terms.map(
        (term): Term => ({
          term: term.code,
          version: 1,
          name: term.name.zh,
          englishName: term.name.en,
          length: term.length,
          unit: term.unit,
          roll: "to the next working day",
          ends: "end of day",
          basis: term.basis,
          pauses: [...(term.pauses ?? [])],
          extension: term.extension ?? null,
        }),
      ),
    ],
  });
  await withActor(db, actor, async (tx) => {
    await seedCountyData(tx, county, jiaxian.data, "counties/jiaxian");
    await seedDispatch(tx, county, jiaxian.dispatch, "counties/jiaxian");
    await seedSurveys(tx, county, jiaxian.surveys, "counties/jiaxian");
    await seedKnowledge(
      tx,
      county,
      jiaxian.knowledge.map((entry) => ({
        code: entry.code,
        question: entry.question,
        answer: entry.answer,
        categoryCode: entry.category,
        ownerUnit: unitIdOf(county, entry.owner),
        validUntil: entry.validUntil,
        words: entry.also,
      })),
    );
  });
  const names = new Map(jiaxian.accounts.map((account) => [account.login, account.displayName.zh]));
  return { accounts: accounts.map((account) => ({ ...account, displayName: names.get(account.signInName) })) };
}

/** Fills an empty county; with `demonstration`, made-up accounts and the example messages, handled to different ends, too. */
export async function seedCounty(setup: FirstSetup): Promise<{ accounts: readonly Account[] }> {
  const seeded = await seedRegisters(setup.db, setup.county, setup.demonstration);
  if (setup.demonstration) {
    await seedExamples(setup.db, setup.county, setup.keys);
    await seedReturnCalls(setup.db, setup.county, setup.keys);
  }
  return seeded;
}

/** `linli seed`: adds what is missing of the county's registers; what the county changed stays. */
export async function run(args: string[], context: CommandContext): Promise<number> {
  const { values } = parseArgs({ args, options: { data: { type: "string" } } });
  const open = await context.open(values.data);
  try {
    const { accounts } = await context.during("step.still", seedRegisters(open.db, open.county, open.demonstration));
    context.say("seed.done");
    for (const account of accounts) context.write(`  ${lineOf(account)}`);
    return 0;
  } finally {
    await open.close();
  }
}
