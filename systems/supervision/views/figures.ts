import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { read } from "../../../foundation/db/pool.ts";
import { dayOf, endOfDay } from "../../../foundation/time/index.ts";
import type { Services } from "../../matters/index.ts";
import type { Figure, MatterInList } from "../contract.ts";
import { soonUntil } from "../rules/soon.rule.ts";
import type { StandingMatter } from "./matters-in-order.ts";
import { namedUnit, termName } from "./names.ts";
import { matterInList } from "./orders.ts";

const BOUNDS = {
  overdue: "g.due_at < $2",
  today: "g.due_at >= $2 and g.due_at <= $3",
  soon: "g.due_at > $3 and g.due_at <= $4",
} as const;
const FROM = `clocks.going g join matters.standing s on s.county_code = g.county_code and s.id = g.matter_id and s.open`;

async function bounds(services: Services, county: number): Promise<[Date, Date, Date]> {
  const { calendar } = await services.books(county);
  const now = services.clock.now();
  return [now, endOfDay(dayOf(now)), soonUntil(calendar, now)];
}

/** 超期、今日到期、将到期 by unit and clock, of the matters that the reader may see. Units alone, never people. */
export async function dueFigures(services: Services, actor: Actor): Promise<z.input<typeof Figure>[]> {
  const books = await services.books(actor.county);
  const rows = await read<{ unit: string; term: string; overdue: number; today: number; soon: number }>(
    services.db,
    actor,
    `select coalesce(g.unit_id, s.holding_unit) as unit, g.term, count(*) filter (where ${BOUNDS.overdue})::integer as overdue,
       count(*) filter (where ${BOUNDS.today})::integer as today, count(*) filter (where ${BOUNDS.soon})::integer as soon
     from ${FROM} where g.county_code = $1 and g.due_at <= $4 group by 1, 2 order by 3 desc, 4 desc, 5 desc, 1, 2 limit 500`,
    [actor.county, ...(await bounds(services, actor.county))],
  );
  return rows.map((row) => ({ ...row, unit: namedUnit(books, actor, row.unit), termName: termName(books, actor, row.term) }));
}

const MOST = 100;

/** The matters behind a figure, the longest overdue first; a hundred at once. */
export async function behindFigure(
  services: Services,
  actor: Actor,
  asked: { unit?: string | undefined; term?: string | undefined; group: keyof typeof BOUNDS },
): Promise<{ matters: z.input<typeof MatterInList>[]; more: boolean }> {
  const books = await services.books(actor.county);
  const rows = await read<StandingMatter>(
    services.db,
    actor,
    `select s.id, s.number, s.kind, s.state, s.open, coalesce(g.unit_id, s.holding_unit) as "holdingUnit", g.term, g.due_at as "dueAt",
       false as sealed, null as "complainedUnit"
     from ${FROM} where g.county_code = $1 and g.due_at <= $4 and ${BOUNDS[asked.group]} and $3::timestamptz is not null and $2::timestamptz is not null
       and ($5::uuid is null or coalesce(g.unit_id, s.holding_unit) = $5) and ($6::text is null or g.term = $6)
     order by g.due_at, g.id limit ${MOST + 1}`,
    [actor.county, ...(await bounds(services, actor.county)), asked.unit ?? null, asked.term ?? null],
  );
  return { matters: rows.slice(0, MOST).map((row) => matterInList(row, books, actor)), more: rows.length > MOST };
}
