import { TRY_LIMITS, WRONG_CODES_OF_A_STORM } from "../../systems/residents/contract.ts";
import type { Opened } from "./doors.ts";
import { networkOf } from "./network-of.ts";
import type { Portal } from "./portal.ts";

/** What became of twelve digits and four: a matter, nothing, or a wait; `why` says whose limit it was. */
export type TypedCode =
  | { readonly opened: Opened }
  | { readonly unknown: true }
  | { readonly wait: number; readonly why: "code" | "source" | "storm" };

/**
 * Opens by what was typed. Each try is counted before it is looked up, so that no number of tries at once gets past a limit, and taken
 * back where it was right: a village behind one address is not shut out by its own success. QR codes are not counted at all.
 */
export async function openTyped(
  { doors }: Portal,
  address: string,
  typed: { readonly code: string; readonly second: string },
): Promise<TypedCode> {
  const { tries } = doors;
  const source = networkOf(address);
  const fromSource = await tries.add("code-source", source);
  if (fromSource > TRY_LIMITS["code-source"].most) return { wait: tries.minutesLeft("code-source"), why: "source" };
  const all = await tries.add("code-all", "");
  const stormy = all > WRONG_CODES_OF_A_STORM || (all > TRY_LIMITS["code-all"].most && fromSource > 1);
  if (stormy) {
    await tries.takeBack("code-all", "");
    return { wait: tries.minutesLeft("code-all"), why: "storm" };
  }
  if ((await tries.add("code", typed.code)) > TRY_LIMITS.code.most) {
    await tries.takeBack("code-all", "");
    return { wait: tries.minutesLeft("code"), why: "code" };
  }
  const opened = await doors.openByCode(typed);
  if (!opened) return { unknown: true };
  await Promise.all([tries.takeBack("code-source", source), tries.takeBack("code-all", ""), tries.takeBack("code", typed.code)]);
  return { opened };
}
