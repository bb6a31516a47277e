import { join } from "node:path";
import { type JobWithMetadata, PgBoss } from "pg-boss";
import { jobActor } from "../../foundation/db/actor.ts";
import { read } from "../../foundation/db/pool.ts";
import { Refusal } from "../../foundation/refusal.ts";
import type { Services } from "../../systems/matters/index.ts";
import {
  checkImport,
  type ImportWork,
  indexImport,
  learnFromConfirmed,
  runImport,
  runSandbox,
  sandboxOrphans,
  setImport,
  undoImport,
} from "../../systems/matters/index.ts";
import { indexReporters, sweepTries } from "../../systems/residents/index.ts";
import { type Heard, hearOfAMatter, lapseOldCalls } from "../../systems/surveys/index.ts";
import { queuesThatHear } from "./hearings.ts";
import { carryOutbox, type OutboxEvent } from "./relay.ts";
import { sweep } from "./sweep.ts";
import { WARN_MILLISECONDS, warn } from "./warn.ts";

export interface JobsOptions {
  readonly county: number;
  readonly dataFolder: string;
}

/** Queues by what they do; one job of each runs at a time in a process. */
const QUEUES = ["import.check", "import.run", "import.undo", "import.index", "sandbox.run", "surveys.hear", "sweep"] as const;
type Queue = (typeof QUEUES)[number];

const SETTINGS = {
  retryLimit: 8,
  retryDelay: 2,
  expireInSeconds: 6 * 3600,
  heartbeatSeconds: 15,
  notify: true,
  deleteAfterSeconds: 3600,
} as const;
const RELAY_MILLISECONDS = 500;
/** Whoever has just reported and loses the receipt is found by telephone a minute later. */
const INDEX_MILLISECONDS = 60_000;

interface Work {
  readonly import: string;
}

/** Work behind the answers: imports, search of imported rows, drafts and files that ran out. A killed worker's job goes on within a minute. */
export async function startJobs({
  services,
  options,
}: {
  services: Services;
  options: JobsOptions;
}): Promise<{ stop(): Promise<void> }> {
  const { county } = options;
  const folders = { imports: join(options.dataFolder, "imports"), files: join(options.dataFolder, "files") };
  const url = new URL(services.db.url);
  url.searchParams.set("options", "-c role=linli_jobs -c jit=off");
  const boss = new PgBoss({
    connectionString: url.toString(),
    application_name: "linli-queue",
    schema: "pgboss",
    max: 3,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    maintenanceIntervalSeconds: 300,
  });
  boss.on("error", tellFault);
  await boss.start();
  for (const queue of QUEUES) await boss.createQueue(queue, SETTINGS);

  let stopping = false;
  const stopped = () => stopping;
  const send = async (event: OutboxEvent, executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>) => {
    const own = QUEUES.includes(event.event as Queue) ? [event.event] : [];
    for (const queue of [...own, ...queuesThatHear(event.event)])
      await boss.send(queue, event.body, { db: { executeSql: executeSql as never } });
  };

  const works: Record<ImportWork, (id: string) => Promise<unknown>> = {
    "import.check": (id) => checkImport(services, county, id, { folder: folders.imports, stopped }),
    "import.run": async (id) => {
      const done = await runImport(services, county, id, { folder: folders.imports, stopped });
      if (done.state === "done" || done.state === "stopped") await boss.send("import.index", { import: id });
    },
    "import.undo": (id) => undoImport(services, county, id, { stopped }),
    "import.index": (id) => indexImport(services, county, id, { stopped }),
  };
  const watch = {
    pollingIntervalSeconds: 2,
    notifyPollingIntervalSeconds: 15,
    burstWhenBatchFull: true,
    includeMetadata: true,
  } as const;
  for (const [queue, work] of Object.entries(works))
    await boss.work(queue, watch, async ([job]: JobWithMetadata<Work>[]) => {
      await work(job!.data.import).catch((error) => giveUpOrTryAgain(services, county, job!, error));
      if (stopping) throw new Error("stopped for now; the next start goes on");
    });
  await boss.work("surveys.hear", watch, async ([job]: JobWithMetadata<Heard>[]) => hearOfAMatter(services, county, job!.data));
  await boss.work("sandbox.run", watch, async ([job]: JobWithMetadata<{ run: string }>[]) => {
    await runSandbox(services, county, job!.data.run, stopped);
    if (stopping) throw new Error("stopped for now; the next start goes on");
  });
  await boss.work("sweep", watch, async () => {
    await sweep(services, county, folders);
    await lapseOldCalls(services, county);
    await learnFromConfirmed(services, county);
  });
  const relaying = everySoOften(RELAY_MILLISECONDS, () => carryOutbox(services.db, county, send));
  const adopting = everySoOften(20_000, async () => {
    for (const { id, queue } of await findOrphans(services, county))
      await boss.send(queue, { import: id }, { singletonKey: id, singletonSeconds: 60 });
    for (const id of await sandboxOrphans(services, county))
      await boss.send("sandbox.run", { run: id }, { singletonKey: id, singletonSeconds: 60 });
  });
  const warning = everySoOften(WARN_MILLISECONDS, () => warn(services, county, stopped));
  const indexing = everySoOften(INDEX_MILLISECONDS, () => indexReporters(services.db, services.sealer, county, { stopped }));
  const forgetting = everySoOften(3_600_000, async () => {
    await sweepTries(services.db, county, services.clock.now());
  });
  const sweeping = everySoOften(6 * 3_600_000, () => boss.send("sweep", {}, { singletonKey: "sweep", singletonSeconds: 3600 }));

  return {
    async stop() {
      stopping = true;
      await Promise.all([relaying(), adopting(), sweeping(), forgetting(), indexing(), warning()]);
      await boss.stop({ graceful: true, timeout: 20_000 });
    },
  };
}

const QUEUE_OF = { "dry-run": "import.check", running: "import.run", undoing: "import.undo" } as const;

/** Imports under way of which nothing was heard for half a minute: whoever worked at them (the command line, perhaps) was killed. */
async function findOrphans(services: Services, county: number): Promise<{ id: string; queue: Queue }[]> {
  const found = await read<{ id: string; state: keyof typeof QUEUE_OF }>(
    services.db,
    jobActor(county),
    "select id, state from matters.imports where county_code = $1 and state in ('dry-run', 'running', 'undoing') and updated_at < now() - interval '30 seconds'",
    [county],
  );
  return found.map(({ id, state }) => ({ id, queue: QUEUE_OF[state] }));
}

/** Says that something went wrong, never with what: a statement's text may hold a resident's words. */
const tellFault = (error: unknown): void =>
  console.error(`linli jobs: ${(error as { code?: string }).code ?? (error as Error).name}`);

/** A refusal ends the work with its reason; a fault is tried again, and ends it too when it will not go away. */
async function giveUpOrTryAgain(services: Services, county: number, job: JobWithMetadata<Work>, error: unknown): Promise<void> {
  const gone = (error as NodeJS.ErrnoException).code === "ENOENT";
  if (!(error instanceof Refusal) && !gone && job.retryCount < SETTINGS.retryLimit) throw error;
  const failure = error instanceof Refusal ? error.code : gone ? "imports.sheet-gone" : "imports.fault";
  await setImport(services, jobActor(county), job.data.import, ["dry-run", "running", "undoing"], {
    state: "failed",
    failure,
    finished_at: services.clock.now(),
  });
}

/** Runs `work` again and again, never twice at once; a fault waits for the next turn. Answers what ends it, after the turn under way. */
function everySoOften(milliseconds: number, work: () => Promise<unknown>): () => Promise<void> {
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  let wake = () => {};
  const turns = (async () => {
    while (!ended) {
      await work().catch(tellFault);
      if (ended) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, milliseconds);
        timer.unref();
      });
    }
  })();
  return async () => {
    ended = true;
    clearTimeout(timer);
    wake();
    await turns;
  };
}
