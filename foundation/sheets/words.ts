type Facts = Record<string, unknown>;
type Sentences = Record<string, { readonly "zh-CN": (facts: Facts) => string; readonly en: (facts: Facts) => string }>;

const MiB = (bytes: unknown): string => `${Math.round(Number(bytes) / 1024 / 1024)} MB`;

/** Why a whole spreadsheet is refused, and what to do next. */
export const sheetRefusals = {
  "sheet.empty": {
    "zh-CN": () => "这个文件里没有任何内容。请确认选对了文件，再重新上传。",
    en: () => "This file is empty. Check that you chose the right file and upload it again.",
  },
  "sheet.not-a-spreadsheet": {
    "zh-CN": (f) => `这个文件实际上是${f.really}，不是表格。请用 Excel 或 WPS 打开原表，另存为 .xlsx 或 .csv 后再上传。`,
    en: (f) =>
      `This file is really ${f.reallyEnglish}, not a spreadsheet. Open the table in Excel or WPS, save it as .xlsx or .csv, and upload that.`,
  },
  "sheet.old-excel": {
    "zh-CN": () => "这是旧版 Excel（.xls）或 WPS（.et）的格式，无法直接读取。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。",
    en: () =>
      "This is the old Excel (.xls) or WPS (.et) format, which cannot be read. Open it, save it as .xlsx, and upload that.",
  },
  "sheet.encrypted": {
    "zh-CN": () => "这个表格设了打开密码。请用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx 后再上传。",
    en: () => "This spreadsheet is protected by a password. Open it, remove the password, save it as .xlsx, and upload that.",
  },
  "sheet.saved-as-other-format": {
    "zh-CN": (f) => `这个文件是${f.really}，只是文件名像表格。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。`,
    en: (f) =>
      `This file is ${f.reallyEnglish} with the name of a spreadsheet. Open it in Excel or WPS, save it as .xlsx, and upload that.`,
  },
  "sheet.damaged": {
    "zh-CN": () =>
      "这个 .xlsx 文件不完整或已损坏，一行都没有读入。请向提供者重新要一份，或用 Excel、WPS 打开修复后另存为 .xlsx。",
    en: () =>
      "This .xlsx file is incomplete or damaged; no row was taken from it. Ask for a new copy, or repair it in Excel or WPS and save it as .xlsx.",
  },
  "sheet.inflates-too-much": {
    "zh-CN": (f) =>
      `这个文件解压后过大（${f.inflatedBytes ? MiB(f.inflatedBytes) : "内部文件过多"}），可能是恶意文件，没有打开。如果确实是正常表格，请删除多余的格式和空行，拆成几份，或另存为 .csv 后再上传。`,
    en: (f) =>
      `This file unpacks to too much (${f.inflatedBytes ? MiB(f.inflatedBytes) : "too many parts"}) and may be hostile, so it was not opened. If it is a real table, remove surplus formatting and empty rows, split it, or save it as .csv.`,
  },
  "sheet.encoding-unknown": {
    "zh-CN": () =>
      "认不出这个文件的文字编码（既不是 UTF-8，也不是 GB18030）。请用 Excel 或 WPS 打开，确认文字正常后另存为 .xlsx 再上传。",
    en: () =>
      "The text encoding of this file is neither UTF-8 nor GB18030. Open it in Excel or WPS, check that the text is right, and save it as .xlsx.",
  },
  "sheet.text-already-garbled": {
    "zh-CN": (f) =>
      `文件里的文字在导出时就已经成了乱码（例如“${f.sample}”），无法还原。请回到原来的系统重新导出，编码选 UTF-8 或 GB18030。`,
    en: (f) =>
      `The text was already garbled when this file was made (for example “${f.sample}”). Export it again from where it came from, as UTF-8 or GB18030.`,
  },
  "sheet.quote-never-closed": {
    "zh-CN": (f) =>
      `第 ${f.row} 行起有一个英文引号没有配对，后面的内容无法分行。请补上引号，或用 Excel、WPS 另存为 .xlsx 后再上传。`,
    en: (f) =>
      `From row ${f.row} on a quotation mark is never closed, so rows cannot be told apart. Close it, or save the file as .xlsx.`,
  },
  "sheet.no-such-sheet": {
    "zh-CN": (f) => `文件里没有第 ${f.sheet} 张工作表。请重新上传并选择工作表。`,
    en: (f) => `The file has no sheet number ${f.sheet}. Upload it again and choose a sheet.`,
  },
  "sheet.too-many-rows-for-xlsx": {
    "zh-CN": (f) => `共 ${f.rows} 行，超过 .xlsx 一次导出的上限 ${f.limit} 行。请改选 .csv，或缩小筛选范围后再导出。`,
    en: (f) => `${f.rows} rows are more than one .xlsx export takes (${f.limit}). Choose .csv, or narrow the filter.`,
  },
} satisfies Sentences;

/** What is wrong with one row; the caller decides whether the row is left out. */
export const sheetProblems = {
  "sheet.cell-too-long": {
    "zh-CN": (f) => `第 ${f.column} 列有 ${f.characters} 个字，超过上限 ${f.limit} 个。请把长文放进附件，表格里留摘要。`,
    en: (f) =>
      `Column ${f.column} holds ${f.characters} characters, more than ${f.limit}. Put the long text in an attachment and keep a summary here.`,
  },
  "sheet.cell-has-error": {
    "zh-CN": (f) => `第 ${f.column} 列的公式出错（${f.text}）。请在表格里改好再上传。`,
    en: (f) => `Column ${f.column} holds a formula error (${f.text}). Correct it in the table and upload again.`,
  },
  "sheet.formula-without-value": {
    "zh-CN": (f) => `第 ${f.column} 列是公式，但文件里没有存它的结果。请用 Excel 或 WPS 打开并保存一次，再上传。`,
    en: (f) => `Column ${f.column} is a formula whose result is not stored. Open and save the file once in Excel or WPS.`,
  },
  "sheet.digits-lost": {
    "zh-CN": (f) => `第 ${f.column} 列的长数字被 Excel 截掉了末尾几位（${f.text}）。请把这一列改成“文本”格式，从原处重新填入。`,
    en: (f) =>
      `Excel has dropped the last digits of the long number in column ${f.column} (${f.text}). Make the column “Text” and enter it again.`,
  },
  "sheet.date-out-of-range": {
    "zh-CN": (f) => `第 ${f.column} 列标成日期，但数值 ${f.text} 不是有效日期。请改成正确的日期。`,
    en: (f) => `Column ${f.column} is formatted as a date, but ${f.text} is not one. Please check it.`,
  },
  "sheet.character-lost": {
    "zh-CN": (f) => `第 ${f.column} 列有无法识别的字（显示为 �）。请核对原文。`,
    en: (f) => `Column ${f.column} has a character that could not be read (shown as �). Check it against the original.`,
  },
  "sheet.more-cells-than-header": {
    "zh-CN": (f) => `这一行有 ${f.cells} 格，表头只有 ${f.header} 格，可能是正文里的分隔符没有加引号。请核对。`,
    en: (f) =>
      `This row has ${f.cells} cells but the header has ${f.header}; perhaps a separator in the text is not quoted. Please check.`,
  },
  "sheet.too-many-columns": {
    "zh-CN": (f) => `这一行超过 ${f.limit} 列，后面的列没有读取。请删去多余的列。`,
    en: (f) => `This row has more than ${f.limit} columns; the rest was not read. Remove the surplus columns.`,
  },
} satisfies Sentences;

/** Things to show beside the proposed mapping; the file can be read all the same. */
export const sheetWarnings = {
  "sheet.name-says-otherwise": {
    "zh-CN": (f) => `文件名以 .${f.extension} 结尾，内容其实是 ${f.kind}，已按内容读取。`,
    en: (f) => `The name ends in .${f.extension} but the content is ${f.kind}; it is read by its content.`,
  },
  "sheet.no-header-found": {
    "zh-CN": () => "没有找到表头，列名暂按“第 1 列、第 2 列……”显示。请指定表头在哪一行。",
    en: () => "No header row was found; columns are called “column 1, column 2 …”. Say which row is the header.",
  },
  "sheet.some-characters-lost": {
    "zh-CN": () => "有个别字无法识别，导入前会在对应的行标出。",
    en: () => "A few characters could not be read; the rows are marked before import.",
  },
  "sheet.more-sheets-than-read": {
    "zh-CN": (f) => `工作表太多，只列出前 ${f.limit} 张。要用其余的，请另存为单独的文件再上传。`,
    en: (f) => `There are too many sheets; the first ${f.limit} are listed. Save the others as files of their own to use them.`,
  },
  "sheet.hidden-sheet": {
    "zh-CN": (f) => `工作表“${f.name}”在原文件里是隐藏的。`,
    en: (f) => `Sheet “${f.name}” is hidden in the file.`,
  },
} satisfies Sentences;

export type SheetRefusalCode = keyof typeof sheetRefusals;
export type SheetProblemCode = keyof typeof sheetProblems;
export type SheetWarningCode = keyof typeof sheetWarnings;
