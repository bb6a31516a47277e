import type { DispatchRule, DispatchWhen, Target } from "../dispatch-shapes.ts";
import { type Expression, expressionOf, normalWhen, type Span, type TestField, type Value } from "./expression.ts";
import type { NameSort, Names } from "./names.ts";
import { KEYWORDS, type Keyword, LEVEL_WORDS, TESTS, WEEKDAYS } from "./words-of-rules.ts";

export interface PrintOptions {
  readonly locale?: "zh-CN" | "en";
  /** Write each rule's id, so that reading the text alone gives the same ids. */
  readonly ids?: boolean;
}

const NAMED: Partial<Record<TestField, NameSort>> = {
  kinds: "kind",
  categories: "category",
  urgency: "urgency",
  places: "place",
  doors: "door",
};

class Printer {
  readonly #names: Names;
  readonly #locale: "zh-CN" | "en";
  readonly #at: 0 | 1;
  constructor(names: Names, locale: "zh-CN" | "en") {
    this.#names = names;
    this.#locale = locale;
    this.#at = locale === "en" ? 1 : 0;
  }
  word = (keyword: Keyword): string => KEYWORDS[keyword][this.#at];
  quote = (text: string): string => (this.#at ? `"${text.replace(/["\\]/g, "\\$&")}"` : `「${text.replace(/[」\\]/g, "\\$&")}」`);
  name(sort: NameSort, code: string): string {
    const words = this.#names.say(sort, code, this.#locale);
    if (words === undefined) return `#${code}`;
    return /[\s、,;。()（），；「」『』“”"#]/.test(words) ? this.quote(words) : words;
  }
  target(target: Target): string {
    if (target === "township-of-place") return this.word("township");
    if (target === "village-of-place") return this.word("village");
    return this.name("unit", target.replace(/^unit:/, ""));
  }
  span({ from, to }: Span, overnight: boolean): string {
    if (from === to && !overnight) return from;
    const next = overnight && to < from ? this.word("nextDay") : "";
    return this.#at ? [from, "to", next, to].filter(Boolean).join(" ") : `${from}${this.word("to")}${next}${to}`;
  }
  value(field: TestField, value: Value): string {
    const sort = NAMED[field];
    if (sort) return this.name(sort, String(value));
    if (field === "words") return this.quote(String(value));
    if (field === "hours") return this.span(value as Span, true);
    if (field === "dates") return this.span(value as Span, false);
    if (field === "weekdays") return WEEKDAYS[(value as number) - 1]![this.#at];
    if (field === "catalogueLevels") return LEVEL_WORDS[String(value)]?.[this.#at] ?? String(value);
    return this.target(String(value));
  }
  condition(expression: Expression, inside = false): string {
    if (expression.is === "test") {
      const words = TESTS[expression.field];
      const values = expression.values.map((value) => this.value(expression.field, value)).join(this.#at ? ", " : "、");
      if (expression.field === "words" && !this.#at) return `${words[0]}${values}`;
      return [words[this.#at], words[this.#at + 2], values].filter(Boolean).join(" ");
    }
    if (expression.is === "not") return `${this.word("not")} ${this.condition(expression.of, true)}`;
    if (expression.of.length === 0) return this.word("anything");
    if (expression.of.length === 1) return this.condition(expression.of[0]!, inside);
    const joined = expression.of
      .map((one) => this.condition(one, true))
      .join(` ${this.word(expression.is === "all" ? "and" : "or")} `);
    return inside ? `(${joined})` : joined;
  }
  rule(rule: DispatchRule, ids: boolean): string {
    const head = [
      this.word("rule") + (this.#at ? " " : "") + this.quote(rule.name),
      ...(ids ? [`${this.word("id")} ${rule.id}`] : []),
      `${this.word("owner")} ${this.name("post", rule.owner)}`,
      this.word("reason") + (this.#at ? " " : "") + this.quote(rule.reason),
    ].join(" ");
    const supports = rule.then.supports ?? [];
    const to = rule.then.unit === "catalogue" ? this.word("byCatalogue") : `${this.word("send")} ${this.target(rule.then.unit)}`;
    const support = supports.length
      ? ` ${this.word("support")} ${supports.map((one) => this.target(one)).join(this.#at ? ", " : "、")}`
      : "";
    return `${head}\n  ${this.word("when")} ${this.condition(expressionOf(normalWhen(rule.when)))}\n  ${to}${support}\n`;
  }
}

/** The rules as text: what `parseRules` reads gives the same rules, and printing that gives the same text. */
export function printRules(rules: readonly DispatchRule[], names: Names, options: PrintOptions = {}): string {
  const printer = new Printer(names, options.locale ?? "zh-CN");
  return rules.map((rule) => printer.rule(rule, options.ids ?? false)).join("\n");
}

/** A condition in the officers' words, as the list of rules shows it. */
export const printWhen = (when: DispatchWhen, names: Names, locale: "zh-CN" | "en" = "zh-CN"): string =>
  new Printer(names, locale).condition(expressionOf(normalWhen(when)));
