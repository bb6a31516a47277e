import type { DispatchRule } from "../dispatch-shapes.ts";
import { whenOf } from "./expression.ts";
import { Lexer, RuleFault, type Token } from "./lexer.ts";
import type { Names } from "./names.ts";
import { parseCondition } from "./parse-condition.ts";
import { parseName } from "./parse-name.ts";
import type { RuleProblem } from "./problems.ts";
import { KEYWORDS, type Keyword } from "./words-of-rules.ts";

/** A rule and where it stands in the text. */
export interface ReadRule {
  readonly rule: DispatchRule;
  readonly start: number;
  readonly length: number;
}
export interface ReadRules {
  readonly rules: readonly ReadRule[];
  readonly problems: readonly RuleProblem[];
}

/** Takes a keyword or says what should stand here, with the keyword nearest to what does. */
export function need(lexer: Lexer, keyword: Keyword): Token {
  const token = lexer.take(KEYWORDS[keyword]);
  if (token) return token;
  throw expected(lexer, `「${KEYWORDS[keyword][0]}」`, `“${KEYWORDS[keyword][1]}”`);
}

export function expected(lexer: Lexer, zh: string, en: string): RuleFault {
  const run = lexer.run();
  return lexer.fault("expected", run.start, run.length, { zh, en });
}

function quoted(lexer: Lexer, zh: string, en: string): Token {
  const token = lexer.quoted();
  if (!token) throw expected(lexer, zh, en);
  return token;
}

/** Where a rule's target is written: a unit, the township or village of the place, or the catalogue. */
export function parseTarget(lexer: Lexer, names: Names): string {
  if (lexer.take(KEYWORDS.township)) return "township-of-place";
  if (lexer.take(KEYWORDS.village)) return "village-of-place";
  return `unit:${parseName(lexer, names, "unit")}`;
}

const fresh = (name: string): string => {
  let hash = 0xcbf29ce484222325n;
  for (const mark of name) hash = ((hash ^ BigInt(mark.codePointAt(0)!)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return `rule-${hash.toString(36)}`;
};

function parseRule(lexer: Lexer, names: Names, idOf: (name: string) => string | undefined): DispatchRule {
  need(lexer, "rule");
  const name = quoted(lexer, "规则的名字，写在「」里", "the rule's name in quotation marks").text;
  const id = lexer.take(KEYWORDS.id) ? (lexer.match(/[A-Za-z0-9._:-]+/)?.text ?? "") : "";
  need(lexer, "owner");
  const owner = parseName(lexer, names, "post");
  need(lexer, "reason");
  const reason = quoted(lexer, "理由，写在「」里", "the reason in quotation marks").text;
  need(lexer, "when");
  const when = whenOf(parseCondition(lexer, names));
  let unit = "catalogue";
  if (!lexer.take(KEYWORDS.byCatalogue)) {
    if (!lexer.take(KEYWORDS.send))
      throw expected(
        lexer,
        "「且」「或」，或「派」某单位、「按派单目录」",
        "“and”, “or”, or “send to” a unit, or “by the catalogue”",
      );
    unit = lexer.take(KEYWORDS.byCatalogue) ? "catalogue" : parseTarget(lexer, names);
  }
  const supports: string[] = [];
  if (lexer.take(KEYWORDS.support)) {
    do supports.push(parseTarget(lexer, names));
    while (lexer.match(/[、,]/));
  }
  lexer.match(/[。;；.]/);
  return { id: id || idOf(name) || fresh(name), name, when, then: { unit, supports: [...new Set(supports)] }, owner, reason };
}

/**
 * Reads a text of rules. What cannot be read is a problem at its characters, and reading goes on with the next rule.
 * `before`: the rules as they were, so that a rule keeps its id by its name.
 */
export function parseRules(text: string, names: Names, before: readonly DispatchRule[] = []): ReadRules {
  const lexer = new Lexer(text);
  const ids = new Map(before.map((rule) => [rule.name, rule.id]));
  const seen = new Set<string>();
  const rules: ReadRule[] = [];
  const problems: RuleProblem[] = [];
  while (!lexer.ended) {
    const start = lexer.at;
    try {
      const rule = parseRule(lexer, names, (name) => ids.get(name));
      if (seen.has(rule.name)) {
        const at = text.indexOf(rule.name, start);
        throw lexer.fault("same-name", at, rule.name.length, { written: rule.name });
      }
      seen.add(rule.name);
      rules.push({ rule, start, length: lexer.at - start });
    } catch (fault) {
      if (!(fault instanceof RuleFault)) throw fault;
      problems.push(fault.problem);
      lexer.at = nextRule(text, Math.max(start + 1, fault.problem.start));
    }
  }
  return { rules, problems };
}

/** Where the next line that begins a rule stands. */
function nextRule(text: string, from: number): number {
  const found = /\n[ \t\u3000]*(规则|rule\b)/i.exec(text.slice(from));
  return found ? from + found.index + 1 : text.length;
}
