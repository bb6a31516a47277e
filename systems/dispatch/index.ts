export { type DispatchServices, draftRules, readRules, rulesIn, switchRulesOn } from "./actions/keep-rules.ts";
export { type Amendment, proposeAmendment } from "./actions/propose-amendment.ts";
export { type DispatchSeed, seedDispatch } from "./actions/seed-dispatch.ts";
export {
  complainedUnit,
  type DispatchFacts,
  type DispatchProposal,
  findCatalogueEntry,
  type PastMatter,
  proposeDispatch,
  type RulesCompared,
  ruleMatches,
  tryRulesOnPast,
  type Units,
} from "./rules/dispatch-proposal.rule.ts";
export type {
  Catalogue,
  CatalogueEntry,
  CatalogueItem,
  DispatchRule,
  DispatchWhen,
  Duties,
  Duty,
  Level,
  RuleBook,
  Target,
  UnitFacts,
} from "./rules/dispatch-shapes.ts";
export { aTownshipIsNotGivenWhatIsNotOnItsList, type DutyAnswer, mayBeGiven } from "./rules/township-duties.rule.ts";
export { bookVersions, findWaitingBook } from "./views/book-versions.ts";
export { type DispatchBooks, loadDispatchBooks } from "./views/load-books.ts";
export { dispatchRefusals } from "./words.ts";
