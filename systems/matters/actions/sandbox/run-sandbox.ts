import { type Actor, jobActor } from "../../../../foundation/db/actor.ts";
import { read, withActor } from "../../../../foundation/db/pool.ts";
import { newId } from "../../../../foundation/ids.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { getTerm } from "../../../clocks/index.ts";
import { startReplay } from "../../rules/replay.rule.ts";
import type { Services } from "../../services.ts";
import { GONE_SILENT } from "../../views/sandbox/gone-silent.ts";
import { countPast, pastMatters, type Span } from "../../views/sandbox/past-matters.ts";
import { makeSetups, type SandboxChange } from "../../views/sandbox/setups.ts";

export const SANDBOX_WORK = "sandbox.run";

/** Asks the jobs to replay a span under a change; answers the id of the run. A repeat of the same id changes nothing. Throws `matters.version-gone`, `clocks.no-such-term`. */
export async function startSandbox(
  services: Services,
  actor: Actor,
  asked: { readonly id: string; readonly span: Span; readonly change: SandboxChange },
): Promise<string> {
  await makeSetups(services, actor, asked.change);
  if (asked.change.term) getTerm((await services.books(actor.county)).terms, asked.change.term.term);
  const at = services.clock.now();
  await withActor(services.db, actor, async (tx) => {
    const made = await tx.query(
      `insert into matters.sandbox_runs (county_code, id, state, span_from, span_to, change, by_post, at, updated_at)
       values ($1, $2, 'waiting', $3, $4, $5::jsonb, $6, $7, clock_timestamp()) on conflict do nothing`,
      [actor.county, asked.id, asked.span.from, asked.span.to, JSON.stringify(asked.change), actor.post ?? null, at],
    );
    if (made.rowCount === 1)
      await tx.query("insert into foundation.outbox (county_code, id, event, body, at) values ($1, $2, $3, $4::jsonb, $5)", [
        actor.county,
        newId(),
        SANDBOX_WORK,
        JSON.stringify({ run: asked.id }),
        at,
      ]);
  });
  return asked.id;
}

/** Ends a run that waits or is under way; one that has ended stays as it is. */
export async function stopSandbox(services: Services, actor: Actor, id: string): Promise<void> {
  await withActor(services.db, actor, (tx) =>
    tx.query(
      "update matters.sandbox_runs set state = 'stopped', updated_at = clock_timestamp() where county_code = $1 and id = $2 and state in ('waiting', 'running')",
      [actor.county, id],
    ),
  );
}

/** Runs of which nothing was heard for half a minute: whoever worked at them was killed. */
export async function sandboxOrphans(services: Services, county: number): Promise<string[]> {
  const found = await read<{ id: string }>(
    services.db,
    jobActor(county),
    `select id from matters.sandbox_runs where county_code = $1 and state in ('waiting', 'running') and ${GONE_SILENT}`,
    [county],
  );
  return found.map((row) => row.id);
}

/**
 * Replays the run's matters batch by batch and keeps the result; reads matters, writes only the run's own row. A killed run begins anew.
 * Ends early where somebody stopped it, or where `stopped` says so (then it waits, with nothing done, for the next start).
 */
export async function runSandbox(services: Services, county: number, id: string, stopped = () => false): Promise<void> {
  const actor = jobActor(county);
  const set = async (assignments: string, values: unknown[]): Promise<boolean> =>
    withActor(services.db, actor, async (tx) => {
      const done = await tx.query(
        `update matters.sandbox_runs set ${assignments}, updated_at = clock_timestamp() where county_code = $1 and id = $2 and state in ('waiting', 'running')`,
        [county, id, ...values],
      );
      return done.rowCount === 1;
    });
  const [run] = await read<{ span_from: Date; span_to: Date; change: SandboxChange; state: string }>(
    services.db,
    actor,
    "select span_from, span_to, change, state from matters.sandbox_runs where county_code = $1 and id = $2",
    [county, id],
  );
  if (!run || !["waiting", "running"].includes(run.state)) return;
  const began = performance.now();
  const span = { from: run.span_from, to: run.span_to };
  await set("state = 'running', done_matters = 0, total = $3", [await countPast(services, actor, span)]);
  try {
    const setups = await makeSetups(services, actor, run.change);
    const running = startReplay(setups.ways);
    let done = 0;
    for await (const batch of pastMatters(services, actor, span)) {
      await setups.prepare(batch);
      running.add(batch);
      done += batch.length;
      if (!(await set("done_matters = $3", [done]))) return;
      if (stopped()) return void (await set("state = 'waiting', done_matters = 0, total = null", []));
    }
    await set("state = 'done', result = $3::jsonb, seconds = $4", [
      JSON.stringify(running.result()),
      (performance.now() - began) / 1000,
    ]);
  } catch (error) {
    if (error instanceof Refusal) await set("state = 'failed'", []);
    throw error;
  }
}
