import type { Actor } from "../../../../foundation/db/actor.ts";
import { APPROVAL_KINDS, type ApprovalRow } from "../../../approvals/index.ts";
import type { Services } from "../../services.ts";
import type { ForAct } from "../../store/row.ts";

/** The grounds from which whoever asks must choose, in the reader's language. */
export const groundsFor = (kind: "identity.sealed" | "identity.after-closing", locale: Actor["locale"]) =>
  APPROVAL_KINDS[kind].purposes.map(({ code, words }) => ({ code, words: locale === "en" ? words.en : words.zh }));

/** The ground of an approval in words. */
export function groundOf(approval: Pick<ApprovalRow, "kind" | "purpose">, locale: Actor["locale"]): string {
  const kind = approval.kind as "identity.sealed" | "identity.after-closing";
  return groundsFor(kind, locale).find(({ code }) => code === approval.purpose)?.words ?? approval.purpose;
}

/** The units that hold the matter, by name: whom to go to instead. */
export async function holdersOf(services: Services, actor: Actor, { matter }: ForAct): Promise<string[]> {
  const { units } = await services.books(actor.county);
  const ids = matter.lead_unit ? [matter.lead_unit, ...matter.support_units] : [matter.received_by];
  return ids.flatMap((id) => units.get(id)?.name ?? []);
}
