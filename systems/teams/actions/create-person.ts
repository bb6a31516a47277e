import { randomInt } from "node:crypto";
import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, type Tx, withActor } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Clock } from "../../../foundation/time/index.ts";
import { SignInName } from "../contract.ts";
import { doorkeeperOf } from "../rules/access.ts";
import { passwordIsFit } from "../rules/password.rule.ts";
import { isCommonPassword } from "../store/common-passwords.ts";
import { countTry } from "../store/count-tries.ts";
import { forgetDevices } from "../store/known-devices.ts";
import { hashPassword, isPassword } from "../store/password-hash.ts";
import { forgetSessions } from "../store/session-memory.ts";
import { arrange } from "./arrange.ts";

export interface NewPerson {
  readonly id?: string;
  readonly signInName: string;
  readonly displayName: string;
  readonly password: string;
  readonly locale?: "zh-CN" | "en";
  readonly madeUp?: boolean;
  readonly firstAdmin?: boolean;
  /** Given by another hand: the officer chooses an own password at the first sign-in. */
  readonly given?: boolean;
}

/** Throws where this may not be anybody's password: length, the name itself, or one of those that are guessed first. */
export async function checkNewPassword(password: string, signInName: string): Promise<void> {
  passwordIsFit(password, signInName);
  if (await isCommonPassword(password)) throw new Refusal("teams.password-common");
}

/** Characters that are not mistaken for one another when read from paper. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679";

/** A random password of 16 characters (89 bits), fit to be printed and typed. */
export const newPassword = (): string => Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

export async function insertPerson(tx: Tx, county: number, person: NewPerson): Promise<string> {
  const name = SignInName.safeParse(person.signInName);
  if (!name.success) throw new Refusal("teams.sign-in-name-unfit", {}, { status: 400 });
  await checkNewPassword(person.password, name.data);
  const id = person.id ?? newId();
  await tx.query(
    `insert into teams.people (county_code, id, sign_in_name, display_name, locale, first_admin, made_up)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      county,
      id,
      name.data,
      person.displayName.trim(),
      person.locale ?? "zh-CN",
      person.firstAdmin ?? false,
      person.madeUp ?? false,
    ],
  );
  await tx.query("insert into teams.passwords (county_code, person_id, hash, given) values ($1, $2, $3, $4)", [
    county,
    id,
    await hashPassword(person.password),
    person.given ?? false,
  ]);
  return id;
}

/**
 * Opens an account for an officer, without any post yet; returns its id. Refusals: `teams.may-not-arrange`,
 * `teams.already-taken` (sign-in name), `teams.password-length`, `teams.password-is-the-name`, `teams.sign-in-name-unfit`.
 */
export const createPerson = (db: Database, actor: Actor, person: Omit<NewPerson, "firstAdmin">): Promise<string> =>
  arrange(db, actor, (tx) => insertPerson(tx, actor.county, person), doorkeeperOf(actor.county));

/** Writes a new own password; every session of the person ends, and no browser is known any more. */
export async function writePassword(tx: Tx, county: number, person: string, password: string): Promise<void> {
  const found = await tx.query<{ sign_in_name: string }>(
    "select sign_in_name from teams.people where county_code = $1 and id = $2",
    [county, person],
  );
  if (!found.rows[0]) throw new Refusal("teams.not-found", { what: "person" }, { status: 404 });
  await checkNewPassword(password, found.rows[0].sign_in_name);
  await tx.query(
    "update teams.passwords set hash = $3, failures = 0, locked_until = null, given = false where county_code = $1 and person_id = $2",
    [county, person, await hashPassword(password)],
  );
  await tx.query("delete from teams.sessions where county_code = $1 and person_id = $2", [county, person]);
  await forgetDevices(tx, county, person);
}

/**
 * An officer's own change; asks for the present password (`teams.wrong-password`, also where
 * too many wrong ones came before), and for another one than that
 * (`teams.password-the-same`). Ends all of the officer's sessions.
 */
export async function changeOwnPassword(
  db: Database,
  { county, person }: Actor,
  current: string,
  next: string,
  clock: Clock,
): Promise<void> {
  if (!person) throw new Refusal("teams.sign-in-needed", {}, { status: 401 });
  const tried = await withActor(db, doorkeeperOf(county), async (tx) => {
    const found = await tx.query<{ sign_in_name: string }>(
      "select sign_in_name from teams.people where county_code = $1 and id = $2",
      [county, person],
    );
    return countTry(tx, county, found.rows[0]?.sign_in_name ?? "", "", clock.now());
  });
  if (!tried || tried.resting || !(await isPassword(tried.hash, current))) throw new Refusal("teams.wrong-password");
  if (current === next) throw new Refusal("teams.password-the-same");
  await withActor(db, doorkeeperOf(county), (tx) => writePassword(tx, county, person, next));
  forgetSessions(db);
}

/** Closes an account (`disabled` true: its sessions end at once) or opens it again. The posts are left as they are. */
export const closeAccount = (db: Database, actor: Actor, person: string, disabled: boolean): Promise<void> =>
  arrange(
    db,
    actor,
    async (tx) => {
      const done = await tx.query("update teams.people set disabled = $3 where county_code = $1 and id = $2", [
        actor.county,
        person,
        disabled,
      ]);
      if (done.rowCount === 0) throw new Refusal("teams.not-found", { what: "person" }, { status: 404 });
      if (disabled)
        await tx.query("delete from teams.sessions where county_code = $1 and person_id = $2", [actor.county, person]);
    },
    doorkeeperOf(actor.county),
  );
