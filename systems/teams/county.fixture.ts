import pg from "pg";
import type { Actor } from "../../foundation/db/actor.ts";
import type { Database } from "../../foundation/db/pool.ts";
import { makeSecretBox, type SecretBox } from "../../foundation/secret-box.ts";
import type { Clock } from "../../foundation/time/index.ts";
import type { Device, Opened } from "./actions/sign-in/open-session.ts";
import { signIn, type TeamsSeed } from "./index.ts";

export const COUNTY = 410425;
export const TOWNSHIP = "10000000-0000-4000-8000-000000000001";
export const VILLAGE = "10000000-0000-4000-8000-000000000002";
export const NEXT_TOWNSHIP = "10000000-0000-4000-8000-000000000003";

/** A small county for tests; everyone in it is made up (虚构). */
export const seed: TeamsSeed = {
  units: [
    { code: "centre", kind: "county centre", name: "县综治中心", shortName: "县中心", madeUp: true },
    { code: "water", kind: "county department", name: "县水利局", shortName: "水利局", parent: "centre", madeUp: true },
    {
      code: "zhongtou",
      kind: "township centre",
      name: "冢头镇综治中心",
      shortName: "冢头",
      parent: "centre",
      placeId: TOWNSHIP,
      madeUp: true,
    },
    {
      code: "village",
      kind: "village centre",
      name: "示例村综治中心",
      shortName: "示例村",
      parent: "zhongtou",
      placeId: VILLAGE,
      madeUp: true,
    },
  ],
  posts: [
    { code: "centre.lead", unit: "centre", name: "负责人", rights: ["teams.manage", "matters.dispatch"] },
    { code: "water.clerk", unit: "water", name: "承办", rights: ["matters.handle"] },
    { code: "zhongtou.clerk", unit: "zhongtou", name: "受理", rights: ["matters.receive"] },
    { code: "village.clerk", unit: "village", name: "受理", rights: ["matters.receive"] },
  ],
  people: [
    {
      signInName: "lead",
      displayName: "虚构甲",
      madeUp: true,
      password: "lead-pass-1234",
      posts: [{ post: "centre.lead", from: "2026-01-01" }],
    },
    {
      signInName: "clerk",
      displayName: "虚构乙",
      madeUp: true,
      password: "clerk-pass-1234",
      posts: [{ post: "zhongtou.clerk", from: "2026-01-01" }],
    },
    {
      signInName: "two",
      displayName: "虚构丙",
      madeUp: true,
      password: "two-pass-123456",
      posts: [
        { post: "water.clerk", from: "2026-01-01" },
        { post: "village.clerk", from: "2026-11-01", to: "2026-11-30", kind: "stands in" },
      ],
    },
  ],
};

/** Someone at work in the county centre, without any account behind it. */
export const arranger = (county = COUNTY): Actor => ({
  role: "app",
  county,
  person: "20000000-0000-4000-8000-000000000001",
  units: [],
  places: [],
  scope: "county",
  rights: ["teams.manage"],
  locale: "zh-CN",
});

/** A box under a key of tests alone. */
export const testBox: SecretBox = makeSecretBox(Buffer.alloc(32, 7), "teams/sign-in");

/** Signs in someone who has no second factor, so that the password lets them in. */
export async function letIn(db: Database, name: string, password: string, clock: Clock, device?: Device): Promise<Opened> {
  const entrance = await signIn(db, COUNTY, name, password, clock, device);
  if (entrance.kind !== "in") throw new Error(`${name} is asked for a second factor`);
  return entrance;
}

/** A row in each table that sign-in stands on, so that a test sees who does not see it. */
export async function somethingBehindTheDoor(ownerUrl: string, person: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const rows = [
    `teams.authenticators (county_code, id, person_id, secret, since) values (${COUNTY}, gen_random_uuid(), $1, 's', '2026-01-01')`,
    `teams.passkeys (county_code, id, person_id, credential, public_key, host, name, since)
     values (${COUNTY}, gen_random_uuid(), $1, 'c', '', 'h', 'n', '2026-01-01')`,
    `teams.spare_codes (county_code, id, person_id, mark) values (${COUNTY}, gen_random_uuid(), $1, 'm')`,
    `teams.sign_in_steps (county_code, id, person_id, token_hash, kind, ends_at) values (${COUNTY}, gen_random_uuid(), $1, 't', 'outside', now())`,
    `teams.known_devices (county_code, id, person_id, token_hash, ends_on) values (${COUNTY}, gen_random_uuid(), $1, 't', '2026-01-01')`,
    `teams.resets (county_code, id, person_id, password, second_factor, mark, made_at, ends_at)
     values (${COUNTY}, gen_random_uuid(), $1, true, true, 'm', now(), now())`,
    `teams.outside_accounts (county_code, person_id, issuer, subject) values (${COUNTY}, $1, 'i', 's')`,
  ];
  for (const row of rows) await owner.query(`insert into ${row}`, [person]);
  await owner.query(`insert into teams.sign_in_settings (county_code) values (${COUNTY})`);
  await owner.end();
}
