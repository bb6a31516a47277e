import type { Actor } from "../../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../../foundation/db/pool.ts";
import { Refusal } from "../../../../foundation/refusal.ts";
import { dayOf } from "../../../../foundation/time/index.ts";
import { dueDate, getTerm } from "../../../clocks/index.ts";
import {
  bookVersions,
  type Catalogue,
  type Duties,
  proposeDispatch,
  type RuleBook,
  type UnitFacts,
} from "../../../dispatch/index.ts";
import type { Proposed, Ways } from "../../rules/replay.rule.ts";
import type { Services } from "../../services.ts";
import type { Books } from "../../store/books.ts";
import { asDispatchFacts } from "../../store/recorded-facts.ts";
import type { Past, PastFacts } from "./past-matters.ts";

export interface SandboxChange {
  /** Version of the rules, or of the catalogue, that is tried; null: no change. */
  readonly rules: number | null;
  readonly catalogue: number | null;
  readonly term: { readonly term: string; readonly length: number } | null;
  /** Beside what is it held: what is on now, or what was on when each matter was dispatched. */
  readonly beside: "now" | "then";
}

interface UnitBook {
  readonly facts: ReadonlyMap<string, UnitFacts>;
  readonly id: (code: string) => string;
}
interface Setup {
  readonly rules: RuleBook;
  readonly catalogue: Catalogue;
  readonly duties: Duties | undefined;
  readonly units: UnitBook;
  /** The day by which the lines of catalogue and duties are read. */
  readonly day: string | undefined;
}

/** Every version that the matters were decided with, read once and kept while a replay lasts. */
export interface Setups {
  readonly ways: Ways<PastFacts>;
  /** Reads the versions that a batch needs and that are not yet at hand. */
  prepare(batch: readonly Past[]): Promise<void>;
}

export async function makeSetups(services: Services, actor: Actor, change: SandboxChange): Promise<Setups> {
  const books = await services.books(actor.county);
  const shelf = {
    rules: new Map<number, RuleBook>(),
    catalogue: new Map<number, Catalogue>(),
    duties: new Map<number, Duties>(),
    units: new Map<string, UnitBook>(),
  };
  const inTx = <T>(work: (tx: Tx) => Promise<T>) => withActor(services.db, actor, work, { readOnly: true });
  const need = async (tx: Tx, book: "rules" | "catalogue" | "duties", versions: Iterable<number>) => {
    const missing = [...new Set(versions)].filter((version) => !shelf[book].has(version));
    if (missing.length === 0) return;
    const found = await bookVersions<never>(tx, actor.county, book, missing);
    for (const version of missing) {
      const body = found.get(version);
      if (!body) throw new Refusal("matters.version-gone", { book, version }, { status: 409 });
      shelf[book].set(version, { ...(body as object), version } as never);
    }
  };
  await inTx(async (tx) => {
    if (change.rules !== null) await need(tx, "rules", [change.rules]);
    if (change.catalogue !== null) await need(tx, "catalogue", [change.catalogue]);
  });
  const today = dayOf(services.clock.now());
  const on: Setup = {
    rules: books.data.rules!,
    catalogue: books.data.catalogue!,
    duties: books.data.catalogue?.duties,
    units: unitsNow(books),
    day: today,
  };
  const then = ({ versions, seen }: PastFacts): Setup =>
    versions
      ? {
          rules: shelf.rules.get(versions.rules)!,
          catalogue: shelf.catalogue.get(versions.catalogue)!,
          duties: shelf.duties.get(versions.duties),
          units: shelf.units.get(versions.units)!,
          day: seen.day,
        }
      : on;
  const beside = (facts: PastFacts): Setup => (change.beside === "then" ? then(facts) : on);
  const changed = (facts: PastFacts): Setup => ({
    ...beside(facts),
    ...(change.rules !== null && { rules: shelf.rules.get(change.rules)! }),
    ...(change.catalogue !== null && { catalogue: shelf.catalogue.get(change.catalogue)!, day: today }),
  });
  return {
    ways: {
      then: (matter) => propose(then(matter.facts), matter),
      before: (matter) => propose(beside(matter.facts), matter),
      after: (matter) => propose(changed(matter.facts), matter),
      dueAfter: dueUnder(books, change),
      now: services.clock.now().getTime(),
    },
    async prepare(batch) {
      const used = batch.flatMap(({ facts }) => (facts.versions ? [facts.versions] : []));
      const units = [...new Set(used.map((one) => one.units))].filter((version) => !shelf.units.has(version));
      await inTx(async (tx) => {
        await need(
          tx,
          "rules",
          used.map((one) => one.rules),
        );
        await need(
          tx,
          "catalogue",
          used.map((one) => one.catalogue),
        );
        await need(
          tx,
          "duties",
          used.map((one) => one.duties).filter((version) => version > 0),
        );
        if (units.length === 0) return;
        const found = await tx.query<{ version: string; body: (UnitFacts & { id: string })[] }>(
          "select version, body from matters.unit_books where county_code = $1 and version = any ($2)",
          [actor.county, units],
        );
        for (const { version, body } of found.rows) {
          const ids = new Map(body.map((unit) => [unit.code, unit.id]));
          shelf.units.set(version, { facts: new Map(body.map((unit) => [unit.code, unit])), id: (code) => ids.get(code) ?? "" });
        }
      });
    },
  };
}

const unitsNow = (books: Books): UnitBook => ({ facts: books.unitFacts, id: (code) => books.unitsByCode.get(code)?.id ?? "" });

function propose({ rules, catalogue, duties, units, day }: Setup, { facts }: Past): Proposed {
  const seen = { ...asDispatchFacts(facts.seen, facts.body), day };
  const proposed = proposeDispatch(seen, rules, { ...catalogue, duties }, units.facts);
  return {
    unit: proposed.unit === null ? "" : units.id(proposed.unit),
    supports: proposed.supports.map(units.id),
    rule: proposed.rule.id,
  };
}

/** The due instant under the changed term, counted anew from the receipt; matters under other terms keep theirs. */
function dueUnder(books: Books, { term: changed }: SandboxChange): (matter: Past) => number {
  if (!changed) return (matter) => matter.dueAt;
  const term = { ...getTerm(books.terms, changed.term), length: changed.length };
  const known = new Map<string, number>();
  return (matter) => {
    if (matter.facts.term !== changed.term) return matter.dueAt;
    const start = new Date(matter.receivedAt);
    const due = () => dueDate({ term, start, calendar: books.calendar }).due.getTime();
    if (term.unit.endsWith("hours")) return due();
    // counted in whole days, every receipt of a day falls due together
    const day = dayOf(start);
    const found = known.get(day) ?? due();
    known.set(day, found);
    return found;
  };
}
