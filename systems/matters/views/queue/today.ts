import type { z } from "zod";
import type { Actor } from "../../../../foundation/db/actor.ts";
import { withActor } from "../../../../foundation/db/pool.ts";
import { dayOf } from "../../../../foundation/time/index.ts";
import { postsOfPerson } from "../../../teams/index.ts";
import type { TodayGroup, today as todayRoute } from "../../contract.ts";
import type { Services } from "../../services.ts";
import { soonUntil } from "./conditions.ts";
import { mineWhere } from "./mine.ts";
import { byIdsWhereFew, countFor, firstDue } from "./page-and-count.ts";
import { asQueueRow } from "./rows.ts";

const SHOWN = 20;

const givenTo = (actor: Actor): readonly string[] => actor.allPosts ?? (actor.post ? [actor.post] : []);

/** One list over all of a person's posts: what was given to these posts, then overdue, due today, soon, then each state's work; a matter stands in its first group only. */
export async function todayOf(services: Services, actor: Actor): Promise<z.output<typeof todayRoute.answer>> {
  const books = await services.books(actor.county);
  const now = services.clock.now();
  const mine = mineWhere(actor);
  const posts = actor.person ? await postsOfPerson(services.db, actor, actor.person) : [];
  const groups = mine
    ? await withActor(
        services.db,
        actor,
        async (tx) => {
          const base = await byIdsWhereFew(tx, actor, mine);
          const values = [...base.values];
          const put = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
          const at = put(now, "timestamptz");
          const until = put(soonUntil(books, now), "timestamptz");
          const posts = put(givenTo(actor), "uuid[]");
          const given = `exists (select from matters.assignments a where a.county_code = m.county_code and a.matter_id = m.id
            and a.ended_at is null and a.post_id = any (${posts}))`;
          const [any] = (
            await tx.query(
              "select from matters.assignments where county_code = $1 and ended_at is null and post_id = any ($2::uuid[]) limit 1",
              [actor.county, givenTo(actor)],
            )
          ).rows;
          const others = any ? `not ${given}` : `cardinality(${posts}) >= 0`;
          const late = `m.due_at < ${at}`;
          const soon = `m.due_at >= ${at} and m.due_at <= ${until}`;
          const rest = `m.due_at > ${until} and ${at} is not null`;
          const wanted: [string, string][] = [
            ...(any ? [["given", `${given} and ${at} is not null and ${until} is not null`] as [string, string]] : []),
            ["overdue", `${late} and ${until} is not null`],
            ["soon", soon],
            ["to-verify", `${rest} and m.state = 'answered'`],
            ["objected", `${rest} and (m.state = 'objected' or m.asked is not null)`],
            ["to-sign", `${rest} and m.state = 'dispatched'`],
            ["received", `${rest} and m.state = 'received'`],
            ["to-dispatch", `${rest} and m.state = 'accepted'`],
            ["handling", `${rest} and m.state = 'handling' and m.asked is null`],
          ];
          const found: z.output<typeof TodayGroup>[] = [];
          for (const [group, extra] of wanted) {
            const where = `${base.where} and ${extra} and ${group === "given" ? "true" : others}`;
            const conditions = { ...base, where, values };
            const rows = await firstDue(tx, actor, conditions, SHOWN);
            if (rows.length === 0) continue;
            const count = rows.length < SHOWN ? { exact: rows.length, more: false } : await countFor(tx, actor, conditions);
            const shown = rows.map((row) => asQueueRow(books, actor, row, now));
            if (group !== "soon") found.push({ group: group as never, rows: shown, count });
            else {
              const today = shown.filter((row) => row.due && dayOf(new Date(row.due.at)) === dayOf(now));
              const later = shown.filter((row) => !today.includes(row));
              if (today.length > 0)
                found.push({ group: "due-today", rows: today, count: { exact: today.length, more: today.length === SHOWN } });
              if (later.length > 0)
                found.push({
                  group: "soon",
                  rows: later,
                  count: { exact: Math.max(later.length, count.exact - today.length), more: count.more },
                });
            }
          }
          return found;
        },
        { readOnly: true },
      )
    : [];
  return {
    groups,
    posts: posts.map((post) => ({ id: post.id, name: post.name, unit: post.unit.shortName })),
    at: now.toISOString(),
  };
}
