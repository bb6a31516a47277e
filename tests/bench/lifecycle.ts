// A matter from received to closed and found again, over HTTP, with 100,000 matters present: in four calls where the answer needs nobody
// else to verify it, in five where it does. `--rounds 5 --seconds 10 --matters 100000`
import { randomBytes } from "node:crypto";
import { newId } from "../../foundation/ids.ts";
import { unitIdOf } from "../../systems/teams/index.ts";
import { COUNTY, makeBenchCounty, serveBenchCounty, signInOnPost } from "./bench-county.ts";
import { once, startBenchServer } from "./bench-server.ts";
import { fillMatters } from "./fill.ts";
import { makeBodies } from "./intake.ts";
import { load, median, option, quantile, sayMachine, sayTable } from "./report.ts";

const CLIENTS = 8;

/**
 * One run of the bench. Receiving accepts at once; another unit's officer signs and answers in one go, and closes with it where nobody
 * else must verify: 咨询, but for the tenth that is drawn for it. Other kinds are closed by a third officer's call.
 */
export async function benchLifecycle(rounds: number, seconds: number, matters: number, kind: "consultation" | "complaint") {
  const server = await startBenchServer();
  sayMachine(server.version);
  const county = await makeBenchCounty(server, "lifecycle");
  if (county.made) await fillMatters(county.ownerUrl, matters, { withLines: true, texts: Math.min(20_000, matters) });
  const api = await serveBenchCounty(county);
  try {
    const clerk = await signInOnPost(county, api.url, "county-centre.intake", "county-centre.dispatch");
    const handler = await signInOnPost(county, api.url, "city-management.handle");
    const verifier = await signInOnPost(county, api.url, "county-centre.verify");
    const bodies = await makeBodies(county, 64);
    const [village] = await once<{ id: string }>(
      county.ownerUrl,
      "select place_id as id from territory.place_states where committee is not null and to_version is null order by code limit 1",
    );
    const call = async (cookie: string, method: string, path: string, body?: object) => {
      const answer = await fetch(`${api.url}${path}`, {
        method,
        headers: { cookie, "x-linli": "1", ...(body && { "content-type": "application/json" }) },
        body: body && JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as { id: string; version: number; state: string; rows: { id: string }[] };
    };
    const steps: Record<string, number[]> = { receive: [], dispatch: [], answer: [], close: [], search: [] };
    const timed = async <T>(step: string, work: Promise<T>): Promise<T> => {
      const began = performance.now();
      const answer = await work;
      steps[step]!.push(performance.now() - began);
      return answer;
    };
    let nth = 0;
    let calls = 0;
    const live = async () => {
      const body = bodies[nth++ % bodies.length]! as { text: string };
      const mark = `z${randomBytes(8)
        .toString("hex")
        .replaceAll(/\d/g, (digit) => "ghijklmnop"[Number(digit)]!)}`; // no digits: long numbers are never searched
      const id = newId();
      const received = await timed(
        "receive",
        call(clerk, "POST", "/api/matters", {
          ...body,
          text: `${body.text} ${mark}`,
          place: { placeId: village!.id },
          kind,
          confirmed: true,
          id,
          commandId: newId(),
        }),
      );
      let { version, state } = received;
      const act = async (cookie: string, step: string, path: string, fields: object) => {
        const body = { v: 1, commandId: newId(), baseVersion: version, ...fields };
        ({ version, state } = await timed(step, call(cookie, "POST", `/api/matters/${id}/${path}`, body)));
      };
      await act(clerk, "dispatch", "acts", { act: "dispatch", leadUnit: unitIdOf(COUNTY, "city-management") });
      const answer = { act: "answer", reply: "已经到现场处理好了（示例）。", outcome: "solved" };
      await act(handler, "answer", "acts-in-one-go", {
        acts: [{ act: "sign" }, answer, ...(kind === "consultation" ? [{ act: "close" }] : [])],
      });
      calls += 4;
      if (state === "answered") {
        await act(verifier, "close", "acts", { act: "close", note: "回访过了（示例）。" });
        calls += 1;
      }
      if (state !== "closed") throw new Error(`a life ended ${state}`);
      const found = await timed("search", call(clerk, "GET", `/api/matters?q=${mark}`));
      if (found.rows.length !== 1 || found.rows[0]!.id !== id) throw new Error(`${mark} was not found`);
    };
    await Promise.all(Array.from({ length: CLIENTS }, live));
    const figures = [];
    for (let round = 1; round <= rounds; round += 1) {
      const whole: number[] = [];
      for (const times of Object.values(steps)) times.length = 0;
      calls = 0;
      const began = performance.now();
      const until = began + seconds * 1000;
      await Promise.all(
        Array.from({ length: CLIENTS }, async () => {
          while (performance.now() < until) {
            const start = performance.now();
            await live();
            whole.push(performance.now() - start);
          }
        }),
      );
      const elapsed = (performance.now() - began) / 1000;
      const p95s = Object.fromEntries(Object.entries(steps).map(([step, times]) => [`${step} p95`, quantile(times, 0.95)]));
      figures.push({
        perSecond: whole.length / elapsed,
        calls: calls / whole.length,
        p50: quantile(whole, 0.5),
        p95: quantile(whole, 0.95),
        ...p95s,
        load: load(),
      });
      sayTable(`round ${round}`, [figures.at(-1)!]);
    }
    return figures;
  } finally {
    await api.close();
    await county.close();
    await server.stop();
  }
}

if (import.meta.main)
  for (const kind of ["consultation", "complaint"] as const) {
    const figures = await benchLifecycle(option("rounds", 5), option("seconds", 10), option("matters", 100_000), kind);
    sayTable(`${kind}: medians of ${figures.length} rounds, ${CLIENTS} clients`, [
      {
        "calls a life": median(figures.map((f) => f.calls)),
        "lifecycles/s": median(figures.map((f) => f.perSecond)),
        "p50 ms": median(figures.map((f) => f.p50)),
        "p95 ms": median(figures.map((f) => f.p95)),
      },
    ]);
  }
