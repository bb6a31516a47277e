export type PhoneCheck =
  | { readonly phone: string | undefined }
  | { readonly wrong: "letters" | "short" | "long" | "start"; readonly digits: number };

/**
 * A telephone number as people type it (138 1234-5678, １３８…, +86 138…): a mobile number of 11 digits, or a landline with its
 * area code. Empty is no number.
 */
export function readPhone(typed: string): PhoneCheck {
  const plain = typed
    .normalize("NFKC")
    .replace(/[\s\p{Pd}\u2212.·_()]/gu, "")
    .replace(/^(?:\+|00)86/, "");
  if (plain === "") return { phone: undefined };
  const digits = plain.length;
  if (!/^\d+$/.test(plain)) return { wrong: "letters", digits };
  if (plain.startsWith("0")) return digits >= 10 && digits <= 12 ? { phone: plain } : { wrong: "start", digits };
  if (!plain.startsWith("1")) return { wrong: "start", digits };
  if (digits < 11) return { wrong: "short", digits };
  return digits > 11 ? { wrong: "long", digits } : { phone: plain };
}

/** 138 0000 0000: as it is read aloud. */
export const spokenPhone = (phone: string): string => phone.replace(/^(1\d{2})(\d{4})(\d{4})$/, "$1 $2 $3");
