import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, withActor } from "../../../foundation/db/pool.ts";
import type { OwnSession } from "../contract.ts";
import { doorkeeperOf } from "../rules/access.ts";

export interface MySignIn {
  readonly authenticator: { readonly since: string } | null;
  readonly passkeys: { readonly id: string; readonly name: string; readonly since: string; readonly host: string }[];
  readonly spareCodesLeft: number;
  readonly outside: boolean;
  readonly sessions: OwnSession[];
}

interface SessionRow {
  id: string;
  device: string;
  started_at: Date;
  last_act: Date;
  factors: 1 | 2;
}

/** With what the actor signs in, and where they are signed in now; `here` is the session that asks. Nobody sees another person's. */
export async function mySignIn(db: Database, actor: Actor, here: string, idleMinutes: number, now: Date): Promise<MySignIn> {
  return withActor(
    db,
    doorkeeperOf(actor.county),
    async (tx) => {
      const of = [actor.county, actor.person];
      const authenticator = await tx.query<{ since: string }>(
        "select since::text from teams.authenticators where county_code = $1 and person_id = $2 and confirmed",
        of,
      );
      const passkeys = await tx.query<MySignIn["passkeys"][number]>(
        "select id, name, since::text, host from teams.passkeys where county_code = $1 and person_id = $2 order by id",
        of,
      );
      const spare = await tx.query<{ count: number }>(
        "select count(*)::integer as count from teams.spare_codes where county_code = $1 and person_id = $2",
        of,
      );
      const outside = await tx.query("select 1 from teams.outside_accounts where county_code = $1 and person_id = $2", of);
      const sessions = await tx.query<SessionRow>(
        `select id, device, started_at, greatest(idle_until - make_interval(mins => $3), started_at) as last_act, factors
         from teams.sessions where county_code = $1 and person_id = $2 and idle_until > $4 and expires_at > $4 order by idle_until desc`,
        [...of, idleMinutes, now],
      );
      return {
        authenticator: authenticator.rows[0] ?? null,
        passkeys: passkeys.rows,
        spareCodesLeft: spare.rows[0]!.count,
        outside: outside.rowCount === 1,
        sessions: sessions.rows.map((row) => ({
          id: row.id,
          here: row.id === here,
          device: row.device,
          startedAt: row.started_at.toISOString(),
          lastActAt: row.last_act.toISOString(),
          factors: row.factors,
        })),
      };
    },
    { readOnly: true },
  );
}
