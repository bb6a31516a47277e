import type { Binder } from "../../foundation/http/bind.ts";
import { type DispatchServices, draftRules, readRules, switchRulesOn } from "./actions/keep-rules.ts";
import { getRules, saveRules, switchOnRules } from "./contract.ts";

export function bindDispatch(binder: Binder, services: DispatchServices): void {
  binder.bind(getRules, ({ actor }) => readRules(services, actor));
  binder.bind(saveRules, ({ actor, body }) => draftRules(services, actor, body.rules));
  binder.bind(switchOnRules, ({ actor, body }) => switchRulesOn(services, actor, body.version));
}
export { bindCatalogue } from "./api-catalogue.ts";
