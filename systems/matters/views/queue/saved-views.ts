import type { z } from "zod";
import type { Actor } from "../../../../foundation/db/actor.ts";
import { withActor } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { Filters, type SavedView, type saveView } from "../../contract.ts";
import type { Services } from "../../services.ts";
import { conditionsOf } from "./conditions.ts";
import { countFor } from "./page-and-count.ts";

/** A saved view's URL as filters; undefined where it is no queue's URL any more. */
function filtersOf(url: string) {
  const query = new URL(url, "http://desk").searchParams;
  const plain = Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const all = query.getAll(name);
      return [name, all.length > 1 ? all : all[0]];
    }),
  );
  const parsed = Filters.safeParse(plain);
  return parsed.success ? parsed.data : undefined;
}

type View = z.output<typeof SavedView>;

/** Saved views, mine and those shared in my units, each with its count. */
export async function listSavedViews(services: Services, actor: Actor): Promise<View[]> {
  const books = await services.books(actor.county);
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const rows = (
        await tx.query<{ id: string; name: string; url: string; shared: boolean; person_id: string }>(
          "select id, name, url, shared, person_id from matters.views where county_code = $1 order by name limit 30",
          [actor.county],
        )
      ).rows;
      const views: View[] = [];
      for (const row of rows) {
        const filters = filtersOf(row.url);
        const count = filters
          ? await countFor(
              tx,
              actor,
              conditionsOf(actor.county, filters, "due", books, services.clock.now(), services.sealer.lookupOf),
            )
          : null;
        views.push({ id: row.id, name: row.name, url: row.url, shared: row.shared, mine: row.person_id === actor.person, count });
      }
      return views;
    },
    { readOnly: true },
  );
}

export async function saveSavedView(
  services: Services,
  actor: Actor,
  input: z.output<NonNullable<typeof saveView.body>>,
): Promise<View> {
  await withActor(services.db, actor, (tx) =>
    tx.query(
      "insert into matters.views (county_code, id, person_id, unit_id, name, url, shared) values ($1, $2, $3, $4, $5, $6, $7) on conflict (county_code, id) do update set name = excluded.name, url = excluded.url, shared = excluded.shared",
      [actor.county, input.id, actor.person, actor.unit ?? null, input.name, input.url, input.shared],
    ),
  ).catch((error: { code?: string }) => {
    // the row policy refuses an id that is another officer's view
    throw error.code === "42501" ? new Refusal("matters.not-found", {}, { status: 404 }) : error;
  });
  return { id: input.id, name: input.name, url: input.url, shared: input.shared, mine: true, count: null };
}

export async function dropSavedView(services: Services, actor: Actor, id: string): Promise<boolean> {
  const gone = await withActor(services.db, actor, (tx) =>
    tx.query("delete from matters.views where county_code = $1 and id = $2 and person_id = $3", [actor.county, id, actor.person]),
  );
  return (gone.rowCount ?? 0) > 0;
}
