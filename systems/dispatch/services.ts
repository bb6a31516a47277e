import type { Database } from "../../foundation/db/pool.ts";
import type { Clock } from "../../foundation/time/index.ts";
import type { Register } from "./rules/faults-of-a-catalogue.rule.ts";

export interface CatalogueServices {
  readonly db: Database;
  readonly clock: Clock;
  /** The categories and units that the lines may name; asked of who keeps them. */
  readonly register: (county: number) => Promise<Register>;
}
