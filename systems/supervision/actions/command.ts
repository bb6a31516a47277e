import { hash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Tx } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";

export interface Written {
  readonly id: string;
  readonly version: number;
  readonly state: import("../rules/lifecycle.ts").OrderState;
  readonly number: string | null;
}

/** Does the command once: a repeat gets the first answer, the same id with another body is a conflict (409). */
export async function once(
  tx: Tx,
  county: number,
  command: string,
  asked: object,
  work: () => Promise<Written>,
  at: Date,
): Promise<Written> {
  const asHash = hash("sha256", canonicalize(asked) ?? "", "buffer");
  const known = await tx.query<{ request_hash: Buffer; result: Written }>(
    "select request_hash, result from foundation.commands where county_code = $1 and command_id = $2",
    [county, command],
  );
  const first = known.rows[0];
  if (first) {
    if (!first.request_hash.equals(asHash)) throw new Refusal("command.other-body", {}, { status: 409 });
    return first.result;
  }
  const result = await work();
  await tx.query(
    "insert into foundation.commands (county_code, command_id, request_hash, result, at) values ($1, $2, $3, $4, $5)",
    [county, command, asHash, JSON.stringify(result), at],
  );
  return result;
}
