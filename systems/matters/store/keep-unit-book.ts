import { hash } from "node:crypto";
import { jobActor } from "../../../foundation/db/actor.ts";
import { type Database, withActor } from "../../../foundation/db/pool.ts";
import type { Books } from "./books.ts";

const versions = new WeakMap<object, string>();
const kept = new WeakMap<Database, Set<string>>();

const bodyOf = (books: Books) =>
  [...books.unitFacts.values()]
    .map((unit) => ({ ...unit, id: books.unitsByCode.get(unit.code)!.id }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));

/** The version of the units as they stand; the first decision under a new one keeps them, so that they can be replayed. */
export async function keepUnitBook(db: Database, books: Books, at: Date): Promise<string> {
  let version = versions.get(books.unitFacts);
  if (!version) {
    version = hash("sha256", JSON.stringify(bodyOf(books))).slice(0, 16);
    versions.set(books.unitFacts, version);
  }
  const known = kept.get(db) ?? new Set();
  kept.set(db, known);
  const key = `${books.county} ${version}`;
  if (!known.has(key)) {
    await withActor(db, jobActor(books.county), (tx) =>
      tx.query(
        "insert into matters.unit_books (county_code, version, body, at) values ($1, $2, $3::jsonb, $4) on conflict do nothing",
        [books.county, version, JSON.stringify(bodyOf(books)), at],
      ),
    );
    known.add(key);
  }
  return version;
}
