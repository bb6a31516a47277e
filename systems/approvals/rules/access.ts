import type { ApprovalKind } from "./kinds.table.ts";

/** Who asks or decides, as far as access asks. */
export interface Party {
  readonly role: string;
  readonly person?: string | undefined;
  readonly post?: string | undefined;
  readonly unit?: string | undefined;
  readonly rights: readonly string[];
}

const holdsOneOf = (party: Party, rights: readonly string[]) =>
  party.role === "app" && party.person !== undefined && rights.some((right) => party.rights.includes(right));

/** Who asks: a person at work on a post with one of the kind's rights. */
export const mayAsk = (party: Party, kind: ApprovalKind): boolean =>
  party.post !== undefined && party.unit !== undefined && holdsOneOf(party, kind.asks);

/** Who decides: a person at work on a post with one of the kind's deciding rights; that it is another person is asked apart. */
export const mayDecide = (party: Party, kind: ApprovalKind): boolean =>
  party.post !== undefined && party.unit !== undefined && holdsOneOf(party, kind.decides);
