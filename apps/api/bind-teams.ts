import type { Binder } from "../../foundation/http/bind.ts";
import { systemClock } from "../../foundation/time/index.ts";
import { changePasswordRoute, choosePostRoute, listPostsRoute, listUnitsRoute, meRoute, signInRoute, signOutRoute } from "../../systems/teams/contract.ts";
import { actorOfSession, changeOwnPassword, choosePost, listPosts, listUnits, signIn, signOut } from "../../systems/teams/index.ts";
import { Refusal } from "../../foundation/refusal.ts";
import type { ServerOptions } from "./server.ts";
import { SESSION_COOKIE } from "./caller.ts";

/** Sign-in, posts and units over HTTP. */
export function bindTeams(binder: Binder, { db, county }: ServerOptions): void {
  const cookie = (request: { protocol: string }) => ({ path: "/", httpOnly: true, sameSite: "lax" as const, secure: request.protocol === "https" });
  binder.bind(signInRoute, async ({ body, request, reply }) => {
    const found = await signIn(db, county, body.name, body.password, systemClock);
    reply.setCookie(SESSION_COOKIE, found.token, cookie(request));
    return found.me;
  });
  binder.bind(signOutRoute, async ({ request, reply }) => {
    await signOut(db, request.cookies[SESSION_COOKIE] ?? "");
    reply.clearCookie(SESSION_COOKIE, { path: "/" });
    return {};
  });
  binder.bind(meRoute, async ({ request }) => {
    const found = await actorOfSession(db, request.cookies[SESSION_COOKIE] ?? "", systemClock);
    if (!found) throw new Refusal("teams.sign-in-needed", {}, { status: 401 });
    return found.me;
  });
  binder.bind(choosePostRoute, async ({ body, request }) => (await choosePost(db, request.cookies[SESSION_COOKIE] ?? "", body.post, systemClock)).me);
  binder.bind(changePasswordRoute, async ({ actor, body, request }) => {
    await changeOwnPassword(db, actor, body.current, body.next);
    return {};
  });
  binder.bind(listUnitsRoute, async ({ actor }) => ({ units: await listUnits(db, actor) }));
  binder.bind(listPostsRoute, async ({ actor, query }) => ({ posts: await listPosts(db, actor, { unit: query.unit }) }) as never);
}
