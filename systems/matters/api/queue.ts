import { actOnMany } from "../actions/batch.ts";
import {
  batchAct,
  countQueues as countRoute,
  dropView,
  listMatters as listRoute,
  listViews,
  saveView,
  today,
} from "../contract.ts";
import { countQueues } from "../views/queue/count-queues.ts";
import { listMatters } from "../views/queue/list-matters.ts";
import { dropSavedView, listSavedViews, saveSavedView } from "../views/queue/saved-views.ts";
import { todayOf } from "../views/queue/today.ts";
import type { MattersApi } from "./binding.ts";

export function bindQueues({ binder, services }: MattersApi): void {
  binder.bind(listRoute, ({ actor, query }) => listMatters(services, actor, query as never));
  binder.bind(countRoute, ({ actor, query }) => countQueues(services, actor, query));
  binder.bind(today, ({ actor }) => todayOf(services, actor));
  binder.bind(listViews, async ({ actor }) => ({ views: await listSavedViews(services, actor) }));
  binder.bind(saveView, ({ actor, body }) => saveSavedView(services, actor, body));
  binder.bind(dropView, async ({ actor, params }) => ({ dropped: await dropSavedView(services, actor, params.id) }));
  binder.bind(batchAct, ({ actor, body }) => actOnMany(services, actor, body));
}
