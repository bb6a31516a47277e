import { isPortFree } from "../../foundation/postgres/server.ts";
import { Refusal } from "../../foundation/refusal.ts";
import type { ServerOptions } from "../api/server.ts";

export type Service = ServerOptions["services"][number];
export type RunningServer = Awaited<ReturnType<typeof import("../api/server.ts").startServer>>;

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
  const { startServer } = await import("../api/server.ts");
  for (let port = options.port, tries = 0; ; tries += 1) {
    try {
      const free = await nextFreePort(port, options.host);
      if (free !== port) onTaken(port, free);
      port = free;
      const filesPort = options.filesPort === undefined ? undefined : await nextFreePort(port + 1, options.host);
      return await startServer({ ...options, port, filesPort });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (["EADDRNOTAVAIL", "ENOTFOUND", "EACCES", "EAI_AGAIN"].includes(code ?? ""))
        throw new Refusal("badHost", { host: options.host, detail: message });
      if (code !== "EADDRINUSE" || tries >= 5) throw error;
      port += 1;
    }
  }
}
