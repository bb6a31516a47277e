import { jobActor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { type Confirmed, keepCommonWords, learnFrom } from "../rules/triage/learned.ts";
import type { Services } from "../services.ts";

const MOST = 5000;
const FEWEST = 50;

/**
 * Corrections teach the machine: counts the words of the latest confirmed matters by category and kind and keeps them as the next
 * version of the county's "model". Words of fewer than five matters are left out, so that no name can stay in it.
 * Returns the number of matters learned from; 0 where there are too few, or nothing new.
 */
export async function learnFromConfirmed(services: Services, county: number): Promise<number> {
  return withActor(services.db, jobActor(county), async (tx) => {
    const confirmed = (
      await tx.query<Confirmed>(
        `select title, body as text, category_code as category, kind from matters.matters
       where county_code = $1 and kind is not null and category_code is not null and version > 1 and import_id is null and kind <> 'report' and not secrecy
       order by received_at desc limit ${MOST}`,
        [county],
      )
    ).rows;
    if (confirmed.length < FEWEST) return 0;
    const model = keepCommonWords(learnFrom(confirmed, services.cut));
    const [last] = (
      await tx.query<{ version: number; same: boolean }>(
        "select version, state = 'on' and body = $2::jsonb as same from matters.county_data where county_code = $1 and name = 'model' order by version desc limit 1",
        [county, JSON.stringify(model)],
      )
    ).rows;
    if (last?.same) return 0;
    await tx.query("update matters.county_data set state = 'past' where county_code = $1 and name = 'model' and state = 'on'", [
      county,
    ]);
    await tx.query(
      "insert into matters.county_data (county_code, name, version, state, body, at, source) values ($1, 'model', $2, 'on', $3, $4, 'learned')",
      [county, (last?.version ?? 0) + 1, JSON.stringify(model), services.clock.now()],
    );
    return confirmed.length;
  });
}
