import { type Formulas, RATES, type RateName } from "./survey-data.ts";

/** So many cases alike in kind and answers. An answer that was not given is null. */
export interface CaseCount {
  readonly kind: string;
  readonly contacted: string | null;
  readonly solved: string | null;
  readonly satisfied: string | null;
  readonly n: number;
}

export interface RateFound {
  /** 0 to 1; null where no valid answer is, or where they are too few to be told. */
  readonly value: number | null;
  /** Cases in all. */
  readonly n: number;
  /** Those with an answer that counts. */
  readonly valid: number;
  /** Those that the formula leaves out by their kind. */
  readonly excluded: number;
  /** Too few valid answers: the value is kept back. */
  readonly withheld: boolean;
}

const ANSWER = { response: "contacted", solved: "solved", satisfied: "satisfied" } as const;
export type Weighing = "excluded" | "silent" | number;

/** What one case is to one rate: left out, without a valid answer, or its weight. */
export function weighingOf(one: Omit<CaseCount, "n">, name: RateName, formulas: Formulas): Weighing {
  const formula = formulas[name];
  if (formula.excludes.some((exclusion) => exclusion.kind === one.kind)) return "excluded";
  const answer = one[ANSWER[name]];
  const weights: Readonly<Record<string, number | undefined>> = formula.weights;
  return (answer === null ? undefined : weights[answer]) ?? "silent";
}

/** 响应率, 解决率, 满意率 of these cases by these formulas. */
export function threeRates(cases: readonly CaseCount[], formulas: Formulas): Record<RateName, RateFound> {
  return Object.fromEntries(RATES.map((name) => [name, rateOf(cases, name, formulas)])) as Record<RateName, RateFound>;
}

function rateOf(cases: readonly CaseCount[], name: RateName, formulas: Formulas): RateFound {
  let [n, valid, excluded, points] = [0, 0, 0, 0];
  for (const one of cases) {
    n += one.n;
    const weighing = weighingOf(one, name, formulas);
    if (weighing === "excluded") excluded += one.n;
    else if (weighing !== "silent") {
      valid += one.n;
      points += weighing * one.n;
    }
  }
  const under = formulas[name].over === "all" ? n - excluded : valid;
  const withheld = valid > 0 && valid < formulas.fewest;
  return { value: withheld || valid === 0 ? null : points / under, n, valid, excluded, withheld };
}
