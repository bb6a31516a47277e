import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withActor } from "../../../foundation/db/pool.ts";
import { addDays, dayOf } from "../../../foundation/time/index.ts";
import { aCounty } from "../../../tests/builders/county.ts";
import { personIdOf, postIdOf, unitIdOf } from "../index.ts";
import { peopleAtWork } from "./people-at-work.ts";

const county = aCounty();
const owner = new pg.Client();
const today = dayOf(new Date());
const post = (code: string) => postIdOf(county.code, code);
const unit = (code: string) => unitIdOf(county.code, code);
const at = (day = today) =>
  withActor(county.db, county.job, (tx) => peopleAtWork(tx, county.code, unit("housing"), "matters.handle", day));
const handling = async (day = today) => (await at(day)).find((one) => one.code === "housing.handle")!;
const hold = (name: string, code: string, kind: "holds" | "stands in", from: string, to: string | null) =>
  owner.query(
    "insert into teams.holdings (county_code, id, person_id, post_id, kind, held_from, held_to) values ($1, gen_random_uuid(), $2, $3, $4, $5, $6)",
    [county.code, personIdOf(county.code, name), post(code), kind, from, to],
  );

beforeAll(async () => {
  Object.assign(owner, new pg.Client({ connectionString: county.ownerUrl }));
  await owner.connect();
});
afterAll(() => owner.end());

test("the posts of the unit that handle, with who holds them: every post, unit and place of theirs", async () => {
  expect((await at()).map((one) => [one.code, one.people.length])).toEqual([
    ["housing.handle", 1],
    ["housing.lead", 0],
  ]);
  await hold("zhujian-banli", "township-410425101.handle", "holds", addDays(today, -3), addDays(today, 3));
  const places = (await county.services.books(county.code)).units;
  const zhongtou = unit("township-410425101");
  const [person] = (await handling()).people;
  expect([...person!.allPosts].sort()).toEqual([post("housing.handle"), post("township-410425101.handle")].sort());
  expect([...person!.units].sort()).toEqual([unit("housing"), zhongtou].sort());
  expect(person!.places).toContain(places.get(zhongtou)!.placeId);
  expect((await handling(addDays(today, 4))).people[0]!.allPosts).toEqual([post("housing.handle")]);
});
test("whoever stands in is at work instead of the holder, on those days only", async () => {
  await hold("renshe-banli", "housing.handle", "stands in", today, addDays(today, 2));
  const { people } = await handling();
  expect(people.map((one) => [one.kind, [...one.units].sort()])).toEqual([
    ["stands in", [unit("housing"), unit("labour")].sort()],
  ]);
  expect((await handling(addDays(today, 3))).people.map((one) => one.kind)).toEqual(["holds"]);
  expect((await handling(addDays(today, -1))).people.map((one) => one.kind)).toEqual(["holds"]);
});
test("a closed account is not at work, and no name is told", async () => {
  expect(JSON.stringify(await at())).not.toContain("办理岗甲");
  await owner.query("update teams.people set disabled = true where id = $1", [personIdOf(county.code, "renshe-banli")]);
  await owner.query("update teams.people set disabled = true where id = $1", [personIdOf(county.code, "zhujian-banli")]);
  expect((await handling()).people).toEqual([]);
});
