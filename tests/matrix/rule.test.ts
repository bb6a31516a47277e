import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { accessPage, promiseTable } from "../../scripts/access-doc.ts";
import { type MatterKind, RELATIONS, SEES, sees } from "./expected.table.ts";

describe("the rule that server and screens ask", () => {
  const table = promiseTable();
  test.each(Object.keys(SEES) as MatterKind[])("%s: says what the table written by hand says", (kind) => {
    const known = RELATIONS.filter((relation) => relation !== "works in another county"); // counties are kept apart by the database
    expect(
      Object.entries(table[kind]!)
        .filter(([, seen]) => seen)
        .map(([who]) => who),
    ).toEqual(known.filter((who) => sees(kind, who)));
  });
});

test("docs/access.md is what the sentences say: run `node scripts/access-doc.ts`", async () =>
  expect(readFileSync(join(import.meta.dirname, "..", "..", "docs", "access.md"), "utf8")).toBe(await accessPage()));
