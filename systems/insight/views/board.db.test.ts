import { beforeAll, describe, expect, test } from "vitest";
import { fixedClock } from "../../../foundation/time/index.ts";
import { aCounty } from "../../../tests/builders/county.ts";
import {
  aMatter,
  clerkOf,
  handlerOf,
  LONGSHAN,
  officerOf,
  placeNamed,
  type Told,
  ZHONGTOU,
} from "../../../tests/builders/matter.ts";
import { Filters } from "../../matters/contract.ts";
import { listMatters } from "../../matters/views/queue/list-matters.ts";
import { Board } from "../contract.ts";
import { board } from "./board.ts";

// Wednesday, in the week of 16 to 22 November 2026
const clock = fixedClock("2026-11-18T02:00:00Z");
const county = aCounty({ clock });
const at = (instant: string) => clock.advance(Date.parse(instant) - clock.now().getTime());

const readers = {
  "the county's head": () => officerOf(county, "county-centre", ["matters.read", "insight.read"]),
  "the head of a township": () => officerOf(county, ZHONGTOU, ["matters.read", "insight.read"]),
  "the head of a department": () => officerOf(county, "housing", ["matters.read", "insight.read"]),
};

const ask = (reader: Parameters<typeof board>[1], query: { place?: string; week?: string } = {}) =>
  board(county.services, reader, { colour: "received", ...query });

/** How many matters the list behind this address holds, read as the desk reads it. */
async function listed(reader: Parameters<typeof board>[1], url: string): Promise<number> {
  expect(url).toMatch(/^\/desk\/matters\?/);
  const query = Object.fromEntries(new URL(url, "http://desk").searchParams);
  const filters = Filters.parse(query);
  expect(Object.keys(filters).sort(), "the queue knows every filter of the address").toEqual(Object.keys(query).sort());
  return (await listMatters(county.services, reader, { ...filters, sort: "newest", limit: 1 })).count.exact;
}

beforeAll(async () => {
  const north = { township: "冢头镇", village: "纪村" };
  const street = { township: "龙山街道" };
  const from = (told: Told, ...places: Told[]) => places.map((place) => ({ ...told, ...place }));
  // the week before: two received, one closed in time
  at("2026-11-11T02:00:00Z");
  for (const told of from({}, north, street)) await aMatter(county, told).accepted();
  at("2026-11-12T02:00:00Z");
  await aMatter(county, north).accepted().dispatchedTo("housing").signed().answered().closed().rated("fair");
  // an old one, closed late this week, and one long overdue
  at("2026-09-01T02:00:00Z");
  const late = await aMatter(county, north).accepted().dispatchedTo("housing").signed();
  await aMatter(county, street).accepted().dispatchedTo("housing").signed();
  at("2026-11-17T02:00:00Z");
  const handler = await handlerOf(county, "housing");
  const { act, verifierOf } = await import("../../../tests/builders/matter.ts");
  const answered = await act(county, handler, late, "answer", { reply: "迟了，抱歉（示例）。", outcome: "solved" });
  await act(county, await verifierOf(county), answered, "close", {});
  // this week
  for (const told of from({ category: "drainage.blocked" }, north, north, street)) await aMatter(county, told).accepted();
  await aMatter(county, north).accepted().dispatchedTo("housing").signed().answered().closed().rated("very-satisfied");
  await aMatter(county, north)
    .accepted()
    .dispatchedTo("housing")
    .signed()
    .answered("partly-solved")
    .closed()
    .rated("dissatisfied");
  await aMatter(county, street).accepted().dispatchedTo("housing").signed().shelvedUntil("2027-03-01");
  await aMatter(county, street).answeredOnSpot();
  await aMatter(county, street).accepted().dispatchedTo("housing").signed().answered().closed();
  await aMatter(county, { text: "不知道在哪里的一件事（示例）。", door: "hotline" });
  await aMatter(county, north).withdrawn();
  // the week after: counts for neither
  at("2026-11-23T02:00:00Z");
  await aMatter(county, north).accepted();
  at("2026-11-18T02:00:00Z");
});

describe("the week's figures of the county", () => {
  test("count what the story tells", async () => {
    const shown = await ask(await readers["the county's head"]());
    expect(Board.parse(shown)).toBeTruthy();
    expect(shown.week).toEqual({ from: "2026-11-16", to: "2026-11-22", beforeFrom: "2026-11-09", beforeTo: "2026-11-15" });
    const { received, closed, open, overdue, shelved, onTime, satisfied } = shown.figures;
    expect([received.value, received.before]).toEqual([10, 3]);
    expect([closed.value, closed.before]).toEqual([5, 1]);
    // two of the week before, the overdue one, three drains, the shelved one, the unplaced one, the one of next week
    expect([open.value, overdue.value, shelved.value]).toEqual([9, 1, 1]);
    expect(onTime).toMatchObject({ value: 4 / 5, n: 5, before: 1, comparable: false });
    expect(satisfied).toMatchObject({ value: 1 / 2, n: 2, before: 0 });
    expect(shown.trend).toHaveLength(12);
    expect(shown.trend.at(-1)).toEqual({ from: "2026-11-16", received: 10, closed: 5 });
    expect(shown.trend.at(-2)).toEqual({ from: "2026-11-09", received: 3, closed: 1 });
    expect(shown.trend[0]!.from).toBe("2026-08-31");
    expect(shown.trend[0]!.received).toBe(2);
    expect(shown.doors).toEqual([
      { door: "counter", now: 9 },
      { door: "hotline", now: 1 },
    ]);
    expect(shown.categories[0]).toMatchObject({ now: expect.any(Number), where: expect.any(String) });
    expect(shown.categories.every((category) => category.now > category.before)).toBe(true);
    expect(shown.svg).toContain("冢头镇");
  });
  test("add up: the townships and what has no place make the county", async () => {
    const shown = await ask(await readers["the county's head"]());
    expect(shown.rows).toHaveLength(15);
    const sum = (name: "received" | "closed" | "open") => shown.rows.reduce((total, row) => total + row[name].value, 0);
    expect(sum("received")).toBe(shown.figures.received.value - 1 - withdrawnUnplaced);
    expect(sum("closed")).toBe(shown.figures.closed.value - onSpotUnplaced);
  });
  test("of an earlier week are what they were, but for what stands open now", async () => {
    const shown = await ask(await readers["the county's head"](), { week: "2026-11-11" });
    expect([shown.figures.received.value, shown.figures.closed.value]).toEqual([3, 1]);
    expect(shown.figures.open.value).toBe(9);
  });
});

// the withdrawn one and the one answered on the spot were never given a place
const withdrawnUnplaced = 2;
const onSpotUnplaced = 1;

describe.each(Object.entries(readers))("every figure opens just the matters that it counts, for %s", (who, reader) => {
  test.each([undefined, "2026-11-11"])("week of %s", async (week) => {
    const me = await reader();
    const places =
      who === "the head of a department"
        ? [undefined]
        : [undefined, await placeNamed(county, "冢头镇"), await placeNamed(county, "冢头镇", "纪村")];
    let looked = 0;
    for (const place of places) {
      const shown = await ask(me, { place, week });
      for (const group of [shown.figures, ...shown.rows]) {
        for (const [name, figure] of Object.entries(group)) {
          if (name === "place") continue;
          const expected = "n" in figure ? Math.round(figure.value * figure.n) : (figure as { value: number }).value;
          expect(await listed(me, (figure as { url: string }).url), `${name} of ${(figure as { url: string }).url}`).toBe(
            expected,
          );
          looked += 1;
        }
      }
      for (const category of shown.categories) {
        expect(await listed(me, category.url)).toBe(category.now);
        looked += 1;
      }
    }
    expect(looked).toBeGreaterThan(7);
  });
});

describe("whose figures", () => {
  test("a township's head sees their own place first, and may not open a neighbour's", async () => {
    const me = await readers["the head of a township"]();
    expect((await ask(me)).place.name).toBe("冢头镇");
    await expect(ask(me, { place: await placeNamed(county, "龙山街道") })).rejects.toMatchObject({
      code: "insight.not-your-area",
      status: 403,
    });
  });
  test("a department's head counts what was sent to them, and is told so", async () => {
    const shown = await ask(await readers["the head of a department"]());
    expect(shown.figures.received.value).toBe(4);
    expect(shown.figures.received.definition).toContain("只算您看得到的事项");
  });
  test("a grid has no figures of its own", async () => {
    const { gazetteer } = await county.services.books(county.code);
    const grid = [...gazetteer.places.values()].find((place) => place.kind === "grid");
    await expect(ask(await readers["the county's head"](), { place: grid!.id })).rejects.toMatchObject({
      code: "insight.no-figures-here",
    });
  });
  test("in English the words are English", async () => {
    const shown = await ask({ ...(await clerkOf(county)), locale: "en" });
    expect(shown.figures.open.definition).toMatch(/^Matters not finished/);
    expect(await officerOf(county, LONGSHAN, [])).toMatchObject({ scope: "places" });
  });
});
