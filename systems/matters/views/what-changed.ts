import type { Actor } from "../../../foundation/db/actor.ts";
import { read } from "../../../foundation/db/pool.ts";
import type { Services } from "../services.ts";

/** The acts that came after this version, for the one who wrote against it: act, when, words. */
export async function whatChangedSince(services: Services, actor: Actor, matterId: string, version: number) {
  const rows = await read<{ act: string; at: Date; version: number; text_group: string }>(
    services.db,
    actor,
    "select act, at, version, text_group from ledger.lines where county_code = $1 and procedure_kind = 'matter' and procedure_id = $2 and version > $3 order by version limit 20",
    [actor.county, matterId, version],
  );
  return rows.map((row) => {
    const content = (JSON.parse(row.text_group) as { content: { text?: string } | null }).content;
    return { act: row.act, at: row.at.toISOString(), version: row.version, text: content?.text ?? null };
  });
}
