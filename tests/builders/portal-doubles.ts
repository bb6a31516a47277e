import { type Clock, MINUTE } from "../../foundation/time/index.ts";
import type { OwnMatter } from "../../systems/matters/contract.ts";
import { TRY_LIMITS, type Tried } from "../../systems/residents/contract.ts";
import { type BookletEntry, type Booklets, newLink, type Tries } from "../../systems/residents/index.ts";

/** Counts as the database keeps them, in memory. */
export function memoryTries(clock: Clock): Tries & { readonly counts: Map<string, number> } {
  const counts = new Map<string, number>();
  const spent = new Set<string>();
  const windowOf = (what: Tried) => Math.floor(clock.now().getTime() / (TRY_LIMITS[what].minutes * MINUTE));
  const keyOf = (what: Tried, subject: string) => `${what}|${windowOf(what)}|${subject}`;
  const add = async (what: Tried, subject: string, by: number) => {
    const count = Math.max(0, (counts.get(keyOf(what, subject)) ?? 0) + by);
    counts.set(keyOf(what, subject), count);
    return count;
  };
  return {
    counts,
    add: (what, subject) => add(what, subject, 1),
    takeBack: async (what, subject) => void (await add(what, subject, -1)),
    seen: async (what, subject) => counts.get(keyOf(what, subject)) ?? 0,
    minutesLeft: (what) => TRY_LIMITS[what].minutes,
    spend: async (token) => !spent.has(token) && Boolean(spent.add(token)),
  };
}

/** Booklets that lie open in memory; what is sealed is tested where it is. */
export function memoryBooklets(): Booklets {
  const kept = new Map<string, readonly BookletEntry[]>();
  return {
    begin: async (entries) => {
      const secret = newLink();
      kept.set(secret, entries);
      return secret;
    },
    open: async (secret) => (kept.has(secret) ? [...kept.get(secret)!] : undefined),
    change: async (secret, _now, to) => {
      const entries = kept.get(secret);
      if (entries) kept.set(secret, to([...entries]));
      return Boolean(entries);
    },
    renew: async (secret) => {
      const entries = kept.get(secret);
      if (!entries) return undefined;
      kept.delete(secret);
      const next = newLink();
      kept.set(next, entries);
      return next;
    },
    end: async (secret) => void kept.delete(secret),
  };
}

/** 示例: what is kept of a resident who left a telephone. */
export const exampleOwn = (changes: Partial<OwnMatter> = {}): OwnMatter => ({
  name: "示例居民",
  phone: "13800001234",
  address: "冢头镇前王庄村",
  quiet: false,
  wantsSecrecy: true,
  relation: null,
  erased: false,
  generation: 1,
  second: "phone",
  digits: null,
  requests: [],
  ...changes,
});

/** 示例: two requests about one's own data, one of them answered. */
export const exampleRequests: OwnMatter["requests"] = [
  {
    id: "0199d1c0-0000-7000-8000-0000000000b1",
    kind: "object",
    words: "不要给村里看我的电话。",
    askedAt: "2026-11-20T09:00:00+08:00",
    dueAt: "2026-12-11T23:59:59+08:00",
    answeredAt: null,
    granted: null,
    answer: null,
  },
  {
    id: "0199d1c0-0000-7000-8000-0000000000b2",
    kind: "explain",
    words: "为什么要问我的住址？",
    askedAt: "2026-11-18T09:00:00+08:00",
    dueAt: "2026-12-09T23:59:59+08:00",
    answeredAt: "2026-11-19T10:00:00+08:00",
    granted: true,
    answer: "修路灯要上门看线路，问住址是为了找得到地方。不写也照样办。",
  },
];
