import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { SystemsMap } from "./import-law.ts";
import { SQL_CROSSINGS } from "./sql-crossings.table.ts";

const ts = createRequire(import.meta.url)("@typescript/typescript6") as typeof import("@typescript/typescript6");

/** A table, view or function of another system that is named in a system's SQL. */
export interface SqlName {
  readonly file: string;
  readonly system: string;
  readonly name: string;
}

const SQL_WORD = /\b(select|insert into|update|delete from|from|join|call|perform)\b/i;

/** The SQL of a file without comments: all of a migration; of TypeScript, each string that reads like SQL. */
export function sqlIn(file: string, text: string): string[] {
  if (file.endsWith(".sql")) return [text.replaceAll(/--.*$/gm, "").replaceAll(/\bcomment on [\s\S]*?';/g, "")];
  const found: string[] = [];
  const visit = (node: import("@typescript/typescript6").Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    else if (ts.isTemplateExpression(node))
      found.push([node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(" ? "));
    ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS),
  );
  return found.filter((literal) => /\s/.test(literal.trim()) && SQL_WORD.test(literal)); // one word alone is a name, such as a right
}

/** Names of other systems' schemas in this SQL. A foreign key may cross, so `references` does not count. */
export function foreignNames(sql: string, system: string, systems: readonly string[]): string[] {
  const others = systems.filter((other) => other !== system);
  const names = sql
    .replaceAll(/\breferences\s+\S+/gi, "")
    .matchAll(new RegExp(`(?<![\\w.'"-])(${others.join("|")})\\.([a-z_]+)\\b(?!['.-])`, "g"));
  return [...new Set([...names].map((match) => `${match[1]}.${match[2]}`))];
}

/** Every crossing in the systems' SQL, tests apart. */
export function sqlNames(root: string, map: SystemsMap): SqlName[] {
  const systems = Object.keys(map);
  return globSync("systems/*/**/*.{ts,tsx,sql}", { cwd: root })
    .filter((file) => !/\.(test|fixture)\.tsx?$|\/testing\.ts$/.test(file))
    .flatMap((file) => {
      const system = file.split("/")[1]!;
      const pieces = sqlIn(file, readFileSync(join(root, file), "utf8"));
      return [...new Set(pieces.flatMap((sql) => foreignNames(sql, system, systems)))].map((name) => ({ file, system, name }));
    });
}

/** The functions and views that an owner's own migrations publish. */
export function published(root: string): ReadonlySet<string> {
  return new Set(
    globSync("systems/*/store/migrations/*.sql", { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), "utf8").matchAll(/create (?:or replace )?(?:function|view) ([a-z_]+)\.([a-z_]+)/g)]
        .filter((match) => match[1] === file.split("/")[1])
        .map((match) => `${match[1]}.${match[2]}`),
    ),
  );
}

/** The crossings that nobody allowed, and the allowances that nobody uses any more. */
export function sqlFaults(root: string, map: SystemsMap): string[] {
  const names = sqlNames(root, map);
  const open = published(root);
  const allowance = ({ file, name }: SqlName) =>
    SQL_CROSSINGS.find((one) => file.startsWith(one.file) && one.names.includes(name as never));
  const faults = names
    .filter((one) => {
      const owner = one.name.split(".")[0]!;
      return !(open.has(one.name) && map[one.system]?.includes(owner)) && !allowance(one);
    })
    .map((one) => `${one.file} names ${one.name} in its SQL: use the owner's door, or a view or function that it publishes`);
  const idle = SQL_CROSSINGS.flatMap((one) =>
    one.names
      .filter((name) => !names.some((found) => found.name === name && found.file.startsWith(one.file)))
      .map((name) => `sql-crossings.table.ts allows ${name} in ${one.file}, which does not name it`),
  );
  return [...faults, ...idle];
}
