import { expect, test } from "vitest";
import { residentActor } from "../../../../foundation/db/actor.ts";
import { aCounty } from "../../../../tests/builders/county.ts";
import { act, aMatter, clerkOf, handlerOf } from "../../../../tests/builders/matter.ts";
import { findForAct } from "../../actions/act-on-matter.ts";
import { followMatter } from "./follow-matter.ts";

const county = aCounty();
const seenBy = async (id: string, locale: "zh-CN" | "en" = "zh-CN") => {
  const { reporters } = await findForAct(county.services, county.job, id);
  return followMatter(county.services, { ...residentActor(county.code, [id]), locale }, id, reporters[0]!.id);
};
const signed = () => aMatter(county).accepted().dispatchedTo("housing").signed();

test("a longer date reaches the resident with its reason, in the timeline and in the count", async () => {
  const asked = await act(county, await handlerOf(county, "housing"), await signed(), "ask-for-time", {
    clock: "answer",
    what: "extend",
    ground: "need",
    by: 2,
    reason: "内部说明：等设备（示例）。",
  });
  const before = await seenBy(asked.id);
  const told = "配件还在路上，要多两个工作日（示例）。";
  const granted = await act(county, await clerkOf(county), asked, "grant-time", { note: told });
  const page = await seenBy(granted.id);
  expect(Date.parse(page.due!.at)).toBeGreaterThan(Date.parse(before.due!.at));
  expect(page.due!.sentence).toMatch(/延长2个工作日（.+批准）.*到\d{4}-\d{2}-\d{2}/);
  expect(page.due!.sentence).not.toContain("现行日期");
  expect(page.timeline.find((step) => step.title === "批准延长办理时间")?.text).toBe(told);
  expect(JSON.stringify(page)).not.toContain("内部说明");
  expect((await seenBy(granted.id, "en")).due!.sentence).toContain("extended by 2 working days");
});

test("time for a unit's own clock is between officers: no line, no reason, the same date", async () => {
  const asked = await act(county, await handlerOf(county, "housing"), await signed(), "ask-for-time", {
    clock: "handle",
    what: "pause",
    ground: "appraisal",
    reason: "要做鉴定（示例）。",
  });
  const before = await seenBy(asked.id);
  await act(county, await clerkOf(county), asked, "grant-time", { note: "同意鉴定（示例）。" });
  const page = await seenBy(asked.id);
  expect(page.due!.at).toBe(before.due!.at);
  expect(page.timeline.map((step) => step.title)).toEqual(before.timeline.map((step) => step.title));
  expect(JSON.stringify(page)).not.toContain("鉴定");
});

test("an objection reads as what it is, without the units' words between themselves", async () => {
  const on = await act(county, await handlerOf(county, "housing"), await signed(), "hand-back", {
    reason: "该由别的部门办（示例）。",
  });
  const page = await seenBy(on.id);
  expect(page.timeline[0]).toMatchObject({ title: "那个单位说不归它管，上一级正在定", text: null });
  expect(page.due!.sentence).toMatch(/^自\d{4}-\d{2}-\d{2}起.+：到\d{4}-\d{2}-\d{2}/);
});
