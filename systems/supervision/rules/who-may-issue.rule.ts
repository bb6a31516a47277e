import { Refusal } from "../../../foundation/refusal.ts";
import { type Body, ENTITLED, INSPECTION_11, type Measure, needsADecision, RESERVED_BY } from "./measures.ts";

/**
 * A body issues only what the law gives it: the centre urges and may propose the rest; 挂牌督办, 约谈, 通报 and 限期整改 belong to the
 * joint meeting (约谈 and 整改 also to the government's supervision body, on a decision of the government). Answers the basis.
 */
export function basisOfAnOrder(body: Body, measure: Measure, decision: string | null): string {
  const basis = ENTITLED[measure][body];
  if (!basis) {
    const article = RESERVED_BY[measure];
    throw new Refusal("supervision.not-this-bodys-measure", { body, measure, article }, article ? { article } : {});
  }
  if (!needsADecision(body)) return basis;
  if (!decision?.trim())
    throw new Refusal("supervision.needs-the-governments-decision", { article: INSPECTION_11 }, { article: INSPECTION_11 });
  return `${INSPECTION_11}、${basis.replace("政府督查工作条例 ", "")}`;
}

/** What an order must know of the matters that it is about. */
export interface MatterInOrder {
  readonly id: string;
  readonly open: boolean;
  readonly sealed: boolean;
  readonly complainedUnit: string | null;
  readonly complainedPost?: string | null;
}

/** The unit complained of in a sealed matter (举报, or secrecy asked) learns nothing of it: no order about it goes there. */
export function nothingReachesTheUnitComplainedOf(unit: string, matters: readonly MatterInOrder[]): void {
  if (matters.some((one) => one.sealed && one.complainedUnit === unit))
    throw new Refusal("supervision.would-reach-the-unit-complained-of");
}

/** Units complained of in sealed matters, and posts complained of in any: the order does not exist for whoever works or worked there. */
export const hiddenFrom = (matters: readonly MatterInOrder[]): string[] => [
  ...new Set(
    matters.flatMap((one) => [
      ...(one.sealed && one.complainedUnit ? [one.complainedUnit] : []),
      ...(one.complainedPost ? [one.complainedPost] : []),
    ]),
  ),
];
