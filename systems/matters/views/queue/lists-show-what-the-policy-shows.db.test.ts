import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../../../foundation/db/actor.ts";
import { read } from "../../../../foundation/db/pool.ts";
import { once } from "../../../../tests/bench/bench-server.ts";
import { fillMatters } from "../../../../tests/bench/fill.ts";
import { queueFilters } from "../../../../tests/bench/queue-filters.ts";
import { aCounty } from "../../../../tests/builders/county.ts";
import { clerkOf, handlerOf, madeUpId, officerOf, placeNamed, ZHONGTOU } from "../../../../tests/builders/matter.ts";
import { LIMITS, QUEUES } from "../../contract.ts";
import { conditionsOf } from "./conditions.ts";
import { countQueues } from "./count-queues.ts";
import { listMatters } from "./list-matters.ts";
import { mineWhere } from "./mine.ts";
import { todayOf } from "./today.ts";

/** More than are looked through for a usual word, and more than are counted. */
const MATTERS = 6000;
const county = aCounty();
const RIGHTS = [
  "matters.read",
  "matters.receive",
  "matters.triage",
  "matters.dispatch",
  "matters.handle",
  "matters.verify",
  "matters.supervise",
];

/** Officers of every scope, and some who see by only one way or are kept from what complains of them. */
const readers: Readonly<Record<string, () => Promise<Actor>>> = {
  "the county centre": () => clerkOf(county),
  "a township": () => officerOf(county, ZHONGTOU, RIGHTS),
  "a village": async () => ({
    ...(await officerOf(county, ZHONGTOU, RIGHTS)),
    units: [],
    places: [await busiestVillage()],
  }),
  "a department": () => handlerOf(county, "city-management"),
  "a department of two units": async () => {
    const [one, other] = [await handlerOf(county, "city-management"), await handlerOf(county, "housing")];
    return { ...one, units: [...one.units, ...other.units] };
  },
  "a unit that only helped": async () => ({ ...(await officerOf(county, ZHONGTOU, RIGHTS)), places: [], scope: "units" }),
  "a township's officer complained of": async () => ({
    ...(await officerOf(county, ZHONGTOU, RIGHTS)),
    allPosts: [madeUpId("post complained of")],
  }),
  "someone without a unit": async () => ({
    ...(await officerOf(county, ZHONGTOU, RIGHTS)),
    units: [],
    places: [],
    scope: "none",
  }),
};

const busiestVillage = async () =>
  (
    await once<{ id: string }>(
      county.ownerUrl,
      `select village_id as id from matters.matters where township_id = '${await placeNamed(county, "冢头镇")}' and village_id is not null
       group by 1 order by count(*) desc limit 1`,
    )
  )[0]!.id;

let filters: ReturnType<typeof queueFilters>;
beforeAll(async () => {
  await fillMatters(county.ownerUrl, MATTERS, { texts: 2000 });
  // what the filling leaves out: objections, time asked for, complaints of units and of a post, units that only helped
  await once(
    county.ownerUrl,
    `update matters.matters set due_at = date_trunc('milliseconds', due_at),
       state = case when state = 'handling' and get_byte(head_leaf, 0) < 40 then 'objected' else state end,
       asked = case when state = 'handling' and get_byte(head_leaf, 1) < 40 then '{}'::jsonb end,
       complained_unit = case when get_byte(head_leaf, 2) < 30 then coalesce(lead_unit, received_by) end,
       secrecy = get_byte(head_leaf, 3) < 128,
       kind = case when get_byte(head_leaf, 4) < 60 then 'report' else kind end,
       complained_post = case when get_byte(head_leaf, 5) < 60 then '${madeUpId("post complained of")}'::uuid end,
       support_units = case when get_byte(head_leaf, 6) < 20 then array[(select id from teams.units where code = '${ZHONGTOU}')] else support_units end,
       involved_units = case when get_byte(head_leaf, 6) < 30
           then involved_units || (array[md5('1')::uuid, md5('2')::uuid, md5('3')::uuid])[1 : get_byte(head_leaf, 7) % 4]
             || (select id from teams.units where code = '${ZHONGTOU}')
         else involved_units end`,
  );
  const [drawn] = await once<{ unit: string; import: string; number: string }>(
    county.ownerUrl,
    `select (select id from teams.units where code = 'city-management') as unit,
       (select import_id from matters.matters where import_id is not null limit 1) as import,
       (select number from matters.matters limit 1) as number`,
  );
  filters = queueFilters({
    ...drawn!,
    township: await placeNamed(county, "冢头镇"),
    rareVillage: await busiestVillage(),
    code: "",
    day: (ago) => new Date(Date.now() - ago * 86_400_000).toISOString(),
  });
}, 120_000);

const ORDER = { due: "m.due_at, m.id", newest: "m.received_at desc, m.id desc", oldest: "m.received_at, m.id" } as const;

describe.each(Object.entries(readers))("%s", (_name, who) => {
  test("turns the pages of every list to what the policy shows, in its order, and counts just as many", async () => {
    const [reader, books] = [await who(), await county.services.books(county.code)];
    for (const one of filters) {
      const asked = { queue: "all" as const, ...one.filters };
      const sort = one.sort ?? "due";
      const conditions = conditionsOf(county.code, asked, sort, books, new Date(), county.services.sealer.lookupOf);
      const all = (
        await read<{ id: string }>(
          county.db,
          reader,
          `select m.id from ${conditions.from} where ${conditions.where} order by ${ORDER[conditions.order]}`,
          conditions.values,
        )
      ).map((row) => row.id);
      const shown: string[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < 4; page += 1) {
        const { rows, count, next, previous } = await listMatters(county.services, reader, { ...asked, sort, cursor, limit: 25 });
        shown.push(...rows.map((row) => row.id));
        expect(count, one.name).toEqual({ exact: Math.min(all.length, LIMITS.count), more: all.length > LIMITS.count });
        expect(Boolean(previous), one.name).toBe(page > 0);
        if (!next) break;
        cursor = next;
      }
      expect(shown, one.name).toEqual(all.slice(0, 100));
    }
  });

  test("counts in every queue what the policy shows", async () => {
    const [reader, books] = [await who(), await county.services.books(county.code)];
    for (const only of [{}, { place: await placeNamed(county, "冢头镇") }, { unit: filters.at(-5)!.filters.unit }]) {
      const { counts } = await countQueues(county.services, reader, only);
      for (const queue of QUEUES) {
        const asked =
          queue === "today"
            ? mineWhere(reader)
            : conditionsOf(county.code, { queue, ...only }, "due", books, new Date(), county.services.sealer.lookupOf);
        const [row] = asked
          ? await read<{ n: number }>(
              county.db,
              reader,
              `select count(*)::int as n from ${asked.from} where ${asked.where}`,
              asked.values,
            )
          : [{ n: 0 }];
        expect(counts[queue], queue).toEqual({ exact: Math.min(row!.n, LIMITS.count), more: row!.n > LIMITS.count });
      }
    }
  });

  test("puts under today what wants this reader's hand, each matter once", async () => {
    const reader = await who();
    const mine = mineWhere(reader);
    const ids = mine
      ? (await read<{ id: string }>(county.db, reader, `select m.id from ${mine.from} where ${mine.where}`, mine.values)).map(
          (row) => row.id,
        )
      : [];
    const { groups } = await todayOf(county.services, reader);
    const shown = groups.flatMap((group) => group.rows.map((row) => row.id));
    expect(new Set(shown).size).toBe(shown.length);
    expect(ids).toEqual(expect.arrayContaining(shown));
    const counted = groups.reduce((sum, group) => sum + group.count.exact, 0);
    if (groups.every((group) => !group.count.more)) expect(counted).toBe(ids.length);
    else expect(counted).toBeLessThanOrEqual(ids.length);
  });
});
