import type { Services } from "../../systems/matters/index.ts";
import type { ServerOptions } from "../api/server-options.ts";

/** Work behind the answers: imports, search of imported rows, drafts that ran out. */
export async function startJobs(_: { services: Services; options: ServerOptions }): Promise<{ stop(): Promise<void> }> {
  return { stop: async () => {} };
}
