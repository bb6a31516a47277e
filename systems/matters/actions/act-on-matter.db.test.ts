import { describe, expect, test } from "vitest";
import { newId } from "../../../foundation/ids.ts";
import { aCounty } from "../../../tests/builders/county.ts";
import { act, aMatter, clerkOf, handlerOf, receive, unitId } from "../../../tests/builders/matter.ts";
import { actOnMatter, findForAct } from "./act-on-matter.ts";

const county = aCounty();
const progress = (version: number, more: object = {}) => ({
  v: 1 as const,
  act: "report-progress" as const,
  commandId: newId(),
  baseVersion: version,
  reply: "正在办（示例）。",
  files: [],
  ...more,
});

describe("two officers on one matter", () => {
  test("the second is told what changed, and nothing of theirs is written", async () => {
    const on = await aMatter(county).accepted().dispatchedTo("housing").signed();
    const [first, second] = [await handlerOf(county, "housing"), await handlerOf(county, "housing", "second")];
    await act(county, first, on, "report-progress", { reply: "先到的一句（示例）。" });
    const late = actOnMatter(county.services, second, on.id, progress(on.version));
    await expect(late).rejects.toMatchObject({
      code: "matters.changed-meanwhile",
      status: 409,
      facts: {
        version: on.version + 1,
        changes: [{ act: "report-progress", version: on.version + 1, text: "先到的一句（示例）。" }],
      },
    });
    expect((await findForAct(county.services, county.job, on.id)).matter.version).toBe(on.version + 1);
  });
  test("of twenty at once one is first, nineteen are told", async () => {
    const on = await aMatter(county).accepted().dispatchedTo("housing").signed();
    const handler = await handlerOf(county, "housing");
    const tried = await Promise.allSettled(
      Array.from({ length: 20 }, () => actOnMatter(county.services, handler, on.id, progress(on.version))),
    );
    expect(tried.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of tried)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "matters.changed-meanwhile" });
  });
});

describe("the same command", () => {
  test("gets the first answer, even after the matter moved on", async () => {
    const on = await aMatter(county).accepted().dispatchedTo("housing").signed();
    const handler = await handlerOf(county, "housing");
    const asked = progress(on.version);
    const first = await actOnMatter(county.services, handler, on.id, asked);
    await act(county, handler, first, "answer", { reply: "办好了（示例）。", outcome: "solved" });
    const again = await actOnMatter(county.services, handler, on.id, asked);
    expect(again).toMatchObject({ repeated: true, version: first.version, state: first.state });
    await expect(actOnMatter(county.services, handler, on.id, { ...asked, reply: "另一句（示例）。" })).rejects.toMatchObject({
      code: "command.other-body",
      status: 409,
    });
  });
  test("an answer lost and sent again five times at once is one line", async () => {
    const on = await aMatter(county).accepted().dispatchedTo("housing").signed();
    const handler = await handlerOf(county, "housing");
    const asked = progress(on.version);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => actOnMatter(county.services, handler, on.id, asked).catch((error) => error)),
    );
    const told = await actOnMatter(county.services, handler, on.id, asked);
    expect(told).toMatchObject({ repeated: true, version: on.version + 1 });
    expect(answers.filter((answer) => answer.version === on.version + 1 && !answer.repeated)).toHaveLength(1);
  });
});

describe("handing over", () => {
  test("ends the parts of before and keeps sight for those who held one", async () => {
    const on = await aMatter(county).accepted().dispatchedTo("housing", ["water"]).signed();
    await act(county, await clerkOf(county), on, "redirect", {
      leadUnit: unitId(county, "transport"),
      reason: "是公路（示例）。",
    });
    const { matter, assignments, lane } = await findForAct(county.services, county.job, on.id);
    expect(assignments.map((one) => [one.unit_id, one.role, one.state])).toEqual([[unitId(county, "transport"), "lead", "sent"]]);
    expect(new Set(matter.involved_units)).toEqual(
      new Set(["housing", "water", "transport"].map((unit) => unitId(county, unit))),
    );
    expect(lane).toMatchObject({ state: "opened", unit_id: unitId(county, "transport") });
    expect((await findForAct(county.services, await handlerOf(county, "housing"), on.id)).matter.id).toBe(on.id);
  });
  test("never goes to the unit complained of where it is 举报, nor to who works for it", async () => {
    const on = await aMatter(county, { kind: "report", complainedAbout: { unit: "township-410425101" } }).accepted();
    const clerk = await clerkOf(county);
    const { units } = await county.services.books(county.code);
    const village = [...units.values()].find((unit) => unit.parentId === unitId(county, "township-410425101"))!;
    for (const unit of [unitId(county, "township-410425101"), village.id])
      await expect(act(county, clerk, on, "dispatch", { leadUnit: unit })).rejects.toMatchObject({
        code: "matters.unit-complained-of",
      });
    await expect(
      act(county, clerk, on, "dispatch", { leadUnit: unitId(county, "housing"), supports: [village.id] }),
    ).rejects.toMatchObject({ code: "matters.unit-complained-of" });
    expect((await act(county, clerk, on, "dispatch", { leadUnit: unitId(county, "housing") })).state).toBe("dispatched");
  });
  test("handed back and sent again is another procedure of the lane", async () => {
    const on = await aMatter(county).accepted().dispatchedTo("housing").signed();
    const before = (await findForAct(county.services, county.job, on.id)).lane!;
    const back = await act(county, await handlerOf(county, "housing"), on, "hand-back", { reason: "不归我们（示例）。" });
    const ruled = await act(county, await clerkOf(county), back, "allow-hand-back", { reason: "确实不归（示例）。" });
    await act(county, await clerkOf(county), ruled, "dispatch", { leadUnit: unitId(county, "water") });
    const after = (await findForAct(county.services, county.job, on.id)).lane!;
    expect(after.id).not.toBe(before.id);
    expect(after).toMatchObject({ state: "opened", version: 1 });
  });
});

test("closed after its last day is told as late", async () => {
  const on = await aMatter(county).accepted().dispatchedTo("housing").signed().answered();
  const later = { ...county.services, clock: { now: () => new Date(Date.now() + 400 * 86_400_000) } };
  const { verifierOf } = await import("../../../tests/builders/matter.ts");
  await actOnMatter(later, await verifierOf(county), on.id, { v: 1, act: "close", commandId: newId(), baseVersion: on.version });
  expect((await findForAct(county.services, county.job, on.id)).matter).toMatchObject({ state: "closed", closed_in_time: false });
});

test("another reporter of the same matter gets a code of their own", async () => {
  const on = await receive(county);
  const told = await actOnMatter(county.services, await clerkOf(county), on.id, {
    v: 1,
    act: "also-met",
    commandId: newId(),
    baseVersion: on.version,
    reporter: { wantsSecrecy: false, quiet: false },
    door: "counter",
  });
  expect(told.receipt?.code).toMatch(/^\d{4}[- ]?\d{4}[- ]?\d{4}$/);
  expect(told.receipt?.code).not.toBe(on.code);
});
