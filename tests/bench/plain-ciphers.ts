// Stands in for systems/residents/ciphers.ts in `cost.ts`: the same doors, no cipher behind them.
export const PROFILES = ["aes", "sm"] as const;
const PLAIN = 0;

export const algorithmOf = (): number => PLAIN;
export const sealBytes = (_profile: string, _key: Buffer, plain: Buffer): Buffer => Buffer.concat([Buffer.of(PLAIN), plain]);
export const openBytes = (_key: Buffer, sealed: Buffer): Buffer => sealed.subarray(1);
