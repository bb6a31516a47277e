import type { Tx } from "../../../foundation/db/pool.ts";
import type { Day } from "../../../foundation/time/index.ts";
import type { DataName, DataOf } from "../rules/survey-data.ts";

export interface Dated<N extends DataName> {
  readonly version: number;
  readonly validFrom: Day;
  readonly source: string;
  readonly body: DataOf<N>;
}

const COLUMNS = `version, valid_from as "validFrom", source, body`;

/** The version in force on this day; before the first one, the first one. Throws where the county was never given any. */
export async function dataOn<N extends DataName>(tx: Tx, county: number, name: N, day: Day): Promise<Dated<N>> {
  const { rows } = await tx.query<Dated<N>>(
    `select ${COLUMNS} from surveys.data where county_code = $1 and name = $2
     order by (valid_from <= $3) desc, case when valid_from <= $3 then valid_from end desc, version desc limit 1`,
    [county, name, day],
  );
  if (!rows[0]) throw new Error(`the county has no ${name} for return calls: linli seed plants it`);
  return rows[0];
}

/** One version by its number. */
export async function dataOf<N extends DataName>(
  tx: Tx,
  county: number,
  name: N,
  version: number,
): Promise<Dated<N> | undefined> {
  const { rows } = await tx.query<Dated<N>>(
    `select ${COLUMNS} from surveys.data where county_code = $1 and name = $2 and version = $3`,
    [county, name, version],
  );
  return rows[0];
}

/** Every version of one part, newest first. */
export async function versionsOf<N extends DataName>(tx: Tx, county: number, name: N): Promise<Dated<N>[]> {
  const { rows } = await tx.query<Dated<N>>(
    `select ${COLUMNS} from surveys.data where county_code = $1 and name = $2 order by version desc limit 50`,
    [county, name],
  );
  return rows;
}
