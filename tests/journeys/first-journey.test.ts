import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { jiaxian } from "../../counties/jiaxian/index.ts";
import { jiaxianTerritory } from "../../counties/jiaxian/territory/territory.ts";
import { root } from "../../foundation/root.ts";
import { aCountyOverHttp } from "../builders/county-over-http.ts";
import { countyStory, type Message } from "./county-story.ts";

const county = aCountyOverHttp();

/** The steps that docs/tour.md tells, in its order: the word in code after a heading names the step. */
const tour = [...readFileSync(join(root, "docs/tour.md"), "utf8").matchAll(/^## \d+\. (.+) `([a-z-]+)`$/gm)].map(
  ([, title, id]) => ({ title: title!, id: id! }),
);

const codes = new Map<string, string>();
const messages: Message[] = [];

/** What the labels of the examples mean in this database's register. */
async function readExamples(): Promise<void> {
  const { gazetteer } = await county.services.books(county.code);
  for (const place of gazetteer.places.values()) codes.set(place.code, place.id);
  const { rows } = jiaxianTerritory({ demonstration: false });
  const townships = new Map(rows.filter((row) => row.kind === "township").map((row) => [row.name, row.code]));
  const villages = new Map(
    rows
      .filter((row) => row.kind === "village")
      .map((row) => [`${row.parentCode}/${row.name.replace(/(?:居民|村民)?委员会$/, "")}`, row.code]),
  );
  for (const example of jiaxian.examples) {
    const { place } = example;
    const township = place && "township" in place ? townships.get(place.township) : undefined;
    const code = place && "township" in place && place.village ? villages.get(`${township}/${place.village}`) : township;
    const placeId = code ? codes.get(code) : undefined;
    const kind = place === null ? "none" : "outside" in place ? "outside" : "among" in place ? "several" : `one ${placeId}`;
    messages.push({
      text: example.text,
      title: example.title,
      door: example.door,
      ...(example.complainedAbout && { complainedAbout: example.complainedAbout }),
      ...(example.secrecy && { secrecy: true }),
      read: {
        kind: example.kind,
        category: example.category,
        urgency: example.urgency,
        place: kind,
        ...(placeId && { placeId }),
      },
    });
  }
}

const story = countyStory(county, { messages, triaged: Number.POSITIVE_INFINITY, handled: 60, say: (line) => console.log(line) });

test("the tour tells every step of the journey, and no other", () => {
  expect(tour.map(({ id }) => id)).toEqual(Object.keys(story));
});

describe.sequential("the first journey: the county's made-up messages, from the door to the week's figures", () => {
  test("the messages are read", async () => {
    await readExamples();
    expect(messages.length).toBeGreaterThanOrEqual(300);
    expect(messages.every((message) => message.read!.place !== "one undefined")).toBe(true);
  });
  test.each(tour)("$title", { timeout: 120_000 }, async ({ id }) => {
    await story[id as keyof typeof story]();
  });
});
