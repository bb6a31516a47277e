/** Characters that are not mistaken for one another when read from paper or over the telephone: 30, all capitals. */
export const CODE_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ2346789";

/** A spare code has 10 characters (49 bits), a reset code 12 (58 bits); shown in groups. */
export const SPARE_CODE = { length: 10, group: 5, count: 10 } as const;
export const RESET_CODE = { length: 12, group: 4 } as const;

/** As it is compared: capitals without spaces and dashes, full-width letters as plain ones. */
export const asTyped = (code: string): string =>
  code
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, "");

/** As it is shown: in groups, joined by dashes. */
export const inGroups = (code: string, size: number): string => code.match(new RegExp(`.{1,${size}}`, "g"))?.join("-") ?? code;

/** A code of an authenticator, as typed: six digits. */
export const isAuthenticatorCode = (code: string): boolean => /^\d{6}$/.test(code);
