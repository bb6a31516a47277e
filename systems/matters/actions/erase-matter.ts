import { type Actor, contextOf } from "../../../foundation/db/actor.ts";
import { newId } from "../../../foundation/ids.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { makeLine } from "../../ledger/index.ts";
import { ERASE, type Erased, type Erasure, eraseMatter } from "../../residents/index.ts";
import type { Services } from "../services.ts";
import { requestHash } from "../store/command.ts";
import { bytesOf, hexOf, lineJson } from "../store/line-json.ts";
import type { MatterRow } from "../store/row.ts";
import { publicFacts } from "./public-facts.ts";

/**
 * Erases for good who stands behind a matter, and says so by a line of its journal; words and state stay. The rights and what is
 * refused: `residents.eraseMatter`.
 */
export async function eraseWhoStandsBehind(services: Services, actor: Actor, erasure: Omit<Erasure, "at">): Promise<Erased> {
  const books = await services.books(actor.county);
  const id = erasure.matterId;
  return eraseMatter(
    services.db,
    services.sealer,
    actor,
    { ...erasure, at: services.clock.now() },
    async (tx, { basis, approver, at }) => {
      const found = await tx.query<{ row: MatterRow }>(
        "select to_jsonb(m) as row from matters.matters m where m.county_code = $1 and m.id = $2",
        [actor.county, id],
      );
      const before = found.rows[0]?.row;
      if (!before) throw new Refusal("matters.not-found", {}, { status: 404 });
      const row = { ...before, version: before.version + 1, updated_at: at.toISOString() };
      const command = newId();
      const draft = makeLine({
        county: actor.county,
        id: newId(),
        procedure: { kind: "matter", id },
        matter: id,
        version: row.version,
        act: ERASE,
        at,
        command,
        facts: publicFacts(row, books.versions),
        persons: {
          actor: {
            role: actor.role === "jobs" ? "jobs" : "app",
            ...(actor.person && { person: actor.person }),
            ...(actor.post && { post: actor.post }),
          },
          persons: approver ? [approver.person] : [],
        },
        text: { attachments: [], content: { basis } },
      });
      const line = lineJson(draft, bytesOf(before.head_leaf));
      const body = {
        command_id: command,
        request_hash: requestHash(services.sealer, { id, act: ERASE, basis }),
        matter_id: id,
        base_version: before.version,
        at: at.toISOString(),
        row: { ...row, head_leaf: hexOf(line.leaf) },
        lines: [line.json],
        result: { id },
      };
      const written = await tx.query<{ written: { conflict?: true } }>("select matters.act($1::jsonb, $2::jsonb) as written", [
        JSON.stringify(contextOf(actor)),
        JSON.stringify(body),
      ]);
      if (written.rows[0]?.written.conflict)
        throw new Refusal("matters.changed-meanwhile", { version: null, changes: [] }, { status: 409 });
      await tx.query("delete from matters.proposals where county_code = $1 and matter_id = $2", [actor.county, id]);
      return draft.id;
    },
  );
}
