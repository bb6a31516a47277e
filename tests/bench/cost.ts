// What row-level security and the vault cost: intake and a queue page over HTTP with both, against the same without, in one run.
// `--rounds 5 --seconds 4 --matters 50000`
import { type ChildProcess, spawn } from "node:child_process";
import { once as happens } from "node:events";
import { join } from "node:path";
import { newId } from "../../foundation/ids.ts";
import { root } from "../../foundation/root.ts";
import { type BenchCounty, makeBenchCounty, signInOnPost } from "./bench-county.ts";
import { once, startBenchServer } from "./bench-server.ts";
import { fillMatters } from "./fill.ts";
import { makeBodies, postsOfTownships, runClient } from "./intake.ts";
import { load, median, option, quantile, sayMachine, sayTable } from "./report.ts";

const CLIENTS = 16;
const READERS = 8;
/** Pages that officers open all day. */
const PAGES = ["/api/matters?queue=all&sort=due&limit=50", "/api/matters?queue=received&sort=due&limit=50"];

interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

async function serve(how: "on" | "off", county: BenchCounty): Promise<Served> {
  const child: ChildProcess = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", join(root, "tests/bench/cost-server.ts"), how, county.runtimeUrl, county.ownerUrl],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const [line] = (await happens(child.stdout!, "data")) as [Buffer];
  return {
    url: line.toString().trim(),
    async stop() {
      child.stdin!.end();
      await happens(child, "exit");
    },
  };
}

/** Reads pages for so long, each reader the next as soon as the last is there; pages a second, and milliseconds of the slowest of 100. */
async function readPages(url: string, cookies: readonly string[], seconds: number) {
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  const read = async (reader: number) => {
    for (let nth = reader; performance.now() < until; nth += 1) {
      const began = performance.now();
      const answer = await fetch(`${url}${PAGES[nth % PAGES.length]}`, {
        headers: { cookie: cookies[reader % cookies.length]!, "x-linli": "1" },
      });
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      await answer.arrayBuffer();
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: READERS }, (_, reader) => read(reader)));
  return { perSecond: times.length / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** One matter first: what is refused says why, which the load's own client does not read. */
async function isTakenIn(url: string, cookie: string, body: object): Promise<void> {
  const answer = await fetch(`${url}/api/matters`, {
    method: "POST",
    headers: { cookie, "x-linli": "1", "content-type": "application/json" },
    body: JSON.stringify({ commandId: newId(), id: newId(), ...body }),
  });
  if (!answer.ok) throw new Error(`nothing is taken in: ${answer.status} ${await answer.text()}`);
}

export async function benchCost(rounds: number, seconds: number, matters: number) {
  const server = await startBenchServer();
  sayMachine(server.version);
  const county = await makeBenchCounty(server, "cost");
  const served: Served[] = [];
  try {
    await fillMatters(county.ownerUrl, matters, { texts: Math.min(20_000, matters) });
    await once(county.ownerUrl, "analyze");
    const on = await serve("on", county);
    served.push(on);
    const off = await serve("off", county);
    served.push(off);
    const posts = ["county-centre.intake", ...(await postsOfTownships(county))];
    const bodies = await makeBodies(county, 256);
    const cookies = await Promise.all(posts.map((post) => signInOnPost(county, on.url, post)));
    await isTakenIn(on.url, cookies[0]!, bodies[0]!);
    const takeIn = async (url: string) => {
      const { hostname: host, port } = new URL(url);
      const found = await runClient({ host, port: Number(port), clients: CLIENTS, bodies, cookies, seconds });
      if (found.failed > 0 || found.done === 0) throw new Error(`${found.failed} requests failed, ${found.done} were well`);
      return { perSecond: found.done / found.seconds, p50: found.p50, p99: found.p99 };
    };
    for (const { url } of [on, off]) await Promise.all([takeIn(url), readPages(url, cookies, 2)]);
    const sealed = await once<{ algorithm: number }>(
      county.ownerUrl,
      "select distinct get_byte(sealed, 0) as algorithm from residents.reporters where sealed is not null order by 1",
    );
    if (![0, 2].every((one) => sealed.some(({ algorithm }) => algorithm === one)))
      throw new Error("one side seals like the other");
    const figures = [];
    for (let round = 1; round <= rounds; round += 1) {
      const began = load();
      // each goes first every other round
      const order = round % 2 ? [on, off] : [off, on];
      const intake = new Map<Served, Awaited<ReturnType<typeof takeIn>>>();
      const queue = new Map<Served, Awaited<ReturnType<typeof readPages>>>();
      for (const one of order) intake.set(one, await takeIn(one.url));
      for (const one of order) queue.set(one, await readPages(one.url, cookies, seconds));
      const figure = {
        intakeOn: intake.get(on)!.perSecond,
        intakeOff: intake.get(off)!.perSecond,
        intakeRatio: intake.get(on)!.perSecond / intake.get(off)!.perSecond,
        intakeP99On: intake.get(on)!.p99,
        queueOn: queue.get(on)!.perSecond,
        queueOff: queue.get(off)!.perSecond,
        queueRatio: queue.get(on)!.perSecond / queue.get(off)!.perSecond,
        queueP99On: queue.get(on)!.p99,
        load: began,
      };
      figures.push(figure);
      sayTable(`round ${round}`, [figure]);
    }
    return figures;
  } finally {
    await Promise.all(served.map((one) => one.stop()));
    await county.close();
    await server.stop();
  }
}

if (import.meta.main) {
  const figures = await benchCost(option("rounds", 5), option("seconds", 4), option("matters", 50_000));
  const of = (pick: (figure: (typeof figures)[number]) => number) => median(figures.map(pick));
  sayTable(`medians of ${figures.length} rounds: with row-level security and vault ÷ without`, [
    {
      measured: "intake, matters a second",
      with: of((f) => f.intakeOn),
      without: of((f) => f.intakeOff),
      ratio: of((f) => f.intakeRatio),
      aim: "≥ 0.75",
    },
    {
      measured: "queue, pages a second",
      with: of((f) => f.queueOn),
      without: of((f) => f.queueOff),
      ratio: of((f) => f.queueRatio),
      aim: "≥ 0.75",
    },
  ]);
}
