import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { LegalHoliday } from "tyme4ts";
import { expect, it } from "vitest";
import { isWeekend } from "../../foundation/time/index.ts";
import { notices } from "./notices.table.ts";

const ZONES = ["UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"];
interface Proof {
  readonly zone: string;
  readonly compared: Record<"working days" | "natural days", number>;
  readonly disagreements: string[];
}

async function proveIn(zone: string): Promise<Proof> {
  const script = join(import.meta.dirname, "working-days.proof.ts");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--experimental-strip-types", script],
    { env: { ...process.env, NODE_OPTIONS: "", TZ: zone } },
  );
  return JSON.parse(stdout) as Proof;
}

it("every start day 2007–2026 × terms of 1…90 days ends as chinese-days says, in four zones of the machine", async () => {
  const proofs = [];
  for (const pair of [ZONES.slice(0, 2), ZONES.slice(2)]) proofs.push(...(await Promise.all(pair.map(proveIn))));
  for (const { zone, compared, disagreements } of proofs) {
    console.log(`${zone}: ${compared["working days"]} in working days, ${compared["natural days"]} in natural days compared`);
    expect(disagreements).toEqual([]);
    expect(compared["working days"]).toBeGreaterThan(650_000);
    expect(compared["natural days"]).toBeGreaterThan(650_000);
  }
  expect(proofs.map((proof) => proof.zone)).toEqual(ZONES);
}, 400_000);

it("the notices are those of tyme4ts but for the two worked days of 2013 that it leaves out", () => {
  const kinds = new Map(notices.flatMap((notice) => notice.days.map((day) => [day.day, day.kind] as const)));
  const differing: string[] = [];
  for (let at = Date.UTC(2007, 0, 1); at <= Date.UTC(2026, 11, 31); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    const [year, month, date] = day.split("-").map(Number) as [number, number, number];
    const theirs = LegalHoliday.fromYmd(year, month, date)?.isWork() ?? !isWeekend(day);
    const ours = kinds.has(day) ? kinds.get(day) === "make-up workday" : !isWeekend(day);
    if (ours !== theirs) differing.push(day);
  }
  expect(differing).toEqual(["2013-04-07", "2013-10-12"]);
});
