import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { benchIntake } from "./intake.ts";
import { benchLifecycle } from "./lifecycle.ts";
import { benchQueue } from "./queue.ts";

/** The benches in their shortest form: that they still run and still check what they measure. No time is judged here. */
beforeAll(() => {
  process.env.LINLI_BENCH_SERVER = inject("server");
  process.env.LINLI_BENCH_SMOKE = "1";
});
afterAll(() => {
  delete process.env.LINLI_BENCH_SERVER;
  delete process.env.LINLI_BENCH_SMOKE;
});

it("turns pages and counts truly over a small county", { timeout: 120_000 }, async () => {
  const { rows, fixed } = await benchQueue(1, 3000);
  expect(rows).toHaveLength(24);
  expect(fixed.every((one) => Number(one["round trips"]) > 0)).toBe(true);
});

it("lives whole lives over HTTP, in four calls where nobody else verifies and in five where somebody must", {
  timeout: 120_000,
}, async () => {
  const [consultation] = await benchLifecycle(1, 1, 500, "consultation");
  const [complaint] = await benchLifecycle(1, 1, 500, "complaint");
  expect(consultation!.calls).toBeLessThan(4.7);
  expect(complaint!.calls).toBe(5);
});

it("receives over HTTP beside the reference, without a gap in the numbers", { timeout: 120_000 }, async () => {
  const [figure] = await benchIntake(1, 2);
  expect(figure!.units16).toBeGreaterThan(0);
  expect(figure!.reference).toBeGreaterThan(0);
});
