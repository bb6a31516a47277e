import type { CommandContext } from "./context.ts";

/** What a subcommand of `linli keys` gets. */
export interface KeysCall {
  readonly context: CommandContext;
  readonly words: readonly string[];
  readonly data: string | undefined;
  readonly need: string | undefined;
  readonly offices: string | undefined;
  readonly out: string | undefined;
  readonly envelope: string | undefined;
}
