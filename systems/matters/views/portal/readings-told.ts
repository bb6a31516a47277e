import { type Actor, jobActor } from "../../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../../foundation/db/pool.ts";
import { readingsOf } from "../../../residents/index.ts";
import { postNames } from "../../../teams/index.ts";
import type { FollowPage } from "../../contract.ts";
import type { Services } from "../../services.ts";
import type { Books } from "../../store/books.ts";
import type { FollowLine } from "./follow-lines.ts";

/** Is this unit the one complained of, or under it? */
export function belongsTo(books: Books, unit: string, complained: string | null): boolean {
  const seen = new Set<string>();
  for (let at: string | null = unit; complained && at && !seen.has(at); at = books.units.get(at)?.parentId ?? null) {
    if (at === complained) return true;
    seen.add(at);
  }
  return false;
}

/** An opening written before readings were kept has only its journal line; one written since stands in both. */
const ALSO_KEPT = 10_000;

/**
 * Who read what of this matter, newest first: unit and post, never a person. `tx` runs in the resident's own context. Readings by the
 * unit complained of are told like all others, and marked: they may lie before it was known that the matter speaks of it.
 */
export async function readingsTold(
  services: Services,
  books: Books,
  actor: Actor,
  tx: Tx,
  asked: {
    readonly matterId: string;
    readonly reporterId: string;
    readonly complained: string | null;
    readonly lines: readonly FollowLine[];
  },
): Promise<FollowPage["looks"]> {
  const kept = await readingsOf(tx, asked.matterId);
  const posts = await withActor(
    services.db,
    jobActor(actor.county),
    (jobs) => postNames(jobs, actor.county, [...new Set(kept.map(({ postId }) => postId))]),
    { readOnly: true },
  );
  const readings = kept.map(({ at, postId, unitId, what, purpose, unusual }) => {
    const post = posts.get(postId);
    return {
      by: post ? `${post.unit} ${post.name}` : (books.units.get(unitId)?.name ?? ""),
      at,
      what,
      purpose,
      unusual,
      complained: belongsTo(books, unitId, asked.complained),
    };
  });
  const isKept = (line: FollowLine) =>
    readings.some(({ what, at }) => what === "identity" && Math.abs(at.getTime() - line.at.getTime()) < ALSO_KEPT);
  const older = asked.lines
    .filter((line) => line.act === "open-identity" && line.persons?.persons.includes(asked.reporterId) && !isKept(line))
    .map((line) => ({
      by: line.post ?? "",
      at: line.at,
      what: "identity" as const,
      purpose: typeof line.content.purpose === "string" ? line.content.purpose : null,
      unusual: false,
      complained: false,
    }));
  return [...readings, ...older]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map((reading) => ({ ...reading, at: reading.at.toISOString() }));
}
