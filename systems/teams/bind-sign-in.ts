import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Binder } from "../../foundation/http/bind.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { signOut } from "./actions/sign-in/end-sessions.ts";
import { giveSecondFactor } from "./actions/sign-in/give-second-factor.ts";
import { type Entrance, openSession } from "./actions/sign-in/open-session.ts";
import { askForPasskey, passkeysWorkAt, personOfPasskey } from "./actions/sign-in/passkeys.ts";
import { proveByPasskey, proveByPassword, stay } from "./actions/sign-in/prove-again.ts";
import { signInByReset } from "./actions/sign-in/reset-sign-in.ts";
import { signIn } from "./actions/sign-in/sign-in.ts";
import { goOutside, RETURN_PATH, returnFromOutside } from "./actions/sign-in/sign-in-outside.ts";
import {
  askPasskeyRoute,
  type Entered,
  passkeyRoute,
  proveAgainRoute,
  resetCodeRoute,
  secondFactorRoute,
  sessionLeftRoute,
  signInRoute,
  signOutRoute,
  stayRoute,
  waysInRoute,
} from "./contract.ts";
import * as cookies from "./cookies.ts";
import type { TeamsServices } from "./services.ts";
import { makeSourceLimit } from "./source-limit.ts";
import { lookAtStep } from "./store/sign-in-steps.ts";
import { actorOfSession, type SignedIn } from "./views/actor.ts";
import { secondsLeft, waysOfStep } from "./views/sign-in-on-the-way.ts";
import { signInSettings } from "./views/sign-in-settings.ts";

/** Whoever bears this request's session; refuses `teams.sign-in-needed`. */
export async function bearerOf(services: TeamsServices, request: FastifyRequest): Promise<SignedIn> {
  const found = await actorOfSession(services.db, cookies.tokenIn(request, services.cookie), services.clock, { attended: false });
  if (!found) throw new Refusal("teams.sign-in-needed", {}, { status: 401 });
  return found;
}

/** Binds signing in and out. Tokens live in HttpOnly cookies and are never in an answer's body; the one before is put away. */
export function bindSignIn(binder: Binder, services: TeamsServices): void {
  const { db, county, clock, cookie, box } = services;
  const limit = makeSourceLimit();
  const letIn = async (entrance: Entrance, request: FastifyRequest, reply: FastifyReply): Promise<Entered> => {
    if (entrance.kind === "on the way") {
      cookies.keepStep(reply, entrance.token);
      return { signedIn: false, ways: [...entrance.ways] };
    }
    const before = cookies.tokenIn(request, cookie);
    if (before) await signOut(db, before);
    cookies.keepToken(reply, cookie, entrance.token, entrance.expiresAt);
    cookies.keepKnown(reply, box, entrance.known);
    cookies.dropStep(reply);
    return { signedIn: true, me: entrance.me };
  };
  const guarded = <T>(request: FastifyRequest, work: () => Promise<T>): Promise<T> => {
    cookies.mustBeEncrypted(request);
    return limit.run(request.ip, cookies.deviceOf(request, box).known !== "", work);
  };

  binder.bind(signInRoute, ({ body, request, reply }) =>
    guarded(request, async () =>
      letIn(await signIn(db, county, body.name, body.password, clock, cookies.deviceOf(request, box)), request, reply),
    ),
  );
  binder.bind(secondFactorRoute, ({ body, request, reply }) =>
    guarded(request, async () =>
      letIn(
        await giveSecondFactor(db, box, county, cookies.stepIn(request), body.code, clock, cookies.deviceOf(request, box)),
        request,
        reply,
      ),
    ),
  );
  binder.bind(resetCodeRoute, ({ body, request, reply }) =>
    guarded(request, async () =>
      letIn(await signInByReset(db, box, county, body, clock, cookies.deviceOf(request, box)), request, reply),
    ),
  );
  binder.bind(askPasskeyRoute, async ({ request, reply }) => {
    cookies.mustBeEncrypted(request);
    const step = await lookAtStep(db, county, cookies.stepIn(request), "second factor", clock.now());
    const signedIn = await actorOfSession(db, cookies.tokenIn(request, cookie), clock, { attended: false });
    const person = step?.person ?? signedIn?.actor.person ?? null;
    const { question, token } = await askForPasskey(db, county, cookies.addressOf(request), person, clock);
    cookies.keepStep(reply, token);
    return { ...question };
  });
  binder.bind(passkeyRoute, ({ body, request, reply }) =>
    guarded(request, async () => {
      const person = await personOfPasskey(db, county, cookies.addressOf(request), cookies.stepIn(request), body.answer, clock);
      return letIn(await openSession(db, county, person, 2, cookies.deviceOf(request, box), clock), request, reply);
    }),
  );
  binder.bind(proveAgainRoute, ({ body, request, reply }) =>
    guarded(request, async () => {
      const bearer = await bearerOf(services, request);
      const token =
        "password" in body
          ? await proveByPassword(db, bearer, body.password, cookies.deviceOf(request, box).known, clock)
          : await proveByPasskey(
              db,
              bearer,
              await personOfPasskey(db, county, cookies.addressOf(request), cookies.stepIn(request), body.answer, clock),
              clock,
            );
      cookies.keepToken(reply, cookie, token, bearer.session.expiresAt);
      return {};
    }),
  );
  binder.bind(signOutRoute, async ({ request, reply }) => {
    await signOut(db, cookies.tokenIn(request, cookie));
    cookies.drop(reply, cookie);
    reply.header("clear-site-data", '"cache"');
    return {};
  });
  binder.bind(sessionLeftRoute, async ({ request }) => secondsLeft(db, await bearerOf(services, request), clock));
  binder.bind(stayRoute, async ({ request }) => stay(db, await bearerOf(services, request), clock));
  binder.bind(waysInRoute, async ({ request }) => {
    const set = await signInSettings(db, county);
    const step = cookies.stepIn(request);
    return {
      outside: set.outsideOn ? { name: set.outsideName, englishName: set.outsideEnglishName } : null,
      passkeys: passkeysWorkAt(cookies.addressOf(request)),
      waiting: (await waysOfStep(db, county, step, clock)) ?? null,
      unbound: (await lookAtStep(db, county, step, "outside", clock.now()))?.facts.unbound ?? null,
    };
  });
}

/** The two addresses between the desk and the county's own sign-in: pages a browser goes to, not calls of the desk. */
export function bindOutside(app: FastifyInstance, { db, county, clock, cookie, box }: TeamsServices): void {
  app.get("/api/session/outside", async (request, reply) => {
    cookies.mustBeEncrypted(request);
    const { address, token } = await goOutside(db, box, county, cookies.addressOf(request).origin, clock);
    cookies.keepStep(reply, token, true);
    return reply.header("cache-control", "no-store").redirect(address.href);
  });
  app.get(RETURN_PATH, async (request, reply) => {
    const search = request.url.includes("?") ? request.url.slice(request.url.indexOf("?")) : "";
    const back = { origin: cookies.addressOf(request).origin, search, token: cookies.stepIn(request) };
    const entrance = await returnFromOutside(db, box, county, back, clock, cookies.deviceOf(request, box));
    if (entrance.kind === "in") {
      const before = cookies.tokenIn(request, cookie);
      if (before) await signOut(db, before);
      cookies.keepToken(reply, cookie, entrance.token, entrance.expiresAt);
      cookies.keepKnown(reply, box, entrance.known);
      cookies.dropStep(reply);
    } else cookies.keepStep(reply, entrance.token);
    return reply.header("cache-control", "no-store").redirect("/desk/");
  });
}
