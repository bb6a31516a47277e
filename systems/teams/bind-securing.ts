import type { Binder } from "../../foundation/http/bind.ts";
import { keepSignInSettings } from "./actions/sign-in/keep-sign-in-settings.ts";
import { bindOutsideAccount, outsideAccountOf } from "./actions/sign-in/outside-accounts.ts";
import { resetSignIn } from "./actions/sign-in/reset-sign-in.ts";
import { RETURN_PATH } from "./actions/sign-in/sign-in-outside.ts";
import {
  bindOutsideAccountRoute,
  changeSignInSettingsRoute,
  outsideAccountRoute,
  resetSignInRoute,
  signInSettingsRoute,
} from "./contract.ts";
import { addressOf } from "./cookies.ts";
import type { TeamsServices } from "./services.ts";
import { signInSettings } from "./views/sign-in-settings.ts";

/** Binds what is done about others' sign-in: resets, accounts of the county's own sign-in, the county's settings. */
export function bindSecuring(binder: Binder, { db, county, clock, box }: TeamsServices): void {
  binder.bind(resetSignInRoute, async ({ actor, params, body }) => {
    const { code, endsAt } = await resetSignIn(db, box, actor, params.id, body, clock);
    return { code, endsAt: endsAt.toISOString() };
  });
  binder.bind(outsideAccountRoute, async ({ params }) => ({
    subject: (await outsideAccountOf(db, county, params.id)) ?? null,
  }));
  binder.bind(bindOutsideAccountRoute, async ({ actor, params, body }) => {
    await bindOutsideAccount(db, actor, params.id, body.subject);
    return {};
  });
  binder.bind(signInSettingsRoute, async ({ request }) => {
    const { sealedSecret, ...kept } = await signInSettings(db, county);
    return { ...kept, secretSet: sealedSecret !== "", returnAddress: `${addressOf(request).origin}${RETURN_PATH}` };
  });
  binder.bind(changeSignInSettingsRoute, async ({ actor, body }) => ({
    version: await keepSignInSettings(db, box, actor, body),
  }));
}
