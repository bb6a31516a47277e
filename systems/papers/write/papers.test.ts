import { afterAll, describe, expect, test } from "vitest";
import type { Official } from "../rules/official.ts";
import { OFFICIAL } from "../rules/official-layout.ts";
import { type Paper, told } from "../rules/paper.ts";
import { docxOf } from "./docx.ts";
import { officialDocx } from "./official-docx.ts";
import { makePdfPress } from "./pdf.ts";
import { complaintsOf, openedInLibreOffice, packed, pagesOf } from "./printed.fixture.ts";

const press = makePdfPress();
afterAll(() => press.close());

const HOSTILE = '#eval(1) *粗* $x$ `raw` @ref <tag> // 注 \\ "引" {x} $ {y} 𬭚㘎';
const paper: Paper = {
  form: "example",
  title: "人民调解协议书",
  number: "（2026）东街人调字第3号",
  blocks: [
    {
      kind: "fields",
      rows: [
        [
          { label: "当事人", value: "张某（示例）" },
          { label: "联系方式", value: told(null, "联系方式") },
        ],
        [{ label: "纠纷简要情况", value: `第一行\n${HOSTILE}`, lines: 4 }],
      ],
    },
    { kind: "heading", text: "一、协议内容" },
    { kind: "text", text: "双方自愿达成如下协议。" },
    { kind: "list", items: ["张某让出过道。", told(undefined, "金额")] },
    {
      kind: "table",
      columns: [
        { title: "期次", share: 1 },
        { title: "金额（元）", share: 2, align: "right" },
      ],
      rows: [["1", "2,000"]],
    },
    {
      kind: "signatures",
      places: [
        { who: "当事人", names: ["张某", "李某"], by: "finger" },
        { who: "人民调解委员会", names: [], by: "seal", day: "2026年11月24日" },
      ],
    },
  ],
};
const EVERYTHING = [
  "人民调解协议书",
  "（2026）东街人调字第3号",
  "张某（示例）",
  HOSTILE,
  "一、协议内容",
  "双方自愿达成如下协议。",
  "1．张某让出过道。",
  "2,000",
  "（签名、盖章或按指印）",
  "李某",
  "（盖章）",
  "2026年11月24日",
];

describe("a paper", () => {
  test("as PDF says everything, texts as texts, and is sound", async () => {
    const pdf = await press.paper(paper);
    const text = packed(pagesOf(pdf.bytes, "raw").join(""));
    for (const words of EVERYTHING) expect(text).toContain(packed(words));
    expect(pagesOf(pdf.bytes)).toHaveLength(pdf.pages);
    expect(complaintsOf(pdf.bytes)).toBe("");
  });

  test("is the same bytes each time: what is issued can be compared", async () => {
    const [one, other] = [await press.paper(paper), await press.paper(paper)];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });

  test("as a Word document is opened by LibreOffice and says everything there too", async () => {
    const text = packed(pagesOf(openedInLibreOffice(await docxOf(paper)), "raw").join(""));
    for (const words of EVERYTHING) expect(text).toContain(packed(words));
  });

  test("that no layout knows fails by itself; the next one is printed", async () => {
    await expect(press.paper({ ...paper, blocks: [{ kind: "fields" } as never] })).rejects.toThrow("could not be set");
    expect((await press.paper(paper)).pages).toBeGreaterThan(0);
  });
});

test("a file's contents name the page on which each paper begins and ends; cover and contents bear no number", async () => {
  const long = (title: string, pages: number): Paper => ({
    form: "example",
    title,
    blocks: Array.from({ length: pages - 1 }, () => [{ kind: "page" as const }, { kind: "text" as const, text: "续页" }]).flat(),
  });
  const scan = await press.paper(long("扫描", 3));
  const { bytes, pages } = await press.dossier({
    cover: long("人民调解卷宗", 1),
    entries: [
      { title: "申请书", paper: long("正文甲", 1) },
      {
        title: "身份证明复印件",
        note: "3页",
        scans: [{ name: "扫描.pdf", type: "application/pdf", bytes: scan.bytes, pages: scan.pages }],
      },
      { title: "调解记录", paper: long("正文乙", 2) },
      { title: "协议书", paper: long("正文丙", 1) },
    ],
    back: long("封底", 1),
  });
  const texts = pagesOf(bytes);
  expect(pages).toBe(2 + 1 + 3 + 2 + 1 + 1);
  expect(complaintsOf(bytes)).toBe("");
  const contents = texts[1]!.split("\n").map(packed);
  expect(contents.filter((line) => /^\d/.test(line))).toEqual(["1申请书1", "2身份证明复印件2—43页", "3调解记录5—6", "4协议书7"]);
  const numberOf = (words: string) =>
    texts
      .find((text) => text.includes(words))!
      .trim()
      .split(/\s+/)
      .at(-1);
  expect([numberOf("正文甲"), numberOf("正文乙"), numberOf("正文丙")]).toEqual(["1", "5", "7"]);
  expect(packed(texts[0]!)).toBe("人民调解卷宗");
  expect(packed(texts.at(-1)!)).toBe("封底");
});

describe("an official paper, GB/T 9704-2012", () => {
  const official: Official = {
    mark: "郏县社会治安综合治理中心文件",
    number: { word: "郏综治", year: 2026, serial: 7 },
    copy: "000001",
    urgency: "特急",
    title: "关于做好2026年第四季度\n矛盾纠纷排查化解工作的通知",
    to: "各乡（镇、街道）综治中心",
    body: [{ level: 1, text: "工作安排" }, { text: "请按时完成。" }, { level: 2, text: "排查" }],
    attachments: ["任务分工表", "统计表"],
    author: "郏县社会治安综合治理中心",
    day: "2026-11-05",
    sealed: true,
    note: "联系电话：见通讯录",
    colophon: { copiesTo: "县委办公室", printedBy: "郏县社会治安综合治理中心", printedOn: "2026-11-06" },
  };
  const full = OFFICIAL.lines * OFFICIAL.characters;
  const filled: Official = { ...official, copy: undefined, urgency: undefined, body: [{ text: "郏".repeat(3 * full) }] };
  const gridOf = (page: string) =>
    page
      .split("\n")
      .map(packed)
      .filter((line) => /^郏+$/.test(line))
      .map((line) => line.length);

  test("as PDF has 22 lines of 28 characters on a full page", async () => {
    const { bytes } = await press.official(filled);
    expect(gridOf(pagesOf(bytes)[1]!)).toEqual(Array(OFFICIAL.lines).fill(OFFICIAL.characters));
    expect(complaintsOf(bytes)).toBe("");
  });

  test("as a Word document has the same in LibreOffice", async () => {
    const pages = pagesOf(openedInLibreOffice(await officialDocx(filled)));
    expect(gridOf(pages[1]!)).toEqual(Array(OFFICIAL.lines).fill(OFFICIAL.characters));
  });

  test("has its parts in their order, headings numbered, 版记 on the last page, which has an even number", async () => {
    for (const [what, bytes] of [
      ["PDF", (await press.official(official)).bytes],
      ["DOCX", openedInLibreOffice(await officialDocx(official))],
    ] as const) {
      const pages = pagesOf(bytes);
      const text = packed(pages.join(""));
      const parts = [
        "000001",
        "特急",
        official.mark,
        "郏综治〔2026〕7号",
        "矛盾纠纷排查化解工作的通知",
        "综治中心：",
        "一、工作安排",
        "（一）排查",
        "附件：1．任务分工表",
        "2．统计表",
        "2026年11月5日",
        "（联系电话：见通讯录）",
        "抄送：县委办公室。",
        "2026年11月6日印发",
      ];
      const places = parts.map((part) => text.indexOf(part));
      expect(places, what).not.toContain(-1);
      expect(places, what).toEqual(places.toSorted((a, b) => a - b));
      if (what === "PDF") {
        expect(pages.length % 2).toBe(0);
        expect(packed(pages.at(-1)!)).toContain("印发");
        expect(packed(pages[0]!)).toMatch(/—1—$/);
      }
    }
  });
});
