import { describe, expect, it } from "vitest";
import { ARTICLES } from "./articles.table.ts";
import { TRUST_MARKS } from "./contract.ts";
import { citationOf, standingOn } from "./rules/in-force.rule.ts";

describe("the seed register is well formed", () => {
  it("at least 90 articles, none twice", () => {
    expect(ARTICLES.length).toBeGreaterThanOrEqual(90);
    expect(new Set(ARTICLES.map(({ id }) => id)).size).toBe(ARTICLES.length);
  });
  it.each(ARTICLES.map((article) => [article.id, article] as const))(
    "%s: citation, day, source, mark",
    (id, { law, article, text }) => {
      expect(id).toBe(citationOf(law.cited, article));
      expect(article).toMatch(/^$|^第[一二三四五六七八九十百零]+条$/);
      expect(new Date(`${law.from}T00:00:00Z`).toISOString()).toBe(`${law.from}T00:00:00.000Z`);
      expect(law.source.length).toBeGreaterThan(4);
      expect(law.number).not.toBe("");
      expect(TRUST_MARKS).toContain(law.trust);
      expect(text.length).toBeGreaterThanOrEqual(10);
      expect(text).not.toMatch(/^……|\s$/);
    },
  );
  it("what is only remembered says so in its source", () => {
    for (const { id, law } of ARTICLES.filter(({ law }) => law.trust !== "verified")) expect(law.source, id).toMatch(/待/);
  });
});

describe("how an article stands on a day", () => {
  const article = { from: "2022-05-01", to: "2026-06-30" };
  it.each([
    ["2022-04-30", "to come"],
    ["2022-05-01", "in force"],
    ["2026-06-30", "in force"],
    ["2026-07-01", "closed"],
  ])("%s: %s", (day, standing) => expect(standingOn(article, day)).toBe(standing));
  it("without a last day it stays in force", () => expect(standingOn({ ...article, to: null }, "2099-01-01")).toBe("in force"));
});
