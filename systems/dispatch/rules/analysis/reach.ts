import type { Expression } from "../language/expression.ts";
import { type Box, EVERYTHING, meet, type Space, waysOf } from "./space.ts";

/** So many steps before a question is left open; an open question is never reported. */
const PATIENCE = 20_000;
interface Budget {
  left: number;
}

/**
 * Is there a matter within the box for which every one of these holds (or, where `not`, does not hold)? Depth first: the first
 * matter that is found ends the search. Undefined: not settled within the patience.
 */
function findMatter(space: Space, box: Box, wanted: readonly { of: Expression; not: boolean }[], budget: Budget): boolean {
  if (budget.left-- <= 0) throw new OutOfPatience();
  const [first, ...rest] = wanted;
  if (!first) return true;
  const { of, not } = first;
  if (of.is === "not") return findMatter(space, box, [{ of: of.of, not: !not }, ...rest], budget);
  if (of.is !== "test") {
    const every = (of.is === "all") !== not;
    if (every) return findMatter(space, box, [...of.of.map((one) => ({ of: one, not })), ...rest], budget);
    return of.of.some((one) => findMatter(space, box, [{ of: one, not }, ...rest], budget));
  }
  const ways = waysOf(space, of.field, of.values);
  if (!not)
    return ways.some((way) => {
      const part = meet(space, box, way, false);
      return part !== undefined && findMatter(space, part, rest, budget);
    });
  let part: Box | undefined = box;
  for (const way of ways) part = part && meet(space, part, way, true);
  return part !== undefined && findMatter(space, part, rest, budget);
}
class OutOfPatience extends Error {}

/** Can any matter meet the condition and none of `before`? True also where that could not be settled. */
export function canBeReached(space: Space, condition: Expression, before: readonly Expression[]): boolean {
  try {
    const wanted = [{ of: condition, not: false }, ...before.map((of) => ({ of, not: true }))];
    return findMatter(space, EVERYTHING, wanted, { left: PATIENCE });
  } catch (error) {
    if (error instanceof OutOfPatience) return true;
    throw error;
  }
}

/** Can a matter meet both? */
export const canMeet = (space: Space, one: Expression, other: Expression): boolean =>
  canBeReached(space, { is: "all", of: [one, other] }, []);
