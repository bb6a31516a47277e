import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { totalmem } from "node:os";
import { carriedBinaries } from "../../foundation/postgres/binaries.ts";
import { checkOwnServer } from "../../foundation/postgres/remote.ts";
import { isPortFree } from "../../foundation/postgres/server.ts";
import { chooseRunner } from "../../foundation/postgres/unprivileged.ts";
import type { DataFolder } from "../settings.ts";
import { advice, type Finding, well, wrong } from "./finding.ts";
import { holderOf } from "./instance.ts";

const GIGABYTE = 1_073_741_824;
const LEAST_DISK = 2;
const LEAST_MEMORY = 1.8;

/** What the machine offers: Node, database programs, disk, memory, port, fonts, browser, time zone. */
export async function* checkMachine(folder: DataFolder, port: number): AsyncGenerator<Finding> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const version = { version: process.versions.node };
  yield major > 22 || (major === 22 && minor >= 18) ? well("doctor.node", version) : wrong("doctor.nodeOld", version);
  yield await databasePrograms();

  const disk = await statfs(folder.home);
  const free = { free: ((disk.bavail * disk.bsize) / GIGABYTE).toFixed(1), folder: folder.home };
  yield Number(free.free) >= LEAST_DISK ? well("doctor.disk", free) : wrong("doctor.diskLow", free);
  const total = { total: (totalmem() / GIGABYTE).toFixed(1) };
  yield Number(total.total) >= LEAST_MEMORY ? well("doctor.memory", total) : advice("doctor.memoryLow", total);

  const holder = holderOf(folder);
  yield holder ? well("doctor.running", { url: holder.url, pid: holder.pid }) : well("doctor.notRunning");
  if (!holder) yield (await isPortFree(port)) ? well("doctor.port", { port }) : advice("doctor.portTaken", { port });
  yield* programs();
  yield zone();
}

async function databasePrograms(): Promise<Finding> {
  try {
    const { DATABASE_URL: runtime, DATABASE_OWNER_URL: owner } = process.env;
    if (runtime && owner) return well("doctor.ownServer", await checkOwnServer(runtime, owner));
    const runner = chooseRunner(carriedBinaries());
    const command = runner.command(runner.binaries.postgres, ["--version"]);
    const { stdout, status, stderr } = spawnSync(command.file, command.args, {
      uid: command.options.uid,
      gid: command.options.gid,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr);
    return well("doctor.carried", { version: stdout.trim(), kind: runner.kind });
  } catch (error) {
    return { is: "wrong", error };
  }
}

function* programs(): Generator<Finding> {
  const font = spawnSync("fc-list", [":lang=zh-cn", "family"], { encoding: "utf8" }).stdout?.split("\n")[0]?.trim();
  yield font ? well("doctor.fonts", { name: font }) : advice("doctor.noFonts");
  const found = (...names: string[]) => names.map((name) => `/usr/bin/${name}`).find((path) => existsSync(path));
  const chromium = found("chromium", "chromium-browser", "google-chrome");
  yield chromium ? well("doctor.chromium", { path: chromium }) : advice("doctor.noChromium");
  const office = found("soffice", "libreoffice");
  yield office ? well("doctor.office", { path: office }) : well("doctor.noOffice");
}

function zone(): Finding {
  try {
    const now = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" }).format(
      new Date(),
    );
    return well("doctor.zone", { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, now });
  } catch {
    return wrong("doctor.noZone");
  }
}
