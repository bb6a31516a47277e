import { nameTheAccused } from "../actions/promise/name-the-accused.ts";
import { standAside } from "../actions/promise/stand-aside.ts";
import { standAside as asideRoute, nameTheAccused as nameRoute } from "../contract.ts";
import type { MattersApi } from "./binding.ts";

export function bindPromise({ binder, services }: MattersApi): void {
  binder.bind(nameRoute, ({ actor, params, body }) => nameTheAccused(services, actor, params.id, body));
  binder.bind(asideRoute, ({ actor, params, body }) => standAside(services, actor, params.id, body));
}
