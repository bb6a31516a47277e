import type { Actor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { linesAfter } from "../../ledger/index.ts";
import type { Services } from "../services.ts";

/** The acts that came after this version, for the one who wrote against it: act, when, words. */
export async function whatChangedSince(services: Services, actor: Actor, matterId: string, version: number) {
  const rows = await withActor(
    services.db,
    actor,
    (tx) => linesAfter(tx, actor.county, { kind: "matter", id: matterId }, version, 20),
    { readOnly: true },
  );
  return rows.map((row) => {
    const content = (JSON.parse(row.textGroup) as { content: { text?: string } | null }).content;
    return { act: row.act, at: row.at.toISOString(), version: row.version, text: content?.text ?? null };
  });
}
