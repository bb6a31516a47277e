import { type Database, withActor } from "../../../foundation/db/pool.ts";
import type { Day } from "../../../foundation/time/index.ts";
import type { HoldingKind } from "../contract.ts";
import { doorkeeperOf } from "../rules/access.ts";
import { seedId } from "../store/seed-id.ts";
import { forgetSessions } from "../store/session-memory.ts";
import { insertHolding } from "./appoint-person.ts";
import { insertPerson, newPassword } from "./create-person.ts";
import { insertPost, insertUnit, type NewPost, type NewUnit } from "./create-unit.ts";

/** A county's own units, by code; `parent` is another unit's code and stands before it in the list. */
export interface SeedUnit extends Omit<NewUnit, "id" | "parentId"> {
  readonly parent?: string;
}
export interface SeedPost extends Omit<NewPost, "id" | "unitId"> {
  readonly unit: string;
}
export interface SeedPerson {
  readonly signInName: string;
  readonly displayName: string;
  readonly locale?: "zh-CN" | "en";
  readonly madeUp: boolean;
  readonly firstAdmin?: boolean;
  /** Where absent, a random one is made and returned. */
  readonly password?: string;
  readonly posts: readonly { readonly post: string; readonly from: Day; readonly to?: Day; readonly kind?: HoldingKind }[];
}
export interface TeamsSeed {
  readonly units: readonly SeedUnit[];
  readonly posts: readonly SeedPost[];
  readonly people: readonly SeedPerson[];
}

export const unitIdOf = (county: number, code: string): string => seedId(county, "unit", code);
export const postIdOf = (county: number, code: string): string => seedId(county, "post", code);
export const personIdOf = (county: number, signInName: string): string => seedId(county, "person", signInName);

/**
 * Plants a county's units, posts and people, in one transaction. Ids follow from the codes. What is there already stays as the
 * county has it; only what is missing is added. Returns the passwords of accounts made now, which are kept nowhere else.
 */
export async function seedTeams(
  db: Database,
  county: number,
  seed: TeamsSeed,
): Promise<{ accounts: { signInName: string; password: string }[] }> {
  const accounts: { signInName: string; password: string }[] = [];
  await withActor(db, doorkeeperOf(county), async (tx) => {
    for (const { parent, ...unit } of seed.units)
      await insertUnit(
        tx,
        county,
        { ...unit, id: unitIdOf(county, unit.code), parentId: parent && unitIdOf(county, parent) },
        true,
      );
    for (const { unit, ...post } of seed.posts)
      await insertPost(tx, county, { ...post, id: postIdOf(county, post.code), unitId: unitIdOf(county, unit) }, true);
    const there = await tx.query<{ id: string }>("select id from teams.people where county_code = $1", [county]);
    const known = new Set(there.rows.map((row) => row.id));
    for (const { posts, password = newPassword(), ...person } of seed.people) {
      const id = personIdOf(county, person.signInName);
      if (known.has(id)) continue;
      await insertPerson(tx, county, { ...person, id, password });
      accounts.push({ signInName: person.signInName, password });
      for (const held of posts)
        await insertHolding(
          tx,
          county,
          {
            ...held,
            id: seedId(county, "holding", `${person.signInName}/${held.post}/${held.from}`),
            person: id,
            post: postIdOf(county, held.post),
          },
          true,
        );
    }
  });
  forgetSessions(db);
  return { accounts };
}
