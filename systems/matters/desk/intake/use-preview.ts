import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { AnswerOf } from "../../../../foundation/http/route.ts";
import { ask } from "../../../../ui/index.ts";
import { findPlacesRoute } from "../../../territory/contract.ts";
import { previewTriage } from "../../contract.ts";
import type { Entry } from "./entry.ts";

export type Preview = AnswerOf<typeof previewTriage>;
export type FoundPlace = AnswerOf<typeof findPlacesRoute>["places"][number];

const PAUSE = 450;

/** The value once it has stood still for a moment. */
export function useStill<V>(value: V, pause = PAUSE): V {
  const [still, set] = useState(value);
  const text = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: compared by what it holds
  useEffect(() => {
    const timer = setTimeout(() => set(value), pause);
    return () => clearTimeout(timer);
  }, [text, pause]);
  return still;
}

/** What the machine makes of what is being typed; asked when the typing rests. Names and telephones are not sent. */
export function usePreview(entry: Entry): Preview | null {
  const asked = useStill({
    text: entry.text.trim(),
    placeId: entry.place?.id,
    placeWords: entry.placeWords.trim() || undefined,
    kind: entry.kind ?? undefined,
  });
  const enough = asked.text.length >= 4;
  const found = useQuery({
    queryKey: ["triage-preview", asked],
    queryFn: () => ask(previewTriage, { body: asked }),
    enabled: enough,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
  return enough && entry.text.trim().length >= 2 ? (found.data ?? null) : null;
}

/** Places by what was typed into “where”; null until something was. */
export function usePlaces(words: string): { places: readonly FoundPlace[] | null; settled: boolean } {
  const asked = useStill(words.trim(), 200);
  const found = useQuery({
    queryKey: ["find-places", asked],
    queryFn: () => ask(findPlacesRoute, { query: { q: asked } }),
    enabled: asked !== "",
    staleTime: 5 * 60_000,
  });
  return { places: asked === "" ? null : (found.data?.places.slice(0, 8) ?? null), settled: asked === words.trim() };
}

/** 冢头镇 东街村: the way to a place without the county. */
export const pathWords = (place: FoundPlace): string =>
  place.path
    .slice(place.path.length > 1 ? 1 : 0)
    .map((step) => step.shortName || step.name)
    .join(" ");
