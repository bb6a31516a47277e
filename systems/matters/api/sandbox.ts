import { startSandbox, stopSandbox } from "../actions/sandbox/run-sandbox.ts";
import * as routes from "../contract/sandbox.ts";
import { candidatesFor } from "../views/candidates.ts";
import { sandboxChoices, sandboxRun } from "../views/sandbox/sandbox-page.ts";
import type { MattersApi } from "./binding.ts";

/** 政策沙盘, and which post inside a unit a matter is proposed for. */
export function bindSandbox({ binder, services }: MattersApi): void {
  binder.bind(routes.getSandbox, ({ actor }) => sandboxChoices(services, actor));
  binder.bind(routes.startSandbox, async ({ actor, body }) => {
    const span = { from: new Date(body.span.from), to: new Date(body.span.to) };
    return sandboxRun(services, actor, await startSandbox(services, actor, { id: body.id, span, change: body.change }));
  });
  binder.bind(routes.getSandboxRun, ({ actor, params }) => sandboxRun(services, actor, params.id));
  binder.bind(routes.stopSandboxRun, async ({ actor, params }) => {
    await stopSandbox(services, actor, params.id);
    return sandboxRun(services, actor, params.id);
  });
  binder.bind(routes.getCandidates, ({ actor, params }) => candidatesFor(services, actor, params.id));
}
