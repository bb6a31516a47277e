const LONG_NUMBER = /\d(?:[\s\-–—]?\d){6,}x?/g;
const SPOKEN_NUMBER = /[零〇一二三四五六七八九幺两]{7,}/g;
const LONGEST_WORD = 40;

/** Half-width, lower case, and without anything that could be a telephone or identity number (7 digits or more, also spoken ones). */
export function foldText(text: string): string {
  const folded = text.replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)).toLowerCase();
  return folded.replace(LONG_NUMBER, " ").replace(SPOKEN_NUMBER, " ");
}

const isHan = (unit: number): boolean => (unit >= 0x4e00 && unit <= 0x9fff) || unit === 0x3007;
/** Extension A, compatibility, and the upper half of every character beyond the first plane of Han (𬭚). */
const isRareHan = (unit: number): boolean =>
  (unit >= 0x3400 && unit <= 0x4dbf) || (unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0xd840 && unit <= 0xd88c);
const isWord = (unit: number): boolean => (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 122);

/**
 * Tokens under which a text can be found: every two neighbouring Han characters, a Han character that stands alone or is rare,
 * and whole Latin or digit words. Each once, in order of appearance, `limit` at most.
 */
export function searchTokens(text: string, limit = 4000): string[] {
  const folded = foldText(text);
  const tokens = new Set<string>();
  const length = folded.length;
  let at = 0;
  while (at < length && tokens.size < limit) {
    const unit = folded.charCodeAt(at);
    if (isWord(unit)) {
      let end = at + 1;
      while (end < length && isWord(folded.charCodeAt(end))) end++;
      tokens.add(folded.slice(at, Math.min(end, at + LONGEST_WORD)));
      at = end;
    } else if (isHan(unit) || isRareHan(unit)) at = addHanRun(folded, at, tokens, limit);
    else at++;
  }
  return [...tokens];
}

function addHanRun(text: string, start: number, tokens: Set<string>, limit: number): number {
  let at = start;
  let previous = "";
  let alone = true;
  while (at < text.length && tokens.size < limit) {
    const unit = text.charCodeAt(at);
    const rare = isRareHan(unit);
    if (!rare && !isHan(unit)) break;
    const width = unit >= 0xd800 && unit <= 0xdbff ? 2 : 1;
    const character = text.slice(at, at + width);
    if (previous) {
      tokens.add(previous + character);
      alone = false;
    }
    if (rare && tokens.size < limit) tokens.add(character);
    previous = character;
    at += width;
  }
  if (alone && previous && tokens.size < limit) tokens.add(previous);
  return at;
}

/**
 * Tokens that a text must all have to be an answer to these search words. Empty where nothing can be searched:
 * a single common character, punctuation, or a number that may be personal.
 */
export function queryTokens(words: string): string[] {
  return searchTokens(words, 64).filter((token) => token.length > 1 || !isHan(token.charCodeAt(0)));
}

/** What an exact repeat has in common: the text without spaces, punctuation, width and case. */
export const sameText = (text: string): string =>
  text
    .replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, "");

/** 16 hex digits that are equal for exact repeats; not a secret and not a proof, only a key to look candidates up by. */
export function repeatKey(text: string): string {
  const same = sameText(text);
  let high = 0xdeadbeef ^ same.length;
  let low = 0x41c6ce57 ^ same.length;
  for (let at = 0; at < same.length; at++) {
    const unit = same.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (high >>> 0).toString(16).padStart(8, "0") + (low >>> 0).toString(16).padStart(8, "0");
}

/** The token that only word-for-word repeats of a text share, kept beside its search tokens. */
export const repeatToken = (text: string): string => `=${repeatKey(text)}`;
