import { type Algorithm, hash, verify } from "@node-rs/argon2";

/** argon2id, 19 MiB, two passes, one lane: the first choice of OWASP's sheet on storing passwords, and ASVS 5.0 appendix C. */
const WORK = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, WORK);

/** Is this the password of that hash? What is longer than any password can be is cut off before the work. */
export const isPassword = (hashed: string, password: string): Promise<boolean> => verify(hashed, password.slice(0, 1000));
