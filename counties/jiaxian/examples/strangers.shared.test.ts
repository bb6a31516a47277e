import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { root } from "../../../foundation/root.ts";
import type { Kind } from "../../../systems/matters/rules/lifecycle.ts";
import { proposeUrgency, readUrgency } from "../../../systems/matters/rules/triage/how-urgent.ts";
import { learnFrom } from "../../../systems/matters/rules/triage/learned.ts";
import { proposeWhat, readCategories } from "../../../systems/matters/rules/triage/what.ts";
import { categories } from "../categories.table.ts";
import { lexicon } from "../lexicon.table.ts";
import { pseudonyms, townshipOfPseudonyms } from "../pseudonyms.table.ts";

const shared = join(root, "../shared/data/messages");
const rows = (file: string): Record<string, string>[] => parse(readFileSync(join(shared, file)), { columns: true, bom: true });
const reader = readCategories(categories, lexicon, 1);
const cut = (text: string) => text.split(" ");
const percent = (right: number, of: number) => Math.round((right / of) * 1000) / 10;

/** First level of a stranger's label → branches (and leaves) of this county that mean the same. */
const LABELS: Record<string, readonly string[]> = {
  城乡建设: [
    "city",
    "facilities",
    "drainage",
    "utilities",
    "property",
    "housing",
    "demolition",
    "roads.road-damage",
    "roads.parking",
    "noise.construction",
    "safety",
  ],
  劳动和社会保障: ["labour", "welfare.pension", "health.insurance"],
  教育文体: ["education", "facilities.square", "facilities.public-building"],
  商贸旅游: ["market", "dispute.consumer", "property.lift", "security.fraud"],
  环境保护: ["pollution", "noise", "drainage.ditch"],
  卫生计生: ["health", "market.food", "market.medicine"],
  交通运输: ["roads", "market.express"],
};
const agrees = (label: string, code: string | null) =>
  code !== null && LABELS[label]!.some((branch) => code === branch || code.startsWith(`${branch}.`));

describe("real messages of other places, by tokens", () => {
  const all = rows("labelled_tokens.csv").map((row) => ({
    label: row.label!,
    text: row.tokens!.replaceAll(" ", ""),
    tokens: row.tokens!,
  }));

  it("fall into the right first level by the county's words alone", () => {
    const right = all.filter(({ label, text }) => agrees(label, proposeWhat(text, 0, reader, undefined, cut).category.value));
    console.log(`strangers' messages: first level ${percent(right.length, all.length)} % of ${all.length} by words alone`);
    expect(percent(right.length, all.length)).toBeGreaterThanOrEqual(65);
  });

  it("teach: seven categories learned from four fifths, tried on the fifth, identical texts on one side", () => {
    const side = (text: string) => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 10_007, 7) % 5;
    const named = Object.keys(LABELS);
    const bare = readCategories(
      named.flatMap((name, index) => [
        {
          code: `c${index}`,
          name: { zh: name, en: name },
          parent: null,
          kinds: ["complaint" as Kind],
          words: {},
          defaultUrgency: "ordinary" as const,
          verify: false,
        },
        {
          code: `c${index}.x`,
          name: { zh: name, en: name },
          parent: `c${index}`,
          kinds: ["complaint" as Kind],
          words: {},
          defaultUrgency: "ordinary" as const,
          verify: false,
        },
      ]),
      lexicon,
      1,
    );
    const codeOf = (label: string) => `c${named.indexOf(label)}.x`;
    const model = learnFrom(
      all
        .filter(({ tokens }) => side(tokens) !== 0)
        .map(({ label, tokens }) => ({ title: "", text: tokens, category: codeOf(label), kind: "complaint" as Kind })),
      cut,
    );
    const held = all.filter(({ tokens }) => side(tokens) === 0);
    const right = held.filter(
      ({ label, tokens }) =>
        proposeWhat(tokens, 0, bare, model, (text) => text.trim().split(/\s+/)).category.value === codeOf(label),
    );
    console.log(`learned alone: ${percent(right.length, held.length)} % of ${held.length} held out`);
    expect(percent(right.length, held.length)).toBeGreaterThanOrEqual(78);
  });
});

describe("real messages to another city", () => {
  const messages = rows("messages.csv");
  it("have no pseudonym that the table leaves out", () => {
    const known = new Set(pseudonyms.map(([name]) => name));
    const met = new Set(
      messages.flatMap((row) =>
        [...`${row.title}${row.text}`.matchAll(/(?<![A-Za-z0-9])[A-Z]\d{0,2}[市区县]/g)].map(([name]) => name),
      ),
    );
    expect([...met].filter((name) => !known.has(name))).toEqual([]);
    const placed = messages.filter((row) => townshipOfPseudonyms(`${row.title}\n${row.text}`) !== null).length;
    console.log(`pseudonyms place ${percent(placed, messages.length)} % of ${messages.length}`);
    expect(placed / messages.length).toBeGreaterThan(0.5);
  });
  it("are seldom called a danger to life", () => {
    const urgent = readUrgency(lexicon);
    const danger = messages.filter((row) => proposeUrgency(`${row.title}\n${row.text}`, "ordinary", urgent).value === "danger");
    console.log(`danger proposed for ${percent(danger.length, messages.length)} %`);
    expect(percent(danger.length, messages.length)).toBeLessThanOrEqual(3);
  });
});
