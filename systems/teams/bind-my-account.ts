import type { FastifyReply, FastifyRequest } from "fastify";
import type { Binder } from "../../foundation/http/bind.ts";
import { changeOwnPassword } from "./actions/create-person.ts";
import { choosePost, endOtherSessions, endOwnSession } from "./actions/sign-in/end-sessions.ts";
import { removeAuthenticator, removePasskey, renewSpareCodes } from "./actions/sign-in/give-factor-up.ts";
import { openSession } from "./actions/sign-in/open-session.ts";
import { addPasskey, beginPasskey, passkeysWorkAt } from "./actions/sign-in/passkeys.ts";
import { readReset } from "./actions/sign-in/reset-sign-in.ts";
import { beginAuthenticator, confirmAuthenticator } from "./actions/sign-in/set-up-authenticator.ts";
import { bearerOf } from "./bind-sign-in.ts";
import * as contract from "./contract.ts";
import * as cookies from "./cookies.ts";
import type { TeamsServices } from "./services.ts";
import type { SignedIn } from "./views/actor.ts";
import { mySignIn } from "./views/my-sign-in.ts";

/** Binds what an officer does about their own account. What changes it renews the session's token. */
export function bindMyAccount(binder: Binder, services: TeamsServices): void {
  const { db, county, clock, cookie, box } = services;
  const bearer = (request: FastifyRequest) => bearerOf(services, request);
  const renewed = (
    reply: FastifyReply,
    signedIn: SignedIn,
    { token, spareCodes }: { token: string; spareCodes: string[] | null },
  ) => {
    cookies.keepToken(reply, cookie, token, signedIn.session.expiresAt);
    return { spareCodes };
  };

  binder.bind(contract.meRoute, async ({ request }) => (await bearer(request)).me);
  binder.bind(
    contract.choosePostRoute,
    async ({ body, request }) => (await choosePost(db, cookies.tokenIn(request, cookie), body.post, clock)).me,
  );
  binder.bind(contract.changePasswordRoute, async ({ actor, body, request, reply }) => {
    const { session } = await bearer(request);
    const device = cookies.deviceOf(request, box);
    await changeOwnPassword(db, actor, body.current, body.next, clock);
    const opened = await openSession(db, county, actor.person!, actor.factors ?? 1, device, clock);
    cookies.keepToken(reply, cookie, opened.token, session.expiresAt);
    cookies.keepKnown(reply, box, opened.known);
    return {};
  });
  binder.bind(contract.mySignInRoute, async ({ actor, request }) => {
    const { session } = await bearer(request);
    return {
      ...(await mySignIn(db, actor, session.id, session.idleMinutes, clock.now())),
      passkeysHere: passkeysWorkAt(cookies.addressOf(request)),
    };
  });
  binder.bind(contract.beginAuthenticatorRoute, async ({ request }) => beginAuthenticator(db, box, await bearer(request), clock));
  binder.bind(contract.confirmAuthenticatorRoute, async ({ body, request, reply }) => {
    const signedIn = await bearer(request);
    return renewed(reply, signedIn, await confirmAuthenticator(db, box, signedIn, body.code, clock));
  });
  binder.bind(contract.removeAuthenticatorRoute, async ({ request }) => {
    await removeAuthenticator(db, await bearer(request));
    return {};
  });
  binder.bind(contract.beginPasskeyRoute, async ({ request, reply }) => {
    const { question, token } = await beginPasskey(db, await bearer(request), cookies.addressOf(request), clock);
    cookies.keepStep(reply, token);
    return { ...question };
  });
  binder.bind(contract.addPasskeyRoute, async ({ body, request, reply }) => {
    const signedIn = await bearer(request);
    const given = { token: cookies.stepIn(request), ...body };
    const added = await addPasskey(db, box, signedIn, cookies.addressOf(request), given, clock);
    cookies.dropStep(reply);
    return renewed(reply, signedIn, added);
  });
  binder.bind(contract.removePasskeyRoute, async ({ params, request }) => {
    await removePasskey(db, await bearer(request), params.id);
    return {};
  });
  binder.bind(contract.drawSpareCodesRoute, async ({ request }) => ({
    spareCodes: await renewSpareCodes(db, box, await bearer(request)),
  }));
  binder.bind(contract.endSessionRoute, async ({ actor, params }) => {
    await endOwnSession(db, actor, params.id);
    return {};
  });
  binder.bind(contract.endOtherSessionsRoute, async ({ actor, request }) => ({
    ended: await endOtherSessions(db, actor, (await bearer(request)).session.id),
  }));
  binder.bind(contract.resetReadRoute, async ({ actor, params }) => {
    await readReset(db, actor, params.id);
    return {};
  });
}
