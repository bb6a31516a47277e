import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "../../../foundation/db/actor.ts";
import { read } from "../../../foundation/db/pool.ts";
import { aCounty } from "../../../tests/builders/county.ts";
import {
  aMatter,
  CENTRE,
  handlerOf,
  LONGSHAN,
  madeUpId,
  officerOf,
  type Standing,
  ZHONGTOU,
} from "../../../tests/builders/matter.ts";
import { findForAct } from "../actions/act-on-matter.ts";
import { Filters } from "../contract.ts";
import { matterPage } from "../index.ts";
import { countQueues } from "../views/queue/count-queues.ts";
import { listMatters } from "../views/queue/list-matters.ts";

const county = aCounty();
const WORD = "石榴树";
const RIGHTS = ["matters.read", "matters.receive", "matters.triage", "matters.dispatch", "matters.handle", "matters.supervise"];
const text = `村西头${WORD}边上的路塌了（示例）。`;
const stands: Record<string, Standing> = {};

beforeAll(async () => {
  const about = { complainedAbout: { unit: ZHONGTOU }, text };
  stands.plain = await aMatter(county, { text }).accepted();
  stands.street = await aMatter(county, { text, township: "龙山街道" }).accepted();
  stands.complaint = await aMatter(county, about).accepted();
  stands.report = await aMatter(county, { ...about, kind: "report" })
    .accepted()
    .dispatchedTo("housing");
  stands.secret = await aMatter(county, { ...about, secrecy: true })
    .accepted()
    .dispatchedTo("housing");
  stands.officer = await aMatter(county, { text, complainedAbout: { postId: madeUpId(`post ${CENTRE} accused`) } }).accepted();
});

/** Every way in which a reader could come upon a matter; each gives the ids that it shows. */
const ways: Readonly<Record<string, (reader: Actor) => Promise<string[]>>> = {
  "the list": async (reader) =>
    (await listMatters(county.services, reader, { ...Filters.parse({}), sort: "newest", limit: 100 })).rows.map((row) => row.id),
  "the search": async (reader) =>
    (await listMatters(county.services, reader, { ...Filters.parse({ q: WORD }), sort: "newest", limit: 100 })).rows.map(
      (row) => row.id,
    ),
  "its number": async (reader) => {
    const found = await Promise.all(
      Object.values(stands).map(
        async (one) =>
          (await listMatters(county.services, reader, { ...Filters.parse({ q: one.number }), sort: "newest", limit: 9 })).rows,
      ),
    );
    return found.flat().map((row) => row.id);
  },
  "its code": async (reader) => {
    const found = await Promise.all(
      Object.values(stands).map(
        async (one) =>
          (
            await listMatters(county.services, reader, {
              ...Filters.parse({ q: one.code.replace(/\D/g, "") }),
              sort: "newest",
              limit: 9,
            })
          ).rows,
      ),
    );
    return found.flat().map((row) => row.id);
  },
  "its page": async (reader) => {
    const found = await Promise.all(
      Object.values(stands).map((one) =>
        matterPage(county.services, reader, one.id).then(
          (page) => [page.id],
          (error) => (error.status === 404 ? [] : Promise.reject(error)),
        ),
      ),
    );
    return found.flat();
  },
  "an act": async (reader) => {
    const found = await Promise.all(
      Object.values(stands).map((one) =>
        findForAct(county.services, reader, one.id).then(
          () => [one.id],
          (error) => (error.status === 404 ? [] : Promise.reject(error)),
        ),
      ),
    );
    return found.flat();
  },
  "the table": async (reader) =>
    (await read<{ id: string }>(county.db, reader, "select id from matters.matters")).map((row) => row.id),
};

const readers: Readonly<Record<string, { who: () => Promise<Actor>; sees: readonly string[] }>> = {
  "the county centre": {
    who: () => officerOf(county, CENTRE, RIGHTS),
    sees: ["plain", "street", "complaint", "report", "secret", "officer"],
  },
  // its own place, what is said openly about it, but no 举报 of it and nothing whose reporter asked for secrecy
  "the township complained of": { who: () => officerOf(county, ZHONGTOU, RIGHTS), sees: ["plain", "complaint", "officer"] },
  "another township": { who: () => officerOf(county, LONGSHAN, RIGHTS), sees: ["street"] },
  "a department": { who: () => handlerOf(county, "housing"), sees: ["report", "secret"] },
  "a department without a part": { who: () => handlerOf(county, "labour"), sees: [] },
  "the officer complained of": {
    who: () => officerOf(county, CENTRE, RIGHTS, "accused"),
    sees: ["plain", "street", "complaint", "report", "secret"],
  },
  // signed in with another post, standing in on the one complained of
  "the officer complained of, with another post": {
    who: async () => ({
      ...(await officerOf(county, CENTRE, RIGHTS, "other post")),
      allPosts: [madeUpId(`post ${CENTRE} other post`), madeUpId(`post ${CENTRE} accused`)],
    }),
    sees: ["plain", "street", "complaint", "report", "secret"],
  },
  "another county": { who: async () => ({ ...(await officerOf(county, CENTRE, RIGHTS)), county: 410426 }), sees: [] },
};

describe.each(Object.entries(readers))("%s", (name, { who, sees }) => {
  test.each(Object.keys(ways).filter((way) => name !== "another county" || way === "the table"))(
    `by %s comes upon: ${sees.join(", ") || "nothing"}`,
    async (way) => {
      const ids = new Set(await ways[way]!(await who()));
      const names = Object.entries(stands).flatMap(([key, one]) => (ids.has(one.id) ? [key] : []));
      expect(names.sort()).toEqual([...sees].sort());
    },
  );
  if (name !== "another county")
    test("counts just as many", async () => {
      const { counts } = await countQueues(county.services, await who(), {});
      expect(counts.all).toEqual({ exact: sees.length, more: false });
    });
});

test("no search finds a name or a telephone", async () => {
  const on = await aMatter(county, { text: "门前的沟堵了（示例）。", name: "虚构丁香", phone: "13900000000" });
  const reader = await officerOf(county, CENTRE, RIGHTS);
  for (const q of ["虚构丁香", "丁香", "13900000000", "0000000"]) {
    const { rows } = await listMatters(county.services, reader, { ...Filters.parse({ q }), sort: "newest", limit: 50 });
    expect(
      rows.map((row) => row.id),
      q,
    ).not.toContain(on.id);
  }
  expect(
    (await listMatters(county.services, reader, { ...Filters.parse({ q: "13900000000" }), sort: "newest", limit: 50 })).count
      .exact,
  ).toBe(0);
});
