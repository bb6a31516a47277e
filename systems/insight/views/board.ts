import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { addDays, dayOf, startOfDay, weekOf } from "../../../foundation/time/index.ts";
import { type Books, countFigures, type Services } from "../../matters/index.ts";
import type { Place } from "../../territory/contract.ts";
import { listMapCells } from "../../territory/index.ts";
import { schematicMap, villageMap } from "../../territory/screens.ts";
import type { getBoard } from "../contract.ts";
import { figuresOfOnesOwnArea, seesAllOf } from "../rules/whose-figures.rule.ts";
import { mapWords } from "../words.ts";
import { figuresOf, listUrl } from "./figures.ts";
import { growingCategories } from "./growing-categories.ts";

type Answer = z.input<typeof getBoard.answer>;
type Asked = z.output<NonNullable<typeof getBoard.query>>;

const WEEKS = 12;

/** The place asked for, else the reader's own: their township or village, the county where they are at work for all of it. */
function placeOf(books: Books, actor: Actor, asked: string | undefined): Place {
  const places = books.gazetteer.places;
  const own =
    actor.scope === "places" ? actor.places.map((id) => places.get(id)).find((place) => place !== undefined) : undefined;
  const place = asked ? places.get(asked) : (own ?? [...places.values()].find((one) => one.kind === "county"));
  if (!place) throw new Refusal("territory.no-such-place", { id: asked }, { status: 404 });
  return place;
}

/**
 * One page of figures for the county, a township or a village: a week of Shanghai from Monday to Sunday, the week before beside it,
 * twelve weeks' trend. Shares lie between 0 and 1. Counted in the reader's own context, so that each figure's URL opens just as
 * many matters. Refuses `insight.not-your-area`, `insight.no-figures-here`, `territory.no-such-place`.
 */
export async function board(services: Services, actor: Actor, asked: Asked): Promise<Answer> {
  const books = await services.books(actor.county);
  const place = placeOf(books, actor, asked.place);
  figuresOfOnesOwnArea(actor, place);
  const from = weekOf(asked.week ?? dayOf(services.clock.now())).monday;
  const wholeCounty = place.kind === "county";
  const within = wholeCounty
    ? undefined
    : ({ column: place.kind === "township" ? "township_id" : "village_id", id: place.id } as const);
  const by = wholeCounty ? "township_id" : "village_id";
  const counts = await countFigures(services, actor, { from: startOfDay(from), weeks: WEEKS, by, ...(within && { within }) });

  const frame = { locale: actor.locale, from, next: addDays(from, 7), partly: !seesAllOf(actor, place) };
  const root = wholeCounty ? undefined : place.id;
  const below = wholeCounty
    ? townships(books, actor)
    : place.kind === "township"
      ? (books.gazetteer.children.get(place.id) ?? []).filter((one) => one.kind === "village")
      : [];
  const rows = below.map((one) => {
    const { received, closed, open, overdue, onTime } = figuresOf(counts, frame, one.id, root);
    return { place: { id: one.id, name: one.name, code: one.code }, received, closed, open, overdue, onTime };
  });
  const thisWeek = { receivedFrom: startOfDay(frame.from).toISOString(), receivedTo: startOfDay(frame.next).toISOString() };
  const nameOf = (code: string) => books.categories.get(code)?.name[actor.locale === "en" ? "en" : "zh"] ?? code;
  const doors = new Map<string, number>();
  for (const row of counts.received) if (row.weeksAgo === 0) doors.set(row.door, (doors.get(row.door) ?? 0) + row.n);

  return {
    place: { id: place.id, name: place.name, path: place.path.map(({ id, name }) => ({ id, name })) },
    week: { from, to: addDays(from, 6), beforeFrom: addDays(from, -7), beforeTo: addDays(from, -1) },
    figures: figuresOf(counts, frame, undefined, root),
    rows,
    trend: counts.trend.map(({ weeksAgo, received, closed }) => ({ from: addDays(from, -7 * weeksAgo), received, closed })),
    categories: growingCategories(books, counts.received).map(({ code, now, before, place: where }) => ({
      code,
      name: nameOf(code),
      now,
      before,
      where: (where && books.gazetteer.places.get(where)?.name) ?? "",
      url: listUrl({ queue: "all", place: root, category: code, ...thisWeek }),
    })),
    doors: [...doors].map(([door, now]) => ({ door, now })).sort((a, b) => b.now - a.now || a.door.localeCompare(b.door)),
    calculatedAt: counts.at.toISOString(),
    svg: await map(services, actor, place, rows, asked.colour),
  };
}

/** Townships in the register's order; a reader whose posts reach over some of them is shown these. */
function townships(books: Books, actor: Actor): Place[] {
  const all = [...books.gazetteer.places.values()].filter((place) => place.kind === "township");
  return actor.scope === "places" ? all.filter((place) => actor.places.includes(place.id)) : all;
}

/** The schematic map, coloured by one figure; a tile opens the matters that were counted. */
async function map(
  services: Services,
  actor: Actor,
  place: Place,
  rows: Answer["rows"],
  colour: Asked["colour"],
): Promise<string> {
  const { locale } = actor;
  const options = { title: `${place.name} · ${mapWords[colour][locale]}`, unit: mapWords.unit[locale], locale, id: "board-map" };
  const tile = (row: Answer["rows"][number]) => ({
    id: row.place.id,
    name: row.place.name,
    count: row[colour].value,
    href: row[colour].url,
  });
  if (place.kind !== "county") return villageMap(rows.map(tile), options);
  const cells = new Map((await listMapCells(services.db, actor)).map((cell) => [cell.place.id, cell]));
  return schematicMap(
    rows.flatMap((row) => {
      const cell = cells.get(row.place.id);
      return cell ? [{ ...tile(row), row: cell.row, column: cell.column }] : [];
    }),
    options,
  );
}
