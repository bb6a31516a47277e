import { hash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Tx } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";

/**
 * Does `work` once under this command's id, in the transaction given: a repeat gets the first answer, another body under the same id
 * is refused with 409 `command.other-body`.
 */
export async function onceOnly<A extends object>(
  tx: Tx,
  county: number,
  asked: { readonly commandId: string; readonly [part: string]: unknown },
  at: Date,
  work: () => Promise<A>,
): Promise<A & { repeated: boolean }> {
  const asks = hash("sha256", canonicalize(asked) ?? "", "buffer");
  const known = (
    await tx.query<{ request_hash: Buffer; result: A }>(
      "select request_hash, result from foundation.commands where county_code = $1 and command_id = $2",
      [county, asked.commandId],
    )
  ).rows[0];
  if (known) {
    if (!known.request_hash.equals(asks)) throw new Refusal("command.other-body", {}, { status: 409 });
    return { ...known.result, repeated: true };
  }
  const answer = await work();
  await tx.query(
    "insert into foundation.commands (county_code, command_id, request_hash, result, at) values ($1, $2, $3, $4, $5)",
    [county, asked.commandId, asks, JSON.stringify(answer), at],
  );
  return { ...answer, repeated: false };
}
