// esbuild bundles the server (packages stay outside), Vite the officers' screens. Each lands in its place only when whole.
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { root } from "./prepare.mjs";

const quiet = process.argv.includes("--quiet");
const dist = join(root, "dist");
mkdirSync(dist, { recursive: true });

/** Builds into a folder of its own and swaps it in. */
async function into(name, work) {
  const making = join(dist, `${name}.${process.pid}`);
  const old = `${making}.old`;
  try {
    await work(making);
    if (existsSync(join(dist, name))) renameSync(join(dist, name), old);
    renameSync(making, join(dist, name));
  } finally {
    rmSync(making, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}

// Each command is an entry of its own, so that a short command never loads the server.
const commands = globSync("apps/cli/*.ts", { cwd: root }).filter((file) =>
  /^export async function run\(/m.test(readFileSync(join(root, file), "utf8")),
);
await into("server", (outdir) =>
  build({
    absWorkingDir: root,
    entryPoints: {
      linli: "apps/cli/main.ts",
      ...Object.fromEntries(commands.map((file) => [basename(file, ".ts"), file])),
    },
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node22",
    packages: "external",
    sourcemap: true,
    jsx: "automatic",
    logLevel: quiet ? "error" : "info",
  }),
);

if (existsSync(join(root, "apps", "desk", "index.html"))) {
  const vite = await import("vite");
  const own = ["vite.config.ts", "apps/desk/vite.config.ts"].map((file) => join(root, file)).find(existsSync);
  await into("desk", (outDir) =>
    vite.build({
      configFile: own ?? false,
      root: join(root, "apps", "desk"),
      logLevel: quiet ? "warn" : "info",
      build: { outDir, emptyOutDir: true },
    }),
  );
}
