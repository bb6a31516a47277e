import { describe, expect, it } from "vitest";
import { z } from "zod";
import { exampleShape } from "../../template/shapes.ts";
import { categories } from "../categories.table.ts";
import { jiaxianTerritory } from "../territory/territory.ts";
import { examples } from "./index.ts";

const places = jiaxianTerritory({ demonstration: false }).rows;
const rows = places
  .filter((place) => place.kind === "village")
  .map(({ code, name }) => ({ name: name.replace(/(?:居民|村民)?委员会$/, ""), township: code.slice(0, 9) }));
const townships = new Map(places.filter((place) => place.kind === "township").map((place) => [place.name, place.code]));

const known = (words: string): boolean => {
  const [township = "", village] = words.split("/");
  const code = townships.get(township);
  return code !== undefined && (village === undefined || rows.some((row) => row.township === code && row.name === village));
};

describe("the example messages", () => {
  it("have the shape, and are enough", () => {
    z.array(exampleShape).parse(examples);
    expect(examples.length).toBeGreaterThanOrEqual(320);
    expect(new Set(examples.map((each) => each.id)).size).toBe(examples.length);
    expect(new Set(examples.map((each) => each.text)).size).toBe(examples.length);
  });

  it("stand in places that the register knows", () => {
    const wrong = examples.flatMap(({ id, place }) => {
      if (place === null || "outside" in place) return [];
      const named = "among" in place ? place.among : [place.village ? `${place.township}/${place.village}` : place.township];
      return named.filter((words) => !known(words)).map((words) => `${id} ${words}`);
    });
    expect(wrong).toEqual([]);
  });

  it("reach every township", () => {
    const reached = new Set(examples.flatMap(({ place }) => (place && "township" in place ? [place.township] : [])));
    expect([...townships.keys()].filter((name) => !reached.has(name))).toEqual([]);
  });

  it("name second-level categories that exist, and nearly all of them", () => {
    const leaves = new Set(categories.filter((category) => category.parent).map((category) => category.code));
    expect(examples.filter((each) => !leaves.has(each.category)).map((each) => `${each.id} ${each.category}`)).toEqual([]);
    expect(new Set(examples.map((each) => each.category)).size / leaves.size).toBeGreaterThan(0.9);
  });

  it("hold at least 25 pairs that say the same in other words, the later naming an earlier one", () => {
    const byId = new Map(examples.map((each) => [each.id, each]));
    const pairs = examples.filter((each) => each.sameAs);
    expect(pairs.length).toBeGreaterThanOrEqual(25);
    for (const pair of pairs) {
      const first = byId.get(pair.sameAs!)!;
      expect(first.sameAs, pair.id).toBeUndefined();
      expect({ id: pair.id, place: pair.place, category: pair.category.split(".")[0] }).toEqual({
        id: pair.id,
        place: first.place,
        category: first.category.split(".")[0],
      });
    }
  });

  it("hold no telephone number and no long digits", () => {
    expect(examples.filter(({ title, text }) => /\d{5,}/.test(title + text)).map((each) => each.id)).toEqual([]);
  });
});
