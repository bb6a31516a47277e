import { dayOf } from "../../../foundation/time/index.ts";
import { proposeDispatch } from "../../dispatch/index.ts";
import type { Services } from "../services.ts";
import type { Books } from "../store/books.ts";
import { keepUnitBook } from "../store/keep-unit-book.ts";
import { asDispatchFacts, factsForDispatch, type RecordedProposal } from "../store/recorded-facts.ts";
import type { MatterRow } from "../store/row.ts";

/** What rules and catalogue propose for a matter on whose handler a person now decides, as it is written into the line and kept. */
export async function recordProposal(
  services: Services,
  books: Books,
  row: MatterRow,
  decision: { readonly version: number; readonly unit: string; readonly at: Date },
): Promise<RecordedProposal | undefined> {
  if (!books.data.rules || !books.data.catalogue) return undefined;
  const facts = { ...factsForDispatch(books, row), day: dayOf(decision.at) };
  const proposed = proposeDispatch(asDispatchFacts(facts, row.body), books.data.rules, books.data.catalogue, books.unitFacts);
  const id = (code: string) => books.unitsByCode.get(code)!.id;
  return {
    version: decision.version,
    facts,
    versions: {
      rules: books.versions.rules ?? 0,
      catalogue: books.versions.catalogue ?? 0,
      duties: books.versions.duties ?? 0,
      units: await keepUnitBook(services.db, books, decision.at),
    },
    unit: proposed.unit && id(proposed.unit),
    supports: proposed.supports.map(id),
    rule: proposed.rule.id,
    decided_unit: decision.unit,
  };
}
