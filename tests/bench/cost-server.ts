// One server of the product for `cost.ts`, in a process of its own: `on` as it is, `off` without row-level security and vault. Tells its
// address and serves until its input ends.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWithoutPolicies, takeTheVaultAway } from "./open-doors.ts";

const [how, runtimeUrl, ownerUrl] = process.argv.slice(2) as ["on" | "off", string, string];
if (how === "off") takeTheVaultAway();
const { startServer } = await import("../../apps/api/server.ts");
const { openDatabase } = await import("../../foundation/db/pool.ts");
const { benchKeys, COUNTY } = await import("./bench-county.ts");
const db = how === "off" ? openWithoutPolicies(ownerUrl) : openDatabase(runtimeUrl, { size: 16 });
const dataFolder = mkdtempSync(join(tmpdir(), "linli-cost-"));
const server = await startServer({
  db,
  county: COUNTY,
  port: 0,
  host: "127.0.0.1",
  dataFolder,
  keys: benchKeys(),
  services: ["api"],
  log: false,
});
process.stdout.write(`${server.url}\n`);
process.stdin.resume().once("end", async () => {
  await server.close();
  await db.close();
  rmSync(dataFolder, { recursive: true, force: true });
  process.exit(0);
});
