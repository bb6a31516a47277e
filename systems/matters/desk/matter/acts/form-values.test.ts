import { expect, test } from "vitest";
import { newId } from "../../../../../foundation/ids.ts";
import { MatterActInput } from "../../../contract.ts";
import { matterLifecycle } from "../../../rules/lifecycle.ts";
import { WRITTEN } from "../composer.tsx";
import { FORMS, type FormAct, type FormValues, inputOf, lacking } from "./form-values.ts";

const whole: FormValues = {
  kind: "complaint",
  categoryCode: "x",
  urgency: "ordinary",
  placeId: newId(),
  title: "标题",
  ground: "g",
  handBackGround: "h",
  reply: "说明理由",
  leadUnit: newId(),
  supports: [],
  note: "说明",
  reason: "理由写清楚",
  reviewOn: "2026-12-01",
  closeNote: "核实过",
  into: newId(),
  parent: newId(),
  rating: "fair",
  ratingReason: "慢",
  reporterId: newId(),
  post: newId(),
  called: [newId()],
  timeClock: "handle",
  timeWhat: "pause",
  timeGround: "appraisal",
};

test("every act of the contract can be reached: by a form or by writing", () => {
  const reached = new Set<string>([...Object.keys(FORMS), ...WRITTEN]);
  const contract = MatterActInput.options.map((option) => option.shape.act.value);
  expect(contract.filter((act) => !reached.has(act))).toEqual([]);
});

test("a form without a gap makes an input that the contract takes", () => {
  for (const act of Object.keys(FORMS) as FormAct[]) {
    expect(lacking(act, whole), act).toEqual([]);
    const parsed = MatterActInput.safeParse({ ...inputOf(act, whole), commandId: newId(), baseVersion: 1 });
    expect(parsed.success, `${act}: ${parsed.error?.message}`).toBe(true);
  }
});

test("an empty form names what lacks wherever the lifecycle says the act needs something", () => {
  for (const act of Object.keys(FORMS) as FormAct[]) {
    const edge = matterLifecycle.acts[act];
    const needs = "needs" in edge ? edge.needs : [];
    expect(lacking(act, {}).length > 0, act).toBe(needs.length > 0);
  }
});
