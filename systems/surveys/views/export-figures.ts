import type { z } from "zod";
import type { Actor } from "../../../foundation/db/actor.ts";
import { type OutCell, writeXlsx } from "../../../foundation/sheets/index.ts";
import { formatDateTime } from "../../../foundation/time/index.ts";
import type { Services } from "../../matters/index.ts";
import type { RateFigure } from "../contract.ts";
import { RATES } from "../rules/survey-data.ts";
import { exportWords } from "../words.ts";
import { type Asked, figures } from "./figures.ts";

type Rate = z.input<typeof RateFigure>;

/** The figures of a period as XLSX: one sheet of rates, one of what they mean. Text is written as text and never run. */
export async function figuresAsXlsx(services: Services, actor: Actor, asked: Asked): Promise<{ name: string; body: Buffer }> {
  const found = await figures(services, actor, asked);
  const t = exportWords[actor.locale];
  const share = ({ value, withheld }: Rate): OutCell => value ?? (withheld ? t.withheld(found.formulas.fewest) : t.none);
  const cells = (name: string, rates: Record<(typeof RATES)[number], Rate>): OutCell[] => [
    name,
    ...RATES.flatMap((rate) => [share(rates[rate]), rates[rate].n, rates[rate].valid, rates[rate].excluded]),
  ];
  const columns = [
    { name: t.by[asked.by], width: 24 },
    ...RATES.flatMap((rate) => {
      const { name } = found.formulas.rates[rate]!;
      return [
        { name },
        { name: `${name} n`, width: 10 },
        { name: `${name} ${t.valid}`, width: 10 },
        { name: `${name} ${t.excluded}`, width: 10 },
      ];
    }),
  ];
  const about: OutCell[][] = [
    [t.period, `${found.from} – ${found.to}`],
    [t.formulas, `${found.formulas.version}（${found.formulas.validFrom}）`],
    ...RATES.map((rate): OutCell[] => {
      const { name, sentence, excludes } = found.formulas.rates[rate]!;
      return [name, [sentence, ...excludes].join(" ")];
    }),
    [t.calculated, formatDateTime(new Date(found.calculatedAt), actor.locale)],
  ];
  return {
    name: `linli-return-calls-${found.from}-${found.to}.xlsx`,
    body: await writeXlsx([
      { name: t.sheet, columns, rows: [cells(t.total, found.total), ...found.rows.map((row) => cells(row.name, row.rates))] },
      {
        name: t.about,
        columns: [
          { name: t.what, width: 16 },
          { name: t.means, width: 80 },
        ],
        rows: about,
      },
    ]),
  };
}
