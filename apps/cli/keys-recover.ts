import { existsSync, readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { openDatabase } from "../../foundation/db/pool.ts";
import { writePrivately } from "../../foundation/private-file.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { findEnvelope, type KeyFile, keyFileText, openKeyFile, readKeyFile, readPapers } from "../../systems/residents/index.ts";
import { dataFolder, readKeyText } from "../settings.ts";
import { checkKeys, openBeside } from "./context.ts";
import { readLevel } from "./database.ts";
import type { KeysCall } from "./keys-call.ts";
import { envelopeBeside, envelopeFile, writeKeyFile } from "./keys-file.ts";

/** What was typed from the papers: files, or standard input where none is named. */
async function typed({ words, context }: KeysCall): Promise<string> {
  if (words.length > 0)
    return words
      .map((file) => {
        if (!existsSync(file)) throw new Refusal("backup.noFile", { file });
        return readFileSync(file, "utf8");
      })
      .join("\n");
  context.say("keys.typePapers");
  return text(process.stdin);
}

/** `linli keys recover [PAPER …]`: the key file again, from enough papers; never over one that is there. */
export async function recover(call: KeysCall): Promise<number> {
  const { context, data, envelope } = call;
  const folder = dataFolder(data);
  if (existsSync(folder.keyFile)) throw new Refusal("keys.exist", { file: folder.keyFile });
  const shares = readPapers(await typed(call));
  const { set } = shares[0]!;
  const server = await openBeside(folder, (step) => context.say(`step.${step}`));
  const db = openDatabase(server.runtimeUrl, { size: 2 });
  try {
    const { installation } = await readLevel(server, folder);
    if (!installation) throw new Refusal("start.notSetUp");
    const beside = envelopeBeside(envelope ?? envelopeFile(folder), set);
    const sealed = beside ?? (await findEnvelope(db, installation.county, set));
    if (!sealed) throw new Refusal("keys.noEnvelope", { set });
    const found = await openKeyFile(sealed, shares);
    checkKeys(readKeyFile(found), installation, folder);
    writePrivately(folder.keyFile, found);
    context.say("keys.recovered", { file: folder.keyFile, version: readKeyFile(found).version });
    return 0;
  } finally {
    await db.close();
    await server.stop();
  }
}

/** `linli keys drill [PAPER …]`: do these papers open what they must? Compares with the key file in use; writes only the day of the drill. */
export async function drill(call: KeysCall): Promise<number> {
  const { context, data } = call;
  const shares = readPapers(await typed(call));
  const county = await context.open(data);
  try {
    const { set } = shares[0]!;
    const kept = [envelopeBeside(envelopeFile(county.folder), set), await findEnvelope(county.db, county.county, set)];
    if (!kept.some(Boolean)) throw new Refusal("keys.noEnvelope", { set });
    const now = readKeyText(county.folder.keyFile);
    for (const sealed of kept)
      if (sealed && (await openKeyFile(sealed, shares)) !== now) throw new Refusal("keys.drillOther", { set });
    const file = JSON.parse(now) as KeyFile;
    if (keyFileText(file) !== now || !file.recovery) throw new Refusal("keys.drillOther", { set });
    await writeKeyFile(county, { ...file, recovery: { ...file.recovery, drilledAt: new Date().toISOString() } });
    context.say("keys.drilled", { papers: shares.length, set, copies: kept.filter(Boolean).length });
    return 0;
  } finally {
    await county.close();
  }
}
