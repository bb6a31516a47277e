import type { ARTICLES } from "./articles.table.ts";

declare module "../../foundation/citation.ts" {
  interface Register {
    readonly citation: (typeof ARTICLES)[number]["id"];
  }
}
