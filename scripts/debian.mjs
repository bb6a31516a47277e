// What the tests need from Debian, and how it gets there.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { run } from "./prepare.mjs";
import { either, step } from "./say.mjs";

const answers = (file, args) => spawnSync(file, args, { encoding: "utf8" });
const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The folder of the oldest PostgreSQL from 15 on, e.g. /usr/lib/postgresql/15; undefined where there is none. */
export function installedPostgres() {
  const base = "/usr/lib/postgresql";
  if (!existsSync(base)) return undefined;
  const versions = readdirSync(base)
    .map(Number)
    .filter((version) => version >= 15 && existsSync(`${base}/${version}/bin/postgres`));
  return versions.length ? `${base}/${Math.min(...versions)}` : undefined;
}

/** The browser that the journeys drive. `LINLI_CHROMIUM` names another. */
export const installedChromium = () => [process.env.LINLI_CHROMIUM, ...CHROMIUM].find((path) => path && existsSync(path));

const hasChineseFont = () => {
  const list = answers("fc-list", [":lang=zh-cn", "family"]);
  return list.status === 0 && list.stdout.trim() !== "";
};

/** What looks at papers as a stranger would: text and pages of a PDF, its structure, a Word document opened and printed. */
const READERS = { pdftotext: "poppler-utils", qpdf: "qpdf", soffice: "libreoffice-writer-nogui libreoffice-calc-nogui" };
const found = (command) => answers("sh", ["-c", `command -v ${command}`]).status === 0;

function missing() {
  const known = (name) => answers("apt-cache", ["show", "--no-all-versions", name]).status === 0;
  return [
    installedChromium() ? undefined : "chromium",
    hasChineseFont() ? undefined : "fonts-noto-cjk fontconfig",
    installedPostgres()
      ? undefined
      : existsSync("/usr/bin/apt-cache") && !known("postgresql-15") && known("postgresql")
        ? "postgresql"
        : "postgresql-15",
    ...Object.entries(READERS).map(([command, packages]) => (found(command) ? undefined : packages)),
  ]
    .filter(Boolean)
    .join(" ")
    .split(" ")
    .filter(Boolean);
}

/** Installs what is missing where we may use apt; else says the exact line to run. Returns whether everything is there. */
export async function ensureDebianPackages() {
  if (missing().length === 0) return true;
  const root = process.getuid?.() === 0;
  const hasApt = existsSync("/usr/bin/apt-get");
  if (hasApt && (root || answers("sudo", ["-n", "true"]).status === 0)) {
    const apt = (...args) =>
      run(root ? "apt-get" : "sudo", [...(root ? [] : ["-n", "apt-get"]), "-q", "-y", ...args], {
        stdio: ["ignore", "ignore", "inherit"],
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    await step(either("正在更新 Debian 软件包目录", "Updating Debian's package lists"), () => apt("update"));
    const wanted = missing();
    await step(either(`正在安装测试所需：${wanted.join(" ")}`, `Installing what the tests need: ${wanted.join(" ")}`), () =>
      apt("install", "--no-install-recommends", ...wanted),
    );
  }
  const still = missing();
  if (still.length === 0) return true;
  const line = `apt-get update && apt-get install -y --no-install-recommends ${still.join(" ")}`;
  console.error(
    either(`测试还需要这些 Debian 软件包，请以 root 运行：${line}`, `The tests need these Debian packages; run as root: ${line}`),
  );
  return false;
}
