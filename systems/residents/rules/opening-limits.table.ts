/** How many identities a post opens at most; beyond, it waits or asks its centre. Counted in readings, of any matter. */
export const OPENING_LIMITS = {
  inAnHour: 30,
  inADay: 120,
  /** Under one approval. */
  underAnApproval: 5,
  /** Look-ups for a lost code, by one post. */
  lostCodesInAnHour: 20,
} as const;
