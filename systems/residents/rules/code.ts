/** Check digit of a string of digits by ISO 7064 MOD 11,10: every single wrong digit is found. */
export function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** ASCII digits for full-width ones; spaces, dashes and dots of any width taken out. */
export function plainDigits(text: string): string {
  return text.normalize("NFKC").replace(/[\s\p{Pd}\u2212.·_]/gu, "");
}

export type CodeCheck =
  | { readonly code: string }
  | { readonly wrong: "length" | "letters" | "mistyped"; readonly digits: number };

/**
 * Reads a code as people type it: 1234 5678 9012, １２３４－５６７８－９０１２. Gives the 12 digits, or says what is wrong: another
 * length, something that is no digit, or a check digit that does not fit (one digit mistyped or two swapped).
 */
export function checkCode(text: string): CodeCheck {
  const code = plainDigits(text);
  const digits = code.length;
  if (!/^\d*$/.test(code)) return { wrong: "letters", digits };
  if (digits !== 12) return { wrong: "length", digits };
  return checkDigit(code.slice(0, 11)) === code[11] ? { code } : { wrong: "mistyped", digits };
}

/** A code as it is printed and read over the telephone: three groups of four. */
export const spokenCode = (code: string): string => code.replace(/^(\d{4})(\d{4})(\d{4})$/, "$1 $2 $3");
