/** A sign-in may lie unused so long where the county has not chosen otherwise, and no less or more than its bounds. */
export const IDLE_MINUTES = { shortest: 5, usual: 15, longest: 30 } as const;

/** A sign-in ends for good after so long, however much it is used. */
export const WHOLE_MILLISECONDS = 8 * 3_600_000;

/** The end of lying unused is moved on when this much of it has gone by. */
export const MOVED_ON_AFTER_MILLISECONDS = 60_000;

/** What is asked on the way of a sign-in may be answered for so long. */
export const STEP_MILLISECONDS = 5 * 60_000;

/** A browser in which an officer once signed in counts its own wrong tries for so long. */
export const KNOWN_DEVICE_DAYS = 90;

/** A reset code, printed or read out, opens the door for so long, and after so many wrong tries no more. */
export const RESET_HOURS = 24;
export const RESET_TRIES = 5;

/** When a sign-in that is used now would end by lying unused. */
export const idleUntil = (now: Date, minutes: number, whole: Date): Date =>
  new Date(Math.min(now.getTime() + minutes * 60_000, whole.getTime()));
