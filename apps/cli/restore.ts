import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { openArchive } from "../../foundation/backup/archive.ts";
import { restore, UNFINISHED_RESTORE } from "../../foundation/backup/restore.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { type DataFolder, dataFolder } from "../settings.ts";
import type { CommandContext } from "./context.ts";
import { asOwner, emptyDatabase, openServer, type Server } from "./database.ts";
import { holdDataFolder } from "./instance.ts";

/** `linli restore FILE`: into an empty data folder or database; whole, or not usable. */
export async function run(args: string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { data: { type: "string" } } });
  const [name] = positionals;
  if (!name) throw new Refusal("restore.whichFile");
  const file = resolve(name);
  (await openArchive(file)).close(); // a wrong file costs nothing
  const folder = dataFolder(values.data);
  const instance = await holdDataFolder(folder);
  try {
    const server = await openServer(folder, (step) => context.say(`step.${step}`));
    try {
      await makeRoom(server, folder);
      const done = await restore(server.ownerUrl, server.runtimeLogin, file, folder.files, (part, index, total) =>
        context.progress("restore.part", { part, index, total }),
      );
      context.say("restore.done", { ...done });
      if (done.upgraded.length) context.say("restore.upgraded", { names: done.upgraded.join(", ") });
      context.say(existsSync(folder.keyFile) ? "restore.keysThere" : "restore.keysMissing", { file: folder.keyFile });
      return 0;
    } finally {
      await server.stop();
    }
  } finally {
    instance.release();
  }
}

/** Only an empty database is filled; what an earlier restore left unfinished is cleared first. */
async function makeRoom(server: Server, folder: DataFolder): Promise<void> {
  const state = await asOwner(server.ownerUrl, async (client) => {
    const { rows } = await client.query(
      "select to_regnamespace($1) is not null as half, to_regnamespace('foundation') is not null as some",
      [UNFINISHED_RESTORE],
    );
    return rows[0] as { half: boolean; some: boolean };
  });
  if (state.half) return emptyDatabase(server);
  if (state.some || (existsSync(folder.files) && readdirSync(folder.files).length))
    throw new Refusal("start.notEmpty", { folder: folder.home });
}
