import { randomBytes } from "node:crypto";
import { beforeAll } from "vitest";
import { refusalWords } from "../../apps/api/bind-systems.ts";
import { seedRegisters } from "../../apps/cli/seed.ts";
import { makeServices } from "../../apps/services.ts";
import type { KeyRing } from "../../apps/settings.ts";
import { type Actor, jobActor } from "../../foundation/db/actor.ts";
import type { Database } from "../../foundation/db/pool.ts";
import { knowRefusals } from "../../foundation/http/refusals.ts";
import { type Clock, systemClock } from "../../foundation/time/index.ts";
import type { Services } from "../../systems/matters/index.ts";
import { findActor, personIdOf } from "../../systems/teams/index.ts";
import { type TestDatabase, testDatabase } from "../database.ts";

export const JIAXIAN = 410425;

/** Keys for tests alone. */
export const testKeys = (): KeyRing => ({
  version: 1,
  identity: randomBytes(32),
  lookup: randomBytes(32),
  session: randomBytes(32),
});

export interface TestCounty extends TestDatabase {
  readonly code: number;
  readonly keys: KeyRing;
  readonly services: Services;
  /** Demonstration accounts with the passwords drawn for this run; filled before the first test. */
  readonly accounts: ReadonlyMap<string, string>;
  /** The context of a demonstration account, by its sign-in name, e.g. xian-shouli. */
  actorOf(signInName: string, at?: Date): Promise<Actor>;
  readonly job: Actor;
}

/** Sets a whole county up in a database that is there: registers, units, posts, rules, made-up accounts; no matters. */
export async function seedTestCounty(db: Database): Promise<Map<string, string>> {
  knowRefusals(...refusalWords);
  const { accounts } = await seedRegisters(db, JIAXIAN, true);
  return new Map(accounts.map((account) => [account.signInName, account.password]));
}

/** A database of its own with the county of the demonstration in it (1.5 s), dropped afterwards. Call at the top of a test file. */
export function aCounty(options: { clock?: Clock } = {}): TestCounty {
  const database = testDatabase();
  const keys = testKeys();
  const accounts = new Map<string, string>();
  beforeAll(async () => {
    for (const [name, password] of await seedTestCounty(database.db)) accounts.set(name, password);
  });
  return {
    ...database,
    code: JIAXIAN,
    keys,
    accounts,
    job: jobActor(JIAXIAN),
    services: makeServices(database.db, keys, options.clock ?? systemClock),
    async actorOf(signInName, at = new Date()) {
      const actor = await findActor(database.db, JIAXIAN, personIdOf(JIAXIAN, signInName), at);
      if (!actor) throw new Error(`no account ${signInName} in the test county`);
      return actor;
    },
  };
}
