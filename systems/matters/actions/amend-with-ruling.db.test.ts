import { describe, expect, test } from "vitest";
import { read } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { aCounty } from "../../../tests/builders/county.ts";
import { act, aMatter, clerkOf, handlerOf, unitId, ZHONGTOU } from "../../../tests/builders/matter.ts";
import { matterPage } from "../views/page/matter-page.ts";
import { actOnMatter, findForAct } from "./act-on-matter.ts";

const county = aCounty();
const because = "这类事今后归水利部门（示例）。";

interface Version {
  readonly version: number;
  readonly state: string;
  readonly note: string;
  readonly source: string;
  readonly body: { readonly entries: readonly { category: string; lead: string }[] };
}
const catalogues = () =>
  read<Version>(
    county.services.db,
    county.job,
    "select version, state, note, source, body from dispatch.books where county_code = $1 and book = 'catalogue' order by version",
    [county.code],
  );
const objected = async (lead = "housing") => {
  const on = await aMatter(county).accepted().dispatchedTo(lead).signed();
  return act(county, await handlerOf(county, lead), on, "hand-back", { reason: "不归我们（示例）。" });
};

describe("a ruling that amends the catalogue", () => {
  test("proposes one version, once for one command, and what is on stays on", async () => {
    const on = await objected();
    const before = await catalogues();
    const category = (await findForAct(county.services, county.job, on.id)).matter.category_code!;
    const ruling = {
      v: 1 as const,
      act: "allow-hand-back" as const,
      commandId: newId(),
      baseVersion: on.version,
      reason: "异议成立（示例）。",
      amend: { category, lead: unitId(county, "water"), because },
    };
    const clerk = await clerkOf(county);
    const first = await actOnMatter(county.services, clerk, on.id, ruling);
    const again = await actOnMatter(county.services, clerk, on.id, ruling);
    expect([first.state, again.repeated]).toEqual(["accepted", true]);
    const after = await catalogues();
    expect(after).toHaveLength(before.length + 1);
    const proposed = after.at(-1)!;
    expect(proposed).toMatchObject({ state: "proposed", source: "ruling", note: `${on.number}：${because}` });
    expect(proposed.body.entries.find((one) => one.category === category)?.lead).toBe("unit:water");
    expect(after.filter((one) => one.state === "on")).toEqual(before.filter((one) => one.state === "on"));
    const page = await matterPage(county.services, clerk, on.id);
    expect(page.timeline.find((line) => line.act === "allow-hand-back")?.text).toContain("提出修改派单目录");
  });

  test("that amends nothing, or a line that is not there, is refused whole: the objection still waits", async () => {
    const on = await objected();
    const before = (await catalogues()).length;
    await expect(
      act(county, await clerkOf(county), on, "allow-hand-back", {
        reason: "异议成立（示例）。",
        amend: { category: "no.such-category", lead: unitId(county, "water"), because },
      }),
    ).rejects.toMatchObject({ code: "dispatch.no-such-item" });
    expect((await findForAct(county.services, county.job, on.id)).matter).toMatchObject({
      state: "objected",
      version: on.version,
    });
    expect(await catalogues()).toHaveLength(before);
  });

  test("is the county's alone: a township rules, and leaves the catalogue to the county", async () => {
    const on = await objected();
    const township = await clerkOf(county, ZHONGTOU);
    const category = (await findForAct(county.services, county.job, on.id)).matter.category_code!;
    await expect(
      act(county, township, on, "allow-hand-back", {
        reason: "异议成立（示例）。",
        amend: { category, lead: unitId(county, "water"), because },
      }),
    ).rejects.toMatchObject({ code: "matters.the-county-amends-the-catalogue" });
    expect((await act(county, township, on, "allow-hand-back", { reason: "异议成立（示例）。" })).state).toBe("accepted");
  });
});

describe("what waits is shown with its reasons", () => {
  test("an objection with the unit, its words and what the rules had proposed", async () => {
    const on = await objected();
    const page = await matterPage(county.services, await clerkOf(county), on.id);
    expect(page.objection).toMatchObject({ reason: "不归我们（示例）。", unit: expect.stringContaining("住") });
    expect(page.objection?.proposed?.unit).toBeTruthy();
    expect(page.may.slice(0, 2)).toEqual(["allow-hand-back", "refuse-hand-back"]);
  });

  test("time asked for with its reason; nobody is offered to grant what nobody asked", async () => {
    const on = await aMatter(county).accepted().dispatchedTo("housing").signed();
    const clerk = await clerkOf(county);
    expect((await matterPage(county.services, clerk, on.id)).may).not.toContain("grant-time");
    await act(county, await handlerOf(county, "housing"), on, "ask-for-time", {
      clock: "handle",
      what: "pause",
      ground: "appraisal",
      reason: "要做鉴定（示例）。",
    });
    const page = await matterPage(county.services, clerk, on.id);
    expect(page.asked).toMatchObject({ what: "pause", reason: "要做鉴定（示例）。", resident: false });
    expect(page.may).toContain("grant-time");
    expect((await matterPage(county.services, await handlerOf(county, "housing"), on.id)).may).not.toContain("ask-for-time");
  });

  test("a unit that was called sees its arrival first, and how soon it came is kept", async () => {
    const on = await aMatter(county, { category: "city.rubbish" }).accepted().dispatchedTo(ZHONGTOU).signed();
    const called = await act(county, await handlerOf(county, ZHONGTOU), on, "call-department", {
      units: [unitId(county, "water")],
      reason: "请到场（示例）。",
    });
    const water = await handlerOf(county, "water");
    expect((await matterPage(county.services, water, on.id)).may).toContain("report-in");
    await act(county, water, called, "report-in", {});
    const page = await matterPage(county.services, water, on.id);
    expect(page.may).not.toContain("report-in");
    expect(page.assignments.find((one) => one.role === "called")?.arrived).toMatchObject({
      inTime: true,
      words: expect.stringContaining("按时报到"),
    });
    expect(page.timeline.find((line) => line.act === "report-in")?.text).toContain("按时报到");
  });
});
