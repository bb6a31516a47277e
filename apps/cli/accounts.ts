import type { Database } from "../../foundation/db/pool.ts";
import type { DataFolder, KeyRing } from "../settings.ts";
import type { CommandContext } from "./context.ts";

export interface Account {
  readonly signInName: string;
  readonly displayName?: string;
  readonly password: string;
  /** Of an account that signs in with two factors: the authenticator's key, and codes that stand in for it, each good once. */
  readonly secondFactor?: { readonly secret: string; readonly spareCodes: readonly string[] };
}

export interface FirstSetup {
  readonly db: Database;
  readonly county: number;
  readonly demonstration: boolean;
  readonly keys: KeyRing;
  readonly folder: DataFolder;
  readonly context: CommandContext;
}

/** One account as a line of the accounts file and of the terminal; what the second factor stands on is a line of its own below. */
export const lineOf = ({ signInName, password, displayName = "", secondFactor }: Account): string =>
  [
    [signInName, password, displayName].join("\t").trimEnd(),
    ...(secondFactor
      ? [`\t验证器密钥 authenticator ${secondFactor.secret}`, `\t备用码 spare codes ${secondFactor.spareCodes.join(" ")}`]
      : []),
  ].join("\n");
