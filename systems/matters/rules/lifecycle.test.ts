import { describe, expect, test } from "vitest";
import { actsFrom, type Lifecycle, stateAfter } from "../../../foundation/lifecycle.ts";
import { referralLane } from "../../referral/index.ts";
import { serviceLane } from "../../service/index.ts";
import { MatterActInput, matterWords } from "../contract.ts";
import { ACT_TITLES } from "../views/act-words.ts";
import { SENTENCES } from "./access.ts";
import { MATTER_ACTS, MATTER_STATES, type MatterAct, matterLifecycle } from "./lifecycle.ts";

type Table = Lifecycle<string, string>;
const tables: [string, Table][] = [
  ["matter", matterLifecycle as Table],
  ["service", serviceLane.lifecycle],
  ["referral", referralLane.lifecycle],
];

/** States that a walk over every edge meets, from the start. */
function reachable(table: Table): Set<string> {
  const met = new Set([table.start.state]);
  for (const state of met) for (const act of actsFrom(table, state)) met.add(stateAfter(table, state, act)!);
  return met;
}

describe.each(tables)("the table of %s", (_name, table) => {
  test("reaches every state from its start", () =>
    expect([...reachable(table)].sort()).toEqual(Object.keys(table.states).sort()));
  test("leaves every state that is not final, and no final one", () => {
    for (const [state, { final }] of Object.entries(table.states)) {
      const leads = actsFrom(table, state).map((act) => stateAfter(table, state, act));
      if (final) expect(leads, state).toEqual([]);
      else
        expect(
          leads.some((next) => next !== state),
          state,
        ).toBe(true);
    }
  });
  test("ends: from every state an act leads towards one that is not open", () => {
    for (const state of Object.keys(table.states)) {
      const from = reachable({ ...table, start: { ...table.start, state } });
      expect(
        [...from].some((one) => !table.states[one]!.open),
        state,
      ).toBe(true);
    }
  });
  test("names who may do each act, by a sentence that access knows", () => {
    for (const [act, { who }] of Object.entries(table.acts)) {
      expect(who.length, act).toBeGreaterThan(0);
      for (const sentence of who) expect(Object.keys(SENTENCES), `${act}: ${sentence}`).toContain(sentence);
    }
  });
  test("leads only to states that it has, from states that it has", () => {
    for (const [act, { from, to }] of Object.entries(table.acts)) {
      for (const state of from) expect(Object.keys(table.states), act).toContain(state);
      if (to !== "same") expect(Object.keys(table.states), act).toContain(to);
    }
  });
});

describe("the spine's acts", () => {
  const shapes = new Map(
    MatterActInput.options.map((option) => [option.shape.act.value as MatterAct, option.shape as Record<string, unknown>]),
  );
  test("are those that the contract takes; only intake and the calendar's own come another way", () => {
    expect(MATTER_ACTS.filter((act) => !shapes.has(act))).toEqual(["receive", "take-in", "recompute-due"]);
    expect([...shapes.keys()].filter((act) => !MATTER_ACTS.includes(act))).toEqual([]);
  });
  test("carry the fields that the table asks for", () => {
    for (const act of MATTER_ACTS) {
      const { needs = [] } = matterLifecycle.acts[act] as { needs?: readonly string[] };
      const shape = shapes.get(act);
      for (const field of shape ? needs : [])
        expect(Object.keys(shape!), `${act} needs ${field}`).toContain(field === "placeId" ? "place" : field);
    }
  });
  test.each(["zh-CN", "en"] as const)("and states have a word in %s", (locale) => {
    const { acts, states } = (
      matterWords as never as Record<string, { acts: Record<string, string>; states: Record<string, string> }>
    )[locale]!;
    expect(Object.keys(acts).sort()).toEqual([...MATTER_ACTS].sort());
    expect(Object.keys(states).sort()).toEqual(Object.keys(MATTER_STATES).sort());
    for (const act of MATTER_ACTS) expect(ACT_TITLES[act]?.[locale], act).toBeTruthy();
  });
});

describe.each([serviceLane, referralLane])("the lane of $name", ({ follows, lifecycle }) => {
  test("follows acts of the spine by acts of its own", () => {
    for (const [act, own] of Object.entries(follows)) {
      expect(MATTER_ACTS, act).toContain(act);
      expect(Object.keys(lifecycle.acts), own).toContain(own);
    }
  });
  test("keeps step with the spine: where the spine may act, the lane can follow", () => {
    /** Pairs of states that a walk over every edge meets. */
    const met = new Map<string, { spine: string; lane: string | null }>([["received|", { spine: "received", lane: null }]]);
    for (const { spine, lane } of met.values())
      for (const act of actsFrom(matterLifecycle as Table, spine)) {
        const own = follows[act as MatterAct];
        const opens = own === lifecycle.start.act;
        // a matter reopened or handed back is dispatched anew: the lane opens another procedure
        const next =
          own === undefined
            ? lane
            : opens
              ? lifecycle.start.state
              : lane === null
                ? null
                : (stateAfter(lifecycle, lane, own) ?? lane);
        if (own && !opens && lane !== null && lifecycle.states[lane]!.open)
          expect(stateAfter(lifecycle, lane, own), `${act} → ${own} from ${lane}`).toBeDefined();
        const after = stateAfter(matterLifecycle as Table, spine, act)!;
        met.set(`${after}|${next ?? ""}`, { spine: after, lane: next });
      }
    const stands = [...met.values()];
    const laneIn = (spine: string) => [...new Set(stands.filter((one) => one.spine === spine).map((one) => one.lane))].sort();
    expect(laneIn("dispatched")).toEqual([lifecycle.start.state]);
    expect(laneIn("handling")).toHaveLength(1);
    expect(laneIn("answered")).toHaveLength(1);
    for (const spine of ["withdrawn", "merged"])
      for (const lane of laneIn(spine)) if (lane) expect(lifecycle.states[lane]!.open, `${spine} with ${lane}`).toBe(false);
  });
});
