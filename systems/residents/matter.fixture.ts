import { jobActor } from "../../foundation/db/actor.ts";
import type { Database } from "../../foundation/db/pool.ts";
import { withActor } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";

/** A bare row of a matter that everyone of the county may see, so that what hangs on it is seen too. */
export async function standInMatter(db: Database, county: number, id = newId()): Promise<string> {
  await withActor(db, jobActor(county), (tx) =>
    tx.query(
      `insert into matters.matters (county_code, id, version, state, open, number, kind, title, body, door, received_at, received_by,
         territory_version, due_at, due_provisional, term, term_version, clock_id, updated_at, head_leaf)
       values ($1, $2, 1, 'received', true, $4, 'help', '示例', '示例', 'counter', now(), $3, 1, now(), false, 'overall', 1, $3, now(), '')`,
      [county, id, newId(), id],
    ),
  );
  return id;
}
