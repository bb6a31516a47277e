import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { read, withActor } from "../../../foundation/db/pool.ts";
import { fillMatters } from "../../../tests/bench/fill.ts";
import { aCountyOverHttp, type Officer } from "../../../tests/builders/county-over-http.ts";
import { act, aMatter, clerkOf, type Standing, ZHONGTOU } from "../../../tests/builders/matter.ts";
import { getRules, makeNames, parseRules, printRules, type RuleSet } from "../../dispatch/contract.ts";
import { getRuleNames, MATCH_LOOKS_AT, matchRule, matterWords } from "../contract.ts";
import { NEWEST_OF_THE_SPAN } from "./match-past.ts";

const county = aCountyOverHttp();
const SPAN = { from: "2020-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" };
type Rules = RuleSet["rules"];
let keeper: Officer;
let shipped: Rules;
let lamps: Standing[];
let secret: Standing;
let corrected: Standing;

const rule = (id: string, when: Rules[number]["when"], unit: string): Rules[number] => ({
  id,
  name: `${id}（示例）`,
  when,
  then: { unit, supports: [] },
  owner: "county-centre.rules",
  reason: "示例",
});
const matched = (rules: Rules, id: string, span = SPAN) => keeper.call(matchRule, { body: { rules, rule: id, ...span } });

beforeAll(async () => {
  keeper = await county.signIn("xian-guize");
  shipped = (await keeper.call(getRules)).on.rules;
  lamps = [];
  for (const text of ["村口路灯不亮（示例）。", "东头路灯一直闪（示例）。"])
    lamps.push(await aMatter(county, { text }).accepted().dispatchedTo("housing"));
  secret = await aMatter(county, {
    text: "镇上收费没有票据（示例）。",
    kind: "report",
    secrecy: true,
    complainedAbout: { unit: ZHONGTOU },
  })
    .accepted()
    .dispatchedTo("housing");
  corrected = await aMatter(county, { text: "灯箱漏电（示例）。", category: "facilities.street-lamp" })
    .accepted()
    .dispatchedTo("housing");
  corrected = await act(county, await clerkOf(county), corrected, "correct", { categoryCode: "roads.road-damage" } as never);
}, 120_000);

test("the names of the county suffice to print the rules that are on and to read them back", async () => {
  const lists = await keeper.call(getRuleNames);
  const { "zh-CN": zh, en } = matterWords as never as Record<string, Record<string, Record<string, string>>>;
  const both = (group: string) => Object.entries(zh![group]!).map(([code, word]) => ({ code, zh: word, en: en![group]![code]! }));
  const names = makeNames({ ...lists, kind: both("kinds"), urgency: both("urgencies"), door: both("doors") });
  expect(shipped.length).toBeGreaterThanOrEqual(40);
  for (const locale of ["zh-CN", "en"] as const) {
    const text = printRules(shipped, names, { locale });
    expect(text).not.toContain("#");
    const again = parseRules(text, names, shipped);
    expect(again.problems).toEqual([]);
    expect(again.rules.map((one) => [one.rule.id, one.rule.then])).toEqual(shipped.map((one) => [one.id, one.then]));
  }
});

describe("past matters that a rule would decide", () => {
  test("are those that it is the first to match, newest first, with who got them and who would", async () => {
    const found = await matched([rule("lamps", { words: ["路灯"] }, "unit:water"), ...shipped], "lamps");
    expect(found).toMatchObject({ looked: 4, decided: 2 });
    expect(found.matters.map(({ id, got, would }) => ({ id, got, would }))).toEqual(
      [...lamps].reverse().map(({ id }) => ({ id, got: "住房和城乡建设局", would: "水利局" })),
    );
  });
  test("are none where an earlier rule takes them", async () => {
    const rules = [rule("all", {}, "unit:housing"), rule("lamps", { words: ["路灯"] }, "unit:water")];
    expect(await matched(rules, "lamps")).toMatchObject({ looked: 4, decided: 0, matters: [] });
    expect(await matched(rules, "all")).toMatchObject({ decided: 4 });
  });
  test("are those of the span alone", async () => {
    const rules = [rule("all", {}, "unit:housing")];
    expect(await matched(rules, "all", { ...SPAN, to: "2021-01-01T00:00:00Z" })).toMatchObject({ looked: 0, decided: 0 });
  });
  test("would not go to the township that they complain of, as in the proposal itself", async () => {
    const found = await matched([rule("near", {}, "township-of-place")], "near");
    const would = (id: string) => found.matters.find((one) => one.id === id)?.would;
    expect(would(secret.id)).toBe("县综治中心");
    expect(would(corrected.id)).toBe("冢头镇");
  });
  test("are seen with the facts of their proposal, whatever was corrected afterwards", async () => {
    const found = await matched([rule("lit", { categories: ["facilities"] }, "unit:water")], "lit");
    expect(found.matters.map(({ id }) => id)).toEqual([corrected.id]);
  });
  test("under the rules that are on are those whose recorded proposal names the rule", async () => {
    const recorded = await read<{ matter_id: string; rule: string }>(
      county.db,
      county.job,
      "select matter_id, rule from matters.proposals where county_code = $1",
      [county.code],
    );
    expect(recorded.length).toBe(4);
    for (const id of new Set(recorded.map((one) => one.rule))) {
      const found = await matched(shipped, id);
      const expected = recorded.filter((one) => one.rule === id).map((one) => one.matter_id);
      expect(found.matters.map((one) => one.id).sort()).toEqual(expected.sort());
    }
  });
  test("are shown only to who keeps the rules", async () => {
    const clerk = await county.signIn("xian-shouli");
    const body = { rules: [rule("all", {}, "unit:housing")], rule: "all", ...SPAN };
    await expect(clerk.call(matchRule, { body })).rejects.toMatchObject({ status: 403 });
  });
});

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly Plan[];
}
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

test("what is read does not grow with the county: the newest by their index and no more, then each one's proposal by its key", async () => {
  await fillMatters(county.ownerUrl, 20_000, { texts: 500 });
  const owner = new pg.Client({ connectionString: county.ownerUrl });
  await owner.connect();
  await owner.query("analyze matters.matters; analyze matters.proposals");
  await owner.end();
  const explained = await withActor(county.db, await county.actorOf("xian-guize"), (tx) =>
    tx.query<{ "QUERY PLAN": [{ Plan: Plan; "Execution Time": number }] }>(
      `explain (analyze, format json) ${NEWEST_OF_THE_SPAN}`,
      [county.code, SPAN.from, SPAN.to, MATCH_LOOKS_AT],
    ),
  );
  const [{ Plan: plan, "Execution Time": ms }] = explained.rows[0]!["QUERY PLAN"];
  const looked = nodes(plan).filter((node) => node["Relation Name"]);
  const touched = (node: Plan) => (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"];
  expect(looked.map((node) => node["Index Name"])).toContain("matters_newest");
  // What the reader may not see is passed over on the way: a few rows, not a share of the table.
  const most = MATCH_LOOKS_AT * 1.05;
  for (const node of looked) expect([node["Relation Name"], touched(node) <= most]).toEqual([node["Relation Name"], true]);
  console.log(
    `newest ${MATCH_LOOKS_AT} of 20,004 matters read in ${ms.toFixed(0)} ms: ${looked.map((node) => `${node["Index Name"] ?? node["Node Type"]} ${touched(node)} rows`).join(", ")}`,
  );
  const begun = performance.now();
  const { looked: seen } = await matched([rule("none", { words: ["没有人说过的话"] }, "unit:water"), ...shipped], "none");
  console.log(
    `one rule of ${shipped.length + 1} matched against ${seen} past matters in ${(performance.now() - begun).toFixed(0)} ms over HTTP`,
  );
  expect(seen).toBeLessThanOrEqual(MATCH_LOOKS_AT);
  expect(seen).toBeGreaterThan(1000);
}, 120_000);
