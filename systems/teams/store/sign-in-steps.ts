import { type Database, type Tx, withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { doorkeeperOf } from "../rules/access.ts";
import { STEP_MILLISECONDS } from "../rules/session.rule.ts";
import { countyOfToken, hashOfToken, newToken } from "./tokens.ts";

export interface Step {
  readonly kind: "second factor" | "passkey" | "new passkey" | "outside";
  readonly person: string | null;
  readonly facts: Readonly<Record<string, string>>;
}

/** Writes down what was asked; answers the token that the browser keeps until it answers. */
export async function openStep(tx: Tx, county: number, step: Step, now: Date): Promise<string> {
  const token = newToken(county);
  await tx.query("delete from teams.sign_in_steps where county_code = $1 and ends_at <= $2", [county, now]);
  await tx.query(
    `insert into teams.sign_in_steps (county_code, id, token_hash, kind, person_id, facts, ends_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [county, newId(), hashOfToken(token), step.kind, step.person, step.facts, new Date(now.getTime() + STEP_MILLISECONDS)],
  );
  return token;
}

interface StepRow {
  kind: Step["kind"];
  person_id: string | null;
  facts: Record<string, string>;
}
const asStep = (row: StepRow | undefined): Step | undefined => row && { kind: row.kind, person: row.person_id, facts: row.facts };

/** The step of this token, which stays. Nothing for one that is over, unknown, or of another kind. */
export async function findStep(tx: Tx, token: string, kind: Step["kind"], now: Date): Promise<Step | undefined> {
  const found = await tx.query<StepRow>(
    "select kind, person_id, facts from teams.sign_in_steps where county_code = $1 and token_hash = $2 and kind = $3 and ends_at > $4",
    [countyOfToken(token), hashOfToken(token), kind, now],
  );
  return asStep(found.rows[0]);
}

/** Takes the step of this token away, so that it is answered once: of two at once, one has it. */
export async function takeStep(tx: Tx, token: string, kind: Step["kind"], now: Date): Promise<Step | undefined> {
  const taken = await tx.query<StepRow>(
    `delete from teams.sign_in_steps where county_code = $1 and token_hash = $2 and kind = $3 and ends_at > $4
     returning kind, person_id, facts`,
    [countyOfToken(token), hashOfToken(token), kind, now],
  );
  return asStep(taken.rows[0]);
}

/** The step of this token, asked in a transaction of its own; nothing where the token is of another county. */
export async function lookAtStep(
  db: Database,
  county: number,
  token: string,
  kind: Step["kind"],
  now: Date,
): Promise<Step | undefined> {
  if (countyOfToken(token) !== county) return undefined;
  return withActor(db, doorkeeperOf(county), (tx) => findStep(tx, token, kind, now));
}
