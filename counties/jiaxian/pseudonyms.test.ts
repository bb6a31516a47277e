import { expect, it } from "vitest";
import { pseudonyms, townshipOfPseudonyms } from "./pseudonyms.table.ts";
import { jiaxianTerritory } from "./territory/territory.ts";

const townships = jiaxianTerritory({ demonstration: false })
  .rows.filter((row) => row.kind === "township")
  .map((row) => row.code);

it("every township is some pseudonym's, and every pseudonym stands once", () => {
  expect([...new Set(pseudonyms.flatMap(([, code]) => code ?? []))].sort()).toEqual(townships.toSorted());
  expect(new Set(pseudonyms.map(([name]) => name)).size).toBe(pseudonyms.length);
});

it("the first pseudonym that names a township decides; the whole and unknown ones do not", () => {
  expect(townshipOfPseudonyms("A市A3区某路")).toBe("410425101");
  expect(townshipOfPseudonyms("A市的A7县与A3区")).toBe("410425105");
  expect(townshipOfPseudonyms("A市政府")).toBeNull();
  expect(townshipOfPseudonyms("Z9区、BA3区")).toBeNull();
});
