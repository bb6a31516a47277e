import { Refusal } from "../../../foundation/refusal.ts";

/** Where the open matters of a post go when its holder leaves: they stay for whoever holds it next, or go to another post. */
export type WhereOpenMattersGo = { readonly stay: true } | { readonly handTo: string };

export interface PostBeingLeft {
  readonly post: string;
  readonly postName: string;
  readonly openMatters: number;
  /** People who hold the post, or stand in on it, on the day after. */
  readonly holdersAfter: number;
}

/** Open matters need a holder: throws where nobody said where they go, or where they would stay with nobody. */
export function openMattersNeedAHolder(left: PostBeingLeft, where: WhereOpenMattersGo | undefined): void {
  if (left.openMatters === 0) return;
  const facts = { post: left.postName, postId: left.post, matters: left.openMatters, holdersAfter: left.holdersAfter };
  if (!where) throw new Refusal("teams.open-matters-need-a-holder", facts, { status: 409 });
  if ("stay" in where && left.holdersAfter === 0) throw new Refusal("teams.nobody-would-hold-the-post", facts, { status: 409 });
  if ("handTo" in where && where.handTo === left.post)
    throw new Refusal("teams.hand-over-to-another-post", facts, { status: 422 });
}
