import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { root } from "../../foundation/root.ts";
import { makeTexts } from "./texts.ts";

const escaped = (text: string) => text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");

/**
 * Fills a county with matters of eighteen months, by SQL and as the owner: `fill.sql` says how they are spread. `withLines` adds
 * what receiving leaves beside the row: journal line, persons, reporter, clock, command.
 */
export async function fillMatters(
  ownerUrl: string,
  many: number,
  options: { withLines?: boolean; texts?: number } = {},
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("set synchronous_commit = off; set work_mem = '64MB'; set maintenance_work_mem = '512MB'");
    await client.query(
      "create temporary table texts (nth serial, title text, body text, kind text, category text, urgency text, tokens text[])",
    );
    const texts = makeTexts(options.texts ?? 40_000).map((one) => {
      const tokens = `{${one.tokens.map((token) => `"${token}"`).join(",")}}`;
      return `${[one.title, one.body, one.kind, one.category, one.urgency, tokens].map(escaped).join("\t")}\n`;
    });
    await pipeline(
      Readable.from(texts),
      client.query(copyFrom("copy texts (title, body, kind, category, urgency, tokens) from stdin")),
    );
    await client.query("create unique index on texts (nth); analyze texts");
    const indexes = await client.query<{ name: string; text: string }>(
      `select format('%I.%I', schemaname, indexname) as name, indexdef as text from pg_indexes i
       where (schemaname, tablename) in (('matters', 'matters'), ('matters', 'search'), ('matters', 'assignments'), ('ledger', 'lines'), ('residents', 'reporters'))
       and not exists (select from pg_constraint c where c.conname = i.indexname)`,
    );
    const step = async (sql: string) => {
      const begun = performance.now();
      await client.query(sql);
      const seconds = (performance.now() - begun) / 1000;
      if (seconds > 5) console.error(`  ${seconds.toFixed(0)} s  ${sql.replaceAll(/\s+/g, " ").slice(0, 90)}`);
    };
    for (const index of indexes.rows) await step(`drop index ${index.name}`);
    const [matters = "", lines = ""] = readFileSync(join(root, "tests/bench/fill.sql"), "utf8").split("-- with lines\n");
    const statements = `${matters}${options.withLines ? lines : ""}`.replaceAll(":many", String(many)).split(/;\n/);
    for (const statement of statements) if (statement.trim()) await step(statement);
    for (const index of indexes.rows) await step(index.text);
    for (const table of ["matters.matters", "matters.search", "matters.assignments", "ledger.lines", "residents.reporters"])
      await step(`vacuum analyze ${table}`);
    await step("checkpoint");
  } finally {
    await client.end();
  }
}
