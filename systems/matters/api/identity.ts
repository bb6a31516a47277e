import { askForAnIdentity } from "../actions/ask-for-an-identity.ts";
import { openIdentity, openSealedIdentity } from "../actions/identity.ts";
import { findLostCodes, renewLostCode } from "../actions/lost-code.ts";
import {
  askForIdentity,
  findLostCode,
  identityState,
  openIdentity as openRoute,
  openSealedIdentity as openSealedRoute,
  renewLostCode as renewRoute,
} from "../contract.ts";
import { identityStateOf } from "../views/page/identity-state.ts";
import type { MattersApi } from "./binding.ts";

export function bindIdentity({ binder, services }: MattersApi): void {
  binder.bind(identityState, ({ actor, params }) => identityStateOf(services, actor, params.id));
  binder.bind(openRoute, ({ actor, params, body }) => openIdentity(services, actor, params.id, body));
  binder.bind(openSealedRoute, ({ actor, params, body }) => openSealedIdentity(services, actor, params.id, body));
  binder.bind(askForIdentity, ({ actor, params, body }) => askForAnIdentity(services, actor, params.id, body));
  binder.bind(findLostCode, async ({ actor, body }) => ({ matters: await findLostCodes(services, actor, body) }));
  binder.bind(renewRoute, ({ actor, body }) => renewLostCode(services, actor, body));
}
