import { jiaxian } from "../../counties/jiaxian/index.ts";
import { repeatToken, searchTokens } from "../../systems/matters/rules/search-tokens.rule.ts";

export interface PooledText {
  readonly title: string;
  readonly body: string;
  readonly kind: string;
  readonly category: string;
  readonly urgency: string;
  readonly tokens: readonly string[];
}

/** Numbers that look drawn and are the same in every run. */
export function makeDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Texts made of the sentences of the county's made-up example messages: the first of one message, one to three of others, so that
 * words stand together in many ways and the usual words are as usual as in the examples.
 */
export function makeTexts(many: number, seed = 1): PooledText[] {
  const dice = makeDice(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)]!;
  const sentences = jiaxian.examples.flatMap((one) => one.text.split(/(?<=[。！？])/).filter((part) => part.length > 4));
  return Array.from({ length: many }, () => {
    const from = pick(jiaxian.examples);
    const more = Array.from({ length: 1 + Math.floor(dice() * 3) }, () => pick(sentences));
    const body = [from.text.split(/(?<=[。！？])/, 1)[0]!, ...more].join("");
    return {
      title: from.title,
      body,
      kind: from.kind,
      category: from.category,
      urgency: from.urgency,
      tokens: [...searchTokens(`${from.title}\n${body}`), repeatToken(`${from.title}\n${body}`)],
    };
  });
}
