import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Block, Column, Field, Paper, SignaturePlace, Told } from "../rules/paper.ts";

const mm = (length: number) => Math.round((length / 25.4) * 1440);
const MARGIN = { top: mm(32), bottom: mm(28), left: mm(28), right: mm(24) };
const WIDTH = mm(210 - 28 - 24);
const BLANK = "　　　　　　　　";
const MARKS = { signature: "（签名）", finger: "（签名、盖章或按指印）", seal: "（盖章）" } as const;
const ALIGN = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE };

/** Text of a place, line by line; a blank to write on where the record says nothing. */
const runs = (value: Told): TextRun[] =>
  typeof value === "string"
    ? value.split("\n").map((text, index) => new TextRun({ text, break: index === 0 ? 0 : 1 }))
    : [new TextRun({ text: BLANK, underline: {} })];

const line = (value: Told, style = "Body", alignment: (typeof ALIGN)[keyof typeof ALIGN] = ALIGN.left) =>
  new Paragraph({ style, alignment, children: runs(value) });

const cell = (value: Told, width: number, { span = 1, label = false, lines = 1 } = {}) =>
  new TableCell({
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    borders: BORDERS,
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 80, bottom: 80, left: 100, right: 100 },
    children: [
      new Paragraph({
        style: "Cell",
        alignment: label ? ALIGN.centre : ALIGN.left,
        ...(typeof value !== "string" && { spacing: { after: (lines - 1) * 420 } }),
        children: typeof value === "string" ? runs(value) : [],
      }),
    ],
  });

/** One table of label and value; a row of fewer fields lets its last value run to the edge. */
function fields(rows: readonly (readonly Field[])[]): Table {
  const most = Math.max(...rows.map((row) => row.length));
  const label = Math.min(1500, Math.round(WIDTH / most / 3));
  const value = Math.round(WIDTH / most) - label;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: Array.from({ length: most }, () => [label, value]).flat(),
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.flatMap((field, index) => {
            const spare = index === row.length - 1 ? most - row.length : 0;
            return [
              cell(field.label, label, { label: true }),
              cell(field.value, value + spare * (label + value), { span: 2 * spare + 1, lines: field.lines ?? 1 }),
            ];
          }),
        }),
    ),
  });
}

function table(columns: readonly Column[], rows: readonly (readonly string[])[]): Table {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => Math.round((WIDTH * column.share) / shares));
  const row = (texts: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: texts.map(
        (text, index) =>
          new TableCell({
            width: { size: widths[index]!, type: WidthType.DXA },
            borders: BORDERS,
            verticalAlign: VerticalAlign.CENTER,
            margins: { top: 60, bottom: 60, left: 80, right: 80 },
            children: [
              new Paragraph({
                style: head ? "Column" : "Cell",
                alignment: head ? ALIGN.centre : ALIGN[columns[index]!.align ?? "left"],
                children: runs(text),
              }),
            ],
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        columns.map((column) => column.title),
        true,
      ),
      ...rows.map((texts) => row(texts, false)),
    ],
  });
}

function signatures(places: readonly SignaturePlace[]): Paragraph[] {
  return places.flatMap((place, at) => [
    ...(place.names.length > 0 ? place.names : [""]).map(
      (name, index) =>
        new Paragraph({
          style: "Signature",
          keepNext: true,
          children: [
            new TextRun(index === 0 ? `${place.who}：${name}` : `${"　".repeat(place.who.length + 1)}${name}`),
            new TextRun({ text: `${BLANK}${BLANK}`, underline: {} }),
            new TextRun({ text: MARKS[place.by], size: 20 }),
          ],
        }),
    ),
    new Paragraph({
      style: "Body",
      alignment: ALIGN.right,
      keepNext: at < places.length - 1,
      children: [new TextRun(place.day ?? "　　　　年　　月　　日")],
    }),
  ]);
}

const numbered = (item: Told, index: number) =>
  new Paragraph({ style: "Indented", children: [new TextRun(`${index + 1}．`), ...runs(item)] });

function write(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children: runs(block.text) })];
    case "text": {
      const from = block.from ?? "indent";
      return [
        from === "indent" || from === "flush"
          ? line(block.text, from === "indent" ? "Indented" : "Body")
          : line(block.text, "Body", ALIGN[from]),
      ];
    }
    case "list":
      return block.items.map(numbered);
    case "fields":
      return [fields(block.rows), new Paragraph({ style: "Gap" })];
    case "table":
      return [table(block.columns, block.rows), new Paragraph({ style: "Gap" })];
    case "signatures":
      return signatures(block.places);
    case "page":
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

const font = (eastAsia: string) => ({ ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman", eastAsia });

/**
 * The paper as a Word document: real styles, tables and page numbers, so that an officer can go on writing in Word or WPS. Fonts are
 * named as offices have them (仿宋_GB2312, 方正小标宋简体, 黑体); a machine without them takes its own.
 */
export async function docxOf(paper: Paper): Promise<Uint8Array> {
  const leading = { line: 480, lineRule: LineRuleType.AT_LEAST } as const;
  const own = (id: string, name: string, rest: object) => ({ id, name, basedOn: "Normal", quickFormat: true, ...rest });
  const document = new Document({
    title: paper.title,
    creator: "Linli",
    styles: {
      default: {
        document: { run: { font: font("仿宋_GB2312"), size: 28, language: { eastAsia: "zh-CN", value: "zh-CN" } } },
        title: {
          run: { font: font("方正小标宋简体"), size: 44, bold: false, color: "000000" },
          paragraph: { alignment: ALIGN.centre, spacing: { after: 240 } },
        },
        heading1: {
          run: { font: font("黑体"), size: 28, bold: false, color: "000000" },
          paragraph: { spacing: { before: 240, after: 120 } },
        },
      },
      paragraphStyles: [
        own("Body", "正文", { paragraph: { spacing: leading } }),
        own("Indented", "正文首行缩进", { paragraph: { spacing: leading, indent: { firstLine: 560, firstLineChars: 200 } } }),
        own("Number", "编号", { paragraph: { spacing: { after: 160 } } }),
        own("Cell", "表格", { run: { size: 24 } }),
        own("Column", "表头", { run: { size: 24, bold: true } }),
        own("Signature", "签名处", { paragraph: { spacing: { before: 400, after: 60 } } }),
        own("Gap", "表后", { run: { size: 12 } }),
      ],
    },
    sections: [
      {
        properties: { page: { size: { width: mm(210), height: mm(297) }, margin: MARGIN } },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: ALIGN.centre,
                children: [
                  new TextRun({ size: 20, children: ["第 ", PageNumber.CURRENT, " 页　共 ", PageNumber.TOTAL_PAGES, " 页"] }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: runs(paper.title) }),
          ...(paper.number ? [line(paper.number, "Number", ALIGN.right)] : []),
          ...paper.blocks.flatMap(write),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
