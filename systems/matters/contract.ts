export * from "./contract/desk.ts";
export * from "./contract/intake.ts";
export * from "./contract/matter.ts";
export * from "./contract/portal.ts";
export * from "./contract/queue.ts";
export * from "./contract/sandbox.ts";
export * from "./contract/shapes.ts";
export * from "./contract/words.ts";
export { type Platform, Platforms, REPLY_FIELDS } from "./rules/platforms.ts";
