import type { DispatchWhen } from "../dispatch-shapes.ts";

/** The fields of a condition whose values are codes or words, in the order in which they are written. */
export const LIST_FIELDS = [
  "kinds",
  "categories",
  "urgency",
  "places",
  "doors",
  "words",
  "catalogueLeads",
  "catalogueLevels",
  "weekdays",
] as const;
export const SPAN_FIELDS = ["hours", "dates"] as const;
export type ListField = (typeof LIST_FIELDS)[number];
export type SpanField = (typeof SPAN_FIELDS)[number];
export type TestField = ListField | SpanField;
export interface Span {
  readonly from: string;
  readonly to: string;
}
export type Value = string | number | Span;

/** A condition as a tree: what the parser makes and what printing, compiling and analysis walk. */
export type Expression =
  | { readonly is: "test"; readonly field: TestField; readonly values: readonly Value[] }
  | { readonly is: "all"; readonly of: readonly Expression[] }
  | { readonly is: "any"; readonly of: readonly Expression[] }
  | { readonly is: "not"; readonly of: Expression };

export const ANYTHING: Expression = { is: "all", of: [] };
const FIELDS: readonly TestField[] = [...LIST_FIELDS, ...SPAN_FIELDS];
const all = (of: readonly Expression[]): Expression => (of.length === 1 ? of[0]! : { is: "all", of });

/** The tree of a stored condition: everything that is given must hold; an empty list is no condition. */
export function expressionOf(when: DispatchWhen): Expression {
  const tests = FIELDS.flatMap((field): Expression[] => {
    const values = when[field] as readonly Value[] | undefined;
    return values?.length ? [{ is: "test", field, values }] : [];
  });
  return all([
    ...tests,
    ...(when.any?.length ? [{ is: "any" as const, of: when.any.map(expressionOf) }] : []),
    ...(when.not ? [{ is: "not" as const, of: expressionOf(when.not) }] : []),
    ...(when.all ?? []).map(expressionOf),
  ]);
}

/** Every test of a tree, wherever it stands. */
export function testsOf(expression: Expression): { readonly field: TestField; readonly values: readonly Value[] }[] {
  if (expression.is === "test") return [expression];
  return (expression.is === "not" ? [expression.of] : expression.of).flatMap(testsOf);
}

const flat = (of: readonly Expression[], is: "all" | "any"): Expression[] =>
  of.flatMap((one) => (one.is === is ? flat(one.of, is) : [one]));
const unique = (values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

/** The stored form of a tree: the first test of each field stands flat, so that the forms can show it; the rest under `all`. */
export function whenOf(expression: Expression): DispatchWhen {
  const parts = expression.is === "all" ? flat(expression.of, "all") : [expression];
  const when: Record<string, unknown> = {};
  const rest: DispatchWhen[] = [];
  for (const part of parts) {
    if (part.is === "test") {
      if (when[part.field]) rest.push({ [part.field]: unique(part.values) });
      else when[part.field] = unique(part.values);
    } else if (part.is === "not") {
      if (when.not) rest.push({ not: whenOf(part.of) });
      else when.not = whenOf(part.of);
    } else if (part.is === "any") {
      const any = flat(part.of, "any").map(whenOf);
      if (any.length === 1) rest.push(any[0]!);
      else if (when.any) rest.push({ any });
      else when.any = any;
    }
  }
  const ordered = Object.fromEntries(
    [...FIELDS, "any", "not"].flatMap((key) => (when[key] === undefined ? [] : [[key, when[key]]])),
  );
  return { ...ordered, ...(rest.length > 0 && { all: rest }) } as DispatchWhen;
}

/** The one form of a condition that means the same: what is read from the printed text. */
export function normalWhen(when: DispatchWhen): DispatchWhen {
  let now = whenOf(expressionOf(when));
  for (;;) {
    const next = whenOf(expressionOf(now));
    if (JSON.stringify(next) === JSON.stringify(now)) return now;
    now = next;
  }
}
