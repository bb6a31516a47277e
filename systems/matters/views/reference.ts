import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { listPosts } from "../../teams/index.ts";
import type { Reference } from "../contract.ts";
import type { Services } from "../services.ts";

/** Everything the desk's forms choose from, in the reader's language. */
export async function referenceOf(services: Services, actor: Actor): Promise<z.output<typeof Reference>> {
  const books = await services.books(actor.county);
  const say = (both: { zh: string; en: string }) => (actor.locale === "en" ? both.en : both.zh);
  const posts = await listPosts(services.db, actor);
  const { data, gazetteer } = books;
  const places = [...gazetteer.places.values()];
  return {
    county: { code: actor.county, name: places.find((place) => place.kind === "county")?.name ?? "" },
    categories: (data.categories ?? []).map((category) => ({
      code: category.code,
      name: say(category.name),
      parent: category.parent,
      kinds: [...category.kinds],
    })),
    units: [...books.units.values()].map((unit) => ({
      id: unit.id,
      name: unit.name,
      kind: unit.kind,
      parentId: unit.parentId,
      placeId: unit.placeId,
      level: unit.level,
    })),
    posts: posts.map(({ id, unitId, name }) => ({ id, unitId, name })),
    townships: places
      .filter((place) => place.kind === "township")
      .map((place) => ({ id: place.id, code: place.code, name: place.name })),
    replyTemplates: (data["reply-templates"] ?? []).map((template) => ({
      id: template.code,
      title: say(template.name),
      act: template.act,
      text: say(template.body),
    })),
    declineGrounds: (data["decline-grounds"] ?? []).map((ground) => ({
      code: ground.code,
      name: say(ground.name),
      right: ground.rightTold,
      basis: ground.basis,
    })),
    handBackReasons: (data["hand-back-reasons"] ?? []).map((reason) => ({ code: reason.code, name: say(reason.name) })),
    destinations: (data.destinations ?? []).map((destination) => ({
      code: destination.code,
      name: say(destination.name),
      reply: destination.told,
    })),
    versions: { ...books.versions },
  };
}
