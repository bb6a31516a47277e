import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { backup } from "../../foundation/backup/write.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { dataFolder } from "../settings.ts";
import { type CommandContext, openBeside } from "./context.ts";
import { readLevel } from "./database.ts";

/** `linli backup [FILE]`: one file with everything but the keys, beside a running Linli or without one. */
export async function run(args: string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { data: { type: "string" } } });
  const folder = dataFolder(values.data);
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
  const file = resolve(positionals[0] ?? join(folder.backups, `linli-${stamp}.zip`));
  const server = await openBeside(folder, (step) => context.say(`step.${step}`));
  try {
    if ((await readLevel(server, folder)).empty) throw new Refusal("start.notSetUp");
    const done = await backup(server.ownerUrl, folder.files, file, (part, index, total) =>
      context.progress("backup.part", { part, index, total }),
    );
    context.say("backup.done", { ...done });
    context.say("backup.keys", { file: folder.keyFile });
    context.write(file);
    return 0;
  } finally {
    await server.stop();
  }
}
