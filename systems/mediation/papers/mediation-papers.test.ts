import { afterAll, expect, test } from "vitest";
import { type Dossier, docxOf, makePdfPress, missingIn, type Paper } from "../../papers/index.ts";
import { complaintsOf, openedInLibreOffice, packed, pagesOf } from "../../papers/write/printed.fixture.ts";
import { agreed, atTheTable, party, START, signed, TERMS } from "../rules/cases.fixture.ts";
import { agreementPaper, confirmationPaper, oralAgreementPaper } from "./agreement-papers.ts";
import { dossierOf } from "./dossier-of-a-case.ts";
import type { Filled, Person } from "./filled.ts";
import { applicationPaper, noticePaper, powersOfAttorney, registrationPaper } from "./opening-papers.ts";
import { inquiryPaper, sessionPaper, visitPapers } from "./record-papers.ts";

const press = makePdfPress();
afterAll(() => press.close());

const whole = (name: string): Person => ({
  name,
  phone: "13800000001",
  address: "示例村1组",
  age: 52,
  gender: "男",
  work: "务农",
});
const people = new Map([
  ["a", whole("张某甲")],
  ["b", whole("李某乙")],
  ["w", whole("见证人丙")],
  ["lawyer", whole("代理人丁")],
]);
const filled = (one: Filled["one"]): Filled => ({
  one,
  committee: "示例村人民调解委员会",
  people,
  mediators: ["王某"],
  recorder: "赵某",
  kind: "邻里",
});
const KEEPING = { period: "长期", boundBy: "王某", checkedBy: "赵某" };

const full = () =>
  agreed({
    parties: [
      party("a", "applicant", { representative: { id: "lawyer", by: "agent", authority: "special", paper: "f" } }),
      party("b", "respondent"),
    ],
  })
    .do("visit-again", { how: "in person", performed: "partly", words: "已付第一期", newDispute: false }, "2026-09-20")
    .do("apply-for-confirmation", { court: "郏县人民法院", basis: "seat of the committee", jointly: ["a", "b"] })
    .do("note-ruling", { ruling: { on: "2026-09-21", outcome: "valid" } }, "2026-09-21");

const forms = (one: Filled): Paper[] => [
  applicationPaper(one),
  registrationPaper(one),
  noticePaper(one),
  ...powersOfAttorney(one),
  ...one.one.inquiries.map((inquiry) => inquiryPaper(one, inquiry)),
  ...one.one.sessions.map((session) => sessionPaper(one, session)),
  agreementPaper(one, one.one.agreements[0]!),
  oralAgreementPaper(one, one.one.agreements[0]!),
  confirmationPaper(one, one.one.agreements[0]!),
  ...visitPapers(one),
];

test("every form of a whole record has nothing missing but what is written by hand", () => {
  const one = filled(full().one);
  for (const paper of forms(one))
    expect(
      missingIn(paper).filter((name) => name !== "手填"),
      paper.title,
    ).toEqual([]);
});

test("what the record does not know is named before anything is printed", () => {
  const bare: Filled = { ...filled(agreed().one), people: new Map([["a", { name: "张某甲" }]]), recorder: null };
  const missing = missingIn(registrationPaper(bare));
  expect(missing).toContain("申请人联系方式");
  expect(missing).toContain("被申请人姓名");
  expect(missingIn(sessionPaper(bare, bare.one.sessions[0]!))).toContain("记录人");
});

test("no form asks the record for 民族: it is a line to write on", () => {
  const text = JSON.stringify(applicationPaper(filled(full().one)));
  expect(text).toContain('{"label":"民族","value":{"missing":"手填"}}');
});

test("each form as PDF is sound and says the number, the parties and the days of the record", async () => {
  const one = filled(full().one);
  for (const paper of forms(one)) {
    const { bytes } = await press.paper(paper);
    expect(complaintsOf(bytes), paper.title).toBe("");
    const text = packed(pagesOf(bytes, "raw").join(""));
    expect(text, paper.title).toContain(packed(paper.title));
    if (paper.number) expect(text, paper.title).toContain("（2026）东街人调字第3号");
  }
  const text = packed(pagesOf((await press.paper(agreementPaper(one, one.one.agreements[0]!))).bytes, "raw").join(""));
  for (const words of ["张某甲", "李某乙", "让出过道", "1,000", "2026年10月1日", "2026年11月1日", "一式3份", "2026年9月1日"])
    expect(text).toContain(words);
});

test("an agreement as a Word document opens in LibreOffice with its parties, promises and places to sign", async () => {
  const one = filled(full().one);
  const text = packed(pagesOf(openedInLibreOffice(await docxOf(agreementPaper(one, one.one.agreements[0]!))), "raw").join(""));
  for (const words of ["人民调解协议书", "张某甲", "付第一期", "示例村人民调解委员会", "（签名、盖章或按指印）"])
    expect(text).toContain(words);
});

const titles = ({ entries }: Dossier) => entries.map((entry) => entry.title);
test("a file holds the papers of its own case, in the official order", () => {
  expect(titles(dossierOf(filled(full().one), {}, KEEPING))).toEqual([
    "人民调解申请书",
    "人民调解受理登记表",
    "人民调解当事人权利义务告知书",
    "授权委托书",
    "人民调解记录",
    "人民调解协议书",
    "人民调解回访记录",
    "司法确认申请书",
    "卷宗情况说明",
  ]);
  const oral = atTheTable({ origin: "own-motion" }).do("agree-by-word", TERMS).one;
  expect(titles(dossierOf(filled(oral), {}, KEEPING))).toEqual([
    "人民调解受理登记表",
    "人民调解当事人权利义务告知书",
    "人民调解记录",
    "人民调解口头协议登记表",
    "卷宗情况说明",
  ]);
});

test("who cannot sign has a witness's place on the agreement", () => {
  const parties = [party("a", "applicant"), party("b", "respondent", { cannotSign: true })];
  const { one } = atTheTable({ parties })
    .do("write-agreement", TERMS)
    .do("sign-agreement", signed(START, { b: { on: START, by: "finger", through: "w" } }));
  const places = agreementPaper(filled(one), one.agreements[0]!).blocks.flatMap((block) =>
    block.kind === "signatures" ? block.places : [],
  );
  expect(places.find((place) => place.who === "见证人")?.names).toEqual(["见证人丙"]);
});

test("a file of sixty pages is printed with its contents", async () => {
  const long = "双方各陈述一遍，调解员逐项核对。".repeat(400);
  let walk = atTheTable();
  for (let count = 0; count < 10; count++)
    walk = walk.do("hold-session", { place: "村委会", present: ["a", "b"], invited: [], minutes: long, outcome: "goes-on" });
  walk.do("write-agreement", TERMS).do("sign-agreement", signed(START));
  const { bytes, pages } = await press.dossier(dossierOf(filled(walk.one), {}, KEEPING));
  expect(pages).toBeGreaterThanOrEqual(60);
  const texts = pagesOf(bytes);
  expect(texts).toHaveLength(pages);
  const agreementLine = texts
    .slice(1, 3)
    .join("\n")
    .split("\n")
    .find((line) => line.includes("人民调解协议书"))!;
  const page = Number(/(\d+)(?:—\d+)?\s*$/.exec(agreementLine.replace(/—\d+/, ""))?.[1]);
  expect(
    texts
      .find((text) => packed(text).startsWith("人民调解协议书"))!
      .trim()
      .split(/\s+/)
      .at(-1),
  ).toBe(String(page));
}, 60_000);
