/** How much may be tried in one window of time, in minutes. The arithmetic stands in docs/adr/0205. */
export const TRY_LIMITS = {
  /** Wrong tries with one code, whether it is anyone's or not; the QR code of the same receipt goes on opening. */
  code: { most: 5, minutes: 12 * 60 },
  /** Wrong tries from one part of the network. */
  "code-source": { most: 20, minutes: 15 },
  /** Wrong tries in the whole county: parts of the network that have tried wrongly in this hour wait for the next. */
  "code-all": { most: 1000, minutes: 60 },
  /** Submissions from one part of the network, and in the whole county, before anyone waits. */
  send: { most: 30, minutes: 15 },
  "send-all": { most: 300, minutes: 15 },
} as const;
export type Tried = keyof typeof TRY_LIMITS;

/** So many wrong tries in an hour, and codes are opened by their QR code, by telephone and at the counter alone. */
export const WRONG_CODES_OF_A_STORM = 5000;

/** Codes in one booklet. */
export const BOOKLET_MOST = 30;
