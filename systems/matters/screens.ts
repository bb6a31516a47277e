export { countWords, useQueueCounts, useReference, useViews } from "./desk/queries.ts";
