import type { FastifyReply, FastifyRequest } from "fastify";
import type { Binder } from "../../foundation/http/bind.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { changeOwnPassword } from "./actions/create-person.ts";
import { choosePost, signIn, signOut } from "./actions/sign-in.ts";
import { bindArranging } from "./bind-arranging.ts";
import { bindUnits } from "./bind-units.ts";
import {
  changePasswordRoute,
  choosePostRoute,
  listPostsRoute,
  listUnitsRoute,
  meRoute,
  signInRoute,
  signOutRoute,
} from "./contract.ts";
import type { TeamsServices } from "./services.ts";
import { actorOfSession } from "./views/actor.ts";
import { holdersOf, listPosts } from "./views/posts.ts";
import { listUnits } from "./views/units.ts";

/** Binds sign-in and the registers of units and posts. The token lives in an HttpOnly cookie and is never in an answer's body. */
export function bindTeams(binder: Binder, services: TeamsServices): void {
  const { db, county, clock, cookie } = services;
  bindArranging(binder, services);
  bindUnits(binder, services);
  const tokenOf = (request: FastifyRequest): string => request.cookies[cookie] ?? "";
  const drop = (reply: FastifyReply) => reply.clearCookie(cookie, { path: "/" });

  binder.bind(signInRoute, async ({ body, request, reply }) => {
    const opened = await signIn(db, county, body.name, body.password, clock);
    if (tokenOf(request)) await signOut(db, tokenOf(request));
    reply.setCookie(cookie, opened.token, {
      path: "/",
      httpOnly: true,
      sameSite: "strict",
      secure: request.protocol === "https",
      expires: opened.expiresAt,
    });
    return opened.me;
  });
  binder.bind(signOutRoute, async ({ request, reply }) => {
    await signOut(db, tokenOf(request));
    drop(reply);
    return {};
  });
  binder.bind(meRoute, async ({ request }) => {
    const found = await actorOfSession(db, tokenOf(request), clock);
    if (!found) throw new Refusal("teams.sign-in-needed", {}, { status: 401 });
    return found.me;
  });
  binder.bind(choosePostRoute, async ({ body, request }) => (await choosePost(db, tokenOf(request), body.post, clock)).me);
  binder.bind(changePasswordRoute, async ({ actor, body, reply }) => {
    await changeOwnPassword(db, actor, body.current, body.next);
    drop(reply);
    return {};
  });
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
