import { expect, test } from "vitest";
import { RIGHTS } from "./rights.table.ts";
import { asksForSecondFactor, rightsByFactors } from "./second-factor.rule.ts";

test("a password alone gives the ordinary rights; every other class waits for a second factor", () => {
  const { held, waiting } = rightsByFactors(
    ["matters.read", "teams.secure", "identities.approve", "inspections.read", "teams.audit"],
    1,
  );
  expect(held).toEqual(["matters.read"]);
  expect(waiting).toEqual(["teams.secure", "identities.approve", "inspections.read", "teams.audit"]);
});

test("the table's class alone decides which right asks for a second factor", () => {
  for (const [name, { class: of }] of Object.entries(RIGHTS))
    expect([name, asksForSecondFactor([name])]).toEqual([name, of !== "ordinary"]);
});
