import { Refusal } from "../../../foundation/refusal.ts";
import type { Settings } from "../contract.ts";

const rank = (moment: Settings["steps"][number]["moment"]): number =>
  "share" in moment ? moment.share : "lastWorkingDay" in moment ? 1 : 2 + moment.workingDaysOverdue;

/** Each step lies later than the one before it, and no code stands twice. Throws with the step that does not fit. */
export function stepsAreInOrder(steps: Settings["steps"]): void {
  steps.forEach((step, index) => {
    const before = steps[index - 1];
    if (before && rank(step.moment) <= rank(before.moment))
      throw new Refusal("supervision.steps-out-of-order", { step: step.name, before: before.name });
    if (steps.findIndex((one) => one.code === step.code) !== index)
      throw new Refusal("supervision.step-named-twice", { step: step.name });
  });
}
