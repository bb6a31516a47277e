import { createHmac, randomBytes } from "node:crypto";
import { isIPv6 } from "node:net";
import { type Clock, dayOf, MINUTE } from "../../foundation/time/index.ts";

/** The part of the network an address lies in: /24 of IPv4, /56 of IPv6. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, "");
  if (!isIPv6(plain)) return plain.split(".").slice(0, 3).join(".");
  const [head = "", tail = ""] = plain.split("::");
  const front = head.split(":").filter(Boolean);
  const back = tail.split(":").filter(Boolean);
  const groups = plain.includes("::")
    ? [...front, ...Array(Math.max(0, 8 - front.length - back.length)).fill("0"), ...back]
    : front;
  return groups
    .slice(0, 4)
    .map((group, index) => (index === 3 ? group.padStart(4, "0").slice(0, 2) : group.padStart(4, "0")))
    .join(":");
}

export interface NetworkLimit {
  /** Minutes to wait, or 0 where this part of the network may go on. */
  minutesToWait(address: string): number;
  count(address: string): void;
}

const MOST_NETWORKS = 50_000;

/**
 * Counts events by part of the network in memory, under a salt that is thrown away each day: no address is kept, and
 * yesterday's counts lead to nobody. `@fastify/rate-limit` counts requests, by address, before they are answered; here only
 * what was wrong counts, so that a village behind one shared address is not shut out by those who got it right. The price: each
 * process counts for itself.
 */
export function networkLimit(clock: Clock, { most, minutes }: { most: number; minutes: number }): NetworkLimit {
  let day = "";
  let salt = randomBytes(32);
  const counts = new Map<string, { count: number; since: number }>();
  const entryOf = (address: string) => {
    const now = clock.now();
    if (dayOf(now) !== day) {
      day = dayOf(now);
      salt = randomBytes(32);
      counts.clear();
    }
    const key = createHmac("sha256", salt).update(networkOf(address)).digest("base64url");
    const entry = counts.get(key);
    const fresh = entry && now.getTime() - entry.since < minutes * MINUTE ? entry : undefined;
    return { key, fresh, now: now.getTime() };
  };
  return {
    minutesToWait(address) {
      const { fresh, now } = entryOf(address);
      return fresh && fresh.count >= most ? Math.max(1, Math.ceil((fresh.since + minutes * MINUTE - now) / MINUTE)) : 0;
    },
    count(address) {
      const { key, fresh, now } = entryOf(address);
      if (!fresh && counts.size >= MOST_NETWORKS) counts.delete(counts.keys().next().value!);
      counts.set(key, { count: (fresh?.count ?? 0) + 1, since: fresh?.since ?? now });
    },
  };
}
