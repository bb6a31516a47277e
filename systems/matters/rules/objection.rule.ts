import { Refusal } from "../../../foundation/refusal.ts";
import { formatDateTime } from "../../../foundation/time/index.ts";

/** A unit hands a matter back once; the ruling is final. 潍坊市12345政务服务便民热线条例 is the model; the county decides. */
export function theSameUnitDoesNotHandBackTwice(unit: string | null, handedBackBy: readonly string[], name: string): void {
  if (unit && handedBackBy.includes(unit)) throw new Refusal("matters.handed-back-already", { unit: name });
}

/** An objection comes within its term, counted from the order. */
export function anObjectionComesWithinItsTerm(now: Date, until: Date, name: string): void {
  if (now.getTime() > until.getTime())
    throw new Refusal("matters.objection-too-late", {
      unit: name,
      until: until.toISOString(),
      untilWords: formatDateTime(until, "zh-CN"),
    });
}
