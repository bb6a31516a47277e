import type { MatterPage } from "../queries.ts";

/** The words that the open proposals rest on, as spans to mark. */
export function evidenceOf(
  proposals: MatterPage["proposals"],
): { start: number; end: number; tone: "place" | "thing" | "urgent" }[] {
  if (!proposals) return [];
  const place = "evidence" in proposals.place ? proposals.place.evidence : [];
  return [
    ...place.map((one) => ({ start: one.start, end: one.end, tone: "place" as const })),
    ...(proposals.category?.evidence ?? []).map((one) => ({ start: one.start, end: one.end, tone: "thing" as const })),
    ...proposals.urgency.evidence.map((one) => ({ start: one.start, end: one.end, tone: "urgent" as const })),
  ];
}
