import { jobActor } from "../../../../foundation/db/actor.ts";
import { read, withActor } from "../../../../foundation/db/pool.ts";
import { repeatToken, searchTokens } from "../../rules/search-tokens.rule.ts";
import type { Services } from "../../services.ts";
import { getImport } from "../../store/imports/import-store.ts";

const CHUNK = 1000;
const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * Makes imported matters findable by their words: derived rows, written behind the import, a thousand at a time with the point to go on
 * from. Answers how many were written now.
 */
export async function indexImport(
  services: Services,
  county: number,
  id: string,
  options: { readonly stopped?: () => boolean },
): Promise<number> {
  const actor = jobActor(county);
  let after = (await getImport(services, actor, id)).indexed_until ?? FIRST;
  for (let written = 0; ; ) {
    const rows = await read<{ id: string; title: string; body: string; received_at: Date }>(
      services.db,
      actor,
      `select id, title, body, received_at from matters.matters where county_code = $1 and import_id = $2 and id > $3 order by id limit ${CHUNK}`,
      [county, id, after],
    );
    const last = rows.at(-1);
    if (!last || options.stopped?.()) return written;
    const found = rows.map((row) => {
      const text = `${row.title}\n${row.body}`;
      return { id: row.id, received_at: row.received_at, tokens: [...searchTokens(text), repeatToken(text)] };
    });
    after = last.id;
    await withActor(services.db, actor, async (tx) => {
      await tx.query(
        `insert into matters.search (county_code, matter_id, received_at, tokens) select $1, r.id, r.received_at, r.tokens from jsonb_to_recordset($2::jsonb) as r(id uuid, received_at timestamptz, tokens text[]) on conflict do nothing`,
        [county, JSON.stringify(found)],
      );
      await tx.query(
        "update matters.imports set indexed_until = $3, indexed_rows = indexed_rows + $4 where county_code = $1 and id = $2",
        [county, id, after, rows.length],
      );
    });
    written += rows.length;
  }
}
