import { jobActor } from "../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../foundation/db/pool.ts";
import { dayOf, endOfDay, minuteOfDay } from "../../../foundation/time/index.ts";
import { whenQuietEnds } from "../../clocks/index.ts";
import type { Services } from "../../matters/index.ts";
import { holdersOf, listPosts } from "../../teams/index.ts";
import { soonUntil } from "../rules/soon.rule.ts";
import { ladderOf, settingsInForce } from "../views/settings.ts";

interface Item {
  readonly id: string;
  readonly order: boolean;
  readonly group: "overdue" | "today" | "soon";
  readonly due: string;
}

const MOST = 50;
const ITEMS = `
  select * from (
    select unit, "right", id, "order", due, row_number() over (partition by unit, "right" order by due, id) as nth from (
      select coalesce(g.unit_id, s.holding_unit, o.unit_id) as unit, coalesce(s.holding_right, 'matters.handle') as "right",
        coalesce(s.id, o.id) as id, o.id is not null as "order", g.due_at as due
      from clocks.going g
      left join matters.standing s on s.county_code = g.county_code and s.id = g.matter_id and s.open and g.procedure_kind <> 'supervision-order'
        and s.complained_unit is distinct from coalesce(g.unit_id, s.holding_unit)
      left join supervision.orders o on o.county_code = g.county_code and o.id = g.procedure_id and g.procedure_kind = 'supervision-order'
      where g.county_code = $1 and g.due_at <= $2) one
    where id is not null) ranked
  where nth <= ${MOST}`;

/**
 * The day's one list for everyone who holds a post or stands in: made at the first pass after the quiet hours of a working day, in
 * one transaction; another pass, or a machine clock that jumped back, makes none. Answers how many were made.
 */
export async function makeDigests(services: Services, county: number): Promise<number> {
  const actor = jobActor(county);
  const now = services.clock.now();
  const today = dayOf(now);
  const [{ settings }, { calendar }] = [await settingsInForce(services.db, actor), await services.books(county)];
  if (minuteOfDay(now) < settings.quietUntil || whenQuietEnds(now, ladderOf(settings), calendar) > now) return 0;
  const posts = await listPosts(services.db, actor, { day: today });
  const holders = await holdersOf(
    services.db,
    actor,
    posts.map((post) => post.id),
    today,
  );
  return withActor(services.db, actor, async (tx) => {
    const made = await tx.query("select 1 from supervision.digests where county_code = $1 and day >= $2 limit 1", [
      county,
      today,
    ]);
    if (made.rowCount) return 0;
    const items = await itemsByUnit(tx, county, soonUntil(calendar, now), now);
    const byPost = new Map(posts.map((post) => [post.id, post]));
    const people = Map.groupBy(holders, (one) => one.person.id);
    const rows = [...people].flatMap(([person, held]) => {
      const mine = new Map<string, Item>();
      for (const { postId } of held) {
        const post = byPost.get(postId)!;
        for (const right of post.rights) for (const item of items.get(`${post.unitId} ${right}`) ?? []) mine.set(item.id, item);
      }
      const list = [...mine.values()].sort((a, b) => (a.due < b.due ? -1 : 1)).slice(0, 2 * MOST);
      return list.length > 0 ? [{ person, items: list }] : [];
    });
    await tx.query("delete from supervision.digests where county_code = $1 and day < $2", [county, today]);
    await tx.query(
      `insert into supervision.digests (county_code, person_id, day, items)
       select $1, d.person, $3, d.items from jsonb_to_recordset($2) as d(person uuid, items jsonb) on conflict do nothing`,
      [county, JSON.stringify(rows), today],
    );
    return rows.length;
  });
}

async function itemsByUnit(tx: Tx, county: number, until: Date, now: Date): Promise<ReadonlyMap<string, Item[]>> {
  const { rows } = await tx.query<{ unit: string; right: string; id: string; order: boolean; due: Date }>(ITEMS, [county, until]);
  const ends = endOfDay(dayOf(now));
  const found = new Map<string, Item[]>();
  for (const { unit, right, id, order, due } of rows) {
    const group = due < now ? "overdue" : due <= ends ? "today" : "soon";
    const key = `${unit} ${right}`;
    found.set(key, [...(found.get(key) ?? []), { id, order, group, due: due.toISOString() }]);
  }
  return found;
}
