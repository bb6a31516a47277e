import { type Expression, type Span, type TestField, testsOf, type Value } from "../language/expression.ts";
import { inTree } from "../match.rule.ts";

/**
 * Everything a rule can tell apart, as finitely many classes a field. Fields are taken as independent of each other, so the space
 * holds every matter that can exist and some that cannot: what is impossible here is impossible indeed.
 */
export type Axis =
  | "kind"
  | "urgency"
  | "door"
  | "category"
  | "township"
  | "village"
  | "lead"
  | "level"
  | "weekday"
  | "minute"
  | "day"
  | "yearday";

/** Allowed classes of each axis (absent: all), words that stand in the text, words that do not. */
export interface Box {
  readonly axes: Readonly<Partial<Record<Axis, ReadonlySet<string>>>>;
  readonly has: readonly string[];
  readonly lacks: readonly string[];
}
export const EVERYTHING: Box = { axes: {}, has: [], lacks: [] };

/** One way in which a test holds: classes of one axis, or a word. */
export type Atom = { readonly axis: Axis; readonly allowed: ReadonlySet<string> } | { readonly word: string };
export type Space = ReadonlyMap<Axis, readonly string[]>;

const NONE = "—";
const AXIS: Partial<Record<TestField, Axis>> = {
  kinds: "kind",
  urgency: "urgency",
  doors: "door",
  categories: "category",
  catalogueLeads: "lead",
  catalogueLevels: "level",
  weekdays: "weekday",
};
const DAY_END = "99:99";

/** The classes that these conditions tell apart. `closed`: axes whose values are all known, so that there is no other. */
export function spaceOf(expressions: readonly Expression[], closed: Partial<Record<Axis, readonly string[]>> = {}): Space {
  const values = new Map<Axis, Set<string>>();
  const add = (axis: Axis, value: string) => values.set(axis, (values.get(axis) ?? new Set()).add(value));
  for (const { field, values: given } of expressions.flatMap(testsOf)) {
    const axis = AXIS[field];
    for (const value of given) {
      if (axis) add(axis, String(value));
      else if (field === "places") {
        const place = String(value);
        if (place.length <= 9) add("township", place);
        add("village", place);
      } else if (field === "hours") for (const cut of Object.values(value as Span)) add("minute", cut);
      else if (field === "dates") {
        const { from, to } = value as Span;
        // A day counts to its end: `~` sorts behind every hour of it.
        for (const cut of [from, `${to}~`]) add(from.length === 5 ? "yearday" : "day", cut);
      }
    }
  }
  const space = new Map<Axis, readonly string[]>();
  for (const [axis, seen] of values) {
    const all = closed[axis];
    const cuts = axis === "minute" || axis === "day" || axis === "yearday";
    if (all && [...seen].every((value) => all.includes(value))) space.set(axis, [...all]);
    else if (axis === "weekday") space.set(axis, [..."1234567", NONE]);
    else space.set(axis, [NONE, ...(cuts ? [""] : []), ...[...seen].sort()]);
  }
  return space;
}

const between = (classes: readonly string[], from: string, to: string): string[] =>
  classes.filter((one) => one !== NONE && (from < to ? one >= from && one < to : one >= from || one < to));

/** The ways in which one test holds: any of them is enough. */
export function waysOf(space: Space, field: TestField, values: readonly Value[]): Atom[] {
  const classes = (axis: Axis) => space.get(axis) ?? [];
  const atom = (axis: Axis, holds: (one: string) => boolean): Atom => ({ axis, allowed: new Set(classes(axis).filter(holds)) });
  const given = values.map(String);
  if (field === "words") return given.map((word) => ({ word }));
  if (field === "categories") return [atom("category", (one) => given.some((branch) => inTree(one, branch)))];
  if (field === "places")
    return [
      atom("township", (one) => given.includes(one)),
      atom("village", (one) =>
        one.length > 9 || given.includes(one) ? given.includes(one) || given.includes(one.slice(0, 9)) : false,
      ),
    ];
  if (field === "hours") {
    const allowed = (values as readonly Span[]).flatMap(({ from, to }) =>
      between(["", ...classes("minute").slice(2)], from, to === "24:00" ? DAY_END : to),
    );
    return [{ axis: "minute", allowed: new Set(allowed) }];
  }
  if (field === "dates")
    return (values as readonly Span[]).map(({ from, to }): Atom => {
      const axis = from.length === 5 ? "yearday" : "day";
      const end = `${to}~`;
      const all = classes(axis).slice(1);
      return {
        axis,
        allowed: new Set(
          from <= to ? all.filter((one) => one >= from && one < end) : all.filter((one) => one >= from || one < end),
        ),
      };
    });
  const axis = AXIS[field]!;
  return [atom(axis, (one) => given.includes(one))];
}

/** The part of the box where this holds (or, with `not`, does not); nothing where there is none. */
export function meet(space: Space, box: Box, atom: Atom, not: boolean): Box | undefined {
  if ("word" in atom) {
    const has = not ? box.has : [...box.has, atom.word];
    const lacks = not ? [...box.lacks, atom.word] : box.lacks;
    return has.some((long) => lacks.some((short) => long.includes(short))) ? undefined : { axes: box.axes, has, lacks };
  }
  // No condition looks at this axis: nothing on it is told apart.
  if (!space.has(atom.axis)) return not ? box : undefined;
  const now = box.axes[atom.axis] ?? new Set(space.get(atom.axis));
  const left = new Set([...now].filter((one) => atom.allowed.has(one) !== not));
  return left.size === 0 ? undefined : { ...box, axes: { ...box.axes, [atom.axis]: left } };
}
