import type { Binder } from "../../foundation/http/bind.ts";
import { changePost } from "./actions/change-post.ts";
import { changeUnit, setUpUnit } from "./actions/change-unit.ts";
import { createPost } from "./actions/create-unit.ts";
import { changePostRoute, changeUnitRoute, createPostRoute, createUnitRoute } from "./contract.ts";
import type { TeamsServices } from "./services.ts";

/** Binds the setting up and changing of units and posts. */
export function bindUnits(binder: Binder, { db, openMatters }: TeamsServices): void {
  binder.bind(createUnitRoute, async ({ actor, body }) => ({
    id: await setUpUnit(db, actor, { ...body, parentId: body.parentId ?? undefined, placeId: body.placeId ?? undefined }),
  }));
  binder.bind(changeUnitRoute, async ({ actor, params, body }) => {
    await changeUnit(db, actor, { ...body, id: params.id });
    return {};
  });
  binder.bind(createPostRoute, async ({ actor, body }) => ({ id: await createPost(db, actor, body) }));
  binder.bind(changePostRoute, async ({ actor, params, body }) => {
    await changePost(db, actor, { ...body, id: params.id }, openMatters(actor));
    return {};
  });
}
