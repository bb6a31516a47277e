import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { type Tx, withActor } from "../../../foundation/db/pool.ts";
import { Refusal } from "../../../foundation/refusal.ts";
import { addDays, type Day, startOfDay } from "../../../foundation/time/index.ts";
import { matterWords } from "../../matters/contract.ts";
import type { Books, Services } from "../../matters/index.ts";
import type { SurveyFigures, surveyFigures } from "../contract.ts";
import { type Formulas, RATES } from "../rules/survey-data.ts";
import { type CaseCount, threeRates } from "../rules/three-rates.rule.ts";
import { type Dated, dataOf, dataOn, versionsOf } from "../store/data.ts";

export type Asked = z.output<NonNullable<typeof surveyFigures.query>>;
type Found = z.input<typeof SurveyFigures>;

export const KEY = { unit: "unit_id", township: "township_id", kind: "kind", month: "month" } as const;

/** First and last instant of the days asked for; throws `surveys.period-backwards`, `surveys.period-too-long`. */
export function spanOf({ from, to }: { readonly from: Day; readonly to: Day }): readonly [Date, Date] {
  if (to < from) throw new Refusal("surveys.period-backwards", {}, { status: 400 });
  if (addDays(from, 3660) < to) throw new Refusal("surveys.period-too-long", {}, { status: 400 });
  return [startOfDay(from), startOfDay(addDays(to, 1))];
}

/** The formulas of the period's last day, or of the version asked for. Throws `surveys.no-such-version`. */
export async function formulasOf(tx: Tx, county: number, asked: Pick<Asked, "to" | "version">): Promise<Dated<"formulas">> {
  if (asked.version === undefined) return dataOn(tx, county, "formulas", asked.to);
  const found = await dataOf(tx, county, "formulas", asked.version);
  if (!found) throw new Refusal("surveys.no-such-version", { version: asked.version }, { status: 404 });
  return found;
}

export function nameOfKey(books: Books, by: Asked["by"], key: string, locale: Actor["locale"]): string {
  const none = locale === "en" ? "Not placed" : "未定到乡镇";
  if (by === "unit") return books.units.get(key)?.[locale === "en" ? "englishName" : "shortName"] || key;
  if (by === "township") return key ? (books.gazetteer.places.get(key)?.name ?? key) : none;
  if (by === "kind")
    return (
      matterWords[locale].kinds[key as keyof (typeof matterWords)["en"]["kinds"]] ??
      (locale === "en" ? "Not settled" : "未定类别")
    );
  return key;
}

/**
 * 响应率, 解决率, 满意率 of the matters closed in a period, by unit, township, kind or month, each by the formulas in force on its last
 * day. Counted in the reader's own context. Never by person.
 */
export async function figures(services: Services, actor: Actor, asked: Asked): Promise<Found> {
  const [from, until] = spanOf(asked);
  const books = await services.books(actor.county);
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const formulas = await formulasOf(tx, actor.county, asked);
      const { rows: cases } = await tx.query<CaseCount & { key: string; state: string; reason: string | null }>(
        `select coalesce(${KEY[asked.by]}::text, '') as key, kind, state, reason, contacted, solved, satisfied, count(*)::integer as n
         from surveys.cases where county_code = $1 and closed_at >= $2 and closed_at < $3 group by 1, 2, 3, 4, 5, 6, 7`,
        [actor.county, from, until],
      );
      const keys = [...new Set(cases.map((one) => one.key))];
      const rows = keys
        .map((key) => ({
          key,
          name: nameOfKey(books, asked.by, key, actor.locale),
          rates: threeRates(
            cases.filter((one) => one.key === key),
            formulas.body,
          ),
        }))
        .sort((a, b) => (asked.by === "month" ? a.key.localeCompare(b.key) : a.name.localeCompare(b.name, "zh-CN")));
      return {
        from: asked.from,
        to: asked.to,
        by: asked.by,
        formulas: {
          version: formulas.version,
          validFrom: formulas.validFrom,
          fewest: formulas.body.fewest,
          trust: formulas.body.trust,
          rates: inWords(formulas.body, actor.locale),
          versions: (await versionsOf(tx, actor.county, "formulas")).map(({ version, validFrom }) => ({ version, validFrom })),
        },
        total: threeRates(cases, formulas.body),
        rows,
        states: statesOf(cases),
        calculatedAt: services.clock.now().toISOString(),
      };
    },
    { readOnly: true, snapshot: true },
  );
}

function inWords(formulas: Formulas, locale: Actor["locale"]): Found["formulas"]["rates"] {
  const lang = locale === "en" ? "en" : "zh";
  return Object.fromEntries(
    RATES.map((name) => {
      const { name: called, sentence, excludes } = formulas[name];
      return [name, { name: called[lang], sentence: sentence[lang], excludes: excludes.map(({ reason }) => reason[lang]) }];
    }),
  ) as Found["formulas"]["rates"];
}

function statesOf(cases: readonly { state: string; reason: string | null; n: number }[]): Found["states"] {
  const counts = new Map<string, Found["states"][number]>();
  for (const { state, reason, n } of cases) {
    const key = `${state}|${reason ?? ""}`;
    counts.set(key, { state, reason, n: (counts.get(key)?.n ?? 0) + n });
  }
  return [...counts.values()].sort((a, b) => b.n - a.n);
}
