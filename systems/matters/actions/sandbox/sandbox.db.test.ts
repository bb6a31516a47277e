import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { read } from "../../../../foundation/db/pool.ts";
import { newId } from "../../../../foundation/ids.ts";
import { dayOf } from "../../../../foundation/time/index.ts";
import { aCounty } from "../../../../tests/builders/county.ts";
import { act, aMatter, clerkOf, handlerOf, type Standing, ZHONGTOU } from "../../../../tests/builders/matter.ts";
import { draftRules, type RuleBook, switchRulesOn } from "../../../dispatch/index.ts";
import { verifyJournal } from "../../../ledger/index.ts";
import { readPersons } from "../../../residents/index.ts";
import { sandboxRun } from "../../views/sandbox/sandbox-page.ts";
import type { SandboxChange } from "../../views/sandbox/setups.ts";
import { matterReducer } from "../../views/verify/matter-reducer.ts";
import { runSandbox, sandboxOrphans, startSandbox } from "./run-sandbox.ts";

const county = aCounty();
const owner = new pg.Client();
const stands: Standing[] = [];
const NOTHING: SandboxChange = { rules: null, catalogue: null, term: null, beside: "then" };
const SPAN = { from: new Date("2020-01-01"), to: new Date("2100-01-01") };
const KINDS = ["complaint", "help", "hazard", "report"] as const;
const CATEGORIES = ["roads.road-damage", "water.supply", "labour.wages", "village.land"];

async function some(n: number, text: string): Promise<void> {
  const categories = [...(await county.services.books(county.code)).categories.keys()].filter((code) => code.includes("."));
  for (let at = 0; at < n; at += 1)
    stands.push(
      await aMatter(county, {
        text: `${text}第${at}件，${at % 5 === 0 ? "晚上没有灯" : "路面塌了"}（示例）。`,
        kind: KINDS[at % KINDS.length]!,
        category: categories[(at * 7) % categories.length] ?? CATEGORIES[0]!,
        urgency: at % 9 === 0 ? "pressing" : "ordinary",
        township: at % 2 ? "冢头镇" : "龙山街道",
        secrecy: at % 11 === 0,
        ...(at % 6 === 0 && { complainedAbout: at % 12 === 0 ? { unit: ZHONGTOU } : { words: "冢头镇政府不管（示例）" } }),
      })
        .accepted()
        .dispatchedTo("housing"),
    );
}

/** The books in memory are renewed behind an answer: waits for what the owner or an officer just changed. */
async function untilBooks(seen: (versions: Readonly<Record<string, number>>, names: string) => boolean): Promise<void> {
  for (;;) {
    const books = await county.services.books(county.code);
    if (seen(books.versions, [...books.unitFacts.values()].map((unit) => unit.name).join())) return;
    await new Promise((done) => setTimeout(done, 200));
  }
}

const runOf = async (change: SandboxChange) => {
  const clerk = await clerkOf(county);
  const id = await startSandbox(county.services, clerk, { id: newId(), span: SPAN, change });
  await runSandbox(county.services, county.code, id);
  const [run] = await read<{ state: string; done_matters: number; total: number; result: never }>(
    county.db,
    clerk,
    "select state, done_matters, total, result from matters.sandbox_runs where county_code = $1 and id = $2",
    [county.code, id],
  );
  return run as {
    state: string;
    done_matters: number;
    total: number;
    result: import("../../rules/replay.rule.ts").ReplayResult;
  };
};

beforeAll(async () => {
  Object.assign(owner, new pg.Client({ connectionString: county.ownerUrl }));
  await owner.connect();
  await some(110, "头一阵");
  // other rules: whatever speaks of light goes to water
  const clerk = await clerkOf(county);
  const on = (await county.services.books(county.code)).data.rules!;
  const lights = { ...on.rules[0]!, id: "lights", name: "没有灯", when: { words: ["没有灯"] }, then: { unit: "unit:water" } };
  const draft = await draftRules(county.services, clerk, [lights, ...on.rules]);
  await switchRulesOn(county.services, clerk, draft.version);
  await untilBooks((versions) => versions.rules === draft.version);
  await some(110, "第二阵");
  // another catalogue, and a unit that is called otherwise
  await owner.query(
    `with was as (update dispatch.books set state = 'past' where book = 'catalogue' and state = 'on' returning *)
     insert into dispatch.books (county_code, book, version, state, body, source, at)
     select county_code, book, version + 1, 'on', jsonb_build_object('version', version + 1, 'entries',
       (select jsonb_agg(case when n % 5 = 0 then e || '{"validTo": "2020-12-31"}' when n % 2 = 0 then e || '{"lead": "unit:transport"}' else e end)
        from jsonb_array_elements(body -> 'entries') with ordinality as x(e, n))), 'test', now() from was`,
  );
  // another duty list: of what townships did, much is taken from them, and some ended long ago
  await owner.query(
    `with was as (update dispatch.books set state = 'past' where book = 'duties' and state = 'on' returning *)
     insert into dispatch.books (county_code, book, version, state, body, source, at)
     select county_code, book, version + 1, 'on', body || jsonb_build_object('version', version + 1, 'lines',
       (select jsonb_agg(case when n % 3 = 0 then e || '{"validTo": "2020-12-31"}' when n % 2 = 0 then e || '{"part": "assist"}' else e end)
        from jsonb_array_elements(body -> 'lines') with ordinality as x(e, n))), 'test', now() from was`,
  );
  await owner.query("update teams.units set name = '冢头镇人民政府（示例）' where code = $1", [ZHONGTOU]);
  const before = (await county.services.books(county.code)).versions;
  await untilBooks(
    (versions, names) =>
      versions.catalogue! > before.catalogue! && versions.duties! > before.duties! && names.includes("冢头镇人民政府（示例）"),
  );
  await some(110, "第三阵");
  // corrected afterwards: category, urgency and title of every third
  for (const [at, on] of stands.entries()) {
    if (at % 3 !== 0) continue;
    stands[at] = await act(county, clerk, on, "correct", {
      categoryCode: "roads.road-damage",
      urgency: "danger",
      title: `改过的${at}（示例）`,
    } as never);
  }
  // and some handed over to who settles them
  for (const [at, on] of stands.entries()) {
    if (at % 10 !== 1) continue;
    let now = await act(county, clerk, on, "redirect", {
      leadUnit: (await handlerOf(county, "water")).unit!,
      reason: "归水利办（示例）。",
    } as never);
    now = await act(county, await handlerOf(county, "water"), now, "sign", {} as never);
    stands[at] = await act(county, await handlerOf(county, "water"), now, "answer", {
      reply: "办好了（示例）。",
      outcome: "solved",
    } as never);
  }
}, 240_000);
afterAll(() => owner.end());

describe("a replay with nothing changed", () => {
  test("equals the recorded machine proposal, matter by matter, after rules, catalogue, duties, units and the matters themselves changed", async () => {
    const rows = await read<{ n: number; rules: number; units: number; duties: number }>(
      county.db,
      county.job,
      "select count(distinct matter_id)::integer as n, count(distinct versions ->> 'rules')::integer as rules, count(distinct versions ->> 'units')::integer as units, count(distinct versions ->> 'duties')::integer as duties from matters.proposals",
    );
    expect(rows[0]).toEqual({ n: 330, rules: 2, units: 2, duties: 2 });
    const run = await runOf(NOTHING);
    expect(run).toMatchObject({ state: "done", done_matters: 330, total: 330 });
    expect(run.result).toMatchObject({ tried: 330, recorded: 330, recordedSame: 330, changed: 0, supportsChanged: 0 });
  });
  test("says so where one record is another", async () => {
    await owner.query("update matters.proposals set rule = rule || '!' where matter_id = $1", [stands[5]!.id]);
    expect((await runOf(NOTHING)).result.recordedSame).toBe(329);
    await owner.query("update matters.proposals set rule = rtrim(rule, '!') where matter_id = $1", [stands[5]!.id]);
  });
  test("stands on the duty list and the day of that time: with other ones it would not be equal", async () => {
    const change = (set: string) =>
      owner.query(`update dispatch.books set body = ${set} where book = 'duties' and state = 'past'`);
    const {
      rows: [was],
    } = await owner.query(
      "select body from dispatch.books where book = 'duties' and state = 'past' order by version desc limit 1",
    );
    await change(
      "jsonb_set(body, '{lines}', (select body -> 'lines' from dispatch.books where book = 'duties' and state = 'on'))",
    );
    expect((await runOf(NOTHING)).result.recordedSame).toBeLessThan(330);
    await owner.query("update dispatch.books set body = $1 where book = 'duties' and state = 'past'", [was.body]);
    await owner.query('update matters.proposals set facts = facts || \'{"day": "2020-06-01"}\'');
    expect((await runOf(NOTHING)).result.recordedSame).toBeLessThan(330);
    await owner.query("update matters.proposals set facts = facts || jsonb_build_object('day', $1::text)", [dayOf(new Date())]);
    expect((await runOf(NOTHING)).result.recordedSame).toBe(330);
  });
  test("beside what is on now is another replay: today's books send some elsewhere", async () => {
    const { result } = await runOf({ ...NOTHING, beside: "now" });
    expect(result).toMatchObject({ recordedSame: 330, changed: 0 });
    expect(result.load).not.toEqual((await runOf(NOTHING)).result.load);
  });
});

describe("a replay under other rules", () => {
  test("sends exactly the matters that the rule names elsewhere, and changes nothing", async () => {
    const clerk = await clerkOf(county);
    const on = (await county.services.books(county.code)).data.rules as RuleBook;
    const draft = await draftRules(county.services, clerk, [
      { ...on.rules[0]!, id: "third", name: "第三阵", when: { words: ["第三阵"] }, then: { unit: "unit:labour", supports: [] } },
      ...on.rules,
    ]);
    const sum = async () =>
      (await owner.query("select md5(string_agg(m::text, '' order by id)) as sum from matters.matters m")).rows[0].sum;
    const before = await sum();
    const { result } = await runOf({ ...NOTHING, rules: draft.version, beside: "now" });
    const labour = (await handlerOf(county, "labour")).unit!;
    // the third batch was decided under the books that are on: some of it goes to labour as it is
    const third = stands.slice(220).map((one) => one.id);
    const there = await read<{ id: string }>(
      county.db,
      county.job,
      "select distinct on (matter_id) matter_id as id from matters.proposals where matter_id = any ($1::uuid[]) and unit = $2 order by matter_id, version",
      [third, labour],
    );
    const moved = third.filter((id) => !there.some((one) => one.id === id));
    expect(result.list.every((one) => one.now === labour && one.rule === "third")).toBe(true);
    expect(result.list.map((one) => one.id).sort()).toEqual(moved.sort());
    expect(moved.length).toBeGreaterThan(50);
    expect(await sum()).toBe(before);
  });
  test("counts what was really handed over and would have gone to who settled it", async () => {
    const { result } = await runOf(NOTHING);
    expect(result.bounces.bounced).toBe(33);
    expect(result.bounces.rightWas).toBe(result.bounces.rightNow);
  });
});

test("a changed term is counted from the receipt of each matter; others keep theirs", async () => {
  const { rows } = await owner.query<{ id: string; term: string }>(
    "update matters.matters set received_at = '2021-03-01' where id = (select id from matters.matters where open and state = 'dispatched' limit 1) returning id, term",
  );
  const whole = (await runOf(NOTHING)).result.deadlines;
  const under = (await runOf({ ...NOTHING, term: { term: rows[0]!.term, length: 5 } })).result.deadlines;
  expect(whole.lateNow).toBe(0);
  expect(under).toEqual({ ...whole, lateNow: 1 });
  await expect(runOf({ ...NOTHING, term: { term: "no such term", length: 5 } })).rejects.toThrow("clocks.no-such-term");
});

test("a check against the journal finds a proposal that is another, and one that is missing", async () => {
  const sound = () =>
    verifyJournal(county.db, { ...county.job, role: "verify" }, { reducers: { matter: matterReducer }, persons: readPersons });
  const about = async () => (await sound()).findings.filter((one) => JSON.stringify(one).includes("proposals")).length;
  expect(await about()).toBe(0);
  await owner.query("update matters.proposals set rule = rule || '!' where matter_id = $1", [stands[7]!.id]);
  await owner.query("delete from matters.proposals where matter_id = $1", [stands[8]!.id]);
  expect(await about()).toBe(2);
});

test("a replay that is broken off tells no progress that is not there, says that nothing was heard, and begins anew", async () => {
  const clerk = await clerkOf(county);
  const id = await startSandbox(county.services, clerk, { id: newId(), span: SPAN, change: NOTHING });
  const seen = () => sandboxRun(county.services, clerk, id);
  await runSandbox(county.services, county.code, id, () => true);
  expect(await seen()).toMatchObject({ state: "waiting", done: 0, total: null, silent: false, result: null });
  // killed in the midst: what it had written stands, and nothing more is heard
  await owner.query(
    "update matters.sandbox_runs set state = 'running', done_matters = 200, total = 330, updated_at = now() - interval '1 minute' where id = $1",
    [id],
  );
  expect(await seen()).toMatchObject({ state: "running", done: 200, silent: true });
  expect(await sandboxOrphans(county.services, county.code)).toContain(id);
  await runSandbox(county.services, county.code, id);
  expect(await seen()).toMatchObject({ state: "done", done: 330, total: 330, silent: false });
  expect(await sandboxOrphans(county.services, county.code)).not.toContain(id);
});

test("an officer without the county in view sees no run", async () => {
  const rows = await read(county.db, await handlerOf(county, "water"), "select id from matters.sandbox_runs");
  expect(rows).toEqual([]);
});
