import { isDay } from "../../../../foundation/time/index.ts";
import type { Span } from "./expression.ts";
import type { Lexer, Token } from "./lexer.ts";
import { KEYWORDS } from "./words-of-rules.ts";

const two = (text: string): string => text.padStart(2, "0");

function clock(lexer: Lexer): Token {
  const token = lexer.match(/\d{1,2}:\d{2}/);
  const [hours = 99, minutes = 99] = (token?.text ?? "").split(":").map(Number);
  if (!token || minutes > 59 || hours * 60 + minutes > 1440) {
    const run = token ?? lexer.run();
    throw lexer.fault("no-time", run.start, run.length);
  }
  return { ...token, text: `${two(String(hours))}:${two(String(minutes))}` };
}

function to(lexer: Lexer): void {
  if (lexer.take(KEYWORDS.to)) return;
  const run = lexer.run();
  throw lexer.fault("expected", run.start, run.length, { zh: "「至」", en: "“to”" });
}

/** 18:00至次日06:00: the first minute counts, the last does not. 24:00 is the end of the day. */
export function parseHours(lexer: Lexer): Span {
  const from = clock(lexer);
  to(lexer);
  const next = lexer.take(KEYWORDS.nextDay);
  const until = clock(lexer);
  if (from.text === until.text && !next) throw lexer.fault("no-span", until.start, until.length);
  if (until.text < from.text && !next) throw lexer.fault("no-next-day", until.start, until.length);
  if (next && until.text >= from.text) throw lexer.fault("same-day", next.start, next.length);
  return { from: from.text, to: until.text };
}

function date(lexer: Lexer): Token {
  const token = lexer.match(/\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}|(\d{4}年)?\d{1,2}月\d{1,2}日/);
  const parts = (token?.text ?? "").split(/\D/).filter(Boolean);
  const text = parts.map((part) => (part.length === 4 ? part : two(part))).join("-");
  if (!token || !isDay(text.length === 5 ? `2024-${text}` : text)) {
    const run = token ?? lexer.run();
    throw lexer.fault("no-date", run.start, run.length);
  }
  return { ...token, text };
}

/** 2026-06-01至2026-08-31, or 06-01至09-30 for every year (also over New Year); both days count. */
export function parseDates(lexer: Lexer): Span {
  const from = date(lexer);
  if (!lexer.take(KEYWORDS.to)) return { from: from.text, to: from.text };
  const until = date(lexer);
  if (from.text.length !== until.text.length) throw lexer.fault("no-date", until.start, until.length);
  if (until.text.length === 10 && until.text < from.text) throw lexer.fault("dates-turned", until.start, until.length);
  return { from: from.text, to: until.text };
}
