/** What lies over the page. */
export type Overlay = "none" | "commands" | "help" | "tell-us" | "me";
