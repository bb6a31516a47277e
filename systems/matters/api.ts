import type { FastifyInstance } from "fastify";
import type { Binder } from "../../foundation/http/bind.ts";
import { bindDesk } from "./api/desk.ts";
import { bindFiles } from "./api/files.ts";
import { bindIntake } from "./api/intake.ts";
import { bindMatter } from "./api/matter.ts";
import { bindQueues } from "./api/queue.ts";
import type { DraftBox } from "./actions/keep-desk-things.ts";
import type { Services } from "./services.ts";

export interface MattersApi {
  readonly app: FastifyInstance;
  readonly binder: Binder;
  readonly services: Services;
  readonly drafts: DraftBox;
  /** Folder of the attachments. */
  readonly files: string;
}

/** Binds the spine's contract to its actions and views, nothing else. */
export function bindMatters(api: MattersApi): void {
  bindIntake(api);
  bindQueues(api);
  bindMatter(api);
  bindDesk(api);
  bindFiles(api);
}
