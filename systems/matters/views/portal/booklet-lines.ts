import type { Actor } from "../../../../foundation/db/actor.ts";
import { withActor } from "../../../../foundation/db/pool.ts";
import type { BookletEntry } from "../../../residents/index.ts";
import { ownData } from "../../../residents/index.ts";
import type { BookletLine } from "../../contract/own-matter.ts";
import type { Services } from "../../services.ts";
import { sharedTitle } from "./shared-title.ts";

interface Row {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly open: boolean;
  readonly due: Date;
  readonly category: string | null;
  readonly asks: boolean;
}

/**
 * The matters whose codes stand in a booklet, in its order, each in a context of its own: nothing is asked of several at once, as nothing
 * may be. A code that was renewed since is left out, and named in `gone`.
 */
export async function bookletLines(
  services: Services,
  actor: Actor,
  entries: readonly BookletEntry[],
): Promise<{ readonly lines: BookletLine[]; readonly gone: readonly BookletEntry[] }> {
  const books = await services.books(actor.county);
  const lines: BookletLine[] = [];
  const gone: BookletEntry[] = [];
  for (const entry of entries) {
    const line = await withActor(
      services.db,
      { ...actor, matters: [entry.matterId] },
      async (tx): Promise<BookletLine | undefined> => {
        const own = await ownData(tx, actor.county, entry.matterId, entry.reporterId, services.sealer);
        if (!own || own.withdrawn || own.generation !== entry.generation) return undefined;
        const found = await tx.query<Row>(
          `select id, number, title, state, open, due_at as due, category_code as category, waiting_for_resident as asks
           from matters.matters where county_code = $1 and id = $2`,
          [actor.county, entry.matterId],
        );
        const row = found.rows[0];
        return (
          row && {
            matterId: row.id,
            number: row.number,
            title: own.role === "also met" ? sharedTitle(books, actor.locale, row.category) : row.title,
            state: row.state,
            dueAt: row.open ? row.due.toISOString() : null,
            asks: row.asks,
          }
        );
      },
      { readOnly: true },
    );
    if (line) lines.push(line);
    else gone.push(entry);
  }
  return { lines, gone };
}
