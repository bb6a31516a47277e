import type { Database } from "../../foundation/db/pool.ts";
import type { KeyRing } from "../settings.ts";

export interface ServerOptions {
  readonly db: Database;
  readonly county: number;
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly keys: KeyRing;
  readonly services: readonly ("api" | "jobs")[];
  readonly log?: boolean;
}
