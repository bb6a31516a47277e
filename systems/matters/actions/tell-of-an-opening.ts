import type { Actor } from "../../../foundation/db/actor.ts";
import type { Tx } from "../../../foundation/db/pool.ts";
import { newId } from "../../../foundation/ids.ts";
import { postNames } from "../../teams/index.ts";
import type { Books } from "../store/books.ts";
import type { ForAct } from "../store/row.ts";

/**
 * Tells the reporter that their identity was opened out of the ordinary: which unit and post, on what ground; never a person's name.
 * Whoever asked for silence finds it under their code alone. The caller's own transaction.
 */
export async function noticesOfAnOpening(
  tx: Tx,
  books: Books,
  actor: Actor,
  found: ForAct,
  reporterId: string,
  ground: string,
  at: Date,
): Promise<void> {
  const post = actor.post ? (await postNames(tx, actor.county, [actor.post])).get(actor.post) : undefined;
  const reporter = found.reporters.find((one) => one.id === reporterId);
  const by = post ? `${post.unit}${post.name}` : "";
  const words = `【${books.centre?.shortName ?? "邻里"}】${found.matter.number}：${by}经另一人同意，查看了您留的姓名和电话，理由是「${ground}」。有疑问请在查询页上提出，或到县综治中心问。`;
  await tx.query(
    `insert into matters.notices (county_code, id, matter_id, reporter_id, kind, channel, state, words, at)
     values ($1, $2, $3, $4, 'identity-opened', 'list', $5, $6, $7)`,
    [actor.county, newId(), found.matter.id, reporterId, reporter?.quiet ? "silent" : "told", words, at],
  );
}
