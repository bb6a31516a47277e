import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TabStopType,
  TextRun,
} from "docx";
import { numbered, type Official, officialDay, officialNumber } from "../rules/official.ts";
import { LINE_PITCH, OFFICIAL } from "../rules/official-layout.ts";

const mm = (length: number) => Math.round((length / 25.4) * 1440);
const points = (size: number) => Math.round(size * 20);
const WIDTH = OFFICIAL.page.width - OFFICIAL.margin.left - OFFICIAL.margin.right;
/** Rounded down to Word's twentieths, so that the 28th character still stands on its line. */
const SPACING = Math.floor((mm(WIDTH) / 20 / OFFICIAL.characters - OFFICIAL.body) * 20);
const PITCH = Math.floor(LINE_PITCH * 20);
const font = (eastAsia: string) => ({ ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman", eastAsia });
const FONTS = {
  body: font("仿宋_GB2312"),
  kai: font("楷体_GB2312"),
  hei: font("黑体"),
  mark: font("方正小标宋简体"),
  song: font("宋体"),
};
const BY_LEVEL = [FONTS.body, FONTS.hei, FONTS.kai, FONTS.body, FONTS.body];

type Options = {
  align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  before?: number;
  right?: number;
  left?: number;
  first?: number;
};
const line = (children: readonly ParagraphChild[], { align, before = 0, right = 0, left = 0, first = 0 }: Options = {}) =>
  new Paragraph({
    style: "Body",
    ...(align && { alignment: align }),
    spacing: { before: points(before), line: PITCH, lineRule: LineRuleType.EXACT },
    indent: { right: points(right), left: points(left), firstLine: points(first) },
    children,
  });
const run = (text: string, more: object = {}) => new TextRun({ text, ...more });

/** Rough width in characters of size 3: a Chinese character is one, a figure or letter half. */
const characters = (text: string) => [...text].reduce((sum, one) => sum + (/[\x20-\x7e]/.test(one) ? 0.5 : 1), 0);

/** Size of the mark in points: as large as it stands on one line, at most 40. */
const markSize = (mark: string) => Math.min(40, Math.floor(mm(WIDTH) / 20 / characters(mark)));

function signed({ author, day, sealed }: Official): Paragraph[] {
  const date = officialDay(day);
  const em = OFFICIAL.body;
  const right = sealed ? 4 : Math.max(0, 2 + characters(author) - 2 - characters(date));
  const name = sealed ? Math.max(0, 4 + (characters(date) - characters(author)) / 2) : 2;
  return [
    line([run(author)], { align: AlignmentType.RIGHT, before: 2 * LINE_PITCH, right: name * em }),
    line([run(date)], { align: AlignmentType.RIGHT, right: right * em }),
  ];
}

function head(official: Official): Paragraph[] {
  const above = [
    ...(official.copy ? [line([run(official.copy)])] : []),
    ...[official.secrecy, official.urgency].flatMap((word) => (word ? [line([run(word, { font: FONTS.hei })])] : [])),
  ];
  const number = officialNumber(official.number);
  return [
    ...above,
    new Paragraph({
      style: "Mark",
      alignment: AlignmentType.CENTER,
      spacing: { before: Math.max(0, mm(OFFICIAL.markTop) - above.length * PITCH) },
      children: [run(official.mark, { size: 2 * markSize(official.mark) })],
    }),
    line([]),
    new Paragraph({
      style: "Body",
      alignment: official.signer ? AlignmentType.LEFT : AlignmentType.CENTER,
      spacing: { line: PITCH, lineRule: LineRuleType.EXACT },
      tabStops: [{ type: TabStopType.RIGHT, position: mm(WIDTH) - points(OFFICIAL.body) }],
      border: {
        bottom: { style: BorderStyle.SINGLE, size: 10, color: "FF0000", space: Math.round((OFFICIAL.ruleGap / 25.4) * 72) },
      },
      children: official.signer ? [run(`　${number}\t签发人：`), run(official.signer, { font: FONTS.kai })] : [run(number)],
    }),
    line([]),
    ...official.title
      .split("\n")
      .map((text) => new Paragraph({ style: "Heading", alignment: AlignmentType.CENTER, children: [run(text)] })),
    line([]),
    line([run(`${official.to}：`)]),
  ];
}

function attachments(names: readonly string[]): Paragraph[] {
  if (names.length === 0) return [];
  return [
    line([]),
    ...names.map((name, index) =>
      line([run(`${index === 0 ? "附件：" : "　　　"}${names.length > 1 ? `${index + 1}．` : ""}${name}`)], {
        first: 2 * OFFICIAL.body,
      }),
    ),
  ];
}

const number = (align: "left" | "right") =>
  new Footer({
    children: [
      new Paragraph({
        alignment: align === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [align]: points(OFFICIAL.small) },
        children: [new TextRun({ font: FONTS.song, size: OFFICIAL.small * 2, children: ["— ", PageNumber.CURRENT, " —"] })],
      }),
    ],
  });

function colophon({ colophon: told }: Official): Paragraph[] {
  if (!told) return [];
  const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: "000000" });
  const small = { size: OFFICIAL.small * 2 };
  const em = points(OFFICIAL.small);
  const copies = told.copiesTo
    ? [
        new Paragraph({
          spacing: { before: points(LINE_PITCH) },
          border: { top: rule(8) },
          indent: { left: 4 * em, right: em, hanging: 3 * em },
          children: [run(`抄送：${told.copiesTo}。`, small)],
        }),
      ]
    : [];
  return [
    ...copies,
    new Paragraph({
      ...(copies.length === 0 && { spacing: { before: points(LINE_PITCH) } }),
      border: { top: rule(copies.length ? 6 : 8), bottom: rule(8) },
      indent: { left: em, right: em },
      tabStops: [{ type: TabStopType.RIGHT, position: mm(WIDTH) - em }],
      children: [run(`${told.printedBy}\t${officialDay(told.printedOn)}印发`, small)],
    }),
  ];
}

/**
 * 公文 as a Word document by GB/T 9704-2012: the grid of 22 lines × 28 characters by exact line height and character spacing, so that Word,
 * WPS and LibreOffice agree. 版记 follows the text: Word has no "foot of the last even page"; the PDF has it there.
 */
export async function officialDocx(official: Official): Promise<Uint8Array> {
  const document = new Document({
    title: official.title.replaceAll("\n", ""),
    creator: "Linli",
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { font: FONTS.body, size: OFFICIAL.body * 2, language: { eastAsia: "zh-CN", value: "zh-CN" } } },
      },
      paragraphStyles: [
        { id: "Body", name: "公文正文", basedOn: "Normal", quickFormat: true, run: { characterSpacing: SPACING } },
        {
          id: "Mark",
          name: "发文机关标志",
          basedOn: "Normal",
          quickFormat: true,
          run: { font: FONTS.mark, size: 80, color: "FF0000" },
        },
        {
          id: "Heading",
          name: "公文标题",
          basedOn: "Normal",
          quickFormat: true,
          run: { font: FONTS.mark, size: OFFICIAL.title * 2 },
          paragraph: { spacing: { line: points(35), lineRule: LineRuleType.EXACT } },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(OFFICIAL.page.width), height: mm(OFFICIAL.page.height) },
            margin: {
              top: mm(OFFICIAL.margin.top),
              bottom: mm(OFFICIAL.margin.bottom),
              left: mm(OFFICIAL.margin.left),
              right: mm(OFFICIAL.margin.right),
              footer: mm(OFFICIAL.margin.bottom - OFFICIAL.pageNumberGap) - points(OFFICIAL.small),
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch: PITCH },
        },
        footers: { default: number("right"), even: number("left") },
        children: [
          ...head(official),
          ...numbered(official.body).map((part) =>
            line([run(part.mark + part.text, { font: BY_LEVEL[part.level] })], {
              align: AlignmentType.BOTH,
              first: 2 * OFFICIAL.body,
            }),
          ),
          ...attachments(official.attachments ?? []),
          ...signed(official),
          ...(official.note ? [line([run(`（${official.note}）`)], { first: 2 * OFFICIAL.body })] : []),
          ...colophon(official),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
