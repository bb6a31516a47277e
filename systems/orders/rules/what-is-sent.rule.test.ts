import { expect, test } from "vitest";
import { whatIsSent } from "./what-is-sent.rule.ts";

const layout = { outcomes: { solved: "已办结", explained: "已解释" }, handedBack: "退回", sendsSecret: false };
const order = { state: "closed", secrecy: false, outcome: "solved", reply: "补好了" };

test.each([
  [{}, { word: "已办结" }],
  [{ state: "not-accepted", outcome: null }, { word: "退回" }],
  [{ outcome: null }, { word: "已解释" }],
  [{ secrecy: true }, { reason: "sealed" }],
  [{ reply: " " }, { reason: "no-reply" }],
  [{ state: "answered", outcome: null }, { reason: "no-outcome" }],
  [{ outcome: "partly-solved" }, { reason: "outcome-without-a-word" }],
])("%j", (part, sent) => expect(whatIsSent({ ...order, ...part }, layout)).toEqual(sent));
test("a platform without a word for handing back is told", () =>
  expect(whatIsSent({ ...order, state: "not-accepted" }, { ...layout, handedBack: null })).toEqual({
    reason: "hand-back-without-a-word",
  }));
test("a platform that takes secret matters gets them", () =>
  expect(whatIsSent({ ...order, secrecy: true }, { ...layout, sendsSecret: true })).toEqual({ word: "已办结" }));
