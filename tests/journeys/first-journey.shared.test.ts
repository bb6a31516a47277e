import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { PSEUDONYM_YEARS, townshipOfPseudonyms } from "../../counties/jiaxian/pseudonyms.table.ts";
import { root } from "../../foundation/root.ts";
import { parseInstant } from "../../foundation/time/index.ts";
import { aCountyOverHttp } from "../builders/county-over-http.ts";
import { countyStory, type Message } from "./county-story.ts";

const county = aCountyOverHttp();
const messages: Message[] = [];

/** Real messages to another city: its places are pseudonyms, so a committed table stands townships and years in their place. */
async function readMessages(): Promise<void> {
  const rows: Record<string, string>[] = parse(readFileSync(join(root, "../shared/data/messages/messages.csv")), {
    columns: true,
    bom: true,
  });
  const { gazetteer } = await county.services.books(county.code);
  const places = new Map([...gazetteer.places.values()].map((place) => [place.code, place.id]));
  for (const row of rows) {
    const [title, text] = [row.title!.trim().slice(0, 120), row.text!.trim()];
    const township = townshipOfPseudonyms(`${title}\n${text}`);
    const then = parseInstant(row.time!);
    then?.setUTCFullYear(then.getUTCFullYear() + PSEUDONYM_YEARS);
    messages.push({
      title,
      text: text.length >= 2 ? text : title,
      door: "api",
      ...(then && { occurredAt: then.toISOString() }),
      ...(township && { placeId: places.get(township) }),
    });
  }
}

const story = countyStory(county, { messages, triaged: 120, handled: 120, say: (line) => console.log(line) });

describe.sequential("the first journey over real messages of another city", () => {
  test("the messages are read, their places and years by the committed table", async () => {
    await readMessages();
    const placed = messages.filter((message) => message.placeId).length;
    console.log(`真实留言 ${messages.length} 件，按对照表落到乡镇 ${placed} 件，年份加 ${PSEUDONYM_YEARS}`);
    expect(messages).toHaveLength(4326);
    expect(placed).toBeGreaterThan(2000);
  });
  test.each(Object.entries(story))("%s", { timeout: 180_000 }, async (_id, step) => {
    await step();
  });
});
