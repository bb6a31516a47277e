import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openDatabase } from "../../foundation/db/pool.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { noKeys } from "../api/without-keys.ts";
import { type DataFolder, dataFolder, fingerprintOf, followKeys, makeKeys, readKeys } from "../settings.ts";
import { lineOf } from "./accounts.ts";
import { type CommandContext, checkKeys } from "./context.ts";
import {
  beginInstallation,
  emptyDatabase,
  finishInstallation,
  type Level,
  openServer,
  readLevel,
  type Server,
  upgrade,
} from "./database.ts";
import { askForAdministrator, setUpCounty } from "./first-setup.ts";
import { holdDataFolder, type Instance } from "./instance.ts";
import { type RunningServer, type Service, startOnFreePort } from "./listen.ts";
import { untilStopped } from "./signals.ts";

const JIAXIAN = 410425;

interface Wish {
  readonly demo: boolean;
  readonly port: number;
  readonly host: string;
  readonly services: readonly Service[];
  readonly withoutKeys: boolean;
}

/** `linli start`: runs until Ctrl-C. */
export async function run(args: string[], context: CommandContext): Promise<number> {
  const began = performance.now();
  const { folder, wish } = understand(args);
  const stopping = untilStopped(() => context.say("interrupted"));
  const instance = await holdDataFolder(folder, (pid) => context.say("waitingForOther", { pid }));
  const undo: (() => Promise<void>)[] = [async () => instance.release()];
  try {
    const server = await openServer(folder, (step) => context.say(`step.${step}`));
    undo.unshift(server.stop);
    const { county } = await prepare(server, folder, wish, context);
    const db = openDatabase(server.runtimeUrl);
    undo.unshift(() => db.close());
    const { port, host, withoutKeys } = wish;
    const follow = withoutKeys ? noKeys : followKeys(folder.keyFile);
    const services = withoutKeys ? (["api"] as const) : wish.services;
    const taken = (busy: number, next: number) => context.say("portTaken", { port: busy, next });
    const keys = { keys: follow(), followKeys: follow, withoutKeys };
    const running = await startOnFreePort(
      { db, county, port, host, dataFolder: folder.home, ...keys, services, ...addresses() },
      taken,
    );
    undo.unshift(() => running.close());
    if (withoutKeys) context.say("keys.lost", { file: folder.keyFile });
    announce(running, instance, folder, context, began);
    await stopping;
    instance.tell({ state: "stopping" });
  } finally {
    for (const step of undo) await step().catch((error) => console.error(context.explain(error)));
  }
  context.say("stopped");
  return 0;
}

/** Where browsers reach this installation through the county's proxy: LINLI_HOSTS (names, by commas) and LINLI_FILES_URL. */
function addresses(): { hosts: string[]; filesPort: number; filesAddress: string | undefined } {
  const hosts = (process.env.LINLI_HOSTS ?? "").toLowerCase().split(",");
  const filesAddress = process.env.LINLI_FILES_URL || undefined;
  if (filesAddress && (!URL.canParse(filesAddress) || new URL(filesAddress).origin !== filesAddress))
    throw new Refusal("badOption", { detail: `LINLI_FILES_URL=${filesAddress}`, name: "start" });
  return { hosts: hosts.map((host) => host.trim()).filter(Boolean), filesPort: 0, filesAddress };
}

function understand(args: string[]): { folder: DataFolder; wish: Wish } {
  const { values } = parseArgs({
    args,
    options: {
      demo: { type: "boolean", default: false },
      port: { type: "string", default: process.env.PORT ?? "8080" },
      host: { type: "string", default: process.env.HOST ?? "127.0.0.1" },
      data: { type: "string" },
      services: { type: "string", default: "api,jobs" },
      "without-keys": { type: "boolean", default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Refusal("badOption", { detail: `--port ${values.port}`, name: "start" });
  const services = values.services.split(",");
  if (!services.every((one): one is Service => one === "api" || one === "jobs")) throw new Refusal("start.badServices");
  const folder = dataFolder(values.data);
  const withoutKeys = values["without-keys"];
  if (withoutKeys && existsSync(folder.keyFile)) throw new Refusal("keys.exist", { file: folder.keyFile });
  return { folder, wish: { demo: values.demo, port, host: values.host, services, withoutKeys } };
}

/** Brings the database to the level of this program; on a new one, sets up the county. */
async function prepare(server: Server, folder: DataFolder, wish: Wish, context: CommandContext): Promise<{ county: number }> {
  let level = await readLevel(server, folder);
  if (wish.withoutKeys) {
    if (level.installation?.setup !== "finished") throw new Refusal("start.notSetUp");
    if (level.waiting.length) throw new Refusal("start.waiting", { count: level.waiting.length });
    return level.installation;
  }
  if (level.installation?.setup === "begun") {
    context.say("step.remakeHalf");
    await emptyDatabase(server);
    level = await readLevel(server, folder);
  }
  if (level.installation) {
    checkKeys(readKeys(folder.keyFile), level.installation, folder);
    await bringUp(server, folder, level, context);
    if (wish.demo && !level.installation.demonstration) context.say("start.demoOnReal");
    return level.installation;
  }
  return setUp(server, folder, level, wish, context);
}

async function setUp(
  server: Server,
  folder: DataFolder,
  level: Level,
  wish: Wish,
  context: CommandContext,
): Promise<{ county: number }> {
  const county = Number(process.env.LINLI_COUNTY ?? JIAXIAN);
  const administrator = wish.demo ? undefined : await askForAdministrator(context);
  const made = !existsSync(folder.keyFile);
  const keys = made ? makeKeys(folder.keyFile) : readKeys(folder.keyFile);
  if (made) context.say("keys.made", { file: folder.keyFile });
  await bringUp(server, folder, level, context);
  await beginInstallation(server, county, wish.demo, fingerprintOf(keys));
  const accounts = await setUpCounty(
    server.runtimeUrl,
    { county, demonstration: wish.demo, keys, folder, context },
    administrator,
  );
  await finishInstallation(server);
  if (accounts.length) context.say("accounts", { file: folder.accounts });
  for (const account of accounts) context.write(`  ${lineOf(account)}`);
  return { county };
}

const bringUp = (server: Server, folder: DataFolder, level: Level, context: CommandContext): Promise<string[]> =>
  upgrade(server, folder, level, {
    migrating: (name, index, total) => context.say("step.migrating", { name, index, total }),
    backupFirst: () => context.say("step.backupFirst"),
    backedUp: (file) => context.say("step.backedUp", { file }),
  });

function announce(running: RunningServer, instance: Instance, folder: DataFolder, context: CommandContext, began: number): void {
  instance.tell({ state: "running", url: running.url });
  context.say("readyTime", { seconds: ((performance.now() - began) / 1000).toFixed(1) });
  if (existsSync(folder.accounts) && readFileSync(folder.accounts).length) context.say("accountsKept", { file: folder.accounts });
  if (running.filesPort) context.say("readyFiles", { port: running.filesPort });
  context.say("readyHow", { folder: folder.home });
  context.write(context.sentence("ready", { url: running.url }));
}
