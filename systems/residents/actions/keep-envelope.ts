import { jobActor } from "../../../foundation/db/actor.ts";
import { type Database, withActor } from "../../../foundation/db/pool.ts";

/** Keeps the key file, sealed to the offices' recovery key, in the database; envelopes of earlier splittings go. */
export async function keepEnvelope(db: Database, county: number, set: string, sealed: Buffer, at: Date): Promise<void> {
  await withActor(db, jobActor(county), async (tx) => {
    await tx.query("delete from residents.recovery_envelopes where county_code = $1 and set <> $2", [county, set]);
    await tx.query(
      `insert into residents.recovery_envelopes (county_code, set, sealed, at) values ($1, $2, $3, $4)
       on conflict (county_code, set) do update set sealed = excluded.sealed, at = excluded.at`,
      [county, set, sealed, at],
    );
  });
}

/** The kept envelope of this set of papers. */
export async function findEnvelope(db: Database, county: number, set: string): Promise<Buffer | undefined> {
  return withActor(db, jobActor(county), async (tx) => {
    const found = await tx.query<{ sealed: Buffer }>(
      "select sealed from residents.recovery_envelopes where county_code = $1 and set = $2",
      [county, set],
    );
    return found.rows[0]?.sealed;
  });
}
