import { dayOf, minuteOfDay, weekdayOf } from "../../../foundation/time/index.ts";
import type { DispatchWhen } from "./dispatch-shapes.ts";
import { type Expression, expressionOf, type Span } from "./language/expression.ts";

/** What a rule can look at; place codes are of 9 (township) and 12 digits (village). */
export interface RuleFacts {
  readonly kind: string | null;
  readonly category: string | null;
  readonly urgency: string;
  readonly door: string;
  readonly text: string;
  readonly township?: string;
  readonly village?: string;
  /** A test of time holds for nothing where this is not known. */
  readonly receivedAt?: Date;
}
/** The catalogue's line of the matter's category. */
export interface CatalogueLine {
  readonly lead: string;
  readonly level: string;
}
export type Matches = (facts: RuleFacts, line: CatalogueLine | undefined) => boolean;

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
export const inTree = (code: string | null, branch: string): boolean =>
  code !== null && (code === branch || (code.startsWith(branch) && code[branch.length] === "."));
const within = (value: string, { from, to }: Span): boolean =>
  from <= to ? value >= from && value <= to : value >= from || value <= to;

function compile(expression: Expression): Matches {
  if (expression.is === "not") {
    const of = compile(expression.of);
    return (facts, line) => !of(facts, line);
  }
  if (expression.is === "all" || expression.is === "any") {
    const of = expression.of.map(compile);
    return expression.is === "all"
      ? (facts, line) => of.every((matches) => matches(facts, line))
      : (facts, line) => of.some((matches) => matches(facts, line));
  }
  const { field, values } = expression;
  const words = values as readonly string[];
  const set = new Set<unknown>(values);
  switch (field) {
    case "kinds":
      return (facts) => set.has(facts.kind);
    case "urgency":
      return (facts) => set.has(facts.urgency);
    case "doors":
      return (facts) => set.has(facts.door);
    case "categories":
      return (facts) => words.some((branch) => inTree(facts.category, branch));
    case "places":
      return (facts) =>
        (facts.township !== undefined && set.has(facts.township)) ||
        (facts.village !== undefined && (set.has(facts.village) || set.has(facts.village.slice(0, 9))));
    case "words":
      return (facts) => words.some((word) => facts.text.includes(word));
    case "catalogueLeads":
      return (_, line) => line !== undefined && set.has(line.lead);
    case "catalogueLevels":
      return (_, line) => line !== undefined && set.has(line.level);
    case "weekdays":
      return ({ receivedAt }) => receivedAt !== undefined && set.has(weekdayOf(dayOf(receivedAt)));
    case "hours": {
      const spans = (values as readonly Span[]).map(({ from, to }) => [minutes(from), minutes(to)] as const);
      return ({ receivedAt }) => {
        if (!receivedAt) return false;
        const now = minuteOfDay(receivedAt);
        return spans.some(([from, to]) => (from < to ? now >= from && now < to : now >= from || now < to));
      };
    }
    case "dates":
      return ({ receivedAt }) => {
        if (!receivedAt) return false;
        const day = dayOf(receivedAt);
        return (values as readonly Span[]).some((span) => within(span.from.length === 5 ? day.slice(5) : day, span));
      };
  }
}

const compiled = new WeakMap<DispatchWhen, Matches>();

/** The condition as a function, made once for each stored condition. */
export function matcherOf(when: DispatchWhen): Matches {
  let known = compiled.get(when);
  if (!known) {
    known = compile(expressionOf(when));
    compiled.set(when, known);
  }
  return known;
}
