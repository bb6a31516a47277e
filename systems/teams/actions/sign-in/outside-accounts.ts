import type { Actor } from "../../../../foundation/db/actor.ts";
import { type Database, withActor } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { doorkeeperOf } from "../../rules/access.ts";
import { signInSettings } from "../../views/sign-in-settings.ts";
import { arrange } from "../arrange.ts";

/**
 * Binds an account of the county's own sign-in (`sub` of its issuer) to an officer, or takes the binding away (null); never the actor's
 * own (`teams.reset-by-another`). Refuses `teams.already-taken` (409) where it is another officer's, `teams.issuer-unfit` where none is set.
 */
export async function bindOutsideAccount(db: Database, actor: Actor, person: string, subject: string | null): Promise<void> {
  if (actor.person === person) throw new Refusal("teams.reset-by-another");
  const { county } = actor;
  const { issuer } = await signInSettings(db, county);
  if (subject && !issuer) throw new Refusal("teams.issuer-unfit");
  await arrange(
    db,
    actor,
    async (tx) => {
      await tx.query("delete from teams.outside_accounts where county_code = $1 and person_id = $2", [county, person]);
      if (subject)
        await tx.query("insert into teams.outside_accounts (county_code, person_id, issuer, subject) values ($1, $2, $3, $4)", [
          county,
          person,
          issuer,
          subject,
        ]);
    },
    doorkeeperOf(county),
  );
}

/** Which account of the county's own sign-in is this officer's; nothing where none is bound. */
export async function outsideAccountOf(db: Database, county: number, person: string): Promise<string | undefined> {
  return withActor(db, doorkeeperOf(county), async (tx) => {
    const found = await tx.query<{ subject: string }>(
      "select subject from teams.outside_accounts where county_code = $1 and person_id = $2",
      [county, person],
    );
    return found.rows[0]?.subject;
  });
}

/** The officer behind an account of the county's own sign-in; nobody where none is bound or the account is closed. */
export async function personOutside(db: Database, county: number, issuer: string, subject: string): Promise<string | undefined> {
  return withActor(db, doorkeeperOf(county), async (tx) => {
    const found = await tx.query<{ id: string }>(
      `select person.id from teams.outside_accounts as outside
       join teams.people as person on person.county_code = outside.county_code and person.id = outside.person_id
       where outside.county_code = $1 and outside.issuer = $2 and outside.subject = $3 and not person.disabled`,
      [county, issuer, subject],
    );
    return found.rows[0]?.id;
  });
}
