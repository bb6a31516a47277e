import type { z } from "zod";
import type { Actor } from "../../../../foundation/db/actor.ts";
import { read, withActor } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { bookVersions, findWaitingBook, type RuleBook } from "../../../dispatch/index.ts";
import type { getSandbox, SandboxResult, SandboxRun } from "../../contract/sandbox.ts";
import type { ReplayResult } from "../../rules/replay.rule.ts";
import type { Services } from "../../services.ts";
import type { Books } from "../../store/books.ts";
import { GONE_SILENT } from "./gone-silent.ts";
import type { SandboxChange } from "./setups.ts";

interface Row {
  readonly id: string;
  readonly state: z.output<typeof SandboxRun>["state"];
  readonly span_from: Date;
  readonly span_to: Date;
  readonly change: SandboxChange;
  readonly done_matters: number;
  readonly total: number | null;
  readonly at: Date;
  readonly seconds: number | null;
  readonly silent: boolean;
  readonly result: ReplayResult | null;
}
const COLUMNS = `id, state, span_from, span_to, change, done_matters, total, at, seconds,
  state in ('waiting', 'running') and ${GONE_SILENT} as silent`;
const asRun = (row: Omit<Row, "result">) => ({
  id: row.id,
  state: row.state,
  span: { from: row.span_from.toISOString(), to: row.span_to.toISOString() },
  change: row.change,
  done: row.done_matters,
  total: row.total,
  at: row.at.toISOString(),
  seconds: row.seconds,
  silent: row.silent,
});

/** What waits to be switched on, the terms, and the last twenty runs without their results. */
export async function sandboxChoices(services: Services, actor: Actor): Promise<z.output<typeof getSandbox.answer>> {
  const books = await services.books(actor.county);
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const waiting = async (book: "rules" | "catalogue") => (await findWaitingBook(tx, actor.county, book))?.version ?? null;
      const runs = await tx.query<Row>(
        `select ${COLUMNS} from matters.sandbox_runs where county_code = $1 order by at desc, id limit 20`,
        [actor.county],
      );
      return {
        rules: { on: books.versions.rules ?? 0, waiting: await waiting("rules") },
        catalogue: { on: books.versions.catalogue ?? 0, waiting: await waiting("catalogue") },
        terms: [...books.terms.values()].flatMap(([newest]) =>
          newest
            ? [
                {
                  term: newest.term,
                  name: actor.locale === "en" && newest.englishName ? newest.englishName : newest.name,
                  length: newest.length,
                  unit: newest.unit,
                },
              ]
            : [],
        ),
        runs: runs.rows.map(asRun),
      };
    },
    { readOnly: true },
  );
}

/** One run with what it found, as this reader may see it. Throws `matters.not-found` (404). */
export async function sandboxRun(services: Services, actor: Actor, id: string): Promise<z.output<typeof SandboxRun>> {
  const books = await services.books(actor.county);
  const [row] = await read<Row>(
    services.db,
    actor,
    `select ${COLUMNS}, result from matters.sandbox_runs where county_code = $1 and id = $2`,
    [actor.county, id],
  );
  if (!row) throw new Refusal("matters.not-found", {}, { status: 404 });
  return { ...asRun(row), result: row.result && (await shown(services, actor, books, row.change, row.result)) };
}

async function shown(
  services: Services,
  actor: Actor,
  books: Books,
  change: SandboxChange,
  result: ReplayResult,
): Promise<z.output<typeof SandboxResult>> {
  const nobody = actor.locale === "en" ? "A person decides" : "由人决定";
  const name = (unit: string) => (unit === "" ? nobody : (books.units.get(unit)?.shortName ?? unit));
  const named = (unit: string) => ({ id: unit, name: name(unit) });
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const found = await tx.query<{ id: string; number: string; title: string }>(
        "select id, number, title from matters.matters where county_code = $1 and id = any ($2::uuid[])",
        [actor.county, result.list.map((one) => one.id)],
      );
      const tried = change.rules === null ? undefined : await bookVersions<RuleBook>(tx, actor.county, "rules", [change.rules]);
      const rules = new Map(
        [...(books.data.rules?.rules ?? []), ...(tried?.get(change.rules!)?.rules ?? [])].map((rule) => [rule.id, rule.name]),
      );
      const byCatalogue = actor.locale === "en" ? "by the catalogue" : "按派单目录";
      const matters = new Map(found.rows.map((matter) => [matter.id, matter]));
      const list = result.list.flatMap((one) => {
        const matter = matters.get(one.id);
        return matter ? [{ ...matter, was: name(one.was), now: name(one.now), why: rules.get(one.rule) ?? byCatalogue }] : [];
      });
      return {
        ...result,
        matrix: result.matrix.map(({ was, now, matters }) => ({ was: named(was), now: named(now), matters })),
        load: result.load.map(({ unit, was, now, periods }) => ({ unit: named(unit), was, now, periods: [...periods] })),
        list,
        hidden: result.list.length - list.length,
      };
    },
    { readOnly: true },
  );
}
