import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import type { Route } from "../../foundation/http/route.ts";
import { NEVER_LINES, NEVER_VERSION } from "../../foundation/i18n/never.table.ts";
import { FORM_FIELDS } from "../../scripts/check/form-fields.table.ts";
import { declaredRoutes, fieldsOf, fieldsOfBody, fieldsOfPages, formFaults, formsAsked } from "../../scripts/check/form-law.ts";
import { deniedPackages, neverWordFaults, packagesOf, personListWords } from "../../scripts/check/never-law.ts";
import { NEVER_WORDS } from "../../scripts/check/never-words.table.ts";
import { projectFiles } from "../../scripts/check/size-law.ts";
import { allTestNames } from "../../scripts/check/test-names.ts";
import { publicCount, withholdSmallCounts } from "../../systems/matters/rules/withhold-small-counts.ts";

const root = join(import.meta.dirname, "..", "..");
const textOf = (file: string) => readFileSync(join(root, file), "utf8");
const routes = await declaredRoutes(root);

describe("words", () => {
  it("are at least sixty, and each finds itself in a table, a column and a sentence", () => {
    expect(NEVER_WORDS.length).toBeGreaterThanOrEqual(60);
    for (const [word] of NEVER_WORDS.filter(([one]) => /[\u4e00-\u9fff]/.test(one)))
      expect(personListWords(`comment on table x.y is '按${word}列出';`), word).toContain(word);
  });
  it.each([
    "create table residents.watch_list (id uuid)",
    "alter table residents.reporters add column risk_level smallint",
    "check (kind in ('ordinary', 'repeat_petitioner'))",
    "route({ path: '/api/key-persons' })",
    "z.object({ reporterScore: z.number() })",
    "const headings = ['姓名', '上访次数'];",
    "const zh = { title: '重点人员' }",
    "alter table teams.people add column last_seen timestamptz",
    "create view teams.officer_ranking as select 1",
    "create table x (licence_plate text, faceEmbedding bytea)",
  ])("stop %s", (text) => expect(personListWords(text)).not.toEqual([]));
  test("no word for a list of persons stands in the source", () => {
    const files = projectFiles(root);
    expect(neverWordFaults(files, textOf)).toEqual([]);
    const broken = (file: string) => textOf(file) + (file === "systems/matters/contract.ts" ? "\n// blackList" : "");
    expect(neverWordFaults(files, broken)).toHaveLength(1);
  });
});

describe("forms", () => {
  test("every field of a form is named with its purpose and basis", async () => {
    const asked = await formsAsked(root);
    expect(asked.size).toBeGreaterThan(10);
    expect(formFaults(asked, FORM_FIELDS)).toEqual([]);
    for (const { form, basis, fields } of FORM_FIELDS) {
      expect(basis, form).toMatch(/第.+条/);
      for (const [field, purpose] of Object.entries(fields)) expect(purpose.length, `${form} ${field}`).toBeGreaterThan(4);
    }
  });
  it("a field more than that is a fault: in a contract, in a page, and where it has no form", () => {
    const more = { body: z.object({ text: z.string(), reporter: z.object({ religion: z.string() }) }) };
    expect(fieldsOfBody(more as never)).toEqual(["text", "reporter.religion"]);
    const table = [{ form: "x", basis: "第一条", fields: { text: "what" } }];
    expect(formFaults(new Map([["x", fieldsOfBody(more as never)]]), table)).toHaveLength(1);
    expect(formFaults(new Map(), table)).toHaveLength(1);
    expect(fieldsOfPages(['<input name="nativeplace">', 'textField(reader, { id: "job",'])).toEqual(["nativeplace", "job"]);
  });
});

describe("packages", () => {
  test("no package that knows faces, plates or voices, or follows users", () => {
    const packages = packagesOf(root);
    expect(packages.length).toBeGreaterThan(300);
    expect(deniedPackages(packages)).toEqual([]);
  });
  it.each([
    "face-api.js",
    "@vladmandic/face-api",
    "@tensorflow/tfjs",
    "@tensorflow-models/blazeface",
    "@mediapipe/tasks-vision",
    "opencv4nodejs",
    "@techstark/opencv-js",
    "openalpr",
    "onnxruntime-node",
    "@huggingface/transformers",
    "mixpanel-browser",
    "posthog-js",
    "@sentry/react",
    "@amplitude/analytics-browser",
    "@fingerprintjs/fingerprintjs",
    "rrweb",
    "matomo-tracker",
    "vosk",
    "sensorsdata",
  ])("%s is denied", (name) => expect(deniedPackages([name])).toEqual([name]));
  it.each(["fastify", "playwright-core", "@types/pg", "trackr-free", "humanize-duration"])("%s is not", (name) =>
    expect(deniedPackages([name])).toEqual([]),
  );
});

/** Words by which a query could ask for whoever told something. */
const PERSON = /report(?:er|ed_?by)|resident|caller|petition|phone|person|people|handle|identit|lookup|booklet|^name$|姓名/i;
const queryOf = (route: Route) =>
  route.query ? (z.toJSONSchema(route.query, { io: "input", unrepresentable: "any" }) as { properties?: object }) : {};
const choices = (shape: unknown): string[] =>
  [...JSON.stringify(shape ?? {}).matchAll(/"(?:enum|const)":(\[[^\]]*\]|"[^"]*")/g)].flatMap(([, found]) =>
    JSON.parse(`[${found}]`).flat(),
  );
const askedBy = (route: Route): string[] =>
  [...fieldsOf(queryOf(route)), ...choices(queryOf(route))].filter((one) => PERSON.test(one));

describe("one person's matters", () => {
  test("no filter, order or group of the staff's routes is a person who told us", () => {
    expect(routes.filter((one) => one.query).length).toBeGreaterThan(10);
    expect(routes.flatMap((one) => askedBy(one).map((name) => `${one.method} ${one.path}: ${name}`))).toEqual([]);
  });
  it("such a filter, order or group is found", () => {
    const query = z.object({ reporterId: z.string(), sort: z.enum(["due", "reporter"]), group: z.literal("phone") });
    expect(askedBy({ query } as never)).toEqual(["reporterId", "reporter", "phone"]);
  });
});

const OF_A_PERSON =
  /person|people|officer|handler|staff|employee|post(?:Id)?$|reporter|signIn|logIn|login|online|minutes|attendance/i;
test("no figure of the board is of a person", () => {
  const figures = routes.filter((one) => /^\/api\/(board|surveys\/figures|supervision\/matters)/.test(one.path));
  expect(figures.length).toBeGreaterThanOrEqual(3);
  const names = figures.flatMap((one) => fieldsOf(z.toJSONSchema(one.answer, { io: "output", unrepresentable: "any" })));
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => name.split(/[.[\]]+/).some((part) => OF_A_PERSON.test(part)))).toEqual([]);
  expect(["rows[].handler", "rows[].onlineMinutes"].every((name) => OF_A_PERSON.test(name))).toBe(true);
});

test("a public figure below ten is not told, nor one that it could be worked out from", () => {
  expect(withholdSmallCounts([3, 14, 30])).toEqual([null, null, 30]);
  expect(publicCount(9)).toBeNull();
});

describe("the page", () => {
  const names = new Set(
    [...allTestNames(root)].filter(([file]) => /architecture\/never/.test(file)).flatMap(([, found]) => found),
  );
  it.each(NEVER_LINES.map((line) => [line.id, line] as const))("%s: its checks are there, in both languages", (_, line) => {
    for (const check of line.checks) expect([...names]).toContain(check);
    expect(line["zh-CN"].join("")).toMatch(/[\u4e00-\u9fff]/);
    expect(line.en.join("")).not.toMatch(/[\u4e00-\u9fff]/);
  });
  it("has a version, and every check of these files stands in it", () => {
    expect(NEVER_VERSION.since).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(NEVER_VERSION.number).toBeGreaterThan(0);
  });
});
