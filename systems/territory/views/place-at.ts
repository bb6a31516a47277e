import type { Actor } from "../../../foundation/db/actor.ts";
import { type Database, read } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { CoordinateSystem, Place, PointAnswer } from "../contract.ts";
import { toWgs } from "../rules/coordinates.ts";
import { extentHolds, holds, type MultiPolygon } from "../rules/geometry.ts";
import { loadGazetteer } from "../store/load-gazetteer.ts";

const SENTENCES = {
  "zh-CN": {
    outside: "这个点不在本县范围内。",
    "no-boundaries": "本县还没有导入界线，单凭这个点不能确定乡镇和村，请选择地点。",
    "in-a-gap": "这个点在已导入的界线之间，没有落进任何乡镇或村，请选择地点。",
  },
  en: {
    outside: "This point is not in the county.",
    "no-boundaries":
      "The county has not imported its boundaries yet, so this point alone tells no township or village. Please choose the place.",
    "in-a-gap": "This point lies between the imported boundaries and in no township or village. Please choose the place.",
  },
} as const;

/**
 * The smallest place whose imported boundary holds the point. Never guesses from what lies near: without boundaries, or in a gap
 * between them, it answers "unknown" with a sentence for the reader; beyond the county's extent "outside".
 * Degrees in the system named. Refuses `territory.not-a-point` (400).
 */
export async function placeAt(
  db: Database,
  actor: Actor,
  longitude: number,
  latitude: number,
  coordinateSystem: CoordinateSystem,
): Promise<PointAnswer> {
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) throw new Refusal("territory.not-a-point", {}, { status: 400 });
  const point = toWgs([longitude, latitude], coordinateSystem);
  const gazetteer = await loadGazetteer(db, actor);
  const sentences = SENTENCES[actor.locale];
  const county = [...gazetteer.places.values()].find((place) => place.kind === "county");
  const [ground] = await read<{ extent: [number, number, number, number] | null; bounded: boolean; edged: boolean }>(
    db,
    actor,
    `select (select extent from territory.versions order by version desc limit 1) as extent,
            exists (select 1 from territory.boundaries where to_version is null) as bounded,
            exists (select 1 from territory.boundaries where to_version is null and place_id = $1) as edged`,
    [county?.id ?? null],
  );
  if (ground?.extent && !extentHolds(ground.extent, point)) return { kind: "outside", sentence: sentences.outside };
  if (!ground?.bounded) return { kind: "unknown", reason: "no-boundaries", sentence: sentences["no-boundaries"] };
  const near = await read<{ id: string; shape: MultiPolygon }>(
    db,
    actor,
    `select place_id as id, coordinates as shape from territory.boundaries
     where to_version is null and west <= $1 and east >= $1 and south <= $2 and north >= $2`,
    [point[0], point[1]],
  );
  const around = near.filter(({ shape }) => holds(shape, point)).flatMap(({ id }) => gazetteer.places.get(id) ?? []);
  const place = smallestOf(around);
  if (!place && ground.edged) return { kind: "outside", sentence: sentences.outside };
  if (place && place.kind !== "county") return { kind: "one", place, version: gazetteer.version };
  return { kind: "unknown", reason: "in-a-gap", sentence: sentences["in-a-gap"] };
}

const smallestOf = (places: readonly Place[]): Place | undefined =>
  places.toSorted((a, b) => b.path.length - a.path.length || (a.code < b.code ? -1 : 1))[0];
