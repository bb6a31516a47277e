import { expect, it } from "vitest";
import { whatHappened } from "./what-happened.rule.ts";

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 23, hour));

it("pairs pauses with resumptions, lets an open one last until now, and adds extensions up", () => {
  const events = [
    { what: "started", at: at(0) },
    { what: "paused", at: at(1) },
    { what: "resumed", at: at(2).toISOString() },
    { what: "extended", at: at(3), facts: { by: 5 } },
    { what: "extended", at: at(3), facts: { by: 2 } },
    { what: "paused", at: at(4) },
  ];
  expect(whatHappened(events, at(9))).toEqual({
    pauses: [
      { from: at(1), to: at(2) },
      { from: at(4), to: at(9) },
    ],
    extensions: [{ by: 5 }, { by: 2 }],
    extendedBy: 7,
  });
});

it("lets a resumption without a pause be, and counts a pause said twice from the first", () => {
  const events = [
    { what: "resumed", at: at(1) },
    { what: "paused", at: at(2) },
    { what: "paused", at: at(3) },
    { what: "resumed", at: at(4) },
  ];
  expect(whatHappened(events, at(9))).toEqual({ pauses: [{ from: at(2), to: at(4) }], extensions: [], extendedBy: 0 });
});

it("keeps ground and approving post of a pause and of an extension", () => {
  const events = [
    { what: "paused", at: at(1), facts: { ground: "appraisal", approver: "负责人岗" } },
    { what: "resumed", at: at(2) },
    { what: "extended", at: at(3), facts: { by: 30, ground: "情况复杂", approver: "负责人岗" } },
  ];
  expect(whatHappened(events, at(9))).toMatchObject({
    pauses: [{ ground: "appraisal", approver: "负责人岗" }],
    extensions: [{ by: 30, ground: "情况复杂", approver: "负责人岗" }],
  });
});
