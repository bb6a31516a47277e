import { type Actor, contextOf, jobActor } from "../../../../foundation/db/actor.ts";
import { read } from "../../../../foundation/db/pool.ts";
import { newId } from "../../../../foundation/ids.ts";
import { makeLine } from "../../../ledger/index.ts";
import type { Services } from "../../services.ts";
import type { Books } from "../../store/books.ts";
import { getImport, setImport } from "../../store/imports/import-store.ts";
import type { ImportRecord } from "../../store/imports/shapes.ts";
import { bytesOf, lineJson } from "../../store/line-json.ts";
import type { MatterRow } from "../../store/row.ts";
import { publicFacts } from "../public-facts.ts";
import type { RunOptions } from "./run-import.ts";

const CHUNK = 1000;
const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * Withdraws every matter of an import through the journal, a thousand at a time; numbers are kept, and the rows may come in anew. A matter
 * that somebody acted on meanwhile stays. A killed undo goes on by itself: what is withdrawn is no longer of version 1.
 */
export async function undoImport(
  services: Services,
  county: number,
  id: string,
  options: Pick<RunOptions, "stopped" | "onChunk">,
): Promise<ImportRecord> {
  const actor = jobActor(county);
  const record = await getImport(services, actor, id);
  if (record.state !== "undoing") return record;
  const books = await services.books(county);
  const began = performance.now();
  let after = FIRST;
  for (let done = 0; ; ) {
    const rows = await read<{ m: MatterRow; source: string }>(
      services.db,
      actor,
      `select to_jsonb(m) as m, l.command_id as source from matters.matters m
       join ledger.lines l on l.county_code = m.county_code and l.procedure_kind = 'matter' and l.procedure_id = m.id and l.version = 1
       where m.county_code = $1 and m.import_id = $2 and m.version = 1 and m.id > $3 order by m.id limit ${CHUNK}`,
      [county, id, after],
    );
    const last = rows.at(-1);
    if (!last) break;
    after = last.m.id;
    const body = rows.map(({ m, source }) => withdrawal(services, books, actor, record, m, source));
    const answer = await services.db
      .pool("jobs")
      .query<{ moved: { moved: boolean } }>("select matters.withdraw_import($1::jsonb, $2::uuid, $3::jsonb) as moved", [
        JSON.stringify(contextOf(actor)),
        id,
        JSON.stringify(body),
      ]);
    done += rows.length;
    if (!answer.rows[0]!.moved.moved || options.stopped?.()) return getImport(services, actor, id);
    options.onChunk?.({ read: done, written: done, perSecond: done / ((performance.now() - began) / 1000) });
  }
  await setImport(services, actor, id, ["undoing"], { state: "undone", finished_at: services.clock.now() });
  return getImport(services, actor, id);
}

function withdrawal(services: Services, books: Books, actor: Actor, record: ImportRecord, row: MatterRow, source: string) {
  const at = services.clock.now();
  const command = newId();
  const line = makeLine({
    county: actor.county,
    id: newId(),
    procedure: { kind: "matter", id: row.id },
    matter: row.id,
    version: 2,
    act: "withdraw",
    at,
    command,
    facts: publicFacts({ ...row, version: 2, state: "withdrawn", open: false }, books.versions),
    text: { attachments: [], content: { reason: "撤销导入", import: record.id } },
    persons: { actor: { role: "import", ...(record.by_post && { post: record.by_post }) }, persons: [] },
  });
  const { json } = lineJson(line, bytesOf(row.head_leaf));
  return { ...json, matter: row.id, clock: row.clock_id, at: at.toISOString(), event: newId(), command, line: json.id, source };
}
