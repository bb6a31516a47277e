import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const inSource = import.meta.url.endsWith(".ts");

/** Loads a module of the apps by its place in the source (from `apps/`), as source or as built; undefined where this build has none. */
export async function plug<Module>(place: string): Promise<Module | undefined> {
  const built = place.startsWith("cli/") ? place.slice(4) : place.replaceAll("/", "-");
  const url = new URL(inSource ? `../${place}.ts` : `./${built}.js`, import.meta.url);
  return existsSync(fileURLToPath(url)) ? ((await import(url.href)) as Module) : undefined;
}
