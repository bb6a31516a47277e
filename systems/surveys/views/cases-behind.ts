import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import type { Services } from "../../matters/index.ts";
import type { casesBehind as route } from "../contract.ts";
import { weighingOf } from "../rules/three-rates.rule.ts";
import { formulasOf, KEY, spanOf } from "./figures.ts";

const PAGE = 50;
const ANSWER = { response: "contacted", solved: "solved", satisfied: "satisfied" } as const;

interface Row {
  readonly id: string;
  readonly matter: string;
  readonly number: string;
  readonly title: string;
  readonly unit_id: string;
  readonly closed_at: Date;
  readonly state: string;
  readonly reason: string | null;
  readonly kind: string;
  readonly contacted: string | null;
  readonly solved: string | null;
  readonly satisfied: string | null;
}

/** The matters behind a figure, newest closing first, with what each counts. Matters that the reader may not see are not among them. */
export async function casesBehind(
  services: Services,
  actor: Actor,
  asked: z.output<NonNullable<typeof route.query>>,
): Promise<z.input<typeof route.answer>> {
  const [from, until] = spanOf(asked);
  const books = await services.books(actor.county);
  const after = cursorOf(asked.after);
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const { body: formulas } = await formulasOf(tx, actor.county, asked);
      const formula = formulas[asked.rate];
      const answer = ANSWER[asked.rate];
      const excluded = formula.excludes.map((one) => one.kind);
      const counts = Object.keys(formula.weights);
      const counted = {
        all: "true",
        excluded: "s.kind = any ($5)",
        valid: `s.kind <> all ($5) and s.${answer} = any ($6)`,
        silent: `s.kind <> all ($5) and (s.${answer} is null or s.${answer} <> all ($6))`,
      }[asked.counted];
      const { rows } = await tx.query<Row>(
        `select s.id, s.matter_id as matter, m.number, m.title, s.unit_id, s.closed_at, s.state, s.reason, s.kind, s.contacted, s.solved, s.satisfied
         from surveys.cases s join matters.standings m on m.county_code = s.county_code and m.id = s.matter_id
         where s.county_code = $1 and s.closed_at >= $2 and s.closed_at < $3 and ($4::text is null or coalesce(s.${KEY[asked.by]}::text, '') = $4)
           and cardinality($5::text[]) >= 0 and cardinality($6::text[]) >= 0 and ${counted}
           and ($7::timestamptz is null or (s.closed_at, s.id) < ($7, $8::uuid))
         order by s.closed_at desc, s.id desc limit ${PAGE + 1}`,
        [actor.county, from, until, asked.key ?? null, excluded, counts, after?.at ?? null, after?.id ?? null],
      );
      const shown = rows.slice(0, PAGE);
      const last = shown.at(-1);
      return {
        cases: shown.map((row) => {
          const weighing = weighingOf(row, asked.rate, formulas);
          return {
            id: row.id,
            matter: row.matter,
            number: row.number,
            title: row.title,
            unit: books.units.get(row.unit_id)?.shortName ?? "",
            closedAt: row.closed_at.toISOString(),
            state: row.state,
            reason: row.reason,
            answer: row[answer],
            counted: typeof weighing === "number" ? ("valid" as const) : weighing,
            weight: typeof weighing === "number" ? weighing : null,
          };
        }),
        next: rows.length > PAGE && last ? `${last.closed_at.toISOString()}_${last.id}` : null,
      };
    },
    { readOnly: true },
  );
}

function cursorOf(text: string | undefined): { at: string; id: string } | undefined {
  if (text === undefined) return undefined;
  const found = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(text);
  if (!found) throw new Refusal("http.not-understood", {}, { status: 400 });
  return { at: found[1]!, id: found[2]! };
}
