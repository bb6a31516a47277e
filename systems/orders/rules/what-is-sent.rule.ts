/** An order of a higher platform with its latest answer. */
export interface Order {
  readonly state: string;
  readonly secrecy: boolean;
  readonly outcome: string | null;
  readonly reply: string | null;
}
interface Layout {
  readonly outcomes: Readonly<Record<string, string | undefined>>;
  readonly handedBack: string | null;
  readonly sendsSecret: boolean;
}

/** Why an order that is answered cannot leave. */
export const REASONS = ["sealed", "no-reply", "no-outcome", "outcome-without-a-word", "hand-back-without-a-word"] as const;
export type Reason = (typeof REASONS)[number];

/** Their word for what became of the order, or the reason why it cannot be sent. */
export function whatIsSent(order: Order, layout: Layout): { readonly word: string } | { readonly reason: Reason } {
  if (order.secrecy && !layout.sendsSecret) return { reason: "sealed" };
  if (!order.reply?.trim()) return { reason: "no-reply" };
  if (order.state === "not-accepted")
    return layout.handedBack ? { word: layout.handedBack } : { reason: "hand-back-without-a-word" };
  // what was answered on the spot has no outcome of its own: it was explained
  const outcome = order.outcome ?? (order.state === "closed" ? "explained" : null);
  if (!outcome) return { reason: "no-outcome" };
  const word = layout.outcomes[outcome];
  return word ? { word } : { reason: "outcome-without-a-word" };
}
