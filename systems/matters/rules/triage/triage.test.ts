import { describe, expect, it } from "vitest";
import { proposeDispatch } from "../../../dispatch/index.ts";
import type { Category, Lexicon, PlaceAnswer } from "./facts.ts";
import { evidenceOf, wordFinder } from "./find-words.ts";
import { proposeUrgency, readUrgency } from "./how-urgent.ts";
import { keepCommonWords, learnFrom, NOTHING_LEARNED } from "./learned.ts";
import { countTokens, likeness, proposeSame, SAME_FROM } from "./same-as.ts";
import { proposeTriage, TRIAGE_STEPS, type TriageTools } from "./steps.ts";
import { proposeWhat, readCategories } from "./what.ts";

const lexicon: Lexicon = {
  kinds: {
    consultation: { 请问: 4 },
    help: {},
    complaint: { 投诉: 4 },
    report: { 举报: 5 },
    suggestion: { 建议: 4 },
    dispute: {},
    hazard: {},
  },
  danger: [
    { word: "漏气", call: ["119"] },
    { word: "晕倒", call: ["120"] },
    { word: "塌了", call: ["119", "120"], with: ["有人"] },
  ],
  pressing: ["停水"],
  negations: ["没有", "预防"],
  fears: ["怕", "去年"],
};
const category = (code: string, words: Category["words"], kinds: Category["kinds"] = ["complaint"]): Category => ({
  code,
  name: { zh: code, en: code },
  parent: code.includes(".") ? code.split(".")[0]! : null,
  kinds,
  words,
  defaultUrgency: "ordinary",
  verify: false,
});
const reader = readCategories(
  [
    category("street", { 街: 1 }),
    category("street.lamp", { 路灯: 5 }, ["help"]),
    category("street.bin", { 垃圾: 5 }),
    category("farm", {}),
    category("farm.well", { 机井: 5 }),
  ],
  lexicon,
  1,
);
const cut = (text: string) => text.split(/[\s，。]+/);
const what = (title: string, text: string, model = NOTHING_LEARNED) =>
  proposeWhat(`${title}\n${text}`, title.length, reader, model, cut);

describe("finding words", () => {
  it("finds every place, whatever the case", () =>
    expect(
      wordFinder([["ktv", 1]])
        .find("KTV旁的ktv")
        .map((hit) => hit.start),
    ).toEqual([0, 5]));
  it("shows the longest of words that overlap, in order", () =>
    expect(
      evidenceOf([
        { word: "路灯", start: 4 },
        { word: "路灯不亮", start: 4 },
        { word: "街", start: 0 },
      ]).map((each) => each.words),
    ).toEqual(["街", "路灯不亮"]));
});

describe("what", () => {
  it("weighs words, the title's more, and says which", () => {
    const proposal = what("路灯坏了", "旁边有垃圾").category;
    expect(proposal).toMatchObject({
      value: "street.lamp",
      evidence: [{ words: "路灯", start: 0, end: 2 }],
      reason: { key: "triage.category-words" },
    });
  });
  it("says nothing where no word speaks", () =>
    expect(what("你好", "在吗").category).toMatchObject({ value: null, confidence: 0, reason: { key: "triage.no-category" } }));
  it("offers the next likely ones", () => expect(what("路灯", "垃圾").others).toEqual(["street.bin"]));
  it("takes the category's usual kind, until a word says otherwise", () => {
    expect(what("路灯坏了", "").kind.value).toBe("help");
    expect(what("路灯坏了", "请问归谁管").kind).toMatchObject({ value: "consultation", evidence: [{ words: "请问" }] });
  });
});

describe("what people confirm", () => {
  const confirmed = Array.from({ length: 160 }, (_, index) =>
    index % 4 === 0
      ? { title: "太阳能 灯杆", text: "黑咕隆咚 一片", category: "street.lamp", kind: "help" as const }
      : { title: "清运 车", text: `没来 第${index}天`, category: "street.bin", kind: "complaint" as const },
  );
  it("teaches words that no table has, and the reason says so", () => {
    expect(what("村口 黑咕隆咚", "").category.value).toBeNull();
    expect(what("村口 黑咕隆咚 灯杆", "", learnFrom(confirmed, cut)).category).toMatchObject({
      value: "street.lamp",
      reason: { key: "triage.category-learned", facts: { matters: 40 } },
    });
  });
  it("is a count: the order does not matter, and learning in two steps is learning at once", () => {
    const once = learnFrom(confirmed, cut);
    const twice = learnFrom(confirmed.slice(0, 50).reverse(), cut, learnFrom(confirmed.slice(50), cut));
    expect(twice).toEqual({ ...once, version: 2 });
    expect(JSON.parse(JSON.stringify(once))).toEqual(once);
  });
  it("one correction is no rule", () =>
    expect(
      what("从没见过 的词", "", learnFrom([{ title: "从没见过 的词", text: "", category: "farm.well", kind: "help" }], cut))
        .category.value,
    ).toBeNull());
  it("is kept without the words of a few: a name in one message does not stay", () => {
    const model = learnFrom([...confirmed, { title: "找 某某某", text: "", category: "street.lamp", kind: "help" }], cut);
    expect(Object.keys(model.wordsOfKind)).toContain("某某某");
    const kept = keepCommonWords(model);
    expect(Object.keys(kept.wordsOfCategory)).not.toContain("某某某");
    expect(Object.keys(kept.wordsOfKind)).not.toContain("某某某");
    expect(what("村口 黑咕隆咚 灯杆", "", kept).category.value).toBe("street.lamp");
  });
  it("keeps no numbers", () =>
    expect(
      Object.keys(
        learnFrom([{ title: "电话 13800001111 a1", text: "3号", category: "farm.well", kind: "help" }], cut).wordsOfCategory,
      ),
    ).toEqual(["电话", "3号"]));
});

describe("how urgent", () => {
  const urgent = readUrgency(lexicon);
  const of = (text: string) => proposeUrgency(text, "ordinary", urgent);
  it("says whom to call before anything else", () =>
    expect(of("楼道漏气，有人晕倒")).toMatchObject({ value: "danger", call: ["119", "120"] }));
  it.each(["没有漏气", "预防漏气的宣传"])("hears a denial: %s", (text) =>
    expect(of(text)).toMatchObject({ value: "ordinary", call: [] }),
  );
  it.each(["怕漏气", "去年漏气", "漏气就完了"])("takes a danger that is feared or past as pressing: %s", (text) =>
    expect(of(text)).toMatchObject({ value: "pressing", call: [] }),
  );
  it("needs the second word where the table asks for it", () => {
    expect(of("旧墙塌了。").value).toBe("ordinary");
    expect(of("旧墙塌了，里面有人。").value).toBe("danger");
  });
  it("lets a denial reach no further than its clause", () => expect(of("没有人管，漏气了").value).toBe("danger"));
  it("never takes danger from the category alone", () => expect(proposeUrgency("看看", "danger", urgent).value).toBe("pressing"));
});

describe("same as", () => {
  const lamp = { text: "东街村南头路灯不亮，晚上看不见", village: "v1", township: "t1", category: "street.lamp" };
  const again = { text: "东街南头的路灯好几天不亮了", village: "v1", township: "t1", category: "street.lamp" };
  const frequency = countTokens([lamp.text, again.text, "下水道堵了没人通", "低保怎么申请", "工资没发"]);
  it("knows a text said again, whatever its spaces and stops", () =>
    expect(likeness(lamp, { id: "a", ...lamp, text: " 东街村南头路灯不亮。晚上看不见！" })).toMatchObject({
      exact: true,
      likeness: 1,
    }));
  it("finds the same said in other words", () =>
    expect(proposeSame(lamp, [{ id: "a", ...again }], frequency)).toMatchObject({
      value: "a",
      reason: { key: "triage.same-probably" },
    }));
  it("keeps two villages apart", () =>
    expect(likeness(lamp, { id: "a", ...again, village: "v2" }, frequency).likeness).toBeLessThan(SAME_FROM));
  it("says nothing of what has nothing in common", () =>
    expect(proposeSame(lamp, [{ id: "a", text: "低保怎么申请" }], frequency)).toMatchObject({
      value: null,
      similar: [],
      reason: { key: "triage.not-seen" },
    }));
});

describe("the five proposals", () => {
  const township: PlaceAnswer = {
    kind: "one",
    certainty: "certain",
    evidence: [],
    place: { id: "p", kind: "village", code: "410425101202", name: "东街" },
  };
  const unit = (code: string, parent: string | null, level: "county" | "township", place?: string) =>
    [code, { code, name: code, parent, level, place }] as const;
  const tools: TriageTools = {
    cut,
    resolvePlace: () => township,
    categories: reader,
    urgency: readUrgency(lexicon),
    candidates: [],
    proposeUnit: (facts) =>
      proposeDispatch(
        facts,
        { version: 1, rules: [] },
        {
          version: 1,
          entries: [{ category: "street", level: "township", lead: "township-of-place", supports: [], basis: "示例" }],
        },
        new Map([unit("centre", null, "county"), unit("town", "centre", "township", "410425101")]),
      ),
  };
  const facts = { title: "路灯坏了", text: "路灯不亮", door: "portal" as const, hint: {} };
  it("come from one visible list of steps", () =>
    expect(TRIAGE_STEPS.map((step) => step.name)).toEqual(["where", "what", "sameAs", "howUrgent", "whose"]));
  it("each rest on those before: the place decides whose", () => {
    expect(proposeTriage(facts, tools).whose.unit).toBe("town");
    expect(proposeTriage(facts, { ...tools, resolvePlace: () => ({ kind: "none" }) }).whose.unit).toBe("centre");
  });
  it("ask for the village but know the township where all candidates lie in one", () => {
    const several: PlaceAnswer = {
      kind: "several",
      question: { reason: "shared-stem", sentence: "" },
      candidates: ["410425101202", "410425101203"].map((code) => ({
        place: { id: code, kind: "village", code, name: code },
        evidence: [],
      })),
    };
    expect(proposeTriage(facts, { ...tools, resolvePlace: () => several }).whose.unit).toBe("town");
  });
});
