export { RATINGS, type Rating } from "../rules/lifecycle.ts";
export { bookletCardPage, bookletPage, noBookletPage } from "./booklet.ts";
export { checkPage, dangerPage, type NearbyChoice, twicePage } from "./check.ts";
export type { PortalCounty, PortalHelp } from "./county.ts";
export { type Draft, draftFrom, emptyDraft, type KeptPicture, type Problem, problemsOf } from "./draft.ts";
export { enterCodePage, tooManyPage, unknownLinkPage } from "./enter-code.ts";
export { figuresCsv, figuresPage } from "./figures.ts";
export { type Follow, followPage, withdrawPage } from "./follow.ts";
export type { Returned } from "./follow-acts.ts";
export { homePage } from "./home.ts";
export { type Html, html, trusted } from "./html.ts";
export { copyPage, mePage, OWN_PARTS, type OwnPart, ownPage, whyPage } from "./own.ts";
export { type Reader, SIZES, type Size, type View } from "./page.ts";
export { readPhone } from "./phone.ts";
export {
  busyPage,
  FEEDBACK_LIMIT,
  faultPage,
  feedbackPage,
  missingPage,
  neverPage,
  offlinePage,
  privacyPage,
  refusedPage,
  thanksPage,
} from "./plain-pages.ts";
export { noReceiptPage, type ReceiptFacts, receiptPage, receiptPrintPage } from "./receipt.ts";
export { PICTURE_LIMITS, sayPage } from "./say.ts";
export { portalStyle } from "./style.ts";
export { proofScript, waitPage } from "./wait.ts";
export { bookletWords } from "./words/booklet.ts";
export { followWords } from "./words/follow.table.ts";
export { openWords } from "./words/open.ts";
export { ownWords } from "./words/own.ts";
export { sayWords } from "./words/say.ts";
