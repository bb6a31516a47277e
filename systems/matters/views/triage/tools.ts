import { dayOf } from "../../../../foundation/time/index.ts";
import { proposeDispatch } from "../../../dispatch/index.ts";
import { resolvePlace } from "../../../territory/index.ts";
import { proposeUrgency, readUrgency, type UrgencyReader } from "../../rules/triage/how-urgent.ts";
import type { LearnedModel } from "../../rules/triage/learned.ts";
import type { SimilarCandidate } from "../../rules/triage/same-as.ts";
import type { TriageTools } from "../../rules/triage/steps.ts";
import { type CategoryReader, readCategories } from "../../rules/triage/what.ts";
import type { Services } from "../../services.ts";
import type { Books } from "../../store/books.ts";

const readers = new WeakMap<Books, { categories: CategoryReader; urgency: UrgencyReader }>();

/** Word finders of these books, built once for each version of the county's data. */
export function readersOf(books: Books) {
  let known = readers.get(books);
  if (!known) {
    const { categories = [], lexicon } = books.data;
    known = { categories: readCategories(categories, lexicon!, books.versions.categories ?? 0), urgency: readUrgency(lexicon!) };
    readers.set(books, known);
  }
  return known;
}

/** What the triage steps stand on, in the versions that are on; of catalogue and duty list the lines that hold today. */
export const toolsOf = (services: Services, books: Books, candidates: readonly SimilarCandidate[]): TriageTools => ({
  cut: services.cut,
  resolvePlace: (text, hint) => resolvePlace(books.gazetteer, text, hint) as never,
  ...readersOf(books),
  model: books.data.model as LearnedModel | undefined,
  proposeUnit: (facts) => {
    const now = services.clock.now();
    const seen = { ...facts, receivedAt: facts.receivedAt ?? now, day: dayOf(now) };
    return proposeDispatch(seen, books.data.rules!, books.data.catalogue!, books.unitFacts);
  },
  candidates,
});

/** How urgent a text sounds, and whom to call first where it speaks of danger to life. */
export const urgencyOf = (books: Books, text: string) => proposeUrgency(text, "ordinary", readersOf(books).urgency);
