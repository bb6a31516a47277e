import type { MattersApi } from "./api/binding.ts";
import { bindDesk } from "./api/desk.ts";
import { bindFiles } from "./api/files.ts";
import { bindIdentity } from "./api/identity.ts";
import { bindImports } from "./api/imports.ts";
import { bindIntake } from "./api/intake.ts";
import { bindMatter } from "./api/matter.ts";
import { bindPersonRequests } from "./api/person-requests.ts";
import { bindPromise } from "./api/promise.ts";
import { bindQueues } from "./api/queue.ts";
import { bindSandbox } from "./api/sandbox.ts";

/** Binds the spine's contract to its actions and views, nothing else. */
export function bindMatters(api: MattersApi): void {
  bindIntake(api);
  bindImports(api);
  bindQueues(api);
  bindMatter(api);
  bindPromise(api);
  bindIdentity(api);
  bindPersonRequests(api);
  bindDesk(api);
  bindFiles(api);
  bindSandbox(api);
}
