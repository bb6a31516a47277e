import { type Actor, jobActor } from "../../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../../foundation/db/pool.ts";
import { linesAfter } from "../../../ledger/index.ts";
import { personsOfLines } from "../../../residents/index.ts";
import { postNames } from "../../../teams/index.ts";
import type { Services } from "../../services.ts";

interface Persons {
  readonly actor: { readonly role: string; readonly post?: string; readonly reporter?: string };
  readonly persons: readonly string[];
}

/** A line of the matter's journal with what a resident may learn of who stood behind it. */
export interface FollowLine {
  readonly id: string;
  readonly act: string;
  readonly at: Date;
  readonly version: number;
  /** The unit that held it after this act. */
  readonly unit: string | null;
  readonly content: Readonly<Record<string, unknown>>;
  readonly files: readonly string[];
  readonly persons: Persons | null;
  /** 县住建局 承办岗: unit and post; null where no officer acted. */
  readonly post: string | null;
}

/**
 * The matter's lines, oldest first. The lines are read in the resident's own context, which reaches this one matter. Who acted is
 * not open to the portal's role at all: it is read by the jobs' role, and only posts and this reporter's own id come out of it.
 */
export async function followLines(services: Services, actor: Actor, tx: Tx, matterId: string): Promise<FollowLine[]> {
  const lines = await linesAfter(tx, actor.county, { kind: "matter", id: matterId }, 0, 300);
  const { behind, posts } = await withActor(
    services.db,
    jobActor(actor.county),
    async (jobs) => {
      const bodies = await personsOfLines(jobs, actor.county, matterId);
      const behind = new Map([...bodies].flatMap(([line, body]) => (body ? [[line, JSON.parse(body) as Persons] as const] : [])));
      const ids = new Set([...behind.values()].flatMap(({ actor: { post } }) => (post ? [post] : [])));
      return { behind, posts: await postNames(jobs, actor.county, [...ids]) };
    },
    { readOnly: true },
  );
  return lines.map((line) => {
    const { content } = JSON.parse(line.textGroup) as { content: Record<string, unknown> | null };
    const { unit } = JSON.parse(line.publicGroup) as { unit?: string };
    const persons = behind.get(line.id) ?? null;
    const post = persons?.actor.post ? posts.get(persons.actor.post) : undefined;
    return {
      id: line.id,
      act: line.act,
      at: line.at,
      version: line.version,
      unit: unit ?? null,
      content: content ?? {},
      files: Array.isArray(content?.files) ? (content.files as string[]) : [],
      persons,
      post: post ? `${post.unit} ${post.name}` : null,
    };
  });
}
