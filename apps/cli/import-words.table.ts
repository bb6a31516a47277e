/** Sentences of import and export at the terminal: Chinese, English. */
export const IMPORT_WORDS = {
  "import.whichFile": ["请写明要导入的表格：linli import 文件", "Name the sheet to import: linli import FILE"],
  "import.noFile": ["找不到文件 {file}。", "There is no file {file}."],
  "import.badMap": [
    "--map {map} 写得不对：应为 列名=字段；列名须在表头里，字段须是：{fields}。",
    "--map {map} is not understood: it is COLUMN=FIELD, with a column of the header and one of {fields}.",
  ],
  "import.found": [
    "{name}：{kind}，工作表“{sheet}”，表头在第 {headerRow} 行，约 {total} 行。",
    "{name}: {kind}, sheet “{sheet}”, header in row {headerRow}, about {total} rows.",
  ],
  "import.column": ["  {column} → {field}（{reason}）", "  {column} → {field} ({reason})"],
  "import.trying": ["试运行 {index}/{total} 行，每秒 {speed} 行", "Trying {index}/{total} rows, {speed} a second"],
  "import.running": ["导入 {index}/{total} 行，每秒 {speed} 行", "Importing {index}/{total} rows, {speed} a second"],
  "import.problem": ["  第 {row} 行：{sentence}", "  row {row}: {sentence}"],
  "import.moreProblems": ["  ……还有 {more} 行", "  … and {more} more"],
  "import.report": ["{report}", "{report}"],
  "import.ask": ["确认导入？输入 y 继续，其他键取消：", "Import these rows? y to go on, anything else to leave it: "],
  "import.left": ["没有导入任何内容。", "Nothing was imported."],
  "import.askFirst": [
    "没有终端可以确认。看过上面的对应关系后，请加 --yes 再运行。",
    "There is no terminal to ask at. Look at the mapping above, then run it again with --yes.",
  ],
  "export.whichFile": [
    "请写明导出到哪个文件：linli export 文件.csv 或 文件.xlsx",
    "Name the file to write: linli export FILE.csv or FILE.xlsx",
  ],
  "export.badForm": ["--as 只能是 csv 或 xlsx。", "--as is csv or xlsx."],
  "export.done": ["已导出到 {file}。", "Written to {file}."],
  "export.sent": [
    "上报 {rows} 条，文件编号 {id}；要求重报时用 --again。",
    "{rows} replies sent; the file's id is {id}, for --again.",
  ],
  "export.cannotSend": ["不能上报：{theirs}（{number}）{reason}", "Cannot be sent: {theirs} ({number}) {reason}"],
} as const;
