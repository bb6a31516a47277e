import type { ComponentType } from "react";
import type { IconName } from "../../ui/index.ts";
import type { deskWords } from "./words.ts";

export interface Screen {
  /** Under /desk. */
  readonly path: string;
  readonly load: () => Promise<{ default: ComponentType }>;
  /** A place in the rail. `right`: shown only to who holds it. */
  readonly rail?: {
    readonly words: keyof (typeof deskWords)["en"]["work"];
    readonly icon: IconName;
    readonly right?: string;
    /** What waits there for the reader, as a number beside its name. */
    readonly counts?: "approvals";
    readonly keys?: string;
  };
  /** Work pages give their width to the work: the rail folds to icons. */
  readonly narrowRail?: boolean;
}

/** Every screen of the desk. A new one is a line here; each becomes a chunk of its own. */
export const SCREENS: readonly Screen[] = [
  { path: "/", load: () => import("../../systems/matters/desk/today/today-page.tsx") },
  { path: "/matters", load: () => import("../../systems/matters/desk/queue/queue-page.tsx") },
  { path: "/matters/$id", load: () => import("../../systems/matters/desk/matter/matter-page.tsx"), narrowRail: true },
  {
    path: "/receive",
    load: () => import("../../systems/matters/desk/intake/intake-page.tsx"),
    rail: { words: "receive", icon: "plus", right: "matters.receive" },
    narrowRail: true,
  },
  { path: "/receive/lost-code", load: () => import("../../systems/matters/desk/intake/lost-code-page.tsx") },
  {
    path: "/board",
    load: () => import("../../systems/insight/desk/board-page.tsx"),
    rail: { words: "board", icon: "chart", right: "insight.read" },
    narrowRail: true,
  },
  {
    path: "/return-calls",
    load: () => import("../../systems/surveys/desk/calls-page.tsx"),
    rail: { words: "returnCalls", icon: "talk", right: "surveys.call" },
    narrowRail: true,
  },
  {
    path: "/return-calls/figures",
    load: () => import("../../systems/surveys/desk/figures-page.tsx"),
    rail: { words: "rates", icon: "chart", right: "insight.read" },
  },
  { path: "/return-calls/rules", load: () => import("../../systems/surveys/desk/data-page.tsx") },
  {
    path: "/orders",
    load: () => import("../../systems/orders/desk/orders-page.tsx"),
    rail: { words: "orders", icon: "sync", right: "matters.export" },
  },
  {
    path: "/orders/platforms",
    load: () => import("../../systems/orders/desk/platforms-page.tsx"),
    rail: { words: "platforms", icon: "template", right: "rules.edit" },
  },
  {
    path: "/person-requests",
    load: () => import("../../systems/matters/desk/requests/requests-page.tsx"),
    rail: { words: "personRequests", icon: "bell", right: "matters.supervise" },
  },
  {
    path: "/imports",
    load: () => import("../../systems/matters/desk/imports/imports-page.tsx"),
    rail: { words: "imports", icon: "upload", right: "matters.import" },
  },
  { path: "/imports/$id", load: () => import("../../systems/matters/desk/imports/import-page.tsx") },
  {
    path: "/knowledge",
    load: () => import("../../systems/matters/desk/knowledge/knowledge-page.tsx"),
    rail: { words: "knowledge", icon: "book" },
  },
  {
    path: "/rules",
    load: () => import("../../systems/matters/desk/rules/rules-page.tsx"),
    rail: { words: "rules", icon: "rules", right: "rules.edit" },
  },
  {
    path: "/catalogue",
    load: () => import("../../systems/dispatch/desk/catalogue-page.tsx"),
    rail: { words: "catalogue", icon: "grid", right: "matters.read" },
  },
  {
    path: "/sandbox",
    load: () => import("../../systems/matters/desk/sandbox/sandbox-page.tsx"),
    rail: { words: "sandbox", icon: "chart", right: "rules.edit" },
  },
  {
    path: "/sandbox/$id",
    load: () => import("../../systems/matters/desk/sandbox/run-page.tsx"),
  },
  {
    path: "/approvals",
    load: () => import("../../systems/approvals/desk/approvals-page.tsx"),
    rail: { words: "approvals", icon: "check", counts: "approvals" },
  },
  {
    path: "/supervision",
    load: () => import("../../systems/supervision/desk/supervision-page.tsx"),
    rail: { words: "supervision", icon: "eye" },
    narrowRail: true,
  },
  { path: "/supervision/settings", load: () => import("../../systems/supervision/desk/settings-page.tsx") },
  { path: "/supervision/$id", load: () => import("../../systems/supervision/desk/order-page.tsx") },
  {
    path: "/teams",
    load: () => import("../../systems/teams/desk/teams-page.tsx"),
    rail: { words: "teams", icon: "users" },
  },
  {
    path: "/boundaries",
    load: () => import("../../systems/territory/desk/boundaries-page.tsx"),
    rail: { words: "boundaries", icon: "pin", right: "territory.manage" },
  },
  {
    path: "/law",
    load: () => import("../../systems/law/desk/law-page.tsx"),
    rail: { words: "law", icon: "document" },
  },
  {
    path: "/calendar",
    load: () => import("../../systems/clocks/desk/calendar-page.tsx"),
    rail: { words: "calendar", icon: "calendar", right: "clocks.calendar" },
  },
  {
    path: "/terms",
    load: () => import("../../systems/clocks/desk/terms-page.tsx"),
    rail: { words: "terms", icon: "clock", right: "clocks.calendar" },
  },
  { path: "/sign-in-settings", load: () => import("../../systems/teams/desk/account/sign-in-settings-page.tsx") },
  { path: "/account", load: () => import("../../systems/teams/desk/account/account-page.tsx") },
  { path: "/help", load: () => import("./help-page.tsx") },
];
