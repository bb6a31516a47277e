import type { Database } from "../../foundation/db/pool.ts";
import type { Clock } from "../../foundation/time/index.ts";
import type { ReadingsKept, Sealer } from "../residents/index.ts";
import type { Lane } from "./lane.ts";
import type { Cut } from "./rules/triage/facts.ts";
import type { Books } from "./store/books.ts";

/** What the spine's actions and views stand on; made once by the app's composition. */
export interface Services {
  readonly db: Database;
  readonly clock: Clock;
  readonly sealer: Sealer;
  /** Notes ordinary readings behind the answer. */
  readonly readings: ReadingsKept;
  /** Cuts Chinese text into words, with the county's names. */
  readonly cut: Cut;
  readonly lanes: Readonly<Record<string, Lane>>;
  /** The county's data in memory: categories, rules, units, places, calendar, terms. At most three seconds old. */
  books(county: number): Promise<Books>;
}
