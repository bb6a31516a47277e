import { describe, expect, test } from "vitest";
import { fixedClock } from "../../foundation/time/index.ts";
import { networkLimit, networkOf } from "./network-limit.ts";

describe("the limit", () => {
  test("counts parts of the network, never addresses, and forgets each day", () => {
    expect([networkOf("203.0.113.9"), networkOf("::ffff:203.0.113.200")]).toEqual(["203.0.113", "203.0.113"]);
    expect(networkOf("2001:db8:1:ab12::1")).toBe(networkOf("2001:db8:1:abff:9::2"));
    expect(networkOf("2001:db8:1:ab12::1")).not.toBe(networkOf("2001:db8:1:ac12::1"));
    const clock = fixedClock("2026-11-23T23:55:00+08:00");
    const limit = networkLimit(clock, { most: 2, minutes: 15 });
    limit.count("203.0.113.1");
    limit.count("203.0.113.2");
    expect(limit.minutesToWait("203.0.113.3")).toBe(15);
    clock.advance(6 * 60_000);
    expect(limit.minutesToWait("203.0.113.3")).toBe(0);
  });
});
