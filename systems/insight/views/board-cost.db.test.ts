import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { type Database, withActor } from "../../../foundation/db/pool.ts";
import { fixedClock } from "../../../foundation/time/index.ts";
import { aCounty } from "../../../tests/builders/county.ts";
import { aMatter, officerOf, placeNamed } from "../../../tests/builders/matter.ts";
import { board } from "./board.ts";

const ROWS = 100_000;
const clock = fixedClock("2026-11-18T02:00:00Z");
const county = aCounty({ clock });

/** One real matter, then copies of its row over four years, all but one in two hundred closed. */
beforeAll(async () => {
  const { id } = await aMatter(county, { village: "纪村" }).accepted().dispatchedTo("housing").signed().answered().closed();
  const owner = new pg.Client({ connectionString: county.ownerUrl });
  await owner.connect();
  const columns = (
    await owner.query<{ name: string }>(
      "select column_name as name from information_schema.columns where table_schema = 'matters' and table_name = 'matters' order by ordinal_position",
    )
  ).rows.map(({ name }) => name);
  const other: Record<string, string> = {
    id: "gen_random_uuid()",
    number: "'copy-' || i",
    received_at: "at",
    closed_at: "case when i % 200 = 0 then null else at + interval '3 days' end",
    open: "i % 200 = 0",
    state: "case when i % 200 = 0 then 'handling' else 'closed' end",
    due_at: "at + interval '15 days'",
  };
  await owner.query(
    `insert into matters.matters (${columns.join(",")}) select ${columns.map((name) => other[name] ?? `m.${name}`).join(",")}
     from matters.matters m, generate_series(1, ${ROWS}) i, lateral (select timestamptz '2026-11-18' - i * interval '21 minutes' as at) t where m.id = '${id}'`,
  );
  await owner.query("vacuum analyze matters.matters");
  await owner.end();
}, 120_000);

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number;
  readonly Plans?: readonly Plan[];
}
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** The same database, which keeps what is asked of matters.matters. */
function listening(db: Database, heard: { text: string; values: unknown[] }[]): Database {
  return {
    ...db,
    pool: (role) =>
      new Proxy(db.pool(role), {
        get(pool, name) {
          if (name !== "connect") return Reflect.get(pool, name);
          return async () => {
            const client = await pool.connect();
            return new Proxy(client, {
              get(inner, key) {
                const value = Reflect.get(inner, key);
                if (typeof value !== "function") return value;
                if (key !== "query") return value.bind(inner);
                return (text: string, values: unknown[]) => {
                  if (/from matters\.matters m/.test(String(text))) heard.push({ text, values });
                  return inner.query(text, values);
                };
              },
            });
          };
        },
      }),
  };
}

test.each(["county", "township", "village"])(
  `over ${ROWS} matters the board of a %s reads only the weeks it shows and what is open`,
  async (kind) => {
    const reader = await officerOf(county, "county-centre", ["matters.read", "insight.read"]);
    const place = kind === "county" ? undefined : await placeNamed(county, "冢头镇", kind === "village" ? "纪村" : undefined);
    const heard: { text: string; values: unknown[] }[] = [];
    const began = performance.now();
    const shown = await board({ ...county.services, db: listening(county.db, heard) }, reader, { colour: "received", place });
    const took = performance.now() - began;
    expect(heard).toHaveLength(5);
    expect(shown.figures.received.value).toBeGreaterThan(100);

    const weekly = shown.trend.reduce((most, week) => Math.max(most, week.received, week.closed), 0);
    let read = 0;
    for (const { text, values } of heard) {
      const plan = await withActor(
        county.db,
        reader,
        async (tx) => (await tx.query(`explain (analyze, format json) ${text}`, values)).rows[0]["QUERY PLAN"][0].Plan as Plan,
        { readOnly: true },
      );
      for (const node of nodesOf(plan)) {
        if (node["Relation Name"] !== "matters") continue;
        expect(node["Node Type"], text).toMatch(/Index|Bitmap/);
        read += (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"];
      }
    }
    console.log(`board of a ${kind}: ${Math.round(took)} ms, ${read} of ${ROWS} rows read for five questions`);
    // two weeks twice, twelve weeks twice, and the open rows
    expect(read).toBeLessThanOrEqual(weekly * (2 + 2 + 12 + 12) + shown.figures.open.value);
    expect(read).toBeGreaterThan(0);
  },
);
