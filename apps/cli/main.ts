import { Refusal } from "../../foundation/refusal.ts";
import { type CommandContext, makeContext } from "./context.ts";
import { COMMANDS, helpFor, overview } from "./help.ts";
import { plug } from "./plug.ts";
import { localeOf } from "./speech.ts";

interface Command {
  /** Does the command's work and returns the exit code. */
  run(args: string[], context: CommandContext): Promise<number>;
}

/** Takes `--lang X` out of the arguments, wherever it stands. */
function takeLanguage(args: string[]): { rest: string[]; asked: string | undefined } {
  const at = args.findIndex((argument) => argument === "--lang" || argument.startsWith("--lang="));
  if (at < 0) return { rest: args, asked: undefined };
  const inOne = args[at]?.includes("=");
  return { rest: args.toSpliced(at, inOne ? 1 : 2), asked: inOne ? args[at]?.split("=")[1] : args[at + 1] };
}

async function main(): Promise<number> {
  const { rest, asked } = takeLanguage(process.argv.slice(2));
  const context = makeContext(localeOf(asked));
  const [name = "--help", ...args] = rest;
  try {
    if (name === "help" && args[0]) return show(args[0], context);
    if (["help", "--help", "-h"].includes(name)) {
      context.write(overview(context.locale));
      return 0;
    }
    if (!(name in COMMANDS)) throw new Refusal("unknownCommand", { name });
    if (args.includes("--help") || args.includes("-h")) return show(name, context);
    const command = await plug<Partial<Command>>(name);
    if (!command?.run) throw new Refusal("notBuilt", { name });
    return await command.run(args, context);
  } catch (error) {
    const wrongOption = (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
    console.error(context.explain(wrongOption ? new Refusal("badOption", { detail: (error as Error).message, name }) : error));
    return 1;
  }
}

function show(name: string, context: CommandContext): number {
  if (!(name in COMMANDS)) throw new Refusal("unknownCommand", { name });
  context.write(helpFor(name as keyof typeof COMMANDS, context.locale));
  return 0;
}

process.exitCode = await main();
process.channel?.unref();
