import { describe, expect, test } from "vitest";
import { addDays, dayOf } from "../../../foundation/time/index.ts";
import { aCountyOverHttp } from "../../../tests/builders/county-over-http.ts";
import { aMatter, unitId, ZHONGTOU } from "../../../tests/builders/matter.ts";
import { approveBook, draftBook, getBook, proposeBook } from "../../dispatch/contract/catalogue.ts";
import { actOnMatter, getMatter } from "../contract.ts";

const county = aCountyOverHttp();
const today = dayOf(new Date());
const BUSES = "roads.bus";
const LAMPS = "facilities.street-lamp";

async function dispatchTo(on: { id: string; version: number }, unit: string, supports: readonly string[] = []) {
  const clerk = await county.signIn("xian-paidan");
  const body = {
    act: "dispatch" as const,
    commandId: crypto.randomUUID(),
    baseVersion: on.version,
    leadUnit: unitId(county, unit),
    supports: supports.map((one) => unitId(county, one)),
  };
  return clerk.call(actOnMatter, { params: { id: on.id }, body: body as never });
}
const seen = async (on: { id: string }) => (await county.signIn("xian-paidan")).call(getMatter, { params: { id: on.id } });

describe("a township is not given what is not on its duty list", () => {
  test.each([
    ["lead", ZHONGTOU, []],
    ["support", "transport", [ZHONGTOU]],
  ] as const)("as %s: refused with who takes it instead, and nothing is sent", async (role, lead, supports) => {
    const on = await aMatter(county, { category: BUSES, text: "早班公交总不来（示例）。" }).accepted();
    await expect(dispatchTo(on, lead, supports)).rejects.toMatchObject({
      code: "dispatch.not-on-duty-list",
      facts: { role, unit: expect.stringContaining("冢头镇"), instead: expect.stringContaining("交通运输局") },
    });
    expect(await seen(on)).toMatchObject({ state: "accepted", version: on.version, assignments: [] });
  });
  test("the department leads it alone", async () => {
    const on = await aMatter(county, { category: BUSES, text: "末班公交提前收车（示例）。" }).accepted();
    expect(await dispatchTo(on, "transport")).toMatchObject({ state: "dispatched" });
  });
  test("what stands under its basic duties the township leads", async () => {
    const on = await aMatter(county, { category: LAMPS, text: "村口路灯不亮（示例）。" }).accepted();
    expect(await dispatchTo(on, ZHONGTOU)).toMatchObject({ state: "dispatched" });
  });
});

test("a proposal reads the line of the catalogue that holds today: not the one that ended, not the one to come", async () => {
  const keeper = await county.signIn("xian-guize");
  const { items } = await keeper.call(getBook, { params: { book: "catalogue" } });
  const line = items.find(({ category }) => category === LAMPS)!;
  const lines = [
    { ...line, code: "L1", lead: "unit:housing", supports: [], level: "county" as const, validTo: addDays(today, -1) },
    { ...line, code: "L2", lead: "unit:water", supports: [], level: "county" as const, validFrom: today, validTo: today },
    { ...line, code: "L3", lead: "unit:labour", supports: [], level: "county" as const, validFrom: addDays(today, 1) },
  ];
  const body = { items: [...items.filter((one) => one !== line), ...lines], duties: [], note: "", source: "desk" as const };
  const { version } = await keeper.call(draftBook, { params: { book: "catalogue" }, body });
  const params = { book: "catalogue" as const, version };
  await keeper.call(proposeBook, { params });
  await expect(keeper.call(approveBook, { params })).rejects.toMatchObject({ status: 403 });
  await (await county.signIn("xian-fuze")).call(approveBook, { params });
  const on = await aMatter(county, { category: LAMPS, text: "村口路灯不亮好几天了（示例）。" });
  const proposed = async () => (await seen(on)).proposals?.unit?.unitId;
  await expect.poll(proposed, { timeout: 15_000, interval: 500 }).toBe(unitId(county, "water"));
});
