export { HEARD, type Heard, hearOfAMatter, lapseOldCalls } from "./actions/hear-of-a-matter.ts";
export { seedSurveys } from "./actions/keep-data.ts";
export { recordAnswer } from "./actions/record-answer.ts";
export { recordAttempt } from "./actions/record-attempt.ts";
export { takeNextCall } from "./actions/take-next-call.ts";
export { callPage } from "./views/call-page.ts";
export { COMPARED_OF_A_CALL, callReducer } from "./views/verify/call-reducer.ts";
export { surveysRefusals } from "./words.ts";
