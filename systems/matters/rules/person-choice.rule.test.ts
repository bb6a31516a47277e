import { describe, expect, test } from "vitest";
import { type PersonAtWork, type PostToChoose, proposePost } from "./person-choice.rule.ts";

const person = (allPosts: string[], more: Partial<PersonAtWork> = {}): PersonAtWork => ({
  kind: "holds",
  allPosts,
  units: [],
  places: [],
  ...more,
});
const post = (id: string, more: Partial<PostToChoose> = {}): PostToChoose => ({
  id,
  code: `unit.${id}`,
  openMatters: 0,
  people: [person([id])],
  ...more,
});
const matter = { complainedPost: null, complainedUnit: null, unitMustNotKnow: false, townshipId: "town", villageId: "village" };

describe("the post proposed", () => {
  test("has the fewest open matters where nothing else tells", () => {
    expect(proposePost(matter, [post("a", { openMatters: 3 }), post("b", { openMatters: 1 })]).proposed).toBe("b");
  });
  test("is the one near the place, before the load", () => {
    const near = post("a", { openMatters: 9, people: [person(["a", "v"], { places: ["village"] })] });
    const township = post("c", { openMatters: 2, people: [person(["c"], { places: ["town"] })] });
    expect(proposePost(matter, [post("b"), near, township]).proposed).toBe("a");
    expect(proposePost(matter, [post("b"), township]).proposed).toBe("c");
  });
  test("has its holder at work rather than a stand-in, and is not one on which nobody works", () => {
    const away = post("a", { people: [person(["a"], { kind: "stands in" })] });
    expect(proposePost(matter, [away, post("b", { openMatters: 5 })]).proposed).toBe("b");
    expect(proposePost(matter, [away, post("c", { people: [] })])).toMatchObject({
      proposed: "a",
      candidates: [{ standIn: true }, { barred: "nobody at work" }],
    });
  });
});

describe("recusal is absolute", () => {
  const known = { ...matter, complainedPost: "accused" };
  test("for the post complained of", () => {
    expect(proposePost(known, [post("accused"), post("b", { openMatters: 50 })]).proposed).toBe("b");
  });
  test("for a post whose holder or stand-in has the accused post as well", () => {
    const also = post("a", { people: [person(["a", "accused"], { places: ["village"] })] });
    const standsIn = post("c", { people: [person(["c"]), person(["c", "accused"], { kind: "stands in" })] });
    const chosen = proposePost(known, [also, standsIn, post("b", { openMatters: 50 })]);
    expect(chosen.proposed).toBe("b");
    expect(chosen.candidates.map((one) => one.barred)).toEqual(["complained of", null, "complained of"]);
  });
  test("nobody is proposed where all are barred", () => {
    expect(proposePost(known, [post("accused")]).proposed).toBeNull();
  });
});

describe("whoever serves the unit complained of", () => {
  const about = { ...matter, complainedUnit: "water" };
  const bound = post("a", { people: [person(["a"], { units: ["housing", "water"], places: ["village"] })] });
  test("is told of, and proposed only after the others", () => {
    const chosen = proposePost(about, [bound, post("b", { openMatters: 9 })]);
    expect(chosen.proposed).toBe("b");
    expect(chosen.candidates.map((one) => [one.barred, one.disclose])).toEqual([
      [null, true],
      [null, false],
    ]);
    expect(proposePost(about, [bound]).proposed).toBe("a");
  });
  test("stands aside where that unit must not know", () => {
    const chosen = proposePost({ ...about, unitMustNotKnow: true }, [bound]);
    expect(chosen).toMatchObject({ proposed: null, candidates: [{ barred: "complained of", disclose: false }] });
  });
});

test("candidates stand in the county's own order, whatever their load", () => {
  const posts = [post("c", { openMatters: 1 }), post("a", { openMatters: 9 }), post("b", { openMatters: 0 })];
  expect(proposePost(matter, posts).candidates.map((one) => one.post)).toEqual(["a", "b", "c"]);
});
