// Plain JavaScript without packages: this runs before anything is installed, on Node 20.19 and later.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { either, step } from "./say.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Linli runs on a Node with these: objects that die young get 24 MB, not 48, which an import would fill to the brim. */
export const nodeFlags = ["--max-semi-space-size=8"];
const modules = join(root, "node_modules");
const SOURCES = [
  "apps",
  "systems",
  "foundation",
  "adapters",
  "ui",
  "counties",
  "scripts/build.mjs",
  "vite.config.ts",
  "package-lock.json",
];
const NOT_SOURCES = /(^|\/)(node_modules|dist|data)$|\.test\.tsx?$|\.md$/;

// Not `npm ci`: it refuses a lock in which a package of some other platform cannot be had. The lock's versions and hashes hold either way.
const INSTALL = [
  "install",
  "--no-save",
  "--ignore-scripts",
  "--include=dev",
  "--include=optional",
  "--no-audit",
  "--no-fund",
  "--loglevel=error",
];

const at = (file) => join(root, file);
const hashOf = (text) => createHash("sha256").update(text).digest("hex");
const textOf = (file) => (existsSync(file) ? readFileSync(file, "utf8") : "");

/** The carried Node of this platform, or the running one where none is carried. */
export function carriedNode() {
  const packages = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`];
  const found = packages.map((name) => join(modules, name, "bin", "node")).find(existsSync);
  return found ?? process.execPath;
}

/** Is this Node new enough to run Linli itself? */
export function isNewEnough(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

/** Runs a program to its end with our terminal; resolves with its exit code. */
export function run(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio: "inherit", ...options });
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? (signal ? 128 : 1)));
  });
}

/** Does node_modules hold what package-lock.json asks for? npm writes what it installed into a lock of its own. */
function holdsTheLock() {
  const wanted = JSON.parse(textOf(at("package-lock.json"))).packages;
  const hidden = textOf(join(modules, ".package-lock.json"));
  if (!hidden) return false;
  const present = JSON.parse(hidden).packages;
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === "") return true;
    if (!present[name]) return Boolean(entry.optional || entry.devOptional); // those of other platforms
    return present[name].version === entry.version;
  });
}

/** Installs the packages of package-lock.json unless they are there. Needs no install script of any package. */
export async function ensureInstalled() {
  const stamp = join(modules, ".linli-installed");
  const lock = hashOf(textOf(at("package-lock.json")));
  if (textOf(stamp) === lock && existsSync(join(modules, ".package-lock.json"))) return;
  const begun = join(modules, ".linli-installing");
  if (existsSync(begun)) rmSync(modules, { recursive: true, force: true }); // broken off half-way
  if (!holdsTheLock()) {
    mkdirSync(modules, { recursive: true });
    writeFileSync(begun, "");
    const code = await step(
      either("正在安装所需软件包（首次约需一分钟）", "Installing packages (about a minute the first time)"),
      () =>
        run(process.platform === "win32" ? "npm.cmd" : "npm", INSTALL, {
          env: { ...process.env, NODE_ENV: "", PATH: withoutOwnBin(process.env.PATH) },
          stdio: ["ignore", "ignore", "inherit"],
        }),
    );
    if (code !== 0)
      throw new Error(
        either(
          "软件包安装失败：请检查能否访问 npm 源，然后再试一次。",
          "The packages could not be installed: check that the npm registry can be reached, then try again.",
        ),
      );
    rmSync(begun, { force: true });
  }
  mkdirSync(modules, { recursive: true });
  writeFileSync(stamp, lock);
}

// npm must not run on the Node that it is about to replace.
const withoutOwnBin = (path = "") =>
  path
    .split(delimiter)
    .filter((folder) => folder !== join(modules, ".bin"))
    .join(delimiter);

/** A fingerprint of every source file: path, size, time of change. */
export function sourcesFingerprint() {
  const lines = [];
  const walk = (path) => {
    const info = statSync(at(path), { throwIfNoEntry: false });
    if (!info || NOT_SOURCES.test(path)) return;
    if (info.isDirectory()) for (const name of readdirSync(at(path)).sort()) walk(`${path}/${name}`);
    else lines.push(`${path} ${info.size} ${info.mtimeMs}`);
  };
  for (const path of SOURCES) walk(path);
  return hashOf(lines.join("\n"));
}

/** Builds the server and the screens unless dist/ was made from these very sources. */
export async function ensureBuilt() {
  const stamp = join(root, "dist", "built-from");
  const fingerprint = sourcesFingerprint();
  if (textOf(stamp) === fingerprint && existsSync(at("dist/server/linli.js"))) return;
  const code = await step(either("正在构建程序", "Building"), () => run(carriedNode(), [at("scripts/build.mjs"), "--quiet"]));
  if (code !== 0) throw new Error(either("构建失败，原因见上。", "The build failed; the reason stands above."));
  writeFileSync(stamp, fingerprint);
}
