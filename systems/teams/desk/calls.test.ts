import { expect, test } from "vitest";
import type { Officer, Unit } from "../contract.ts";
import { type Branch, type PostWithHolders, placesByPost, treeOf } from "./calls.ts";

const unit = (id: string, parentId: string | null, name: string) =>
  ({ id, parentId, name, shortName: name, englishName: "" }) as Unit;
const shape = (branches: readonly Branch[]): unknown => branches.map((one) => [one.unit.id, shape(one.children)]);

test("units stand under what they belong to; one found by name keeps the way down to it", () => {
  const units = [
    unit("county", null, "县中心"),
    unit("town", "county", "冢头镇"),
    unit("village", "town", "东街村"),
    unit("water", "county", "水利局"),
  ];
  expect(shape(treeOf(units))).toEqual([
    [
      "county",
      [
        ["town", [["village", []]]],
        ["water", []],
      ],
    ],
  ]);
  expect(shape(treeOf(units, "东街"))).toEqual([["county", [["town", [["village", []]]]]]]);
  expect(treeOf(units, "没有")).toEqual([]);
});

test("a post shows who is on it and who is to come, and nobody whose account is closed", () => {
  const posts = [{ id: "p", holders: [] }] as unknown as PostWithHolders[];
  const held = (id: string, from: string) => ({ id, kind: "holds" as const, postId: "p", from, to: null });
  const people: Officer[] = [
    { id: "1", signInName: "a", name: "虚构甲", disabled: false, madeUp: true, holdings: [held("h1", "2026-01-01")] },
    { id: "2", signInName: "b", name: "虚构乙", disabled: false, madeUp: true, holdings: [held("h2", "2027-01-01")] },
    { id: "3", signInName: "c", name: "虚构丙", disabled: true, madeUp: true, holdings: [held("h3", "2026-01-01")] },
  ];
  expect(
    placesByPost(posts, people, "2026-11-23")
      .get("p")
      ?.map((one) => [one.person, one.coming]),
  ).toEqual([
    ["虚构甲", false],
    ["虚构乙", true],
  ]);
});
