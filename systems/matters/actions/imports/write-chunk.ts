import type pg from "pg";
import { from } from "pg-copy-streams";
import type { Actor } from "../../../../foundation/db/actor.ts";
import { contextOf } from "../../../../foundation/db/actor.ts";
import type { ImportProblem } from "../../store/imports/shapes.ts";
import { INCOMING } from "./copy-line.ts";

export interface ChunkProgress {
  readonly reached: number;
  readonly read: number;
  readonly skipped: number;
  readonly errors: number;
  readonly notes: Readonly<Record<string, number>>;
  readonly problems: readonly ImportProblem[];
  readonly seconds: number;
}

export interface ChunkAnswer {
  /** False where somebody stopped the import, or another runner is ahead: nothing was written. */
  readonly moved: boolean;
  readonly state?: string;
  readonly new?: number;
  readonly skipped?: number;
  /** The last number given per year. */
  readonly last?: Readonly<Record<string, number>>;
}

/** Makes the temporary table of this connection. */
export const prepareIncoming = async (client: pg.ClientBase): Promise<void> => {
  await client.query(INCOMING);
};

/**
 * Writes one chunk and the import's progress in one transaction; a fault leaves nothing of either. Nobody waits for the disk: a chunk that
 * a power cut takes is taken with its progress and read again, and the act that ends the import syncs all before it.
 */
export async function writeChunk(
  client: pg.ClientBase,
  actor: Actor,
  importId: string,
  expected: number,
  lines: Buffer,
  progress: ChunkProgress,
): Promise<ChunkAnswer> {
  await client.query("begin; set local synchronous_commit = off");
  try {
    if (lines.length > 0) {
      const copy = client.query(from("copy pg_temp.incoming from stdin"));
      await new Promise<void>((resolve, reject) => {
        copy.on("finish", () => resolve()).on("error", reject);
        copy.end(lines);
      });
    }
    const answer = await client.query<{ moved: ChunkAnswer }>({
      name: "matters.receive_import",
      text: "select matters.receive_import($1::jsonb, $2::uuid, $3::integer, $4::jsonb) as moved",
      values: [JSON.stringify(contextOf(actor)), importId, expected, JSON.stringify(progress)],
    });
    await client.query("commit");
    return answer.rows[0]!.moved;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}
