import { createWriteStream } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { type Actor, jobActor } from "../../foundation/db/actor.ts";
import { knowRefusals, sentenceOf } from "../../foundation/http/refusals.ts";
import { newId } from "../../foundation/ids.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { csvLines, writeXlsx } from "../../foundation/sheets/index.ts";
import type { Services } from "../../systems/matters/index.ts";
import { exportList, upperReplies } from "../../systems/matters/index.ts";
import { bytesOfFile, listOrders, sendAgain, sendReplies } from "../../systems/orders/index.ts";
import { refusalWords } from "../api/bind-systems.ts";
import { makeServices } from "../services.ts";
import type { CommandContext } from "./context.ts";

/** `linli export FILE`: the matters of a list, or the replies to a higher platform, as a spreadsheet: whole or not at all. */
export async function run(args: string[], context: CommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      as: { type: "string" },
      filter: { type: "string", default: "" },
      upper: { type: "boolean", default: false },
      platform: { type: "string" },
      again: { type: "string" },
      data: { type: "string" },
    },
  });
  if (!positionals[0]) throw new Refusal("export.whichFile");
  const file = resolve(positionals[0]);
  const form = values.as ?? (file.endsWith(".xlsx") ? "xlsx" : "csv");
  if (form !== "csv" && form !== "xlsx") throw new Refusal("export.badForm");
  const county = await context.open(values.data);
  knowRefusals(...refusalWords);
  const draft = `${file}.part`;
  try {
    const services = makeServices(county.db, county.keys);
    const actor = { ...jobActor(county.county), locale: context.locale };
    const body = values.again
      ? await fileAgain(services, actor, values.again)
      : values.platform
        ? await newFile(services, actor, values.platform, form, context)
        : values.upper
          ? await bodyOfReplies(services, actor, values.filter, form)
          : (await exportList(services, actor, { as: form, url: values.filter })).body;
    if (Buffer.isBuffer(body)) await writeFile(draft, body, { mode: 0o600 });
    else await pipeline(body, createWriteStream(draft, { mode: 0o600 }));
    await rename(draft, file);
    context.say("export.done", { file });
    return 0;
  } catch (error) {
    await rm(draft, { force: true });
    if (!(error instanceof Refusal) || !refusalWords.some((words) => error.code in words)) throw error;
    console.error(sentenceOf(error, context.locale));
    return 1;
  } finally {
    await county.close();
  }
}

/** The replies that are ready, in the platform's columns, remembered as sent; what cannot be sent is told with its reason. */
async function newFile(
  services: Services,
  actor: Actor,
  platform: string,
  form: "csv" | "xlsx",
  context: CommandContext,
): Promise<Buffer> {
  const { cannot } = await listOrders(services, actor, platform);
  for (const { theirs, number, reason } of cannot) context.say("export.cannotSend", { theirs, number, reason });
  const file = await sendReplies(services, actor, { commandId: newId(), id: newId(), platform, form });
  context.say("export.sent", { rows: file.rows, id: file.id });
  return (await bytesOfFile(services, actor, file.id)).bytes;
}

/** The same file once more, on the platform's request. */
async function fileAgain(services: Services, actor: Actor, id: string): Promise<Buffer> {
  await sendAgain(services, actor, id, newId());
  return (await bytesOfFile(services, actor, id)).bytes;
}

async function bodyOfReplies(
  services: Services,
  actor: Parameters<typeof upperReplies>[1],
  url: string,
  form: "csv" | "xlsx",
): Promise<Readable | Buffer> {
  const { columns, rows } = await upperReplies(services, actor, url);
  return form === "csv"
    ? Readable.from(csvLines(columns, rows))
    : writeXlsx([{ name: actor.locale === "en" ? "Replies" : "答复", columns, rows }]);
}
