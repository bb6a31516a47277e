// Writes docs/access.md from the product's own sentences: `node scripts/access-doc.ts`. A test holds the file to them.
import { globSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Route } from "../foundation/http/route.ts";
import { type Facts, mayRead, type Reader } from "../systems/matters/rules/access.ts";

const root = join(import.meta.dirname, "..");

const NOBODY: Reader = { role: "app", units: [], places: [], scope: "units", rights: ["matters.read"] };
const centre = { units: ["centre"], chain: ["centre"], scope: "county" } as const;
const under = (unit: string, scope: Reader["scope"], ...above: string[]): Partial<Reader> => ({
  units: [unit],
  chain: [unit, ...above, "centre"],
  places: scope === "places" ? [unit] : [],
  scope,
});

/** Officers by what they have to do with the matter, as access looks at them. */
const READERS: Readonly<Record<string, Partial<Reader>>> = {
  "works elsewhere": under("elsewhere", "units"),
  "serves another township": under("another township", "places"),
  "received it": under("receiver", "places"),
  "leads it": under("lead", "units"),
  "supports it": under("support", "units"),
  "works at the county centre": centre,
  "serves the township where it happened": under("place", "places"),
  "works in the unit complained of": under("accused", "units"),
  "works under the unit complained of": under("village", "units", "accused"),
  "is the officer complained of": { ...under("officers", "units"), post: "accused post" },
  "works beside the officer complained of": under("officers", "units"),
  "held the post complained of earlier": { ...centre, served: ["accused post"] },
  "stands in on the post complained of": { ...centre, allPosts: ["accused post"] },
  "declared an interest in it": { ...centre, person: "with an interest" },
  "works in the body that receives what the centre must not": { units: ["body"], chain: ["body"] },
};

const OPEN: Facts = {
  id: "matter",
  state: "handling",
  kind: "complaint",
  leadUnit: "lead",
  supportUnits: ["support"],
  involvedUnits: ["lead", "support", "accused", "village", "officers"],
  receivedBy: "receiver",
  townshipId: "place",
  villageId: null,
  complainedPost: null,
  complainedUnit: null,
  secrecy: false,
  verifyNeeded: true,
  answeredBy: null,
  standAside: ["with an interest"],
};
const officer = { complainedPost: "accused post", complainedUnit: "officers" };

/** Matters by what they complain of, as access looks at them. */
const MATTERS: Readonly<Record<string, Partial<Facts>>> = {
  "complains of nobody": { kind: "hazard" },
  "an open claim about a unit": { complainedUnit: "accused" },
  "a suggestion about a unit": { kind: "suggestion", complainedUnit: "accused" },
  "an open claim about an officer": officer,
  "a report about a unit": { kind: "report", complainedUnit: "accused" },
  "secrecy asked about a unit": { secrecy: true, complainedUnit: "accused" },
  "about a unit, not classed yet": { kind: null, complainedUnit: "accused" },
  "a report about an officer": { kind: "report", ...officer },
  "a report in words alone": { kind: "report", complainedWords: "somebody", involvedUnits: ["lead", "support"] },
  "retaliation by a unit": {
    retaliation: true,
    receivedBy: "body",
    complainedUnit: "accused",
    accusedUnits: ["accused"],
    passedOver: ["lead", "receiver"],
  },
  "a report about the county centre": { kind: "report", receivedBy: "body", complainedUnit: "centre" },
};

/** Who sees what, by the rule that server and screens ask; kind of matter → relation → seen. */
export const promiseTable = (): Record<string, Record<string, boolean>> =>
  Object.fromEntries(
    Object.entries(MATTERS).map(([kind, facts]) => [
      kind,
      Object.fromEntries(
        Object.entries(READERS).map(([who, reader]) => [who, mayRead({ ...NOBODY, ...reader }, { ...OPEN, ...facts })]),
      ),
    ]),
  );

/** Every declared route with what guards it, by system. */
export async function declaredRoutes(): Promise<
  { system: string; method: string; path: string; access: string; summary: string }[]
> {
  const found: Awaited<ReturnType<typeof declaredRoutes>> = [];
  for (const file of globSync("systems/*/contract.ts", { cwd: root }).sort())
    for (const one of Object.values((await import(join(root, file))) as Record<string, Partial<Route>>))
      if (one && typeof one === "object" && "method" in one && "path" in one) {
        const { method, path, access, summary } = one as Route;
        found.push({ system: file.split("/")[1]!, method, path, access, summary });
      }
  return found.sort((a, b) => (`${a.system} ${a.path} ${a.method}` < `${b.system} ${b.path} ${b.method}` ? -1 : 1));
}

export async function accessPage(): Promise<string> {
  const table = promiseTable();
  const kinds = Object.keys(table);
  const lines = [
    "# Who sees what",
    "",
    "Written by `node scripts/access-doc.ts` from the product's own sentences; a test holds this page to them, and `tests/matrix` compares",
    "them, the row policies and the answers over HTTP with a table written by hand.",
    "",
    "## The promise",
    "",
    "Each officer here but the first two would see the matter by their unit, place or part in it. `·` is answered like a matter that does not exist.",
    "",
    `| an officer who | ${kinds.join(" | ")} |`,
    `| --- |${kinds.map(() => " :-: |").join("")}`,
    ...Object.keys(READERS).map((who) => `| ${who} | ${kinds.map((kind) => (table[kind]![who] ? "sees" : "·")).join(" | ")} |`),
    "",
    "## Routes",
    "",
    "The right is asked before anything is looked up; what a matter's own row lets through is asked by the database as well.",
    "",
    "| system | route | asks for | what it does |",
    "| --- | --- | --- | --- |",
    ...(await declaredRoutes()).map(
      ({ system, method, path, access, summary }) =>
        `| ${system} | ${method} ${path} | ${access} | ${summary.replaceAll("|", "/")} |`,
    ),
    "",
  ];
  return lines.join("\n");
}

if (import.meta.main) writeFileSync(join(root, "docs", "access.md"), await accessPage());
