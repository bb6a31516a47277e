export { type DispatchServices, draftRules, readRules, rulesIn, switchRulesOn } from "./actions/keep-rules.ts";
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
  DispatchRule,
  DispatchWhen,
  Level,
  RuleBook,
  Target,
  UnitFacts,
} from "./rules/dispatch-shapes.ts";
export { bookVersions, findWaitingBook } from "./views/book-versions.ts";
export { type DispatchBooks, loadDispatchBooks } from "./views/load-books.ts";
export { dispatchRefusals } from "./words.ts";
