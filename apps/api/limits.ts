import { isIP } from "node:net";
import { hostname } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Database } from "../../foundation/db/pool.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { comesFromHere } from "../portal/same-origin.ts";

/** A picture of 5 MB over 400 kbit/s takes about 100 seconds; anything else has to arrive within fifteen. */
export const UPLOAD_MILLISECONDS = 10 * 60_000;
const BODY_MILLISECONDS = 15_000;
const LONGEST_URL = 4096;
const DEEPEST = 8;
/** Boundaries of places: a collection of areas with holes is ten deep. */
const DEEPEST_OF_LARGE = 12;
const HEADERS_AT_MOST = 100;
const REQUESTS_A_CONNECTION = 1_000;

function giveUpOnSlowBodies(app: FastifyInstance): void {
  app.addHook("onRequest", async (request) => {
    if (request.method === "GET" || request.headers["content-type"]?.startsWith("multipart/")) return;
    const timer = setTimeout(() => request.raw.destroy(), BODY_MILLISECONDS);
    request.raw.once("end", () => clearTimeout(timer)).once("close", () => clearTimeout(timer));
  });
}

/** How deep a parsed value goes; counts no further than `limit` and never by recursion. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    level = level.filter((one) => typeof one === "object" && one !== null);
    if (depth >= limit && level.length > 0) return true;
    level = level.flatMap((one) => Object.values(one as object));
  }
  return false;
}

/** Names under which this program answers: this machine's own, addresses in figures, and those that the county configured. */
export function knownHost(host: string, configured: readonly string[]): boolean {
  const name = host
    .replace(/:\d+$/, "")
    .replace(/^\[|\]$/g, "")
    .toLowerCase();
  return name === "localhost" || isIP(name) !== 0 || name === hostname().toLowerCase() || configured.includes(name);
}

/** A name of another's domain that was led to this machine (DNS rebinding) gets nothing. */
function answerKnownHostsOnly(app: FastifyInstance, configured: readonly string[]): void {
  app.addHook("onRequest", async (request) => {
    if (!knownHost(request.host, configured)) throw new Refusal("http.unknown-host", {}, { status: 421 });
    if (request.url.length > LONGEST_URL) throw new Refusal("http.too-long", {}, { status: 414 });
    if (request.method === "GET" || request.method === "HEAD" || !request.url.startsWith("/api/")) return;
    if (!comesFromHere(request)) throw new Refusal("http.not-from-our-page", {}, { status: 403 });
  });
  app.addHook("preValidation", async (request) => {
    const deepest = request.routeOptions.bodyLimit > 1024 * 1024 ? DEEPEST_OF_LARGE : DEEPEST;
    if (request.body && isDeeperThan(request.body, deepest)) throw new Refusal("http.too-deep", {}, { status: 400 });
  });
}

/** What goes on while the rest is asked to wait: a matter being told, by a resident or a clerk, and signing in to take it. */
const INTAKE = /^\/(say|f\/?$|say\/.*|api\/matters|api\/session|api\/ping)(\?|$)/;
const isIntake = (request: FastifyRequest): boolean =>
  INTAKE.test(request.url) && (request.method === "POST" || !request.url.startsWith("/api/matters"));

export interface Pressure {
  /** Mean delay of the event loop over the last second, in milliseconds. */
  readonly delay: number;
  /** Requests that wait for a connection to the database. */
  readonly waiting: number;
}
const BUSY: Pressure = { delay: 1_000, waiting: 200 };
const INTAKE_STANDS = 4;

/** Is this too much for this request? Intake keeps a lane of its own: it is held back only at four times the pressure. */
export const isTooBusy = ({ delay, waiting }: Pressure, intake: boolean): boolean => {
  const times = intake ? INTAKE_STANDS : 1;
  return delay > BUSY.delay * times || waiting > BUSY.waiting * times;
};

/** Measures pressure once a second; `close` ends that. */
function measurePressure(db: Database): { now(): Pressure; close(): void } {
  const histogram = monitorEventLoopDelay({ resolution: 20 });
  histogram.enable();
  let delay = 0;
  const timer = setInterval(() => {
    delay = histogram.count > 0 ? histogram.mean / 1e6 : 0;
    histogram.reset();
  }, 1_000).unref();
  return {
    now: () => ({ delay, waiting: db.pool("app").waitingCount + db.pool("portal").waitingCount }),
    close() {
      clearInterval(timer);
      histogram.disable();
    },
  };
}

/** Every limit on what may be asked, how much of it, how slowly, and from where; `measure` stands in for a test. */
export function holdLimits(
  app: FastifyInstance,
  { db, hosts, measure }: { db: Database; hosts: readonly string[]; measure?: () => Pressure },
): void {
  app.server.maxRequestsPerSocket = REQUESTS_A_CONNECTION;
  app.server.maxHeadersCount = HEADERS_AT_MOST;
  const pressure = measure ? { now: measure, close: () => {} } : measurePressure(db);
  app.addHook("onClose", async () => pressure.close());
  app.addHook("onRequest", async (request) => {
    if (isTooBusy(pressure.now(), isIntake(request))) throw new Refusal("http.busy", {}, { status: 503 });
  });
  answerKnownHostsOnly(app, hosts);
  giveUpOnSlowBodies(app);
}
