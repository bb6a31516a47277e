import { Refusal } from "../../../foundation/refusal.ts";
import { PASSWORD } from "../contract.ts";

/** After so many wrong passwords in a row the account rests; nobody is told which of name, password or rest it was. */
export const TRIES_BEFORE_REST = 5;
export const REST_MINUTES = 15;

/** Throws where a new password is too short, too long, or is the sign-in name. */
export function passwordIsFit(password: string, signInName: string): void {
  const length = [...password].length;
  if (length < PASSWORD.shortest || length > PASSWORD.longest)
    throw new Refusal("teams.password-length", { shortest: PASSWORD.shortest, longest: PASSWORD.longest });
  if (password.trim().toLowerCase() === signInName.trim().toLowerCase()) throw new Refusal("teams.password-is-the-name");
}
