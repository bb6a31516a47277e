import { beforeAll, describe, expect, it } from "vitest";
import { verifyCounty } from "../../apps/verify-county.ts";
import type { Actor } from "../../foundation/db/actor.ts";
import { withActor } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { DAY, fixedClock, HOUR } from "../../foundation/time/index.ts";
import { aCounty } from "../../tests/builders/county.ts";
import { clerkOf, handlerOf, officerOf, receive, unitId } from "../../tests/builders/matter.ts";
import { BODIES, type Body, ENTITLED, MEASURES, type Measure, NewOrder } from "./contract.ts";
import {
  actOnOrder,
  keepSettings,
  makeDigests,
  noticesOf,
  orderPage,
  orderPaper,
  ordersInFlight,
  passWarnings,
  proposeOrder,
} from "./index.ts";
import { defaultSettings } from "./rules/default-settings.table.ts";

const clock = fixedClock("2026-11-02T09:00:00+08:00");
const county = aCounty({ clock });
const { services } = county;
const UNIT: Record<Body, string> = {
  centre: "county-centre",
  "petition-department": "justice",
  "joint-meeting": "civil-affairs",
  "government-supervision": "market",
};
let matter = "";
let of: Record<Body, Actor>;
let water: Actor;

beforeAll(async () => {
  const rules = await officerOf(county, "county-centre", ["rules.edit"]);
  await keepSettings(
    county.db,
    rules,
    { baseVersion: 0, reason: "示例", settings: { ...defaultSettings, bodies: UNIT } },
    clock.now(),
  );
  const supervisor = async (unit: string) => ({
    ...(await officerOf(county, unit, ["matters.read", "matters.supervise"])),
    scope: "county" as const,
  });
  of = Object.fromEntries(await Promise.all(BODIES.map(async (body) => [body, await supervisor(UNIT[body])]))) as never;
  water = await handlerOf(county, "water");
  matter = (await receive(county)).id;
});

const order = (body: Body, measure: Measure, more: object = {}) =>
  NewOrder.parse({
    commandId: newId(),
    id: newId(),
    direct: true,
    body,
    measure,
    unitId: unitId(county, "water"),
    matterIds: [matter],
    subject: "道路塌陷超期未办（示例）",
    ground: "超过期限仍未答复（示例）。",
    demand: "请查明原因并尽快办理（示例）。",
    decision: "县政府常务会议纪要（示例）",
    ...more,
  });
const act = (actor: Actor, id: string, baseVersion: number, fields: object) =>
  actOnOrder(services, actor, id, { commandId: newId(), baseVersion, files: [], ...fields } as never);

describe("every body has its own measures", () => {
  it.each(BODIES.flatMap((body) => MEASURES.map((measure) => [body, measure] as const)))("%s: %s", async (body, measure) => {
    const tried = proposeOrder(services, of[body], order(body, measure));
    if (ENTITLED[measure][body]) await expect(tried).resolves.toMatchObject({ state: "issued" });
    else
      await expect(tried).rejects.toMatchObject({
        code: "supervision.not-this-bodys-measure",
        article: expect.stringMatching(/第.+条/),
      });
  });
  it("the centre proposes what is not its own, and the body decides", async () => {
    await expect(proposeOrder(services, of.centre, order("joint-meeting", "listed-supervision"))).rejects.toMatchObject({
      code: "supervision.not-your-body",
      status: 403,
    });
    const proposed = await proposeOrder(services, of.centre, order("joint-meeting", "listed-supervision", { direct: false }));
    expect(proposed).toMatchObject({ state: "proposed", number: null });
    await expect(act(of.centre, proposed.id, 1, { act: "issue" })).rejects.toMatchObject({ code: "access.not-yours" });
    expect(await act(of["joint-meeting"], proposed.id, 1, { act: "issue" })).toMatchObject({
      state: "issued",
      number: expect.stringMatching(/^410425-2026-D\d{6}$/),
    });
  });
  it("government supervision names the decision it rests on", async () => {
    await expect(
      proposeOrder(services, of["government-supervision"], order("government-supervision", "rectify", { decision: null })),
    ).rejects.toMatchObject({ code: "supervision.needs-the-governments-decision", article: "政府督查工作条例 第十一条" });
  });
  it("a handler issues nothing, nor does a supervisor of another unit accept", async () => {
    await expect(proposeOrder(services, water, order("centre", "urge"))).rejects.toMatchObject({ code: "access.not-yours" });
  });
});

describe("the loop of an order", () => {
  it("goes through answer, return, answer, acceptance and closing; repeats and conflicts are told apart", async () => {
    const input = order("petition-department", "recommend-improvement");
    const made = await proposeOrder(services, of["petition-department"], input);
    expect(await proposeOrder(services, of["petition-department"], input)).toEqual(made);
    await expect(
      proposeOrder(services, of["petition-department"], { ...input, subject: "另一件（示例）" }),
    ).rejects.toMatchObject({ code: "command.other-body" });
    await expect(act(water, made.id, 1, { act: "answer", text: "已经办好（示例）。" })).rejects.toMatchObject({
      code: "supervision.say-whether-adopted",
    });
    await act(water, made.id, 1, { act: "answer", text: "已经办好（示例）。", adoption: "adopted" });
    await expect(act(of["petition-department"], made.id, 1, { act: "accept" })).rejects.toMatchObject({
      code: "supervision.changed-meanwhile",
      status: 409,
    });
    await act(of["petition-department"], made.id, 2, { act: "return", reason: "没有附材料（示例）。" });
    await act(water, made.id, 3, { act: "answer", text: "补充材料（示例）。", adoption: "partly-adopted" });
    await expect(act(of.centre, made.id, 4, { act: "accept" })).rejects.toMatchObject({ code: "access.not-yours" });
    await act(of["petition-department"], made.id, 4, { act: "accept" });
    expect(await act(of["petition-department"], made.id, 5, { act: "close" })).toMatchObject({ state: "closed", version: 6 });
    const page = await orderPage(services, of["petition-department"], made.id);
    const paper = orderPaper(page as never, "n");
    expect(paper).toContain(`督〔2026〕${Number(page.number!.slice(-6))}号`);
    expect(paper).toContain("信访工作条例 第四十条");
  });
  it("is rebuilt from its journal, and its numbers have no gap", async () => {
    const report = await verifyCounty(county.db, county.code, "/nonexistent");
    expect(report.journal.findings.filter((one) => one.procedureKind === "supervision-order")).toEqual([]);
    expect(report.journal.notRebuilt["supervision-order"]).toBeUndefined();
    expect(report.numbers.findings).toEqual([]);
  });
  it("is seen by the unit addressed once issued, and by no other unit", async () => {
    const proposed = await proposeOrder(services, of.centre, order("joint-meeting", "talk", { direct: false }));
    const seen = async (actor: Actor) => (await ordersInFlight(services, actor)).map((one) => one.id);
    expect(await seen(water)).not.toContain(proposed.id);
    await act(of["joint-meeting"], proposed.id, 1, { act: "issue" });
    expect(await seen(water)).toContain(proposed.id);
    expect(await seen(await handlerOf(county, "transport"))).toEqual([]);
    await expect(orderPage(services, await handlerOf(county, "transport"), proposed.id)).rejects.toMatchObject({
      code: "supervision.not-found",
    });
  });
  it("never brings a sealed matter to the unit it complains of", async () => {
    const sealed = await receive(county, { secrecy: true, complainedAbout: { unit: "water" } });
    await expect(proposeOrder(services, of.centre, order("centre", "urge", { matterIds: [sealed.id] }))).rejects.toMatchObject({
      code: "supervision.would-reach-the-unit-complained-of",
    });
    const elsewhere = await proposeOrder(
      services,
      of.centre,
      order("centre", "urge", { matterIds: [sealed.id], unitId: unitId(county, "transport") }),
    );
    await expect(orderPage(services, { ...water, scope: "county" }, elsewhere.id)).rejects.toMatchObject({
      code: "supervision.not-found",
    });
  });
});

const told = (what?: string) =>
  withActor(
    county.db,
    county.job,
    async (tx) =>
      (
        await tx.query<{ what: string; post_id: string }>(
          "select what, post_id from supervision.notices where matter_id is not null and ($1::text is null or what = $1)",
          [what ?? null],
        )
      ).rows,
  );

describe("warnings", () => {
  it("are given once, only the highest after a week switched off, and not again when the machine's clock jumps back", async () => {
    const clerk = await clerkOf(county);
    expect(clerk.unit).toBe(unitId(county, "county-centre"));
    const first = await passWarnings(services, county.code);
    expect(first.scheduled).toBeGreaterThan(0);
    expect(await passWarnings(services, county.code)).toEqual({ scheduled: 0, warned: 0 });
    const before = (await told()).length;
    clock.advance(30 * DAY);
    const after = await passWarnings(services, county.code, { batch: 3 });
    expect(after.warned).toBeGreaterThan(0);
    const steps = new Set((await told()).slice(before).map((one) => one.what));
    expect([...steps]).toEqual(["overdue-3"]);
    const count = (await told()).length;
    clock.advance(-20 * DAY);
    expect((await passWarnings(services, county.code)).warned).toBe(0);
    clock.advance(20 * DAY);
    expect((await passWarnings(services, county.code)).warned).toBe(0);
    expect((await told()).length).toBe(count);
  });
  it("wait for the end of the quiet hours", async () => {
    clock.advance(14 * HOUR); // 23:00
    await receive(county);
    expect((await passWarnings(services, county.code)).warned).toBe(0);
  });
  it("go up to those who supervise where the step says so", async () => {
    const posts = new Set((await told("overdue-3")).map((one) => one.post_id));
    const lead = await county.actorOf("xian-fuze", clock.now());
    expect(posts.has(lead.post!)).toBe(true);
    const list = await noticesOf(services, lead);
    expect(list.notices.length).toBeGreaterThan(0);
    expect(JSON.stringify(list.notices)).not.toContain("路塌");
  });
});

describe("the day's list", () => {
  it("is made once, on a working morning, for each who holds posts", async () => {
    expect(await makeDigests(services, county.code)).toBe(0); // at night
    clock.advance(10 * HOUR); // 09:00 on the next day
    const made = await makeDigests(services, county.code);
    expect(made).toBeGreaterThan(0);
    expect(await makeDigests(services, county.code)).toBe(0);
    clock.advance(-2 * DAY);
    expect(await makeDigests(services, county.code)).toBe(0);
    clock.advance(2 * DAY);
    const list = await noticesOf(services, await county.actorOf("xian-shouli", clock.now()));
    expect(list.digest?.overdue.length).toBeGreaterThan(0);
    const rows = await withActor(
      county.db,
      county.job,
      async (tx) => (await tx.query("select person_id from supervision.digests")).rows,
    );
    expect(rows).toHaveLength(made);
  });
});
