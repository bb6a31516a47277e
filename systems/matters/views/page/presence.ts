interface Seen {
  readonly post: string;
  readonly doing: "reading" | "writing";
  readonly until: number;
}

/** Who has a matter open right now, by post: kept for one minute in memory, never stored, never counted. */
export function makePresence(now: () => number) {
  const rooms = new Map<string, Map<string, Seen>>();
  return {
    /** Notes that this post is here; answers who else is. */
    seen(matter: string, key: string, doing: Seen["doing"], post: string): { post: string; doing: Seen["doing"] }[] {
      const at = now();
      const room = rooms.get(matter) ?? new Map<string, Seen>();
      room.set(key, { post, doing, until: at + 60_000 });
      for (const [other, one] of room) if (one.until < at) room.delete(other);
      rooms.set(matter, room);
      if (rooms.size > 2000)
        for (const [name, one] of rooms) if ([...one.values()].every((seen) => seen.until < at)) rooms.delete(name);
      return [...room].filter(([other]) => other !== key).map(([, one]) => ({ post: one.post, doing: one.doing }));
    },
  };
}
