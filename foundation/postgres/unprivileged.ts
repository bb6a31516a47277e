import { execFileSync, type SpawnOptions, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../refusal.ts";
import type { Binaries } from "./binaries.ts";

/** PostgreSQL refuses to run as root; this says how it is run instead. */
export interface Runner {
  readonly kind: "direct" | "user namespace" | "nobody";
  readonly binaries: Binaries;
  /** Command line and spawn options that run `file` without root's rights. */
  command(file: string, args: readonly string[]): { file: string; args: string[]; options: SpawnOptions };
  /** Makes this file or folder, with all in it, belong to the user that runs the server. */
  give(path: string): void;
  /** Can the user that runs the server enter this folder? */
  mayEnter(folder: string): boolean;
}

const NOBODY = 65534;
const NAMESPACE = ["--user", "--map-user=1000", "--map-group=1000"];

/**
 * Chooses how to run the server: directly for an ordinary user; for root in a user namespace of its own, which needs neither a
 * second user nor a change of owner; where namespaces are forbidden, as `nobody`, with a copy of the programs under
 * `/var/lib/linli` when nobody cannot reach them. `LINLI_POSTGRES_RUNNER` (direct, namespace, nobody) overrides the choice.
 */
export function chooseRunner(binaries: Binaries): Runner {
  const wish = process.env.LINLI_POSTGRES_RUNNER;
  if (process.getuid?.() !== 0 || wish === "direct") return direct(binaries);
  if (wish !== "nobody" && spawnSync("unshare", [...NAMESPACE, binaries.postgres, "--version"]).status === 0)
    return inNamespace(binaries);
  return asNobody(binaries);
}

const direct = (binaries: Binaries): Runner => ({
  kind: "direct",
  binaries,
  command: (file, args) => ({ file, args: [...args], options: {} }),
  give: () => {},
  mayEnter: () => true,
});

const inNamespace = (binaries: Binaries): Runner => ({
  ...direct(binaries),
  give: (path) => giveTo(path, 0),
  kind: "user namespace",
  command: (file, args) => ({ file: "unshare", args: [...NAMESPACE, file, ...args], options: {} }),
});

function asNobody(original: Binaries): Runner {
  const user = { uid: NOBODY, gid: NOBODY };
  const runs = (file: string) => spawnSync(file, ["--version"], { ...user, cwd: "/" }).status === 0;
  const binaries = runs(original.postgres) ? original : copyForNobody(original);
  if (!runs(binaries.postgres)) throw new Refusal("postgres.noUnprivilegedUser", { folder: binaries.home }, { status: 503 });
  return {
    kind: "nobody",
    binaries,
    command: (file, args) => ({ file, args: [...args], options: { ...user, cwd: "/" } }),
    give: (path) => giveTo(path, NOBODY),
    mayEnter: (folder) => spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", folder], { ...user, cwd: "/" }).status === 0,
  };
}

function giveTo(path: string, user: number): void {
  if (lstatSync(path).uid !== user) execFileSync("chown", ["-R", `${user}:${user}`, path]);
}

/** Where files of the embedded server go when `nobody` cannot enter the project's or the data folder. */
export const SHARED_STATE = "/var/lib/linli";

function copyForNobody(binaries: Binaries): Binaries {
  const version = spawnSync(binaries.postgres, ["--version"], { encoding: "utf8" }).stdout?.match(/[\d.]+/)?.[0] ?? "unknown";
  const home = join(SHARED_STATE, `postgresql-${version}`);
  if (!existsSync(home)) {
    const making = `${home}.${process.pid}`;
    mkdirSync(SHARED_STATE, { recursive: true, mode: 0o755 });
    chmodSync(SHARED_STATE, 0o755);
    cpSync(binaries.home, making, { recursive: true, verbatimSymlinks: true });
    chmodSync(making, 0o755);
    try {
      renameSync(making, home);
    } catch {
      rmSync(making, { recursive: true, force: true });
    }
  }
  return { home, initdb: join(home, "bin", "initdb"), postgres: join(home, "bin", "postgres") };
}
