import type { FastifyInstance } from "fastify";
import type { Binder } from "../../../foundation/http/bind.ts";
import type { DraftBox } from "../actions/keep-desk-things.ts";
import type { Services } from "../services.ts";

export interface MattersApi {
  readonly app: FastifyInstance;
  readonly binder: Binder;
  readonly services: Services;
  readonly drafts: DraftBox;
  /** Folder of the attachments. */
  readonly files: string;
}
