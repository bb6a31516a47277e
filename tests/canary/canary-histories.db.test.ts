import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../foundation/db/actor.ts";
import { read } from "../../foundation/db/pool.ts";
import { aCounty } from "../builders/county.ts";
import { canariesIn } from "./canaries.ts";
import { aCast, type Cast, type Part, type Stirred } from "./cast.ts";
import { anyHistory, begin, type History, type Plan, shutTo, stepsOf } from "./history.ts";
import { everythingInTheDatabase, everythingThatCanBeListed, pryInto, pryIntoATable } from "./prying.ts";
import { isShutToStirred } from "./staff.ts";
import { DETOURS, WAY } from "./step-names.ts";
import { take } from "./steps.ts";

/** `npm run histories` is the long form, from a fresh beginning each time; seed and path of a failure go to it again. */
const HISTORIES = Number(process.env.LINLI_HISTORIES ?? 500);
const SEED = Number(process.env.LINLI_HISTORIES_SEED ?? (process.env.LINLI_HISTORIES ? Date.now() % 1_000_000_000 : 20_261_124));
const AGAIN = process.env.LINLI_HISTORIES_PATH;
/** After so many minutes no further history begins; how many there were is said. */
const MINUTES = Number(process.env.LINLI_HISTORIES_MINUTES ?? Number.POSITIVE_INFINITY);
const county = aCounty();
let cast: Cast;
let beside: History;
beforeAll(async () => {
  cast = await aCast(county);
  const plain = { kind: "hazard", secrecy: false, accused: null, retaliation: false, door: "counter", detours: [], length: 0 };
  beside = (await begin(cast, plain as Plan, 0))!;
  await take(cast, beside, "accept", beside);
  await take(cast, beside, "dispatch to the accused unit", beside);
}, 120_000);
afterAll(() => cast?.close());

const histories: History[] = [];
const reached = { shut: 0, open: 0, looks: 0, done: new Set<string>(), refused: new Map<string, number>() };
const SIDE = ["in the unit", "under the unit", "the officer", "beside the officer", "support"] as const;
const STIRRED = ["the mover", "the stand-in"] as const;

/** Everyone from whom this matter is to be kept, as it stands now. */
async function keptFrom(history: History): Promise<[name: string, reader: Actor][]> {
  const stirred = STIRRED.filter((who) => isShutToStirred(cast, who, history));
  return [
    ...shutTo(history).map((part): [string, Actor] => [part, cast.who[part]]),
    ...(await Promise.all(stirred.map(async (who): Promise<[string, Actor]> => [who, await cast.stirred(who)]))),
  ];
}

/** After each step: a few questions and one table, by one of those from whom it is kept. */
async function look(history: History, turn: number): Promise<string[]> {
  const kept = await keptFrom(history);
  if (kept.length === 0) return [];
  reached.looks += 1;
  const [name, reader] = kept[turn % kept.length]!;
  const leaks = [...(await pryInto(cast, history, reader, turn)), ...(await pryIntoATable(cast, history, reader, turn))];
  return leaks.map((leak) => `${name}: ${leak}`);
}

let told = 0;
async function live(plan: Plan): Promise<void> {
  told += 1;
  const at = told;
  const history = await begin(cast, plan, at);
  if (!history) return;
  histories.push(history);
  const leaks = await look(history, at);
  const steps = stepsOf(plan);
  for (const [turn, step] of steps.entries()) {
    await take(cast, history, step, beside);
    for (const leak of await look(history, at * 7 + turn)) leaks.push(`after “${step}”: ${leak}`);
  }
  for (const step of history.done) reached.done.add(step);
  for (const step of history.refused) reached.refused.set(step, (reached.refused.get(step) ?? 0) + 1);
  const kept = await keptFrom(history);
  reached[kept.length > 0 ? "shut" : "open"] += 1;
  for (const [name, reader] of kept)
    for (const leak of await pryInto(cast, history, reader)) leaks.push(`at the end: ${name}: ${leak}`);
  if (leaks.length > 0) throw new Error(`number ${history.n}: ${leaks.slice(0, 5).join("; ")}`);
}

test(
  `${HISTORIES} histories: from the moment that the accused is recorded nothing of the matter reaches their side`,
  async () => {
    await fc.assert(fc.asyncProperty(anyHistory, live), {
      numRuns: HISTORIES,
      seed: SEED,
      ...(AGAIN && { path: AGAIN }),
      ...(Number.isFinite(MINUTES) && { interruptAfterTimeLimit: MINUTES * 60_000, markInterruptAsFailure: false }),
    });
    console.log(
      `seed ${SEED}: ${told} histories, ${reached.shut} shut to somebody, ${reached.looks} looks on the way; refused: ${[
        ...reached.refused,
      ]
        .sort((one, other) => other[1] - one[1])
        .slice(0, 12)
        .map(([what, count]) => `${what} ${count}×`)
        .join(", ")}`,
    );
  },
  Math.max(240_000, HISTORIES * 1_500),
);

const readerOf = (name: Part | Stirred) => (name in cast.who ? cast.who[name as Part] : cast.stirred(name as Stirred));
const shutNumbers = (name: Part | Stirred) =>
  new Set(
    histories
      .filter((history) =>
        name === "the mover" || name === "the stand-in" ? isShutToStirred(cast, name, history) : shutTo(history).includes(name),
      )
      .map(({ n }) => n),
  );

/** Pages of the matter that the unit complained of leads itself, into which others were merged. */
const theirOwn = () => [`/api/matters/${beside.id}`, `/api/matters/${beside.id}/candidates`, `/print/matter/${beside.id}`];

test.each([...SIDE, ...STIRRED])(
  "no list, figure, page or export says a canary to: %s",
  async (name) => {
    const shut = shutNumbers(name);
    const leaks = [...(await everythingThatCanBeListed(cast, await readerOf(name), theirOwn()))].flatMap(([address, seen]) =>
      [...seen].filter((n) => shut.has(n)).map((n) => `${address}: ${n}`),
    );
    expect(leaks.slice(0, 10)).toEqual([]);
  },
  600_000,
);

/** For whoever mends a leak in the journal: which acts on what the lines are. */
async function where(name: Part | Stirred): Promise<string[]> {
  const shut = shutNumbers(name);
  const rows = await read<{ said: string }>(county.db, await readerOf(name), "select l::text as said from ledger.lines l");
  return rows.map(({ said }) => said).filter((said) => [...canariesIn(said)].some((n) => shut.has(n)));
}

test.each([...SIDE, ...STIRRED])(
  "no row of any table or view says a canary in the context of: %s",
  async (name) => {
    const shut = shutNumbers(name);
    const leaks = [...(await everythingInTheDatabase(cast, await readerOf(name)))].flatMap(([table, seen]) => {
      const hits = [...seen].filter((n) => shut.has(n));
      return hits.length > 0 ? [`${table}: ${hits.length}, e.g. ${hits[0]}`] : [];
    });
    expect(leaks.length > 0 ? [...leaks, ...(await where(name))] : []).toEqual([]);
  },
  600_000,
);

test("the eyes are open: the centre finds canaries in lists and tables, the accused unit those of open claims", async () => {
  if (AGAIN) return;
  const listed = await everythingThatCanBeListed(cast, cast.who.centre, theirOwn());
  expect(listed.get(theirOwn()[0]!)!.size).toBeGreaterThan(0);
  expect(listed.get("/api/matters?queue=all&sort=newest&limit=100")!.size).toBeGreaterThan(10);
  expect(listed.get("/api/drafts")!.size).toBeGreaterThan(0);
  expect(listed.get("/api/views")!.size).toBeGreaterThan(0);
  const rows = await everythingInTheDatabase(cast, cast.who.centre);
  expect(rows.get("matters.matters")!.size).toBeGreaterThan(told / 3);
  expect(rows.get("ledger.lines")!.size).toBeGreaterThan(told / 3);
  expect(rows.get("supervision.orders")!.size).toBeGreaterThan(0);
  expect(rows.get("foundation.files")!.size).toBeGreaterThan(0);
  expect(reached.shut).toBeGreaterThan(told / 4);
  expect(reached.open).toBeGreaterThan(told / 20);
  expect([...WAY, ...DETOURS].filter((step) => !reached.done.has(step))).toEqual([]);
}, 600_000);

test("no queued job carries a canary, and no line of the program's log", async () => {
  const { rows } = await cast.owner.query<{ name: string }>(
    "select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema = 'pgboss'",
  );
  for (const { name } of rows) {
    const said = await cast.owner.query<{ said: string }>(`select t::text as said from ${name} t`);
    expect([name, [...canariesIn(said.rows.map((row) => row.said).join("\n"))]]).toEqual([name, []]);
  }
  expect(
    cast.stage
      .logged()
      .split("\n")
      .filter((line) => canariesIn(line).size > 0),
  ).toEqual([]);
}, 600_000);

test("a policy that lets go is found", async () => {
  const shut = shutNumbers("in the unit");
  await cast.owner.query("create policy a_hole on matters.matters for select to linli_app using (true)");
  try {
    const seen = (await everythingInTheDatabase(cast, cast.who["in the unit"])).get("matters.matters")!;
    expect([...seen].some((n) => shut.has(n))).toBe(true);
    const sealed = histories.find((history) => shutTo(history).includes("in the unit"))!;
    expect((await pryInto(cast, sealed, cast.who["in the unit"])).length).toBeGreaterThan(0);
  } finally {
    await cast.owner.query("drop policy a_hole on matters.matters");
  }
}, 600_000);
