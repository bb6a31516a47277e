import { parseArgs } from "node:util";
import { Refusal } from "../../foundation/refusal.ts";
import type { CommandContext } from "./context.ts";
import type { KeysCall } from "./keys-call.ts";
import { drill, recover } from "./keys-recover.ts";
import { profile, rotate, status } from "./keys-rotate.ts";
import { split } from "./keys-split.ts";

const SUBCOMMANDS: Record<string, (call: KeysCall) => Promise<number>> = { status, rotate, profile, split, recover, drill };

/** `linli keys …`: what the key file holds, a rotation, the profile, and the way back when it is lost. */
export async function run(args: string[], context: CommandContext): Promise<number> {
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: text, need: text, offices: text, out: text, envelope: text },
  });
  const [name = "status", ...words] = positionals;
  const subcommand = SUBCOMMANDS[name];
  if (!subcommand) throw new Refusal("badOption", { detail: `keys ${name}`, name: "keys" });
  const { data, need, offices, out, envelope } = values;
  return subcommand({ context, words, data, need, offices, out, envelope });
}
