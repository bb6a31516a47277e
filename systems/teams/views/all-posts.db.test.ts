import pg from "pg";
import { expect, test } from "vitest";
import { addDays, dayOf } from "../../../foundation/time/index.ts";
import { aCounty } from "../../../tests/builders/county.ts";

const county = aCounty();

test("an actor carries every post held or stood in on today", async () => {
  const before = await county.actorOf("xian-shouli");
  expect(before.allPosts).toContain(before.post);
  const today = dayOf(new Date());
  const owner = new pg.Client({ connectionString: county.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ id: string }>(
    "select id from teams.posts where id <> all ($1::uuid[]) order by code limit 2",
    [before.allPosts],
  );
  const [now, later] = rows.map((row) => row.id) as [string, string];
  const stand = (post: string, from: string) =>
    owner.query(
      "insert into teams.holdings (county_code, id, person_id, post_id, kind, held_from, held_to) values ($1, gen_random_uuid(), $2, $3, 'stands in', $4, $5)",
      [county.code, before.person, post, from, addDays(today, 9)],
    );
  await stand(now, today);
  await stand(later, addDays(today, 5));
  await owner.end();
  const after = await county.actorOf("xian-shouli");
  expect([...after.allPosts!].sort()).toEqual([...before.allPosts!, now].sort());
});
