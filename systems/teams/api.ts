import type { FastifyInstance } from "fastify";
import type { Binder } from "../../foundation/http/bind.ts";
import { bindArranging } from "./bind-arranging.ts";
import { bindMyAccount } from "./bind-my-account.ts";
import { bindSecuring } from "./bind-securing.ts";
import { bindOutside, bindSignIn } from "./bind-sign-in.ts";
import { bindUnits } from "./bind-units.ts";
import { listPostsRoute, listUnitsRoute } from "./contract.ts";
import type { TeamsServices } from "./services.ts";
import { holdersOf, listPosts } from "./views/posts.ts";
import { listUnits } from "./views/units.ts";

/** Binds sign-in, everyone's own account, and the registers of units, posts and people. */
export function bindTeams(app: FastifyInstance, binder: Binder, services: TeamsServices): void {
  const { db } = services;
  bindSignIn(binder, services);
  bindOutside(app, services);
  bindMyAccount(binder, services);
  bindArranging(binder, services);
  bindSecuring(binder, services);
  bindUnits(binder, services);
  binder.bind(listUnitsRoute, async ({ actor }) => ({ units: await listUnits(db, actor) }));
  binder.bind(listPostsRoute, async ({ actor, query }) => {
    const posts = await listPosts(db, actor, { unit: query.unit });
    const holders = await holdersOf(
      db,
      actor,
      posts.map((post) => post.id),
    );
    return { posts: posts.map((post) => ({ ...post, holders: holders.filter((one) => one.postId === post.id) })) };
  });
}
