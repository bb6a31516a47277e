import type { Actor } from "../../../foundation/db/actor.ts";
import { read } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Services } from "../services.ts";

/**
 * SHA-256 (hex) of the attachments that an act brings, in the order given, for the journal line: what was brought can then be proved.
 * Throws `file.not-found` (404) where one is unknown or belongs to another matter.
 */
export async function hashesOf(services: Services, actor: Actor, matterId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await read<{ id: string; sha256: Buffer }>(
    services.db,
    actor,
    "select id, sha256 from foundation.files where county_code = $1 and id = any ($2::uuid[]) and (matter_id is null or matter_id = $3)",
    [actor.county, ids, matterId],
  );
  const known = new Map(rows.map((row) => [row.id, row.sha256.toString("hex")]));
  return ids.map((id) => {
    const found = known.get(id.toLowerCase());
    if (!found) throw new Refusal("file.not-found", {}, { status: 404 });
    return found;
  });
}
