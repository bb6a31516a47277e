import type { Binder } from "../../foundation/http/bind.ts";
import type { Services } from "../matters/index.ts";
import { actOnOrder } from "./actions/act-on-order.ts";
import { keepSettings } from "./actions/keep-settings.ts";
import { proposeOrder } from "./actions/propose-order.ts";
import { seeNotices } from "./actions/see-notices.ts";
import {
  actOnOrderRoute,
  BODIES,
  behindFigureRoute,
  deskRoute,
  keepSettingsRoute,
  noticesRoute,
  orderPageRoute,
  proposeOrderRoute,
  seeNoticesRoute,
  settingsRoute,
} from "./contract.ts";
import { keepsTheLadder, supervises } from "./rules/access.ts";
import { behindFigure, dueFigures } from "./views/figures.ts";
import { namedUnit } from "./views/names.ts";
import { noticesOf } from "./views/notices.ts";
import { orderPage, ordersInFlight } from "./views/orders.ts";
import { settingsInForce } from "./views/settings.ts";

/** Binds supervision's contract to its actions and views. */
export function bindSupervision(binder: Binder, services: Services): void {
  const { db, clock } = services;
  binder.bind(deskRoute, async ({ actor }) => {
    const [books, { settings }, orders] = await Promise.all([
      services.books(actor.county),
      settingsInForce(db, actor),
      ordersInFlight(services, actor),
    ]);
    const bodies = BODIES.flatMap((body) => {
      const unit = books.unitsByCode.get(settings.bodies[body] ?? "");
      return unit
        ? [{ body, unit: namedUnit(books, actor, unit.id), mine: supervises(actor) && actor.units.includes(unit.id) }]
        : [];
    });
    return {
      supervises: supervises(actor),
      editsLadder: keepsTheLadder(actor),
      figures: supervises(actor) ? await dueFigures(services, actor) : [],
      orders,
      bodies,
      daysToAnswer: settings.daysToAnswer,
    };
  });
  binder.bind(behindFigureRoute, ({ actor, query }) => behindFigure(services, actor, query));
  binder.bind(proposeOrderRoute, ({ actor, body }) => proposeOrder(services, actor, body));
  binder.bind(orderPageRoute, ({ actor, params }) => orderPage(services, actor, params.id));
  binder.bind(actOnOrderRoute, ({ actor, params, body }) => actOnOrder(services, actor, params.id, body));
  binder.bind(noticesRoute, ({ actor }) => noticesOf(services, actor));
  binder.bind(seeNoticesRoute, async ({ actor, body }) => {
    await seeNotices(services, actor, body);
    return {};
  });
  binder.bind(settingsRoute, async ({ actor }) => {
    const books = await services.books(actor.county);
    const units = [...books.units.values()].filter((unit) => unit.level === "county").map(({ code, name }) => ({ code, name }));
    return { ...(await settingsInForce(db, actor)), units };
  });
  binder.bind(keepSettingsRoute, async ({ actor, body }) => ({ version: await keepSettings(db, actor, body, clock.now()) }));
}
