import type { Database } from "../../foundation/db/pool.ts";
import type { KeyRing } from "../settings.ts";

export interface ServerOptions {
  readonly db: Database;
  readonly county: number;
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly keys: KeyRing;
  /** The key file as it is now, where it can change while this process runs. */
  readonly followKeys?: (fresh?: boolean) => KeyRing;
  /** The key file is lost: for reading only. */
  readonly withoutKeys?: boolean;
  readonly services: readonly ("api" | "jobs")[];
  readonly log?: boolean;
}
