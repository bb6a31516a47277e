import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { read } from "../../foundation/db/pool.ts";
import { aCounty } from "../../tests/builders/county.ts";
import { verifyCounty } from "../verify-county.ts";
import { seedExamples } from "./seed-examples.ts";
import { seedReturnCalls } from "./seed-return-calls.ts";

const county = aCounty();

test("the demonstration's return calls were made by real acts, to different ends, and its journal is sound", async () => {
  await seedExamples(county.db, county.code, county.keys);
  await seedReturnCalls(county.db, county.code, county.keys);
  const states = await read<{ state: string; n: number }>(
    county.db,
    county.job,
    "select state, count(*)::integer as n from surveys.calls where county_code = $1 group by 1",
    [county.code],
  );
  const counts = Object.fromEntries(states.map(({ state, n }) => [state, n]));
  expect(counts.answered).toBeGreaterThan(10);
  for (const state of ["left-out", "not-reached", "waiting"]) expect(counts[state], state).toBeGreaterThan(0);
  const report = await verifyCounty(county.db, county.code, mkdtempSync(join(tmpdir(), "linli-seed-")));
  expect(report.journal.findings).toEqual([]);
  expect(report.sound).toBe(true);
}, 180_000);
