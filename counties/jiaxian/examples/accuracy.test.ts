import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { describe, expect, it } from "vitest";
import { proposeDispatch } from "../../../systems/dispatch/rules/dispatch-proposal.rule.ts";
import { searchTokens } from "../../../systems/matters/rules/search-tokens.rule.ts";
import { readText } from "../../../systems/matters/rules/triage/facts.ts";
import { readUrgency } from "../../../systems/matters/rules/triage/how-urgent.ts";
import { type LearnedModel, learnFrom } from "../../../systems/matters/rules/triage/learned.ts";
import { likeness, SAME_FROM, SIMILAR_FROM } from "../../../systems/matters/rules/triage/same-as.ts";
import { proposeTriage, type TriageProposals, type TriageTools } from "../../../systems/matters/rules/triage/steps.ts";
import { readCategories } from "../../../systems/matters/rules/triage/what.ts";
import { resolvePlace } from "../../../systems/territory/rules/resolve-place.ts";
import { gazetteerOf } from "../../../tests/builders/gazetteer.ts";
import type { Example } from "../../template/shapes.ts";
import { catalogue } from "../catalogue.table.ts";
import { categories, categoriesVersion } from "../categories.table.ts";
import { dispatchRules } from "../dispatch-rules.table.ts";
import { lexicon } from "../lexicon.table.ts";
import { jiaxianTerritory } from "../territory/territory.ts";
import { countyUnits, townshipUnits, villageUnits } from "../units.table.ts";
import { examples } from "./index.ts";

const territory = jiaxianTerritory({ demonstration: false });
const gazetteer = gazetteerOf(territory);
const jieba = Jieba.withDict(dict);
jieba.loadDict(Buffer.from(territory.rows.map((row) => `${row.name.replace(/(?:居民|村民)?委员会$/, "")} 20000 ns`).join("\n")));
const units = [
  ...countyUnits,
  ...townshipUnits(territory.rows.filter((row) => row.kind === "township")),
  ...villageUnits(territory.rows.filter((row) => row.kind === "village")),
];
const names = new Map(units.map((unit) => [unit.code, { ...unit, name: unit.name.zh }]));

const tools: TriageTools = {
  cut: (text) => jieba.cut(text, true),
  resolvePlace: (text, hint) => resolvePlace(gazetteer, text, hint),
  categories: readCategories(categories, lexicon, categoriesVersion),
  urgency: readUrgency(lexicon),
  proposeUnit: (facts) => proposeDispatch(facts, dispatchRules, catalogue, names),
  candidates: [],
};
const read = (example: Example, model?: LearnedModel) =>
  proposeTriage(
    {
      title: example.title,
      text: example.text,
      door: example.door,
      hint: {},
      complainedAbout: example.complainedAbout ? { words: example.complainedAbout } : undefined,
      secrecyAsked: example.secrecy,
    },
    { ...tools, model },
  );

const branchOf = (code: string | null) => code?.split(".")[0];
const percent = (right: number, of: number) => Math.round((right / of) * 1000) / 10;
const share = (list: readonly Example[], right: (example: Example) => boolean) => percent(list.filter(right).length, list.length);

const codeOf = new Map(
  territory.rows.map(({ code, name, parentCode = "" }) => [
    code.length === 12 ? `${parentCode}/${name.replace(/(?:居民|村民)?委员会$/, "")}` : name,
    code,
  ]),
);
const codeAt = (township: string, village?: string) => codeOf.get(village ? `${codeOf.get(township)}/${village}` : township);

/** The kind of answer and the code, as the truth label says it and as the proposal says it. */
function truthOf(place: Example["place"]): string {
  if (place === null) return "none";
  if ("outside" in place) return "outside";
  if ("among" in place)
    return `several ${place.among
      .map((words) => codeAt(...(words.split("/") as [string, string])))
      .sort()
      .join(" ")}`;
  return `one ${codeAt(place.township, place.village)}`;
}
function saidOf(answer: TriageProposals["where"]): string {
  if (answer.kind === "several")
    return `several ${answer.candidates
      .map(({ place }) => place.code)
      .sort()
      .join(" ")}`;
  return answer.kind === "one" ? `one ${answer.place.code}` : answer.kind;
}

const proposals = new Map(examples.map((example) => [example.id, read(example)]));
const proposalOf = (example: Example) => proposals.get(example.id)!;

/** The county's words and the examples were written by the same hand: on strangers' messages expect less. */
describe("on the made-up examples, by the county's words alone", () => {
  it("finds the place", () => {
    const wrong = examples.filter((example) => truthOf(example.place) !== saidOf(proposalOf(example).where));
    const misled = wrong.filter(
      (example) =>
        proposalOf(example).where.kind === "one" && !truthOf(example.place).startsWith(saidOf(proposalOf(example).where)),
    );
    console.log(
      `place: ${percent(examples.length - wrong.length, examples.length)} % of ${examples.length} right, ${misled.length} wrong place, the others asked or left open`,
    );
    if (process.env.SHOW)
      for (const each of wrong)
        console.log(each.id, truthOf(each.place), "←", saidOf(proposalOf(each).where), each.text.slice(0, 40));
    expect(percent(examples.length - wrong.length, examples.length)).toBeGreaterThanOrEqual(94);
    expect(misled.length).toBeLessThanOrEqual(4);
  });

  it("finds the category", () => {
    const leaf = share(examples, (example) => proposalOf(example).what.category.value === example.category);
    const branch = share(examples, (example) => branchOf(proposalOf(example).what.category.value) === branchOf(example.category));
    const among = share(examples, (example) =>
      [proposalOf(example).what.category.value, ...proposalOf(example).what.others].includes(example.category),
    );
    console.log(`category: second level ${leaf} %, first level ${branch} %, among the four shown ${among} %`);
    if (process.env.SHOW)
      for (const each of examples)
        if (proposalOf(each).what.category.value !== each.category)
          console.log(
            each.id,
            each.category,
            "←",
            proposalOf(each).what.category.value,
            proposalOf(each)
              .what.category.evidence.map((w) => w.words)
              .join(" "),
            "|",
            each.title,
          );
    expect(leaf).toBeGreaterThanOrEqual(92);
    expect(branch).toBeGreaterThanOrEqual(94);
    expect(among).toBeGreaterThanOrEqual(98);
  });

  it("finds the kind", () => {
    const kind = share(examples, (example) => proposalOf(example).what.kind.value === example.kind);
    console.log(`kind: ${kind} %`);
    if (process.env.SHOW)
      for (const each of examples)
        if (proposalOf(each).what.kind.value !== each.kind)
          console.log(
            each.id,
            each.kind,
            "←",
            proposalOf(each).what.kind.value,
            proposalOf(each)
              .what.kind.evidence.map((w) => w.words)
              .join(" "),
            "|",
            each.title,
          );
    expect(kind).toBeGreaterThanOrEqual(80);
  });

  it("finds the urgency, and misses no danger to life", () => {
    const urgency = share(examples, (example) => proposalOf(example).howUrgent.value === example.urgency);
    const danger = examples.filter((example) => example.urgency === "danger");
    const said = examples.filter((example) => proposalOf(example).howUrgent.value === "danger");
    console.log(`urgency: ${urgency} %; danger: ${danger.length} told, ${said.length} proposed`);
    if (process.env.SHOW)
      for (const each of examples)
        if (proposalOf(each).howUrgent.value !== each.urgency)
          console.log(
            each.id,
            each.urgency,
            "←",
            proposalOf(each).howUrgent.value,
            proposalOf(each)
              .howUrgent.evidence.map((w) => w.words)
              .join(" "),
            each.category,
            "|",
            each.title,
          );
    expect(danger.filter((example) => proposalOf(example).howUrgent.value !== "danger").map((each) => each.id)).toEqual([]);
    expect(urgency).toBeGreaterThanOrEqual(89);
    expect(said.length).toBeLessThanOrEqual(danger.length + 4);
  });

  it("gives evidence that stands in the text", () => {
    for (const example of examples) {
      const { what, howUrgent } = proposalOf(example);
      const text = readText(example).toLowerCase();
      for (const { words, start, end } of [...what.category.evidence, ...what.kind.evidence, ...howUrgent.evidence])
        expect(text.slice(start, end)).toBe(words);
    }
  });

  it("proposes a unit for every one, and never the complained-about for a report", () => {
    for (const example of examples) {
      const { whose } = proposalOf(example);
      expect(whose.unit, example.id).not.toBeNull();
      expect(names.has(whose.unit!), `${example.id} ${whose.unit}`).toBe(true);
    }
  });
});

describe("what people confirmed teaches it", () => {
  const folds = 5;
  const groupOf = (example: Example) => Number((example.sameAs ?? example.id).slice(0, 3)) % folds;
  const held = Array.from({ length: folds }, (_, fold) => {
    const model = learnFrom(
      examples.filter((example) => groupOf(example) !== fold),
      tools.cut,
    );
    return examples
      .filter((example) => groupOf(example) === fold)
      .map((example) => ({ example, proposal: read(example, model) }));
  }).flat();
  const right = (of: (entry: (typeof held)[number]) => boolean) => percent(held.filter(of).length, held.length);

  it("on matters that it has not seen, repeats kept together", () => {
    const leaf = right(({ example, proposal }) => proposal.what.category.value === example.category);
    const branch = right(({ example, proposal }) => branchOf(proposal.what.category.value) === branchOf(example.category));
    const kind = right(({ example, proposal }) => proposal.what.kind.value === example.kind);
    const before = share(examples, (example) => proposalOf(example).what.kind.value === example.kind);
    console.log(`with ${folds}-fold learning: second level ${leaf} %, first level ${branch} %, kind ${kind} %`);
    expect(leaf).toBeGreaterThanOrEqual(91);
    expect(kind).toBeGreaterThanOrEqual(before - 1.5);
  });
});

describe("repeats said in other words", () => {
  const factsOf = (example: Example) => {
    const { where, what } = proposalOf(example);
    const code = where.kind === "one" ? where.place.code : "";
    return {
      text: readText(example),
      tokens: new Set(searchTokens(readText(example))),
      category: what.category.value,
      township: code.slice(0, 9) || null,
      village: code.length >= 12 ? code.slice(0, 12) : null,
    };
  };
  const facts = new Map(examples.map((example) => [example.id, factsOf(example)]));
  const score = (a: Example, b: Example) =>
    likeness(facts.get(a.id)!, { id: b.id, daysApart: Math.abs(a.daysAgo - b.daysAgo), ...facts.get(b.id)! }).likeness;

  it("are found, and different matters are not", () => {
    const pairs = examples
      .filter((example) => example.sameAs)
      .map((example) => [example, examples.find((each) => each.id === example.sameAs)!] as const);
    const found = pairs.filter(([a, b]) => score(a, b) >= SAME_FROM);
    const taken = new Set(pairs.map(([a, b]) => `${a.id} ${b.id}`));
    const wrong: string[] = [];
    let compared = 0;
    let shownBeside = 0;
    examples.forEach((a, index) => {
      for (const b of examples.slice(0, index)) {
        if (taken.has(`${a.id} ${b.id}`) || taken.has(`${b.id} ${a.id}`)) continue;
        compared++;
        if (score(a, b) >= SIMILAR_FROM) shownBeside++;
        if (score(a, b) >= SAME_FROM) wrong.push(`${a.id} ${b.id} ${score(a, b)} ${a.title} / ${b.title}`);
      }
    });
    const shown = pairs.filter(([a, b]) => score(a, b) >= SIMILAR_FROM);
    console.log(
      `repeats: ${found.length} of ${pairs.length} proposed as the same, ${shown.length} shown as similar; among ${compared} other pairs ${wrong.length} and ${shownBeside}`,
    );
    if (process.env.SHOW) {
      for (const each of wrong) console.log("wrong", each);
      for (const [a, b] of pairs) console.log(a.id, b.id, score(a, b), a.title, "/", b.title);
    }
    expect(percent(found.length, pairs.length)).toBeGreaterThanOrEqual(72);
    expect(percent(shown.length, pairs.length)).toBeGreaterThanOrEqual(85);
    expect(wrong.length).toBeLessThanOrEqual(16);
    expect(shownBeside / examples.length).toBeLessThanOrEqual(0.2);
  });
});

describe("the county's dispatch rules", () => {
  it("are each reached by some example: no rule is dead, none hides another", () => {
    const reached = new Set(
      examples.map((example) => {
        const { where } = proposalOf(example);
        const code = where.kind === "one" ? where.place.code : "";
        const facts = {
          kind: example.kind,
          category: example.category,
          urgency: example.urgency,
          door: example.door,
          text: readText(example),
          township: code.slice(0, 9) || undefined,
          village: code.length >= 12 ? code.slice(0, 12) : undefined,
        };
        return proposeDispatch(facts, dispatchRules, catalogue, names).rule.id;
      }),
    );
    expect(dispatchRules.rules.filter((rule) => !reached.has(rule.id)).map((rule) => rule.id)).toEqual([]);
  });
});
