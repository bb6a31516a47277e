import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const inSource = import.meta.url.endsWith(".ts");

/** Loads the module of a command, as source or as built; undefined where this build has none by that name. */
export async function plug<Module>(command: string): Promise<Module | undefined> {
  const url = new URL(`./${command}.${inSource ? "ts" : "js"}`, import.meta.url);
  return existsSync(fileURLToPath(url)) ? ((await import(url.href)) as Module) : undefined;
}
