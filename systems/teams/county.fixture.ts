import type { Actor } from "../../foundation/db/actor.ts";
import type { TeamsSeed } from "./index.ts";

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
