// Queue pages over a million matters, through the product's own reads and row policies. `--rounds 5 --matters 1000000`

import { makeServices } from "../../apps/services.ts";
import type { Actor } from "../../foundation/db/actor.ts";
import { withActor } from "../../foundation/db/pool.ts";
import { matterPage } from "../../systems/matters/views/page/matter-page.ts";
import { conditionsOf } from "../../systems/matters/views/queue/conditions.ts";
import { countQueues } from "../../systems/matters/views/queue/count-queues.ts";
import { listMatters } from "../../systems/matters/views/queue/list-matters.ts";
import { todayOf } from "../../systems/matters/views/queue/today.ts";
import { findActor, personIdOf } from "../../systems/teams/index.ts";
import { benchKeys, COUNTY, makeBenchCounty } from "./bench-county.ts";
import { once, startBenchServer } from "./bench-server.ts";
import { countRoundTrips } from "./count-round-trips.ts";
import { fillMatters } from "./fill.ts";
import { type BenchFilter, type Drawn, queueFilters } from "./queue-filters.ts";
import { median, option, quantile, sayMachine, sayTable } from "./report.ts";

const READERS = { county: "xian-fuze", township: "zhongtou-paidan", department: "chengguan-banli" } as const;

async function draw(ownerUrl: string): Promise<Drawn> {
  const [row] = await once<Record<keyof Drawn, string>>(
    ownerUrl,
    `select (select place_id from territory.place_states where code = '410425101' and to_version is null) as township,
       (select village_id from matters.matters where village_id is not null group by 1 having count(*) > 9 order by count(*) limit 1) as "rareVillage",
       (select id from teams.units where code = 'city-management') as unit,
       (select import_id from matters.matters where import_id is not null limit 1) as import,
       (select number from matters.matters order by received_at limit 1) as number, '' as code`,
  );
  return { ...row!, day: (ago) => new Date(Date.now() - ago * 86_400_000).toISOString() };
}

/** Times every filter and the three fixed reads; checks each count against a full one. */
export async function benchQueue(rounds: number, matters: number) {
  const server = await startBenchServer();
  sayMachine(server.version);
  const county = await makeBenchCounty(server, "queue");
  try {
    if (county.made) await fillMatters(county.ownerUrl, matters, { texts: Math.min(40_000, matters) });
    const services = makeServices(county.db, benchKeys());
    const readers = {} as Record<keyof typeof READERS, Actor>;
    for (const [reader, account] of Object.entries(READERS))
      readers[reader as keyof typeof READERS] = (await findActor(county.db, COUNTY, personIdOf(COUNTY, account), new Date()))!;
    const books = await services.books(COUNTY);
    const filters = queueFilters(await draw(county.ownerUrl));
    const asked = async (one: BenchFilter, cursor?: string) =>
      listMatters(services, readers[one.reader ?? "county"], {
        queue: "all",
        ...one.filters,
        sort: one.sort ?? "due",
        cursor,
        limit: 50,
      });

    const timed: { one: BenchFilter; cursor: string | undefined; times: number[]; count: string }[] = [];
    for (const one of filters) {
      let cursor: string | undefined;
      for (let page = 1; page < (one.page ?? 1); page += 1) {
        const { next } = await asked(one, cursor);
        if (!next) break;
        cursor = next;
      }
      const { count } = await asked(one, cursor);
      const conditions = conditionsOf(
        COUNTY,
        { queue: "all", ...one.filters },
        "due",
        books,
        services.clock.now(),
        services.sealer.lookupOf,
      );
      const all = await withActor(county.db, readers[one.reader ?? "county"], async (tx) => {
        await tx.query("set local statement_timeout = '5min'");
        return (
          await tx.query<{ n: number }>(
            `select count(*)::int as n from ${conditions.from} where ${conditions.where}`,
            conditions.values,
          )
        ).rows[0]!.n;
      });
      if (count.exact !== Math.min(all, 999) || count.more !== all > 999)
        throw new Error(`${one.name}: ${all} matters, but the page says ${JSON.stringify(count)}`);
      timed.push({ one, cursor, times: [], count: String(all) });
    }
    for (let round = 0; round < rounds; round += 1)
      for (const each of timed) {
        const began = performance.now();
        await asked(each.one, each.cursor);
        each.times.push(performance.now() - began);
      }
    const rows = timed.map(({ one, times, count }) => ({
      filter: one.name,
      matters: count,
      "median ms": median(times),
      "worst ms": Math.max(...times),
    }));

    const [open] = await once<{ id: string }>(
      county.ownerUrl,
      "select id from matters.matters where state = 'received' and village_id is not null order by received_at limit 1",
    );
    const reads: Record<string, () => Promise<unknown>> = {
      "/api/queues": () => countQueues(services, readers.county, {}),
      "/api/queues, township": () => countQueues(services, readers.township, {}),
      "/api/today": () => todayOf(services, readers.county),
      "/api/today, township": () => todayOf(services, readers.township),
      "/api/today, department": () => todayOf(services, readers.department),
      "/api/matters/:id": () => matterPage(services, readers.county, open!.id),
    };
    const fixed = [];
    for (const [read, work] of Object.entries(reads)) {
      const times: number[] = [];
      let trips = 0;
      for (let round = 0; round <= rounds; round += 1) {
        const began = performance.now();
        trips = await countRoundTrips(work);
        if (round > 0) times.push(performance.now() - began);
      }
      fixed.push({ read, "median ms": median(times), "worst ms": Math.max(...times), "round trips": String(trips) });
    }
    return { rows, fixed, all: timed.flatMap(({ times }) => times) };
  } finally {
    await county.close();
    await server.stop();
  }
}

if (import.meta.main) {
  const matters = option("matters", 1_000_000);
  const { rows, fixed, all } = await benchQueue(option("rounds", 5), matters);
  sayTable(`page of 50 and its count, ${matters} matters`, rows);
  sayTable("all filters, all rounds", [
    { p50: quantile(all, 0.5), p95: quantile(all, 0.95), worst: Math.max(...all), aim: "p95 ≤ 100 ms" },
  ]);
  sayTable("other reads", fixed);
}
