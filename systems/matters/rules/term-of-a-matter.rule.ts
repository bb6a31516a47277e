import type { Kind, Urgency } from "./lifecycle.ts";

interface Choice {
  readonly code: string;
  readonly kind: Kind | null;
  readonly urgency: Urgency | null;
  readonly act: string;
}

/**
 * The code of the term for this act: the line of this kind and urgency, else of this urgency, else of this kind, else the one that
 * names neither; a matter whose kind nobody has confirmed yet runs under the term of 求助.
 */
export function termOfAMatter(
  choices: readonly Choice[],
  act: string,
  kind: Kind | null,
  urgency: Urgency | null,
): string | undefined {
  const fits = (wantKind: Kind | null, wantUrgency: Urgency | null) =>
    choices.find((choice) => choice.act === act && choice.kind === wantKind && choice.urgency === wantUrgency);
  const known = kind ?? "help";
  return (
    fits(known, urgency ?? "ordinary") ??
    (urgency && urgency !== "ordinary" ? fits(null, urgency) : undefined) ??
    fits(known, null) ??
    fits(null, null)
  )?.code;
}
