import type { CommandContext } from "./context.ts";

/** A context that keeps what it is told instead of printing it. */
export function makeSilent(context: CommandContext) {
  const said: [code: string, facts: Record<string, unknown> | undefined][] = [];
  const written: string[] = [];
  const silent: CommandContext = {
    ...context,
    say: (code, facts) => void said.push([code, facts]),
    progress: () => {},
    write: (line) => void written.push(line),
  };
  return { said, written, context: silent };
}
