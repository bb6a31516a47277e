import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { writePrivately } from "../../foundation/private-file.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { type RecoveryPaper, splitRecovery } from "../../systems/residents/index.ts";
import type { CommandContext } from "./context.ts";
import type { KeysCall } from "./keys-call.ts";
import { parsedKeyFile, writeKeyFile } from "./keys-file.ts";

/** One office's paper, to be printed: whose it is, what it is for, the lines, and how to read them out. */
export function paperText(
  paper: RecoveryPaper,
  facts: { need: number; of: number; set: string; at: string },
  context: Pick<CommandContext, "sentence">,
): string {
  const { sentence } = context;
  const { office, number, lines } = paper;
  return [
    sentence("paper.title"),
    sentence("paper.whose", { office, number, of: facts.of, need: facts.need, at: facts.at }),
    "",
    ...lines.map((line) => `    ${line}`),
    "",
    sentence("paper.keep"),
    sentence("paper.use"),
    "",
  ].join("\n");
}

/** `linli keys split --offices A,B,C --need 2 --out DIR`: one file for each office, to be printed and then destroyed. */
export async function split({ context, data, need, offices, out }: KeysCall): Promise<number> {
  const names = (offices ?? "")
    .split(/[,，、]/)
    .map((name) => name.trim())
    .filter(Boolean);
  if (!out || names.length === 0 || !Number.isInteger(Number(need)))
    throw new Refusal("badOption", { detail: "keys split --offices A,B,C --need 2 --out DIR", name: "keys" });
  const county = await context.open(data);
  try {
    const made = await splitRecovery(names, Number(need), new Date());
    const folder = resolve(out);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const facts = { need: made.split.need, of: names.length, set: made.split.set, at: made.split.at.slice(0, 10) };
    for (const paper of made.papers) {
      const file = join(folder, `${made.split.set}-${paper.number}-${paper.office.replaceAll(/[^\p{L}\p{N}]/gu, "_")}.txt`);
      writePrivately(file, paperText(paper, facts, context));
      context.write(file);
    }
    // only now: broken off before, the papers open nothing and the earlier ones still do
    await writeKeyFile(county, { ...parsedKeyFile(county.folder), recovery: made.split });
    context.say("keys.splitDone", { ...facts, folder });
    return 0;
  } finally {
    await county.close();
  }
}
