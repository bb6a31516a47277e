import { plainDigits } from "./code.ts";

/** How the 12 digits of a code are completed: by the telephone that was left, by four digits drawn with the code, or by nothing. */
export type SecondKind = "phone" | "digits" | "nothing";

/** The last four digits of a telephone of at least five; undefined where none was left that can be asked for. */
export function lastFourOf(phone: string | undefined): string | undefined {
  const digits = plainDigits(phone ?? "").replace(/\D/g, "");
  return digits.length >= 5 ? digits.slice(-4) : undefined;
}

interface Known {
  readonly phone: string | undefined;
  /** The four digits drawn with this generation of the code. */
  readonly pin: string;
  /** The code is older than the four digits beside it, or who stands behind it was erased. */
  readonly opensAlone: boolean;
}

/** What is asked beside a code, and every four digits that answer it; none are needed where nothing is asked. */
export interface Second {
  readonly kind: SecondKind;
  readonly accepted: readonly string[];
}

/**
 * What has to be told beside the code: the telephone's last four where one was left, or the four drawn with the code, as the paper from
 * the counter bears them; nothing beside a code that is older than they are and came without a telephone.
 */
export function secondOf({ phone, pin, opensAlone }: Known): Second {
  const last = lastFourOf(phone);
  if (last) return { kind: "phone", accepted: [last, pin] };
  return opensAlone ? { kind: "nothing", accepted: [] } : { kind: "digits", accepted: [pin] };
}

export type SecondCheck = { readonly digits: string } | { readonly wrong: "empty" | "length" | "letters" };

/**
 * Reads the four digits as people type them (１２３４, 12 34, a whole telephone of which the last four count). Empty is read too:
 * whether it is enough is for `secondOf` to say.
 */
export function readSecond(typed: string): SecondCheck {
  const digits = plainDigits(typed);
  if (digits === "") return { wrong: "empty" };
  if (!/^\+?\d+$/.test(digits)) return { wrong: "letters" };
  if (digits.length === 4) return { digits };
  return digits.length >= 7 ? { digits: digits.slice(-4) } : { wrong: "length" };
}
