import type { Actor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import type { CatalogueItem, Duties, Duty } from "../rules/dispatch-shapes.ts";
import { type Fault, faultsOfCatalogue, faultsOfDuties } from "../rules/faults-of-a-catalogue.rule.ts";
import type { CatalogueServices } from "../services.ts";
import { type BookName, linesOf, type VersionRow, versionIn, versionsIn } from "../store/versions.ts";

const head = (row: VersionRow, actor: Actor) => ({
  version: row.version,
  state: row.state,
  source: row.source,
  note: row.note,
  mine: row.proposed_by_post !== null && row.proposed_by_post === actor.post,
  at: row.at.toISOString(),
});

/** A version with its lines and what is wrong in them, and the heads of all versions. Without a number: the one that is on. */
export async function shownBook(services: CatalogueServices, actor: Actor, book: BookName, version?: number) {
  const register = await services.register(actor.county);
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const versions = await versionsIn(tx, actor.county, book);
      const shown = version ? await versionIn(tx, actor.county, book, version) : versions.find(({ state }) => state === "on");
      const onDuties = (await versionsIn(tx, actor.county, "duties")).find(({ state }) => state === "on");
      const duties: Duties | undefined = onDuties && { version: onDuties.version, lines: linesOf(onDuties) as Duty[] };
      const lines = shown ? linesOf(shown) : [];
      const [items, kept] = book === "catalogue" ? [lines as CatalogueItem[], []] : [[], lines as Duty[]];
      const faults: Fault[] = book === "catalogue" ? faultsOfCatalogue(items, register, duties) : faultsOfDuties(kept, register);
      return {
        shown: shown ? head(shown, actor) : null,
        items,
        duties: kept,
        faults,
        versions: versions.map((row) => head(row, actor)),
        onDuties: duties,
      };
    },
    { readOnly: true },
  );
}
