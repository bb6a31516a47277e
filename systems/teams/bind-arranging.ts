import type { Binder } from "../../foundation/http/bind.ts";
import { appoint } from "./actions/appoint-person.ts";
import { closeAccount, createPerson, newPassword } from "./actions/create-person.ts";
import { endHolding, movePerson } from "./actions/move-person.ts";
import {
  appointRoute,
  closeAccountRoute,
  createPersonRoute,
  endHoldingRoute,
  listPeopleRoute,
  movePersonRoute,
} from "./contract.ts";
import type { TeamsServices } from "./services.ts";
import { listOfficers } from "./views/officers.ts";

/** Binds the arranging of people on posts: accounts, appointments, ends and moves. */
export function bindArranging(binder: Binder, { db, openMatters }: TeamsServices): void {
  binder.bind(listPeopleRoute, async ({ actor }) => ({ people: await listOfficers(db, actor) }));
  binder.bind(createPersonRoute, async ({ actor, body, reply }) => {
    const password = newPassword();
    const { id, signInName, name, locale } = body;
    await createPerson(db, actor, { id, signInName, displayName: name, locale, password, given: true });
    reply.header("cache-control", "no-store");
    return { id, password };
  });
  binder.bind(closeAccountRoute, async ({ actor, params, body }) => {
    await closeAccount(db, actor, params.id, body.disabled);
    return {};
  });
  binder.bind(appointRoute, async ({ actor, body }) => ({ id: await appoint(db, actor, body) }));
  binder.bind(endHoldingRoute, async ({ actor, params, body }) => {
    await endHolding(db, actor, { holding: params.id, ...body }, openMatters(actor));
    return {};
  });
  binder.bind(movePersonRoute, async ({ actor, params, body }) => ({
    id: await movePerson(db, actor, { holding: params.id, ...body }, openMatters(actor)),
  }));
}
