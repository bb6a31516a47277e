import type { Database } from "../../foundation/db/pool.ts";
import type { DataFolder, KeyRing } from "../settings.ts";
import type { CommandContext } from "./context.ts";

export interface Account {
  readonly signInName: string;
  readonly displayName?: string;
  readonly password: string;
}

export interface FirstSetup {
  readonly db: Database;
  readonly county: number;
  readonly demonstration: boolean;
  readonly keys: KeyRing;
  readonly folder: DataFolder;
  readonly context: CommandContext;
}

/** One account as a line of the accounts file and of the terminal. */
export const lineOf = (account: Account): string =>
  [account.signInName, account.password, account.displayName ?? ""].join("\t").trimEnd();
