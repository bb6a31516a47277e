import { existsSync, readdirSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import { join } from "node:path";
import type { ICruiseResult, IForbiddenRuleType } from "dependency-cruiser";

/** Who may use whom, as systems/map.ts says it. */
export type SystemsMap = Readonly<Record<string, readonly string[]>>;

export interface Crossing {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

/** Not part of what runs: tests, what they build with, and the check itself. */
const TEST = ["\\.(test|fixture)\\.tsx?$", "^tests/", "^systems/[^/]+/testing\\.ts$"];
const SCREEN = "(desk|portal|field)";
const PURE_FOUNDATION =
  "^foundation/(time/|ids\\.ts$|well-formed\\.ts$|citation\\.ts$|refusal\\.ts$|lifecycle\\.ts$|actor\\.ts$)";
const BROWSER_FOUNDATION = "^foundation/(http/(client|route)\\.ts$|i18n/|files/words\\.ts$|sheets/words\\.ts$)";
/** Packages without a machine behind them; a longer list needs a reason in docs/adr. */
const PURE_PACKAGES = "node_modules/(zod|canonicalize)/";
const SCREEN_PACKAGES =
  "node_modules/(zod|qrcode|react|react-dom|@simplewebauthn/browser|@tanstack/react-(query|router)|@types/react)/";
const MACHINE = [
  "^foundation/(db|postgres|backup|batch\\.ts|private-file\\.ts|files/(store|index|pictures)\\.ts)",
  "node_modules/(pg|pg-boss|fastify|sharp)/",
];
const SERVER_DOORS = "^systems/[^/]+/(index|contract|events|screens)\\.ts$";
const APP_DOORS = `^systems/[^/]+/((index|contract|events|api|screens|words|imports)\\.ts$|${SCREEN}/index\\.ts$|desk/.+-page\\.tsx$)`;

/** The systems that have a folder; a folder without a line in the map, or the other way round, is a fault of its own. */
export const foldersOfSystems = (root: string): string[] =>
  readdirSync(join(root, "systems"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

const either = (names: readonly string[]) => `(${names.join("|")})`;

function rulesOfSystem(name: string, map: SystemsMap, folders: readonly string[]): IForbiddenRuleType[] {
  const allowed = map[name] ?? [];
  const others = folders.filter((other) => other !== name);
  const closed = others.filter((other) => !allowed.includes(other));
  const from = { path: `^systems/${name}/`, pathNot: [...TEST, `^systems/${name}/${SCREEN}/`] };
  return [
    {
      name: `${name}-uses-only-what-the-map-allows`,
      severity: "error",
      from: { path: `^systems/${name}/`, pathNot: TEST },
      to: { path: closed.length ? `^systems/${either(closed)}/` : "^$" },
    },
    {
      name: `${name}-enters-others-by-their-doors`,
      severity: "error",
      from,
      to: { path: `^systems/${either(others)}/`, pathNot: SERVER_DOORS },
    },
  ];
}

/** Every rule of the import law, made from the map and the folders on disk. */
export function importRules(map: SystemsMap, folders: readonly string[]): IForbiddenRuleType[] {
  const error = (name: string, from: object, to: object): IForbiddenRuleType => ({ name, severity: "error", from, to });
  const running = { pathNot: TEST };
  return [
    error("every-import-is-found", {}, { couldNotResolve: true, pathNot: "\\.css$" }),
    error("no-cycles", {}, { circular: true }),
    error("tests-are-used-by-tests-alone", { pathNot: [...TEST, "^scripts/"] }, { path: TEST }),
    error(
      "the-ground-knows-no-system",
      { path: "^(foundation|adapters|ui)/", pathNot: TEST },
      { path: "^(systems|apps|counties|scripts)/" },
    ),
    error("foundation-stands-alone", { path: "^foundation/", pathNot: TEST }, { path: "^(ui|adapters)/" }),
    error("ui-runs-in-a-browser", { path: "^ui/", pathNot: TEST }, { path: MACHINE, reachable: true }),
    error("antd-stands-behind-ui", { pathNot: ["^ui/"], path: "^(systems|apps)/" }, { path: "node_modules/antd/" }),
    error("systems-know-no-app-and-no-county", { path: "^systems/", pathNot: TEST }, { path: "^(apps|counties|scripts)/" }),
    error(
      "counties-are-data",
      { path: "^counties/", pathNot: TEST },
      { path: "^(apps|ui|adapters|scripts|systems)/", pathNot: "^systems/[^/]+/(contract\\.ts$|rules/)" },
    ),
    error(
      "apps-enter-by-doors",
      { ...running, path: "^apps/" },
      { path: "^systems/", pathNot: [APP_DOORS, "^systems/map\\.ts$"] },
    ),
    error(
      "rules-are-pure",
      { path: "^systems/([^/]+)/rules/", pathNot: TEST },
      { pathNot: ["^systems/$1/(contract|events|words)(\\.ts$|/)", "^systems/$1/rules/", PURE_FOUNDATION, PURE_PACKAGES] },
    ),
    error(
      "contracts-are-for-browsers-too",
      { path: "^systems/([^/]+)/contract(\\.ts$|/)", pathNot: TEST },
      {
        pathNot: [
          "^systems/$1/contract(\\.ts$|/)",
          "^systems/$1/rules/",
          "^systems/[^/]+/contract\\.ts$",
          PURE_FOUNDATION,
          BROWSER_FOUNDATION,
          PURE_PACKAGES,
        ],
      },
    ),
    error(
      "screens-never-reach-the-server-side",
      { path: `^systems/([^/]+)/(screens\\.ts$|${SCREEN}/)`, pathNot: TEST },
      {
        pathNot: [
          `^systems/$1/(contract|words|events|screens|rules|${SCREEN})(\\.ts$|/)`,
          "^systems/[^/]+/(contract|screens)\\.ts$",
          "^ui/",
          PURE_FOUNDATION,
          BROWSER_FOUNDATION,
          SCREEN_PACKAGES,
        ],
      },
    ),
    error("the-desk-runs-in-a-browser", { path: "^apps/desk/main\\.tsx$" }, { path: MACHINE, reachable: true }),
    error(
      "views-change-nothing",
      { path: "^systems/[^/]+/views/", pathNot: TEST },
      { path: "^systems/[^/]+/(actions|jobs|api)(\\.ts$|/)" },
    ),
    error(
      "store-knows-no-act",
      { path: "^systems/[^/]+/store/", pathNot: TEST },
      { path: "^systems/[^/]+/(actions|views|jobs|api)(\\.ts$|/)" },
    ),
    error(
      "api-is-bound-by-the-apps",
      { path: "^systems/([^/]+)/(?!api)", pathNot: TEST },
      { path: "^systems/[^/]+/api(\\.ts$|/)" },
    ),
    ...folders.flatMap((name) => rulesOfSystem(name, map, folders)),
  ];
}

/** dependency-cruiser reads TypeScript by the API of TypeScript 6; the project itself is checked by 7, which has none. */
function lendTypeScript6(): void {
  const require = createRequire(import.meta.url);
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === "typescript" || specifier.startsWith("typescript/")
        ? next(require.resolve(specifier.replace("typescript", "@typescript/typescript6")), context)
        : next(specifier, context),
  });
}

/** Those of the house's source folders that hold something yet. */
export const SOURCE_FOLDERS = ["foundation", "adapters", "ui", "systems", "apps", "counties"].filter((folder) =>
  existsSync(new URL(`../../${folder}`, import.meta.url)),
);

/** Reads every import under `paths` of `root` and gives those that a rule forbids; `files` counts what was really read. */
export async function crossings(
  root: string,
  rules: readonly IForbiddenRuleType[],
  paths: readonly string[] = SOURCE_FOLDERS,
): Promise<{ readonly found: Crossing[]; readonly files: ReadonlySet<string> }> {
  lendTypeScript6();
  const { cruise } = await import("dependency-cruiser");
  const { output } = await cruise(
    [...paths],
    {
      baseDir: root,
      ruleSet: { forbidden: [...rules] },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: "node_modules" },
    },
    {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  );
  const result = output as ICruiseResult;
  return {
    found: result.summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      from,
      to: cycle ? cycle.map((step) => step.name).join(" → ") : to,
    })),
    files: new Set(result.modules.map((module) => module.source).filter((file) => !file.includes("node_modules"))),
  };
}
