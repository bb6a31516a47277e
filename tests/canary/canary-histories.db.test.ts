import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCounty } from "../builders/county.ts";
import { canariesIn } from "./canaries.ts";
import { aCast, type Cast, type Part } from "./cast.ts";
import { anyHistory, begin, type History, type Plan, shutTo, stepsOf } from "./history.ts";
import { everythingInTheDatabase, everythingThatCanBeListed, pryInto } from "./prying.ts";
import { take } from "./steps.ts";

const HISTORIES = Number(process.env.LINLI_HISTORIES ?? 500);
const county = aCounty();
let cast: Cast;
beforeAll(async () => {
  cast = await aCast(county);
}, 120_000);
afterAll(() => cast?.close());

const histories: History[] = [];
const reached = { shut: 0, open: 0, done: new Set<string>(), refused: new Set<string>() };

test(
  `${HISTORIES} histories: from the moment that the accused is recorded nothing of the matter reaches their side`,
  async () => {
    const plain = await begin(
      cast,
      { kind: "hazard", secrecy: false, accused: null, retaliation: false, door: "counter", detours: [], length: 0 } as Plan,
      0,
    );
    const beside = plain?.id;
    if (plain) {
      await take(cast, plain, "accept");
      await take(cast, plain, "dispatch to the accused unit");
    }
    const plans = fc.sample(anyHistory, { numRuns: HISTORIES, seed: 20261124 });
    const leaks: string[] = [];
    for (const [at, plan] of plans.entries()) {
      const history = await begin(cast, plan, at + 1);
      if (!history) continue;
      for (const step of stepsOf(plan)) await take(cast, history, step, beside);
      histories.push(history);
      for (const step of history.done) reached.done.add(step);
      for (const step of history.refused) reached.refused.add(step);
      const shut = shutTo(history);
      reached[shut.length > 0 ? "shut" : "open"] += 1;
      for (const reader of shut)
        for (const leak of await pryInto(cast, history, cast.who[reader]))
          leaks.push(`history ${at} (${JSON.stringify(plan)}): ${reader}: ${leak}`);
      if (leaks.length > 10) break;
    }
    expect(leaks.slice(0, 10)).toEqual([]);
  },
  Math.max(240_000, HISTORIES * 600),
);

const shutNumbers = (reader: Part) => new Set(histories.filter((history) => shutTo(history).includes(reader)).map(({ n }) => n));
const SIDE = ["in the unit", "under the unit", "the officer", "beside the officer"] as const;

test.each(SIDE)(
  "no list, figure, page or export says a canary to: %s",
  async (reader) => {
    const shut = shutNumbers(reader);
    const leaks = [...(await everythingThatCanBeListed(cast, cast.who[reader]))].flatMap(([address, seen]) =>
      [...seen].filter((n) => shut.has(n)).map((n) => `${address}: ${n}`),
    );
    expect(leaks.slice(0, 10)).toEqual([]);
  },
  120_000,
);

test.each(SIDE)(
  "no row of any table or view says a canary in the context of: %s",
  async (reader) => {
    const shut = shutNumbers(reader);
    const leaks = [...(await everythingInTheDatabase(cast, cast.who[reader]))].flatMap(([table, seen]) => {
      const hits = [...seen].filter((n) => shut.has(n));
      return hits.length > 0 ? [`${table}: ${hits.length}, e.g. ${hits[0]}`] : [];
    });
    expect(leaks).toEqual([]);
  },
  120_000,
);

test("the eyes are open: the centre finds canaries in lists and tables, the accused unit those of open claims", async () => {
  const listed = await everythingThatCanBeListed(cast, cast.who.centre);
  expect(listed.get("/api/matters?queue=all&sort=newest&limit=100")!.size).toBeGreaterThan(10);
  const rows = await everythingInTheDatabase(cast, cast.who.centre);
  expect(rows.get("matters.matters")!.size).toBeGreaterThan(HISTORIES / 3);
  expect(rows.get("ledger.lines")!.size).toBeGreaterThan(HISTORIES / 3);
  expect(reached.shut).toBeGreaterThan(HISTORIES / 4);
  expect(reached.open).toBeGreaterThan(HISTORIES / 10);
  for (const step of ["accept", "dispatch", "sign", "answer", "close", "hand-back", "note", "merge"])
    expect([...reached.done]).toContain(step);
}, 120_000);

test("no queued job carries a canary", async () => {
  const { rows } = await cast.owner.query<{ name: string }>(
    "select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema = 'pgboss'",
  );
  for (const { name } of rows) {
    const said = await cast.owner.query<{ said: string }>(`select t::text as said from ${name} t`);
    expect([name, [...canariesIn(said.rows.map((row) => row.said).join("\n"))]]).toEqual([name, []]);
  }
});

test("a policy that lets go is found", async () => {
  const shut = shutNumbers("in the unit");
  await cast.owner.query("create policy a_hole on matters.matters for select to linli_app using (true)");
  try {
    const seen = (await everythingInTheDatabase(cast, cast.who["in the unit"])).get("matters.matters")!;
    expect([...seen].some((n) => shut.has(n))).toBe(true);
  } finally {
    await cast.owner.query("drop policy a_hole on matters.matters");
  }
});
