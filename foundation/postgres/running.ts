import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { loginUrl, MAJOR, type Passwords } from "./cluster.ts";
import { findServer } from "./processes.ts";
import { accepts } from "./server.ts";

/** The embedded server that runs on this data folder now, whoever started it; undefined where none answers. */
export async function findRunning(
  dataFolder: string,
): Promise<{ ownerUrl: string; runtimeUrl: string; port: number } | undefined> {
  const own = join(resolve(dataFolder), "postgres");
  const note = join(own, "elsewhere");
  const home = existsSync(note) ? readFileSync(note, "utf8").trim() : own;
  const server = findServer(join(home, String(MAJOR)));
  if (!server?.port || !existsSync(join(own, "passwords.json"))) return undefined;
  const passwords = JSON.parse(readFileSync(join(own, "passwords.json"), "utf8")) as Passwords;
  const ownerUrl = loginUrl("linli_owner", passwords, server.port);
  if (!(await accepts({ connectionString: ownerUrl }))) return undefined;
  return { ownerUrl, runtimeUrl: loginUrl("linli_runtime", passwords, server.port), port: server.port };
}
