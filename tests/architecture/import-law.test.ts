import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Crossing, crossings, importRules } from "../../scripts/check/import-law.ts";
import { SYSTEMS } from "../../systems/map.ts";

/** One file that breaks one rule, and what it imports to break it. A small tree of its own, so that the real one is never touched. */
const PROBES: readonly [rule: string, file: string, imports: string][] = [
  ["every-import-is-found", "systems/matters/actions/lost.ts", "./nowhere.ts"],
  ["no-cycles", "systems/matters/actions/first.ts", "./second.ts"],
  ["tests-are-used-by-tests-alone", "systems/matters/actions/leans-on-a-test.ts", "../../../tests/builders/matter.ts"],
  ["the-ground-knows-no-system", "foundation/time/knows-matters.ts", "../../systems/matters/index.ts"],
  ["the-ground-knows-no-system", "ui/knows-matters.ts", "../systems/matters/contract.ts"],
  ["foundation-stands-alone", "foundation/time/draws.ts", "../../ui/button.ts"],
  ["ui-runs-in-a-browser", "ui/reads-tables.ts", "../foundation/db/pool.ts"],
  ["antd-stands-behind-ui", "systems/matters/desk/own-button.ts", "antd"],
  ["systems-know-no-app-and-no-county", "systems/matters/actions/knows-a-county.ts", "../../../counties/jiaxian/index.ts"],
  ["counties-are-data", "counties/jiaxian/acts.ts", "../../systems/matters/index.ts"],
  ["apps-enter-by-doors", "apps/api/climbs-in.ts", "../../systems/matters/actions/act.ts"],
  ["rules-are-pure", "systems/matters/rules/asks-the-database.ts", "../../../foundation/db/pool.ts"],
  ["rules-are-pure", "systems/matters/rules/reads-the-disk.ts", "node:fs"],
  ["rules-are-pure", "systems/matters/rules/draws.ts", "react"],
  ["rules-are-pure", "systems/matters/rules/asks-a-neighbour.ts", "../../territory/index.ts"],
  ["contracts-are-for-browsers-too", "systems/matters/contract/acts.ts", "../actions/act.ts"],
  ["screens-never-reach-the-server-side", "systems/matters/desk/acts.ts", "../actions/act.ts"],
  ["screens-never-reach-the-server-side", "systems/matters/portal/reads.ts", "../../../foundation/db/pool.ts"],
  ["screens-never-reach-the-server-side", "systems/matters/desk/neighbour.ts", "../../territory/index.ts"],
  ["the-desk-runs-in-a-browser", "apps/desk/main.tsx", "../../foundation/time/reaches.ts"],
  ["views-change-nothing", "systems/matters/views/acts.ts", "../actions/act.ts"],
  ["store-knows-no-act", "systems/matters/store/acts.ts", "../actions/act.ts"],
  ["api-is-bound-by-the-apps", "systems/matters/actions/binds.ts", "../api.ts"],
  ...upsideDown(),
];

/** For every system of the map: the systems that it must not use, and the inside of those that it may. */
function upsideDown(): [string, string, string][] {
  const names = Object.keys(SYSTEMS) as (keyof typeof SYSTEMS)[];
  return names.flatMap((name) => {
    const allowed: readonly string[] = SYSTEMS[name];
    const closed = names.filter((other) => other !== name && !allowed.includes(other));
    return [
      ...closed.map((other): [string, string, string] => [
        `${name}-uses-only-what-the-map-allows`,
        `systems/${name}/actions/uses-${other}.ts`,
        `../../${other}/index.ts`,
      ]),
      ...allowed.map((other): [string, string, string] => [
        `${name}-enters-others-by-their-doors`,
        `systems/${name}/actions/climbs-into-${other}.ts`,
        `../../${other}/actions/act.ts`,
      ]),
    ];
  });
}

const root = mkdtempSync(join(tmpdir(), "linli-import-law-"));
const put = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
let found: readonly Crossing[] = [];

beforeAll(async () => {
  for (const name of Object.keys(SYSTEMS))
    for (const door of ["index.ts", "contract.ts", "api.ts", "actions/act.ts"]) put(`systems/${name}/${door}`, "export {};\n");
  for (const file of ["foundation/db/pool.ts", "ui/button.ts", "counties/jiaxian/index.ts", "tests/builders/matter.ts"])
    put(file, "export {};\n");
  put("foundation/time/reaches.ts", 'import "../db/pool.ts";\n');
  put("systems/matters/actions/second.ts", 'import "./first.ts";\n');
  for (const name of ["antd", "react"]) {
    put(`node_modules/${name}/package.json`, `{"name":"${name}","version":"1.0.0","main":"index.js"}`);
    put(`node_modules/${name}/index.js`, "");
  }
  put("package.json", '{"name":"probe","type":"module","dependencies":{"antd":"1.0.0","react":"1.0.0"}}');
  // what the law allows, and must not be mistaken for a fault
  put("systems/matters/rules/allowed.ts", 'import "../contract.ts";\nimport "../../../foundation/refusal.ts";\n');
  put("systems/matters/actions/allowed.ts", 'import "../../teams/index.ts";\nimport "../../../foundation/db/pool.ts";\n');
  put("foundation/refusal.ts", "export {};\n");
  for (const [, file, imports] of PROBES) put(file, `import "${imports}";\n`);
  ({ found } = await crossings(root, importRules(SYSTEMS, Object.keys(SYSTEMS)), [
    "systems",
    "foundation",
    "ui",
    "apps",
    "counties",
  ]));
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("the law of imports", () => {
  it.each(PROBES)("%s stops %s", (rule, file) => {
    expect(found.filter((one) => one.from === file).map((one) => one.rule)).toContain(rule);
  });

  it("lets pass what it allows", () => {
    expect(found.filter((one) => one.from.endsWith("/allowed.ts"))).toEqual([]);
  });

  it("has a probe for every rule", () => {
    const probed = new Set(PROBES.map(([rule]) => rule));
    const rules = importRules(SYSTEMS, Object.keys(SYSTEMS)).map((rule) => rule.name!);
    // a system that may use every other one has nothing closed to it, and one that may use none has no door to enter
    const idle = rules.filter((rule) => !probed.has(rule));
    expect(idle.filter((rule) => !/-(uses-only-what-the-map-allows|enters-others-by-their-doors)$/.test(rule))).toEqual([]);
  });
});
