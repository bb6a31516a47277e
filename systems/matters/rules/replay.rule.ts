/** A past matter as a replay looks at it; instants in milliseconds, units by id, "" for nobody. */
export interface Replayed<Facts> {
  readonly id: string;
  readonly facts: Facts;
  readonly receivedAt: number;
  /** The stretch of time that it counts under, e.g. a month. */
  readonly period: string;
  /** What the machine proposed then; absent where nothing was recorded. */
  readonly recorded?: Proposed;
  /** The unit that settled it, where it was settled. */
  readonly settledBy: string | null;
  /** Was it really handed back or redirected. */
  readonly bounced: boolean;
  readonly closedAt: number | null;
  readonly dueAt: number;
}

export interface Proposed {
  readonly unit: string;
  readonly supports: readonly string[];
  readonly rule: string;
}

/** The two ways that are compared, and what the matter would have been proposed with the versions of its own day. */
export interface Ways<Facts> {
  readonly then: (matter: Replayed<Facts>) => Proposed;
  readonly before: (matter: Replayed<Facts>) => Proposed;
  readonly after: (matter: Replayed<Facts>) => Proposed;
  /** When it would have been due under the changed terms. */
  readonly dueAfter: (matter: Replayed<Facts>) => number;
  readonly now: number;
}

export interface ReplayResult {
  readonly tried: number;
  /** Of `recorded` matters, how many the machine proposes again exactly as it is written down. */
  readonly recorded: number;
  readonly recordedSame: number;
  readonly changed: number;
  readonly supportsChanged: number;
  /** The latest of the changed ones; never more than MOST_LISTED. */
  readonly list: readonly { readonly id: string; readonly was: string; readonly now: string; readonly rule: string }[];
  readonly matrix: readonly { readonly was: string; readonly now: string; readonly matters: number }[];
  readonly load: readonly {
    readonly unit: string;
    readonly was: number;
    readonly now: number;
    readonly periods: readonly { readonly period: string; readonly was: number; readonly now: number }[];
  }[];
  readonly deadlines: {
    readonly settled: number;
    readonly inTimeWas: number;
    readonly inTimeNow: number;
    readonly running: number;
    readonly lateWas: number;
    readonly lateNow: number;
  };
  readonly bounces: {
    readonly bounced: number;
    readonly rightWas: number;
    readonly rightNow: number;
    readonly settledAtOnce: number;
    readonly elsewhereWas: number;
    readonly elsewhereNow: number;
  };
}

export const MOST_LISTED = 1000;

interface Pair {
  was: number;
  now: number;
}
const plus = <Key>(table: Map<Key, Pair>, key: Key, side: keyof Pair): void => {
  const line = table.get(key) ?? { was: 0, now: 0 };
  line[side] += 1;
  table.set(key, line);
};

const sameProposal = (one: Proposed, other: Proposed): boolean =>
  one.unit === other.unit &&
  one.rule === other.rule &&
  one.supports.length === other.supports.length &&
  one.supports.every((unit, at) => unit === other.supports[at]);

/**
 * Adds matters up, batch by batch: memory grows with units and periods, not with matters. `add` takes them oldest first.
 */
export function startReplay<Facts>(ways: Ways<Facts>): {
  add(matters: Iterable<Replayed<Facts>>): void;
  result(): ReplayResult;
} {
  const sums = { tried: 0, recorded: 0, recordedSame: 0, changed: 0, supportsChanged: 0 };
  const deadlines = { settled: 0, inTimeWas: 0, inTimeNow: 0, running: 0, lateWas: 0, lateNow: 0 };
  const bounces = { bounced: 0, rightWas: 0, rightNow: 0, settledAtOnce: 0, elsewhereWas: 0, elsewhereNow: 0 };
  const matrix = new Map<string, Map<string, number>>();
  const load = new Map<string, { whole: Pair; periods: Map<string, Pair> }>();
  let list: { id: string; was: string; now: string; rule: string }[] = [];

  const carry = (unit: string, period: string, side: keyof Pair): void => {
    const line = load.get(unit) ?? { whole: { was: 0, now: 0 }, periods: new Map() };
    line.whole[side] += 1;
    plus(line.periods, period, side);
    load.set(unit, line);
  };
  const deadline = (matter: Replayed<Facts>): void => {
    const dueNow = ways.dueAfter(matter);
    if (matter.closedAt === null) {
      deadlines.running += 1;
      if (ways.now > matter.dueAt) deadlines.lateWas += 1;
      if (ways.now > dueNow) deadlines.lateNow += 1;
      return;
    }
    deadlines.settled += 1;
    if (matter.closedAt <= matter.dueAt) deadlines.inTimeWas += 1;
    if (matter.closedAt <= dueNow) deadlines.inTimeNow += 1;
  };
  const bounce = (matter: Replayed<Facts>, was: string, now: string): void => {
    if (matter.settledBy === null) return;
    if (matter.bounced) {
      bounces.bounced += 1;
      if (was === matter.settledBy) bounces.rightWas += 1;
      if (now === matter.settledBy) bounces.rightNow += 1;
      return;
    }
    bounces.settledAtOnce += 1;
    if (was !== matter.settledBy) bounces.elsewhereWas += 1;
    if (now !== matter.settledBy) bounces.elsewhereNow += 1;
  };

  return {
    add(matters) {
      for (const matter of matters) {
        const [was, now] = [ways.before(matter), ways.after(matter)];
        sums.tried += 1;
        if (matter.recorded) {
          sums.recorded += 1;
          if (sameProposal(matter.recorded, ways.then(matter))) sums.recordedSame += 1;
        }
        const row = matrix.get(was.unit) ?? new Map<string, number>();
        row.set(now.unit, (row.get(now.unit) ?? 0) + 1);
        matrix.set(was.unit, row);
        carry(was.unit, matter.period, "was");
        carry(now.unit, matter.period, "now");
        deadline(matter);
        bounce(matter, was.unit, now.unit);
        if (was.unit !== now.unit) {
          sums.changed += 1;
          list.push({ id: matter.id, was: was.unit, now: now.unit, rule: now.rule });
          if (list.length >= 2 * MOST_LISTED) list = list.slice(-MOST_LISTED);
        } else if (was.supports.join() !== now.supports.join()) sums.supportsChanged += 1;
      }
    },
    result: () => ({
      ...sums,
      list: list.slice(-MOST_LISTED).reverse(),
      matrix: [...matrix]
        .flatMap(([was, row]) => [...row].map(([now, matters]) => ({ was, now, matters })))
        .sort((a, b) => b.matters - a.matters),
      load: [...load]
        .map(([unit, { whole, periods }]) => ({
          unit,
          ...whole,
          periods: [...periods].map(([period, pair]) => ({ period, ...pair })).sort((a, b) => (a.period < b.period ? -1 : 1)),
        }))
        .sort((a, b) => b.now + b.was - a.now - a.was),
      deadlines,
      bounces,
    }),
  };
}

/** Who would have got what, when, and with what outcome: the same past matters by two ways. Pure; changes nothing. */
export function replay<Facts>(matters: Iterable<Replayed<Facts>>, ways: Ways<Facts>): ReplayResult {
  const running = startReplay(ways);
  running.add(matters);
  return running.result();
}
