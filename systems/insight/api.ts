import type { Binder } from "../../foundation/http/bind.ts";
import type { Services } from "../matters/index.ts";
import { getBoard } from "./contract.ts";
import { board } from "./views/board.ts";

/** Binds the figures' contract to its view. */
export function bindInsight(binder: Binder, services: Services): void {
  binder.bind(getBoard, ({ actor, query }) => board(services, actor, query));
}
