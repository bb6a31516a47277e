import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../../foundation/ids.ts";
import { aCountyOverHttp, type Officer } from "../../../tests/builders/county-over-http.ts";
import { getRules, type RuleSet, saveRules, switchOnRules } from "../contract.ts";

const county = aCountyOverHttp();
const owner = new pg.Client();
let keeper: Officer;
let shipped: RuleSet["rules"];

const rule = (more: Partial<RuleSet["rules"][number]> = {}): RuleSet["rules"][number] => ({
  id: "lamps",
  name: "路灯（示例）",
  when: { words: ["路灯"] },
  then: { unit: "unit:water", supports: [] },
  owner: "county-centre.rules",
  reason: "示例",
  ...more,
});
const draft = (rules: RuleSet["rules"]) => keeper.call(saveRules, { body: { v: 1, commandId: newId(), rules } });
const switchOn = (version: number) => keeper.call(switchOnRules, { body: { v: 1, commandId: newId(), version } });
const read = () => keeper.call(getRules);
/** Puts into the draft what no desk would write: a draft of an earlier version, or one that was carried over. */
const spoil = (change: string) =>
  owner.query(
    `update dispatch.books set body = jsonb_set(body, '{rules,0}', (body #> '{rules,0}') || $1::jsonb) where book = 'rules' and state = 'draft'`,
    [change],
  );

beforeAll(async () => {
  Object.assign(owner, new pg.Client({ connectionString: county.ownerUrl }));
  await owner.connect();
  keeper = await county.signIn("xian-guize");
  shipped = (await read()).on.rules;
});
afterAll(() => owner.end());

test("a draft decides nothing until it is switched on; then it is on, and what was on is past", async () => {
  const before = await read();
  expect(before.draft).toBeNull();
  const kept = await draft([rule(), ...shipped]);
  expect((await read()).on).toEqual(before.on);
  expect((await read()).draft).toEqual(kept);
  await switchOn(kept.version);
  const now = await read();
  expect(now.draft).toBeNull();
  expect(now.on.version).toBe(before.on.version + 1);
  expect(now.on.rules.map(({ id }) => id)).toEqual(["lamps", ...shipped.map(({ id }) => id)]);
  const { rows } = await owner.query("select version, state from dispatch.books where book = 'rules' order by version");
  expect(rows).toEqual([
    { version: before.on.version, state: "past" },
    { version: kept.version, state: "on" },
  ]);
});

test("another draft than the one that was seen is not switched on", async () => {
  const kept = await draft([rule(), ...shipped]);
  await draft([rule({ name: "路灯改了（示例）" }), ...shipped]);
  await expect(switchOn(kept.version)).rejects.toMatchObject({ status: 409, code: "dispatch.rules-changed-meanwhile" });
});

test.each<[string, Partial<RuleSet["rules"][number]>, string]>([
  ["to send to", { then: { unit: "unit:gone", supports: [] } }, "gone"],
  ["to support", { then: { unit: "unit:water", supports: ["township-of-place", "unit:away"] } }, "away"],
  ["by whose lead the catalogue is asked", { when: { not: { any: [{ catalogueLeads: ["unit:left"] }] } } }, "left"],
])("a draft that names a unit %s which is gone is not switched on, and the sentence says which", async (_, more, unit) => {
  const { on } = await read();
  const kept = await draft([rule(more), ...shipped]);
  await expect(switchOn(kept.version)).rejects.toMatchObject({
    status: 409,
    code: "dispatch.unit-gone",
    sentence: `规则「路灯（示例）」里的单位 ${unit} 已经不在了，没有启用。请换一个单位，存草稿后再启用。`,
  });
  expect((await read()).on).toEqual(on);
});

test("a unit whose last day is over is gone", async () => {
  const kept = await draft([rule({ then: { unit: "unit:fire-rescue", supports: [] } }), ...shipped.slice(-1)]);
  const { rowCount } = await owner.query("update teams.units set valid_to = current_date - 2 where code = 'fire-rescue'");
  expect(rowCount).toBe(1);
  await expect(switchOn(kept.version)).rejects.toMatchObject({ code: "dispatch.unit-gone" });
  await owner.query("update teams.units set valid_to = null where code = 'fire-rescue'");
  expect((await switchOn(kept.version)).state).toBe("on");
});

test.each([
  ["a condition that is not known", { when: { colours: ["red"] } }],
  ["an hour that no clock shows", { when: { hours: [{ from: "25:00", to: "26:00" }] } }],
  ["a day that no year has", { when: { dates: [{ from: "02-30", to: "03-01" }] } }],
  ["no reason", { reason: null }],
])("a draft with %s cannot be read and is not switched on", async (_, change) => {
  const kept = await draft([rule(), ...shipped]);
  await spoil(JSON.stringify(change));
  await expect(switchOn(kept.version)).rejects.toMatchObject({
    status: 409,
    code: "dispatch.rule-unreadable",
    sentence: "规则「路灯（示例）」看不懂，没有启用。请打开它重写，或删去，存草稿后再启用。",
  });
});

test("two rules of one id are not switched on", async () => {
  const kept = await draft([rule(), rule({ name: "又一条（示例）" }), ...shipped]);
  await expect(switchOn(kept.version)).rejects.toMatchObject({ code: "dispatch.rule-twice" });
});

test("a condition that is not known is refused when a draft is kept, for without it the rule would take everything", async () => {
  await expect(draft([rule({ when: { colours: ["red"] } as never })])).rejects.toMatchObject({ status: 400 });
});

test("who holds no right on rules reads them and changes nothing", async () => {
  const clerk = await county.signIn("xian-shouli");
  expect((await clerk.call(getRules)).on.rules.length).toBeGreaterThan(0);
  await expect(clerk.call(saveRules, { body: { v: 1, commandId: newId(), rules: [rule()] } })).rejects.toMatchObject({
    status: 403,
  });
});
