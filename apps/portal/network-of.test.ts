import { expect, test } from "vitest";
import { networkOf } from "./network-of.ts";

test("a part of the network is counted, never an address", () => {
  expect([networkOf("203.0.113.9"), networkOf("::ffff:203.0.113.200")]).toEqual(["203.0.113", "203.0.113"]);
  expect(networkOf("2001:db8:1:ab12::1")).toBe(networkOf("2001:db8:1:abff:9::2"));
  expect(networkOf("2001:db8:1:ab12::1")).not.toBe(networkOf("2001:db8:1:ac12::1"));
});
