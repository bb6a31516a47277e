export { actOnMatter, type ActOptions } from "./actions/act-on-matter.ts";
export { receiveMatter, writeReceived } from "./actions/intake/receive-matter.ts";
export { composeReceive, type ReceiveInput, type ReceiveOptions } from "./actions/intake/compose-receive.ts";
export { seedCountyData, seedKnowledge } from "./actions/seed-county-data.ts";
export type { Lane } from "./lane.ts";
export type { Services } from "./services.ts";
export { type Books, keepBooks } from "./store/books.ts";
