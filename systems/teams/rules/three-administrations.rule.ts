import { Refusal } from "../../../foundation/refusal.ts";
import { classOfRight, RIGHT_CLASSES, type RightClass } from "./rights.table.ts";

/** What a post is, by the rights it carries: the strictest class of them. */
export function classOfPost(rights: readonly string[]): RightClass {
  const found = new Set(rights.map(classOfRight));
  for (const one of ["audit", "inspection", "security", "system", "sealed"] as const) if (found.has(one)) return one;
  return "ordinary";
}

/** Posts that only the security administration arranges; ordinary ones and its own the system administration arranges. */
export const securityArranges = (of: RightClass): boolean => of !== "ordinary" && of !== "system";

/** Rights that may not stand on one post, as the first pair found; nothing where all go together. */
export function forbiddenUnion(rights: readonly string[]): readonly [RightClass, RightClass] | undefined {
  const found = RIGHT_CLASSES.filter((one) => rights.some((name) => classOfRight(name) === one));
  for (const one of found) for (const other of found) if (one !== other && !goTogether(one, other, rights)) return [one, other];
  return undefined;
}

/** May these classes stand on one post? An inspector's post reads matters, and nothing else of the ordinary. */
function goTogether(one: RightClass, other: RightClass, rights: readonly string[]): boolean {
  const pair = new Set([one, other]);
  const administrations = (["system", "security", "audit"] as const).filter((name) => pair.has(name));
  if (administrations.length === 2 || pair.has("audit")) return false;
  if (pair.has("inspection"))
    return pair.has("ordinary") && rights.every((name) => classOfRight(name) === "inspection" || name === "matters.read");
  return !(pair.has("sealed") && administrations.length > 0);
}

/**
 * May one person have posts of these two classes on the same days? The three administrations never; audit and inspection go with
 * nothing else.
 */
export function mayBeInOneHand(one: RightClass, other: RightClass): boolean {
  if (one === other) return true;
  const pair = new Set([one, other]);
  if (pair.has("audit") || pair.has("inspection")) return false;
  return !(pair.has("system") && pair.has("security"));
}

/** Throws `teams.rights-never-together` where one post would carry what must be in different hands. */
export function rightsGoTogether(rights: readonly string[]): void {
  const pair = forbiddenUnion(rights);
  if (pair) throw new Refusal("teams.rights-never-together", { one: pair[0], other: pair[1] }, { status: 422 });
}
