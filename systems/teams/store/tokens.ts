import { createHash, randomBytes } from "node:crypto";

/** `410425.<random>`: 256 bits; the county opens the row-level context in which the rest can be looked up. */
export const newToken = (county: number): string => `${county}.${randomBytes(32).toString("base64url")}`;

/** The county of a token; nothing for what has not the form of one. */
export const countyOfToken = (token: string): number | undefined => {
  const county = /^(\d{6})\.[\w-]{43}$/.exec(token)?.[1];
  return county === undefined ? undefined : Number(county);
};

/** The only form in which a token is stored. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");
