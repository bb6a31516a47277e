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
  /** Port of the second origin, from which attachments come; 0 takes any. Undefined: attachments come from the first. */
  readonly filesPort?: number;
  /** Address of the second origin as browsers reach it, such as https://files.example.gov.cn. */
  readonly filesAddress?: string;
  /** Names under which a proxy in front is reached; this machine's own and addresses in figures are always known. */
  readonly hosts?: readonly string[];
}
