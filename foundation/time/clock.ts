/** Where "now" comes from: the system's clock at work, a fixed one in tests. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still; `advance` moves it by so many milliseconds. */
export function fixedClock(at: Date | string): Clock & { advance(milliseconds: number): void } {
  let instant = new Date(at).getTime();
  return {
    now: () => new Date(instant),
    advance: (milliseconds) => {
      instant += milliseconds;
    },
  };
}
