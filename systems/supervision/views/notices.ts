import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { dayOf } from "../../../foundation/time/index.ts";
import type { Services } from "../../matters/index.ts";
import { postsOfPerson } from "../../teams/index.ts";
import type { Notice, noticesRoute, Settings } from "../contract.ts";
import type { Measure } from "../rules/measures.ts";
import { KIND_WORDS, MEASURE_WORDS, ORDER_NOTICES } from "../words.ts";
import { settingsInForce } from "./settings.ts";

type Answer = z.input<(typeof noticesRoute)["answer"]>;
interface Told {
  id: string;
  what: string;
  urgent: boolean;
  matter: string | null;
  order: string | null;
  number: string | null;
  kind: string | null;
  measure: Measure | null;
  due: Date | null;
}

const TOLD = `coalesce(s.number, o.number) as number, s.kind, o.measure`;
const JOINS = `left join matters.standing s on s.county_code = n.county_code and s.id = n.matter_id
  left join supervision.orders o on o.county_code = n.county_code and o.id = n.order_id`;

/**
 * What the posts of this person are told, and today's list. Number and kind are read now, as the reader may see them: what has been
 * hidden from the reader since is not shown. Never a resident's name or words.
 */
export async function noticesOf(services: Services, actor: Actor): Promise<Answer> {
  if (!actor.person) return { notices: [], digest: null };
  const today = dayOf(services.clock.now());
  const [{ settings }, held] = await Promise.all([
    settingsInForce(services.db, actor),
    postsOfPerson(services.db, actor, actor.person, today),
  ]);
  const posts = [...held.map((post) => post.id), ...(actor.post ? [actor.post] : [])];
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const told = await tx.query<Told>(
        `select n.id, n.what, n.urgent, n.matter_id as matter, n.order_id as "order", n.due_at as due, ${TOLD} from supervision.notices n ${JOINS}
         where n.county_code = $1 and n.post_id = any ($2::uuid[]) and not n.seen and coalesce(s.id, o.id) is not null
         order by n.urgent desc, n.at desc, n.id desc limit 100`,
        [actor.county, posts],
      );
      const digest = await tx.query<{ seen: boolean }>(
        "select seen from supervision.digests where county_code = $1 and person_id = $2 and day = $3",
        [actor.county, actor.person, today],
      );
      const items = digest.rows[0]
        ? await tx.query<Told & { group: "overdue" | "today" | "soon" }>(
            `select n.id::uuid as id, n."group" as what, n."group", false as urgent, n.matter_id as matter, n.order_id as "order", n.due, ${TOLD}
             from (select county_code, item ->> 'id' as id, item ->> 'group' as "group", (item ->> 'due')::timestamptz as due,
                 case when (item ->> 'order')::boolean then null else (item ->> 'id')::uuid end as matter_id,
                 case when (item ->> 'order')::boolean then (item ->> 'id')::uuid end as order_id
               from supervision.digests, jsonb_array_elements(items) as item where county_code = $1 and person_id = $2 and day = $3) n ${JOINS}
             where coalesce(s.id, o.id) is not null and coalesce(s.open, true) order by n.due, n.id`,
            [actor.county, actor.person, today],
          )
        : undefined;
      const show = (row: Told) => asNotice(row, settings, actor.locale);
      const group = (name: string) => (items?.rows ?? []).filter((row) => row.group === name).map(show);
      return {
        notices: told.rows.map(show),
        digest: digest.rows[0]
          ? { seen: digest.rows[0].seen, overdue: group("overdue"), today: group("today"), soon: group("soon") }
          : null,
      };
    },
    { readOnly: true },
  );
}

function asNotice(row: Told, settings: Settings, locale: Actor["locale"]): z.input<typeof Notice> {
  const english = locale === "en";
  const step = settings.steps.find((one) => one.code === row.what);
  const what = step ? (english && step.englishName) || step.name : (ORDER_NOTICES[row.what]?.[locale] ?? "");
  const about = row.matter
    ? [row.number, row.kind ? KIND_WORDS[row.kind]?.[locale] : undefined]
    : [row.number, row.measure ? MEASURE_WORDS[row.measure][locale] : undefined];
  return {
    id: row.id,
    what: row.what,
    words: [what, ...about].filter(Boolean).join(" · "),
    urgent: row.urgent,
    url: row.matter ? `/matters/${row.matter}` : `/supervision/${row.order}`,
    dueAt: row.due?.toISOString() ?? null,
  };
}
