import type { RuleProblem } from "./problems.ts";

const QUOTES: Readonly<Record<string, string>> = { "「": "」", "『": "』", "“": "”", '"': '"' };
const ENDS = /[\s、,;。()「」『』“”"]/;
/** Full-width letters, digits and marks as their usual form, one for one, so that every offset stays what it was. */
const folded = (text: string): string =>
  text.replace(/[！-～]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0)).replaceAll("\u3000", " ");

export interface Token {
  readonly text: string;
  readonly start: number;
  readonly length: number;
}

/** Thrown inside one rule; the parser goes on with the next rule. */
export class RuleFault extends Error {
  readonly problem: RuleProblem;
  constructor(problem: RuleProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** A text and where the reading stands in it. Chinese needs no blanks between words, so tokens are cut as they are asked for. */
export class Lexer {
  at = 0;
  readonly text: string;
  readonly #folded: string;
  readonly #lower: string;

  constructor(text: string) {
    this.text = text;
    this.#folded = folded(text);
    this.#lower = this.#folded.toLowerCase();
  }

  skip(): this {
    while (this.at < this.text.length && /\s/.test(this.#folded[this.at]!)) this.at++;
    return this;
  }

  get ended(): boolean {
    return this.skip().at >= this.text.length;
  }

  /** The longest of these words that stands here. A Latin word must end here; a blank in it stands for any blanks. */
  peek(words: readonly string[]): Token | undefined {
    this.skip();
    let best: Token | undefined;
    for (const word of words) {
      const end = this.#endOf(word);
      if (end !== undefined && (!best || end - this.at > best.length))
        best = { text: word, start: this.at, length: end - this.at };
    }
    return best;
  }

  #endOf(word: string): number | undefined {
    let end = this.at;
    for (const part of word.split(" ")) {
      while (end > this.at && /\s/.test(this.#folded[end] ?? "")) end++;
      if (!this.#lower.startsWith(part.toLowerCase(), end)) return undefined;
      end += part.length;
    }
    return /[a-z]$/i.test(word) && /[a-z0-9_-]/i.test(this.#folded[end] ?? "") ? undefined : end;
  }

  take(words: readonly string[]): Token | undefined {
    const token = this.peek(words);
    if (token) this.at = token.start + token.length;
    return token;
  }

  /** Everything up to a blank, a mark or a quote, as it stands; the reading does not move. */
  run(): Token {
    this.skip();
    let end = this.at;
    while (end < this.text.length && !ENDS.test(this.#folded[end]!)) end++;
    return { text: this.#folded.slice(this.at, end), start: this.at, length: end - this.at };
  }

  match(pattern: RegExp): Token | undefined {
    this.skip();
    const sticky = new RegExp(pattern.source, "y");
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.#folded);
    if (!found) return undefined;
    this.at += found[0].length;
    return { text: found[0], start: this.at - found[0].length, length: found[0].length };
  }

  /** 「…」, “…” or "…" on one line; a backslash before a mark makes it a letter. */
  quoted(): Token | undefined {
    this.skip();
    const start = this.at;
    const close = QUOTES[this.text[start] ?? ""];
    if (!close) return undefined;
    let text = "";
    for (let at = start + 1; at < this.text.length && this.text[at] !== "\n"; at++) {
      const mark = this.text[at]!;
      if (mark === close) {
        this.at = at + 1;
        if (!text.trim()) throw this.fault("empty-quote", start, this.at - start);
        return { text, start, length: this.at - start };
      }
      if (mark === "\\" && at + 1 < this.text.length) text += this.text[++at];
      else text += mark;
    }
    throw this.fault("open-quote", start, Math.max(1, (this.text.slice(start).split("\n")[0] ?? "").length));
  }

  fault(
    code: RuleProblem["code"],
    start: number,
    length: number,
    facts: RuleProblem["facts"] = {},
    suggestion?: string,
  ): RuleFault {
    const before = this.text.slice(0, start);
    const line = before.split("\n").length;
    return new RuleFault({
      code,
      start,
      length: Math.max(1, length),
      line,
      column: start - before.lastIndexOf("\n"),
      facts,
      ...(suggestion !== undefined && { suggestion }),
    });
  }
}
