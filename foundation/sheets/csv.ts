import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { parse } from "csv-parse";
import { parse as parseNow } from "csv-parse/sync";
import { Refusal } from "../refusal.ts";
import type { SheetLimits } from "./limits.ts";
import { finishRow } from "./rows.ts";
import type { SheetRow, TextEncoding } from "./shapes.ts";

export interface CsvForm {
  readonly encoding: TextEncoding;
  readonly bom: number;
  readonly delimiter: string;
  /** Old Macintosh files end lines by a carriage return alone. */
  readonly carriageReturnsOnly: boolean;
  /** The file begins with Excel's line `sep=;`, which is no row of the table. */
  readonly sepLine: boolean;
}

const PREFERRED = [",", "\t", ";", "|"];
const FULL_WIDTH = ["，", "；"];

/** Reads the first lines and says how cells are separated; a file of one column counts as separated by commas. */
export async function findCsvForm(
  path: string,
  found: { encoding: TextEncoding; bom: number; lineFeeds: number },
): Promise<CsvForm> {
  const file = await open(path, "r");
  const head = Buffer.alloc(128 * 1024);
  const { bytesRead } = await file.read(head, 0, head.length, found.bom).finally(() => file.close());
  const text = new TextDecoder(found.encoding).decode(head.subarray(0, bytesRead));
  const form = { encoding: found.encoding, bom: found.bom, carriageReturnsOnly: found.lineFeeds === 0 };
  const named = /^sep=(.)\r?\n/i.exec(text);
  if (named?.[1]) return { ...form, delimiter: named[1], sepLine: true };
  const whole = bytesRead < head.length ? text : text.slice(0, Math.max(text.lastIndexOf("\n"), 0) || text.length);
  const best = [PREFERRED, FULL_WIDTH].map((list) => bestOf(list, whole)).find((choice) => choice !== undefined);
  return { ...form, delimiter: best ?? ",", sepLine: false };
}

function bestOf(delimiters: readonly string[], text: string): string | undefined {
  let best: { delimiter: string; score: number } | undefined;
  for (const delimiter of delimiters) {
    const widths = sampleRecords(text, delimiter).map((record) => record.length);
    const counted = new Map<number, number>();
    for (const width of widths) if (width > 1) counted.set(width, (counted.get(width) ?? 0) + 1);
    const [width, times] = [...counted].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
    const share = times / Math.max(widths.length, 1);
    const needed = FULL_WIDTH.includes(delimiter) ? 0.9 : 0.3;
    const score = share * (1 + Math.min(width, 10) / 20);
    if (times > 0 && share >= needed && score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best?.delimiter;
}

function sampleRecords(text: string, delimiter: string): string[][] {
  try {
    return parseNow(text, { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, to: 60 });
  } catch {
    return []; // with this delimiter the quotation marks do not pair
  }
}

/** Rows of a CSV, a chunk at a time. Throws `sheet.quote-never-closed` with the row where the open quotation mark stands. */
export async function* readCsv(path: string, form: CsvForm, limits: SheetLimits): AsyncGenerator<SheetRow> {
  let records: string[][] = [];
  let row = form.sepLine ? 1 : 0;
  const parser = parse({
    delimiter: form.delimiter,
    record_delimiter: form.carriageReturnsOnly ? ["\r"] : ["\r\n", "\n"],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: limits.recordBytes,
    from_line: form.sepLine ? 2 : 1,
    on_record: (record: string[]) => {
      records.push(record);
      return null;
    },
  });
  let broken: Error | undefined;
  parser.on("error", (error) => {
    broken ??= error;
  });
  const written = (chunk: Buffer | string): Promise<void> =>
    new Promise((resolve, reject) => parser.write(chunk, (error) => (error ? reject(error) : resolve())));
  const decoder = form.encoding === "utf-8" ? undefined : new TextDecoder(form.encoding);
  const source = createReadStream(path, { start: form.bom, highWaterMark: 256 * 1024 });
  function* taken(): Generator<SheetRow> {
    const batch = records;
    records = [];
    for (const cells of batch) {
      row++;
      const finished = finishRow(row, cells, limits);
      if (finished) yield finished;
    }
  }
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      await written(decoder ? decoder.decode(chunk, { stream: true }) : chunk);
      yield* taken();
    }
    const rest = decoder?.decode() ?? "";
    if (rest) await written(rest);
    await new Promise<void>((resolve, reject) =>
      parser.end((error?: Error | null) => (error || broken ? reject(error ?? broken) : resolve())),
    );
    yield* taken();
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    if (code.startsWith("CSV_")) throw new Refusal("sheet.quote-never-closed", { row: row + records.length + 1 });
    throw error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}
