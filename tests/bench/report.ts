import { readFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";

/** The p-th part (0–1) of these figures, by the nearest rank. */
export function quantile(figures: readonly number[], p: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? Number.NaN;
}
export const median = (figures: readonly number[]): number => quantile(figures, 0.5);

/** Load averages of 1, 5 and 15 minutes: others may share the machine. */
export const load = (): string => readFileSync("/proc/loadavg", "utf8").split(" ").slice(0, 3).join(" ");

/** What every report begins with. */
export function sayMachine(server: string): void {
  console.log(
    `${new Date().toISOString()} · ${availableParallelism()} × ${cpus()[0]?.model.trim()} · ${Math.round(totalmem() / 2 ** 30)} GiB · Node ${process.versions.node} · PostgreSQL ${server} · load ${load()}`,
  );
}

/** A plain table; figures are right-aligned. */
export function sayTable(title: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  console.log(`\n${title}`);
  const columns = Object.keys(rows[0] ?? {});
  const text = (value: string | number | undefined) =>
    typeof value === "number" ? (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2)) : (value ?? "");
  const width = (words: string) => [...words].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
  const widths = columns.map((column) => Math.max(width(column), ...rows.map((row) => width(text(row[column])))));
  const line = (cells: readonly (string | number | undefined)[]) =>
    cells
      .map((cell, at) => {
        const space = " ".repeat(widths[at]! - width(text(cell)));
        return typeof cell === "number" ? space + text(cell) : text(cell) + space;
      })
      .join("  ");
  console.log(line(columns));
  for (const row of rows) console.log(line(columns.map((column) => row[column])));
}

/** `--rounds 5` and the like. */
export function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? Number(process.argv[at + 1]) : otherwise;
}
