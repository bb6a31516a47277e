import { residentActor } from "../../../foundation/db/actor.ts";
import { type Database, read, withActor } from "../../../foundation/db/pool.ts";
import type { Sealer } from "../seal.ts";

export interface Bearer {
  readonly reporterId: string;
  readonly matterId: string;
  readonly handle: string;
  readonly withdrawn: boolean;
  /** Which code of theirs it was; a stay opened by an earlier one ends. */
  readonly generation: number;
}

/**
 * Who bears this 12-digit code (see `checkCode`) or link token in the county; undefined where nobody does. The row is visible only
 * because its lookup was set for this one transaction; nothing else of the table is. A link opens by itself, a code only with what
 * `openByDigits` asks beside it.
 */
export async function findBearer(db: Database, county: number, sealer: Sealer, codeOrLink: string): Promise<Bearer | undefined> {
  const lookup = sealer.lookupOf(codeOrLink);
  const column = /^\d{12}$/.test(codeOrLink) ? "code_lookup" : "link_lookup";
  return withActor(db, residentActor(county), async (tx) => {
    await tx.query("select set_config('linli.lookup', $1, true)", [lookup.toString("hex")]);
    const found = await tx.query<Bearer>(
      `select id as "reporterId", matter_id as "matterId", handle, withdrawn_at is not null as withdrawn, code_generation as generation
       from residents.reporters where county_code = $1 and ${column} = $2`,
      [county, lookup],
    );
    return found.rows[0];
  });
}

/** Does this reporter still bear that generation of the code? False once it was renewed, and once the report was withdrawn. */
export async function stillBears(
  db: Database,
  county: number,
  { matterId, reporterId, generation }: Pick<Bearer, "matterId" | "reporterId" | "generation">,
): Promise<boolean> {
  const rows = await read(
    db,
    residentActor(county, [matterId]),
    `select 1 from residents.reporters
     where county_code = $1 and matter_id = $2 and id = $3 and code_generation = $4 and withdrawn_at is null`,
    [county, matterId, reporterId, generation],
  );
  return rows.length === 1;
}
