import type { Actor } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import type { Services } from "../../matters/index.ts";
import { listPosts } from "../../teams/index.ts";

export interface NewNotice {
  readonly post: string;
  readonly matter?: string;
  readonly order?: string;
  readonly what: string;
  readonly due?: Date | null;
  readonly urgent?: boolean;
}

/** Puts notices on the posts' lists; later a port may also send them. */
export async function tellPosts(tx: Tx, county: number, notices: readonly NewNotice[], at: Date): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.map((one) => ({ ...one, id: newId(), urgent: one.urgent ?? false }));
  await tx.query(
    `insert into supervision.notices (county_code, id, post_id, matter_id, order_id, what, due_at, urgent, at)
     select $1, n.id, n.post, n.matter, n."order", n.what, n.due, n.urgent, $3
     from jsonb_to_recordset($2) as n(id uuid, post uuid, matter uuid, "order" uuid, what text, due timestamptz, urgent boolean)`,
    [county, JSON.stringify(rows), at],
  );
}

/** Tells the posts of a unit that carry this right of an order. */
export async function tellUnit(
  tx: Tx,
  services: Services,
  actor: Actor,
  unit: string,
  right: string,
  order: string,
  what: string,
  at: Date,
): Promise<void> {
  const posts = (await listPosts(services.db, actor, { unit })).filter((post) => post.rights.includes(right));
  await tellPosts(
    tx,
    actor.county,
    posts.map((post) => ({ post: post.id, order, what })),
    at,
  );
}
