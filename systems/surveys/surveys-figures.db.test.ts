import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyCounty } from "../../apps/verify-county.ts";
import { withActor } from "../../foundation/db/pool.ts";
import { newId } from "../../foundation/ids.ts";
import { officerOf } from "../../tests/builders/matter.ts";
import { keepData } from "./actions/keep-data.ts";
import { recordAnswer } from "./actions/record-answer.ts";
import { dataOn } from "./store/data.ts";
import { answers, aSurveyedCounty } from "./surveys.fixture.ts";
import { casesBehind } from "./views/cases-behind.ts";
import { figures } from "./views/figures.ts";
import { COMPARED_OF_A_CALL } from "./views/verify/call-reducer.ts";

const { county, owner, caller, reader, later, closedMatter, callOf } = aSurveyedCounty();

describe("the three rates", () => {
  const asked = { from: "2027-03-01", to: "2027-03-31", by: "unit" as const };
  beforeAll(async () => {
    later(new Date("2027-03-10T02:00:00Z"));
    // ten of housing: 6 solved and satisfied, 2 partly and fair, 2 not; two of water, silent
    for (let n = 0; n < 10; n++) {
      const { id } = await callOf((await closedMatter()).id);
      const said =
        n < 6
          ? {}
          : n < 8
            ? { solved: "partly-solved", satisfied: "fair" }
            : { contacted: "no", solved: "not-solved", satisfied: "very-dissatisfied" };
      await recordAnswer(county.services, caller(), id, answers(1, said));
    }
    await closedMatter({}, "water");
    await closedMatter({}, "water");
  }, 120_000);
  test("by unit: response 8 of 10, solved 7 of 10, satisfied 7.2 of 10; two silent ones have none", async () => {
    const found = await figures(county.services, reader(), asked);
    const [housing, water] = ["县住房和城乡建设局", "县水利局"].map((name) =>
      found.rows.find((row) => name.includes(row.name.replace(/^县/, ""))),
    );
    expect(housing?.rates).toMatchObject({
      response: { value: 0.8, n: 10, valid: 10, excluded: 0 },
      solved: { value: 0.7, valid: 10 },
      satisfied: { value: expect.closeTo(0.72, 12), valid: 10 },
    });
    expect(water?.rates.response).toEqual({ value: null, n: 2, valid: 0, excluded: 0, withheld: false });
    expect(found.total.response).toMatchObject({ n: 12, valid: 10 });
    expect(found.formulas).toMatchObject({ version: 1 });
    expect(JSON.stringify(found)).not.toContain(caller().person!);
  });
  test("each figure opens exactly the matters that were counted", async () => {
    const found = await figures(county.services, reader(), asked);
    for (const rate of ["response", "solved", "satisfied"] as const)
      for (const row of [...found.rows, { key: undefined, rates: found.total }]) {
        const count = async (counted: "valid" | "excluded" | "all") =>
          (await casesBehind(county.services, reader(), { ...asked, rate, key: row.key, counted })).cases.length;
        const { n, valid, excluded } = row.rates[rate];
        expect([await count("all"), await count("valid"), await count("excluded")]).toEqual([n, valid, excluded]);
      }
  });
  test("a later formula changes later figures alone; the past stays as it was counted, and can be counted anew by name", async () => {
    const editor = await officerOf(county, "county-centre", ["matters.read", "rules.edit"], "rules");
    const { body } = await withActor(county.db, editor, async (tx) => dataOn(tx, county.code, "formulas", "2027-03-31"));
    const next = { ...body, solved: { ...body.solved, weights: { solved: 1, "partly-solved": 1, "not-solved": 0 } } };
    const keep = (validFrom: string, baseVersion: number) =>
      keepData(county.services, editor, "formulas", { v: 1, commandId: newId(), baseVersion, validFrom, body: next });
    await expect(keep("2027-03-09", 1)).rejects.toMatchObject({ code: "surveys.not-backwards" });
    await expect(keep("2027-04-01", 7)).rejects.toMatchObject({ code: "surveys.data-changed-meanwhile" });
    expect(await keep("2027-04-01", 1)).toMatchObject({ version: 2 });
    expect((await figures(county.services, reader(), asked)).total.solved.value).toBe(0.7);
    expect((await figures(county.services, reader(), { ...asked, version: 2 })).total.solved.value).toBe(0.8);
    expect((await figures(county.services, reader(), { ...asked, to: "2027-04-01" })).formulas.version).toBe(2);
  });
});

describe("the journal", () => {
  const check = () => verifyCounty(county.db, county.code, mkdtempSync(join(tmpdir(), "linli-surveys-")));
  test("agrees with every call after all of this", async () => {
    const report = await check();
    expect(report.journal.findings).toEqual([]);
    expect(report.journal.notRebuilt).toEqual({});
  });
  test("holds every column that an act decides", async () => {
    const apart = ["county_code", "id", "version", "taken_by", "taken_until", "updated_at"];
    const { rows } = await owner().query(
      "select column_name as name from information_schema.columns where table_schema = 'surveys' and table_name = 'calls'",
    );
    expect(new Set(rows.map(({ name }) => name))).toEqual(new Set([...COMPARED_OF_A_CALL, ...apart]));
  });
  test.each([
    ["solved", "'not-solved'"],
    ["satisfied", "'very-dissatisfied'"],
    ["contacted", "'cannot-say'"],
    ["attempts", "attempts + 1"],
    ["reporter_id", "'00000000-0000-7000-8000-000000000000'"],
    ["unit_id", "'00000000-0000-7000-8000-000000000000'"],
    ["closed_at", "closed_at + interval '1 second'"],
    ["state", "'refused'"],
  ])("shows that %s was changed behind its back", async (column, value) => {
    const { rows } = await owner().query(
      "select id, to_jsonb(c) as was from surveys.calls c where state = 'answered' and solved = 'solved' and satisfied is not null limit 1",
    );
    const { id, was } = rows[0];
    await owner().query(`update surveys.calls set ${column} = ${value} where id = $1`, [id]);
    const report = await check();
    await owner().query(
      `update surveys.calls c set ${column} = (jsonb_populate_record(null::surveys.calls, $2)).${column} where id = $1`,
      [id, was],
    );
    expect(report.sound).toBe(false);
    expect(JSON.stringify(report.journal.findings)).toContain(column);
  });
});
