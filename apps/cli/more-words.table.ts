/** Sentences of backup, restore and doctor. */
export const MORE_WORDS = {} as const satisfies Record<string, readonly [string, string]>;
