import { describe, expect, it } from "vitest";
import { foreignNames, sqlIn } from "../../scripts/check/sql-law.ts";
import { SYSTEMS } from "../../systems/map.ts";

const named = (file: string, text: string) =>
  sqlIn(file, text).flatMap((sql) => foreignNames(sql, "matters", Object.keys(SYSTEMS)));

describe("one schema per system", () => {
  it("finds another system's table in a template, whatever stands between its pieces", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a source file
    expect(named("a.ts", "tx.query(`select 1 from ${own} m join teams.posts p on true`)")).toEqual(["teams.posts"]);
  });
  it("finds it in a migration, comments apart", () => {
    expect(named("a.sql", "-- ledger.lines is not touched\ninsert into clocks.running values (1);")).toEqual(["clocks.running"]);
  });
  it("lets a foreign key cross", () => {
    expect(named("a.sql", "create table matters.x (unit uuid references teams.units (id));")).toEqual([]);
  });
  it("takes neither a right nor a method for a table", () => {
    expect(named("a.ts", 'const right = "teams.arrange"; teams.listUnits(db);')).toEqual([]);
  });
});
