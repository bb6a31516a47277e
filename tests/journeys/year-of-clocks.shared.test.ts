import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { townshipOfPseudonyms } from "../../counties/jiaxian/pseudonyms.table.ts";
import { root } from "../../foundation/root.ts";
import { aCounty } from "../builders/county.ts";
import { liveAYear, theJournalAgrees, type YearMessage } from "./year-of-clocks.ts";

/** Every so-and-so-many-th message is lived; LINLI_YEAR_MESSAGES=4326 for all of them. */
const MOST = Number(process.env.LINLI_YEAR_MESSAGES ?? 300);
const county = aCounty();

describe.sequential("a year of real messages of another city, over the county's townships", () => {
  test("is dispatched by what the machine reads in them", { timeout: 3_600_000 }, async () => {
    const rows: Record<string, string>[] = parse(readFileSync(join(root, "../shared/data/messages/messages.csv")), {
      columns: true,
      bom: true,
    });
    const { gazetteer } = await county.services.books(county.code);
    const places = new Map([...gazetteer.places.values()].map((place) => [place.code, place.id]));
    const step = Math.max(1, Math.floor(rows.length / MOST));
    const messages = rows
      .filter((_, index) => index % step === 0)
      .slice(0, MOST)
      .map((row): YearMessage => {
        const [title, text] = [row.title!.trim(), row.text!.trim()];
        const placeId = places.get(townshipOfPseudonyms(`${title}\n${text}`) ?? "");
        return { id: row.id ?? title, title, text: text.length >= 2 ? text : title, ...(placeId && { placeId }) };
      });
    const figures = await liveAYear(county, messages, new Date("2025-11-03T01:00:00Z"), new Date("2026-10-20T09:00:00Z"));
    console.log(figures);
    expect(figures.received).toBe(messages.length);
    expect(figures.unexplained / figures.received).toBeLessThan(0.1);
  });
  test("and the journal gives every state and every date again", { timeout: 600_000 }, async () => {
    await theJournalAgrees(county, mkdtempSync(join(tmpdir(), "linli-year-")));
  });
});
