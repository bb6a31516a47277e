import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { jiaxian } from "../../counties/jiaxian/index.ts";
import { aCounty } from "../builders/county.ts";
import { liveAYear, theJournalAgrees, type YearFigures, type YearMessage } from "./year-of-clocks.ts";

const county = aCounty();

describe.sequential("a year of messages, 春节 and 国庆 in it", () => {
  let figures: YearFigures;
  test("is dispatched by the county's own catalogue and rules, and every date holds", { timeout: 300_000 }, async () => {
    expect(jiaxian.dispatch.catalogue.entries.length).toBeGreaterThanOrEqual(60);
    expect(jiaxian.dispatch.rules.rules.length).toBeGreaterThanOrEqual(40);
    const messages: YearMessage[] = jiaxian.examples.map((one) => ({
      id: one.id,
      title: one.title,
      text: one.text,
      read: { kind: one.kind, category: one.category, urgency: one.urgency },
    }));
    figures = await liveAYear(county, messages, new Date("2025-11-03T01:00:00Z"), new Date("2026-10-20T09:00:00Z"));
    console.log(figures);
    expect(figures.unexplained / figures.received).toBeLessThan(0.05);
    expect(figures.objected).toBeGreaterThan(5);
    expect(figures.onTime).toBeGreaterThan(figures.overdue);
  });
  test("and the journal gives every state and every date again", { timeout: 120_000 }, async () => {
    await theJournalAgrees(county, mkdtempSync(join(tmpdir(), "linli-year-")));
  });
});
