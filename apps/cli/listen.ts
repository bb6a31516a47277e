import { createServer } from "node:http";
import type { Database } from "../../foundation/db/pool.ts";
import { isPortFree } from "../../foundation/postgres/server.ts";
import { Refusal } from "../../foundation/refusal.ts";
import type { KeyRing } from "../settings.ts";
import { plug } from "./plug.ts";

export type Service = "api" | "jobs";

export interface ServerOptions {
  readonly db: Database;
  readonly county: number;
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly keys: KeyRing;
  readonly services: readonly Service[];
}

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** What `apps/api/server.ts` offers. */
interface Api {
  startServer(options: ServerOptions): Promise<RunningServer>;
}

/** The wished port, or the next free one within a hundred. Refuses `noPort`, and `badHost` where the address is not ours. */
export async function nextFreePort(wished: number, host: string): Promise<number> {
  for (let port = wished; port < Math.min(wished + 100, 65_536); port += 1) if (await isPortFree(port, host)) return port;
  throw new Refusal("noPort", { port: wished });
}

/** Starts the services on the port; another process that takes it in between is passed over. */
export async function startOnFreePort(
  options: ServerOptions,
  onTaken: (port: number, next: number) => void,
): Promise<RunningServer> {
  const api = (await plug<Api>("api/server")) ?? { startServer: startBareServer };
  for (let port = options.port, tries = 0; ; tries += 1) {
    const free = await nextFreePort(port, options.host);
    if (free !== port) onTaken(port, free);
    try {
      return await api.startServer({ ...options, port: free });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") throw new Refusal("badHost", { host: options.host, detail: message });
      if (code !== "EADDRINUSE" || tries >= 5) throw error;
      port = free + 1;
    }
  }
}

/** Where a build has no screens: answers that the database is well. */
async function startBareServer({ db, port, host }: ServerOptions): Promise<RunningServer> {
  const server = createServer((_request, response) => {
    db.pool("app")
      .query("select 1")
      .then(
        () => response.end("ok\n"),
        () => response.writeHead(503).end("database\n"),
      );
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://${host}:${port}`, close };
}
