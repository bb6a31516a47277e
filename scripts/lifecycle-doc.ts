// Writes docs/lifecycle.md from the spine's table: `node scripts/lifecycle-doc.ts`. A test holds the file to the table.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Lifecycle } from "../foundation/lifecycle.ts";
import { matterLifecycle } from "../systems/matters/rules/lifecycle.ts";

const drawn = (state: string) => state.replaceAll("-", "_");

/** The page of one lifecycle: a Mermaid diagram of what changes the state, and a table of every act. */
export function lifecyclePage(table: Lifecycle): string {
  const acts = Object.entries(table.acts);
  const moves = acts.flatMap(([act, { from, to }]) =>
    to === "same" ? [] : from.map((state) => `  ${drawn(state)} --> ${drawn(to)}: ${act}`),
  );
  const ends = Object.entries(table.states)
    .filter(([, state]) => state.final)
    .map(([state]) => `  ${drawn(state)} --> [*]`);
  const rows = acts.map(
    ([act, { from, to, who, tells, needs, basis }]) =>
      `| ${act} | ${from.join(", ") || "—"} | ${to} | ${who.join(", ")} | ${(needs ?? []).join(", ")} | ${tells ?? ""} | ${basis ?? ""} |`,
  );
  return [
    "# The spine's lifecycle · 诉求的流转",
    "",
    "Written by `scripts/lifecycle-doc.ts` from `systems/matters/rules/lifecycle.ts`; do not edit by hand.",
    "",
    "```mermaid",
    "stateDiagram-v2",
    `  [*] --> ${drawn(table.start.state)}: ${table.start.act}`,
    ...moves,
    ...ends,
    "```",
    "",
    "| act | from | to | who | must carry | resident is told | basis |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(import.meta.dirname, "..", "docs", "lifecycle.md"), lifecyclePage(matterLifecycle));
