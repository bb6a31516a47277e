import type { Actor } from "../../../../foundation/db/actor.ts";
import { read } from "../../../../foundation/db/pool.ts";
import type { Services } from "../../services.ts";

/**
 * The numbers that an import's rows get if all of them are new and nobody else imports meanwhile: a row can then be hashed here. The
 * statement that writes a chunk looks whether they are right, and numbers and hashes the rows itself where they are not.
 */
export class ForeseenNumbers {
  readonly #last: Map<number, number>;
  #chunk = new Map<number, number>();

  constructor(last: Iterable<readonly [year: number, last: number]>) {
    this.#last = new Map(last);
  }

  /** The next number of this year, for the chunk that is being composed. */
  take(year: number): number {
    const nth = (this.#last.get(year) ?? 0) + 1;
    this.#last.set(year, nth);
    this.#chunk.set(year, (this.#chunk.get(year) ?? 0) + 1);
    return nth;
  }

  /** The chunk is composed; `given` are the last numbers that the chunk before it really got. What comes next is counted from there. */
  chunkEnds(given: Readonly<Record<string, number>> = {}): void {
    for (const [year, last] of Object.entries(given)) this.#last.set(Number(year), last + (this.#chunk.get(Number(year)) ?? 0));
    this.#chunk = new Map();
  }
}

/** Begins where the counters of this unit's imports stand. */
export async function foreseeNumbers(services: Services, actor: Actor, unit: string): Promise<ForeseenNumbers> {
  const counters = await read<{ year: number; last: number }>(
    services.db,
    actor,
    "select year, last from matters.counters where county_code = $1 and unit_id = $2 and series = 'I'",
    [actor.county, unit],
  );
  return new ForeseenNumbers(counters.map(({ year, last }) => [year, last]));
}
