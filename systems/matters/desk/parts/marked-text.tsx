interface Span {
  readonly start: number;
  readonly end: number;
  readonly tone: "place" | "thing" | "urgent";
}

/** What was said, with the words that a proposal rests on marked. Spans count UTF-16 units; where two overlap the earlier one stands. */
export function MarkedText({ text, spans }: { text: string; spans: readonly Span[] }) {
  const parts: { text: string; tone?: Span["tone"]; at: number }[] = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < at || span.end <= span.start || span.end > text.length) continue;
    if (span.start > at) parts.push({ text: text.slice(at, span.start), at });
    parts.push({ text: text.slice(span.start, span.end), tone: span.tone, at: span.start });
    at = span.end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), at });
  return (
    <>
      {parts.map((part) =>
        part.tone ? (
          <mark key={part.at} data-tone={part.tone}>
            {part.text}
          </mark>
        ) : (
          <span key={part.at}>{part.text}</span>
        ),
      )}
    </>
  );
}
