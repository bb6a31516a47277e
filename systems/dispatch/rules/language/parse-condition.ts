import { ANYTHING, type Expression, LIST_FIELDS, SPAN_FIELDS, type TestField, type Value } from "./expression.ts";
import type { Lexer } from "./lexer.ts";
import type { NameSort, Names } from "./names.ts";
import { nearest } from "./names.ts";
import { parseName } from "./parse-name.ts";
import { parseDates, parseHours } from "./parse-time.ts";
import { JOINS, KEYWORDS, LEVEL_WORDS, TESTS, WEEKDAYS } from "./words-of-rules.ts";

const NAMED: Partial<Record<TestField, NameSort>> = {
  kinds: "kind",
  categories: "category",
  urgency: "urgency",
  places: "place",
  doors: "door",
};

/** condition = part { 且 part } | part { 或 part }; the two are mixed only with brackets. */
export function parseCondition(lexer: Lexer, names: Names): Expression {
  const parts = [parsePart(lexer, names)];
  let joined: "and" | "or" | undefined;
  for (;;) {
    const next = lexer.peek(KEYWORDS.and) ? "and" : lexer.peek(KEYWORDS.or) ? "or" : undefined;
    if (!next) break;
    const token = lexer.take(KEYWORDS[next])!;
    if (joined && joined !== next) throw lexer.fault("mixed", token.start, token.length);
    joined = next;
    parts.push(parsePart(lexer, names));
  }
  if (parts.length === 1) return parts[0]!;
  return joined === "or" ? { is: "any", of: parts } : { is: "all", of: parts };
}

function parsePart(lexer: Lexer, names: Names): Expression {
  if (lexer.take(KEYWORDS.not)) return { is: "not", of: parsePart(lexer, names) };
  if (lexer.take(KEYWORDS.anything)) return ANYTHING;
  if (lexer.match(/\(/)) {
    const inside = parseCondition(lexer, names);
    if (!lexer.match(/\)/)) {
      const run = lexer.run();
      throw lexer.fault("expected", run.start, run.length, {
        zh: "「且」「或」或右括号",
        en: "“and”, “or” or a closing bracket",
      });
    }
    return inside;
  }
  return parseTest(lexer, names);
}

function parseTest(lexer: Lexer, names: Names): Expression {
  const fields: readonly TestField[] = [...LIST_FIELDS, ...SPAN_FIELDS];
  const found = fields
    .map((field) => ({ field, token: lexer.peek(TESTS[field].slice(0, 2)) }))
    .filter((one) => one.token)
    .sort((a, b) => b.token!.length - a.token!.length)[0];
  if (!found) {
    const run = lexer.run();
    throw lexer.fault(
      "expected",
      run.start,
      run.length,
      {
        zh: "一个条件，例如「类别 属于 …」「文中有「…」」「时间 在 …」，或「不论什么」",
        en: "a condition such as “category in …”, “text has …”, “time in …”, or “anything”",
      },
      nearest(
        Object.values(TESTS).flatMap((words) => words.slice(0, 2)),
        run.text.slice(0, 8),
      ),
    );
  }
  const { field } = found;
  lexer.at = found.token!.start + found.token!.length;
  if (field !== "words") lexer.take(JOINS);
  const values: Value[] = [];
  do values.push(...parseValue(lexer, names, field));
  while (lexer.match(/[、,]/));
  return { is: "test", field, values };
}

function parseValue(lexer: Lexer, names: Names, field: TestField): Value[] {
  const sort = NAMED[field];
  if (sort) return [parseName(lexer, names, sort)];
  if (field === "hours") return [parseHours(lexer)];
  if (field === "dates") return [parseDates(lexer)];
  if (field === "weekdays") return parseWeekdays(lexer);
  if (field === "catalogueLevels") return [parseLevel(lexer)];
  if (field === "catalogueLeads") {
    if (lexer.take(KEYWORDS.township)) return ["township-of-place"];
    if (lexer.take(KEYWORDS.village)) return ["village-of-place"];
    return [`unit:${parseName(lexer, names, "unit")}`];
  }
  const word = lexer.quoted();
  if (word) return [word.text];
  const run = lexer.run();
  throw lexer.fault("expected", run.start, run.length, { zh: "一个词，写在「」里", en: "a word in quotation marks" });
}

function parseLevel(lexer: Lexer): string {
  for (const [level, words] of Object.entries(LEVEL_WORDS)) if (lexer.take(words)) return level;
  const run = lexer.run();
  throw lexer.fault("expected", run.start, run.length, { zh: "县级、乡镇级或村级", en: "county, township or village" });
}

function parseWeekdays(lexer: Lexer): number[] {
  if (lexer.take(["周末", "weekend"])) return [6, 7];
  const from = parseWeekday(lexer);
  if (!lexer.take(KEYWORDS.to)) return [from];
  const to = parseWeekday(lexer);
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => ((from - 1 + index) % 7) + 1);
}

function parseWeekday(lexer: Lexer): number {
  const index = WEEKDAYS.findIndex((words) => lexer.take(words));
  if (index >= 0) return index + 1;
  if (lexer.take(["周天", "星期日", "星期天"])) return 7;
  const run = lexer.run();
  throw lexer.fault("expected", run.start, run.length, { zh: "周一到周日，或周末", en: "monday to sunday, or weekend" });
}
