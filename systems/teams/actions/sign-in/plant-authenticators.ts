import { type Database, withActor } from "../../../../foundation/db/pool.ts";
import { newId } from "../../../../foundation/ids.ts";
import type { SecretBox } from "../../../../foundation/secret-box.ts";
import { type Clock, dayOf } from "../../../../foundation/time/index.ts";
import { doorkeeperOf } from "../../rules/access.ts";
import { asksForSecondFactor } from "../../rules/second-factor.rule.ts";
import { newSecret } from "../../store/authenticators.ts";
import { forgetSessions } from "../../store/session-memory.ts";
import { drawSpareCodes, placeOf } from "../../store/spare-codes.ts";
import type { HoldingRow } from "../../views/actor.ts";

export interface PlantedAuthenticator {
  readonly signInName: string;
  /** In base 32, to be typed into an authenticator. */
  readonly secret: string;
  readonly spareCodes: readonly string[];
}

/**
 * Gives made-up officers whose posts ask for a second factor an authenticator and spare codes, so that a demonstration can be walked
 * without a telephone. Who is real, or has a factor already, is left alone: real officers set their own up. Shown once.
 */
export async function plantAuthenticators(
  db: Database,
  box: SecretBox,
  county: number,
  clock: Clock,
): Promise<PlantedAuthenticator[]> {
  const today = dayOf(clock.now());
  const planted = await withActor(db, doorkeeperOf(county), async (tx) => {
    const people = await tx.query<{ id: string; sign_in_name: string; holdings: HoldingRow[] }>(
      `select person.id, person.sign_in_name, teams.holdings_on($1, person.id, $2::date) as holdings from teams.people as person
       where person.county_code = $1 and person.made_up
         and not exists (select from teams.authenticators as one where one.county_code = $1 and one.person_id = person.id)
       order by person.sign_in_name`,
      [county, today],
    );
    const made: PlantedAuthenticator[] = [];
    for (const { id, sign_in_name: signInName, holdings } of people.rows) {
      if (!asksForSecondFactor(holdings.flatMap((held) => held.rights))) continue;
      const secret = newSecret();
      await tx.query(
        "insert into teams.authenticators (county_code, id, person_id, secret, confirmed, since) values ($1, $2, $3, $4, true, $5)",
        [county, newId(), id, box.seal(secret, placeOf(county, id)), today],
      );
      made.push({ signInName, secret, spareCodes: await drawSpareCodes(tx, box, county, id) });
    }
    return made;
  });
  forgetSessions(db);
  return planted;
}
