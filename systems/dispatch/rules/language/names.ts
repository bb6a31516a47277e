/** What a name can stand for. */
export const NAME_SORTS = ["kind", "category", "urgency", "place", "door", "unit", "post"] as const;
export type NameSort = (typeof NAME_SORTS)[number];

/** One thing that rules can name. `under`: code of what it lies in, of the sort that `underSort` says (its own where absent). */
export interface Known {
  readonly code: string;
  readonly zh: string;
  readonly en?: string;
  readonly also?: readonly string[];
  readonly under?: string;
}

export type Found = { readonly code: string } | { readonly several: readonly string[] };

/** The officers' words and the codes behind them. */
export interface Names {
  find(sort: NameSort, words: string): Found | undefined;
  has(sort: NameSort, code: string): boolean;
  /** The words by which `find` finds exactly this code; nothing where it is not known. */
  say(sort: NameSort, code: string, locale: "zh-CN" | "en"): string | undefined;
  words(sort: NameSort): readonly string[];
  codes(sort: NameSort): readonly string[];
}

const fold = (words: string): string => words.normalize("NFKC").toLowerCase().trim();

/**
 * Makes the lookup. A thing under another is also found as 设施.路灯; a post is under its unit. Where a name alone means several
 * things, `find` gives the longer names to choose from.
 */
export function makeNames(lists: Partial<Record<NameSort, readonly Known[]>>): Names {
  const books = new Map(NAME_SORTS.map((sort) => [sort, bookOf(sort, lists)] as const));
  const book = (sort: NameSort) => books.get(sort)!;
  return {
    find: (sort, words) => book(sort).find(words),
    has: (sort, code) => book(sort).known.has(code),
    say: (sort, code, locale) => book(sort).say(code, locale),
    words: (sort) => book(sort).words,
    codes: (sort) => [...book(sort).known.keys()],
  };
}

function bookOf(sort: NameSort, lists: Partial<Record<NameSort, readonly Known[]>>) {
  const list = lists[sort] ?? [];
  const known = new Map(list.map((one) => [one.code, one]));
  const above = sort === "post" ? new Map((lists.unit ?? []).map((one) => [one.code, one])) : known;
  const own = (one: Known) => [one.zh, one.en ?? "", ...(one.also ?? [])].filter(Boolean);
  const index = new Map<string, Set<string>>();
  const put = (words: string, code: string) => index.set(fold(words), (index.get(fold(words)) ?? new Set()).add(code));
  const paths = (one: Known) => {
    const parent = one.under ? above.get(one.under) : undefined;
    return parent ? own(parent).flatMap((upper) => own(one).map((lower) => `${upper}.${lower}`)) : [];
  };
  for (const one of list) for (const words of [...own(one), ...paths(one)]) put(words, one.code);
  // A usual name never hides a real one.
  for (const one of list) {
    const real = index.get(fold(one.zh))!;
    const same = [...real].filter((code) => known.get(code)!.zh === one.zh);
    if (real.size > same.length) index.set(fold(one.zh), new Set(same));
  }
  const longName = (one: Known, locale: "zh-CN" | "en") => {
    const parent = one.under ? above.get(one.under) : undefined;
    const name = (of: Known) => (locale === "en" ? of.en || of.zh : of.zh);
    return parent ? `${name(parent)}.${name(one)}` : name(one);
  };
  const means = (words: string, code: string) => {
    const codes = index.get(fold(words));
    return codes?.size === 1 && codes.has(code);
  };
  return {
    known,
    words: [...new Set(list.flatMap((one) => [...own(one), ...paths(one)]))],
    find(words: string): Found | undefined {
      const codes = [...(index.get(fold(words)) ?? [])];
      if (codes.length === 0) return undefined;
      return codes.length === 1 ? { code: codes[0]! } : { several: codes.map((code) => longName(known.get(code)!, "zh-CN")) };
    },
    say(code: string, locale: "zh-CN" | "en"): string | undefined {
      const one = known.get(code);
      if (!one) return undefined;
      const short = locale === "en" ? one.en || one.zh : one.zh;
      const choices = sort === "unit" ? [short, longName(one, locale)] : [longName(one, locale), short];
      return [...choices, one.zh, ...paths(one)].find((words) => means(words, code));
    },
  };
}

/** The known word nearest to what was written, or nothing where none is near. */
export function nearest(words: readonly string[], written: string): string | undefined {
  const text = fold(written);
  let best: { word: string; score: number } | undefined;
  for (const word of words) {
    const other = fold(word);
    const contained = Math.min(other.length, text.length) > 1 && (other.includes(text) || text.includes(other));
    const longer = Math.max(text.length, other.length);
    const score = distance(text, other) / (contained ? longer * 4 : longer);
    if (score <= 0.5 && (!best || score < best.score)) best = { word, score };
  }
  return best?.word;
}

/** Edits between two short texts (insert, delete, replace). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}
