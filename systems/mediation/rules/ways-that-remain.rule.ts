import type { Citation } from "../../../foundation/citation.ts";
import { addDays, type Day } from "../../../foundation/time/index.ts";
import type { MediationCase } from "./case.ts";

/** A way that stays open when mediation does not succeed (人民调解法 第三、二十六条). */
export interface Way {
  readonly way: "court" | "labour arbitration" | "land arbitration" | "administrative";
  /** The last day by the limitation that is known; null where it depends on more than the record says. */
  readonly until: Day | null;
  /** The first day on which it is open; null where it is open already. */
  readonly from: Day | null;
  readonly cites: readonly Citation[];
}

/** The same day so many years later; the end of the month where there is none (民法典 第二百零二条). */
export function yearsLater(day: Day, years: number): Day {
  const same = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  const leap =
    Number(same.slice(0, 4)) % 4 === 0 && (Number(same.slice(0, 4)) % 100 !== 0 || Number(same.slice(0, 4)) % 400 === 0);
  return same.endsWith("-02-29") && !leap ? `${same.slice(0, 4)}-02-28` : same;
}

/**
 * The ways that remain, with the dates after which they may be lost. `knownOn`: the day on which the party knew, or had to know, of the
 * wrong; without it no date is told rather than a guess. Limitation may stop or begin anew (民法典 第一百九十四、一百九十五条): the dates are
 * the earliest that it can run out, and papers say so.
 */
export function waysThatRemain(one: Pick<MediationCase, "kind" | "trade" | "registeredOn">, knownOn: Day | null): Way[] {
  const until = (years: number) => (knownOn ? yearsLater(knownOn, years) : null);
  const court: Way = { way: "court", until: until(3), from: null, cites: ["民事诉讼法 第一百二十二条", "民法典 第一百八十八条"] };
  if (one.kind === "labour" || one.trade === "labour")
    return [
      {
        way: "labour arbitration",
        until: until(1),
        from: addDays(one.registeredOn, 15),
        cites: ["劳动争议调解仲裁法 第十四条", "劳动争议调解仲裁法 第二十七条"],
      },
    ];
  if (one.kind === "land" || one.trade === "land")
    return [{ way: "land arbitration", until: null, from: null, cites: ["农村土地承包经营纠纷调解仲裁法 第四条"] }, court];
  if (one.kind === "medical" || one.trade === "medical")
    return [{ way: "administrative", until: null, from: null, cites: ["医疗纠纷预防和处理条例 第四十条"] }, court];
  return [court];
}
