import { Input, useWords } from "../../../../ui/index.ts";
import { LIMITS } from "../../contract.ts";
import type { Entry } from "./entry.ts";
import { Part } from "./part.tsx";
import type { Preview } from "./use-preview.ts";
import { onEnter } from "./who-part.tsx";
import { intakeWords } from "./words.ts";

const unique = (list: readonly { words: string }[]) => [...new Set(list.map((one) => one.words))].join("、");

/** What was said, and the words on which the proposals rest. */
export function TextPart({
  entry,
  change,
  preview,
  error,
}: {
  entry: Entry;
  change: (part: Partial<Entry>) => void;
  preview: Preview | null;
  error?: string;
}) {
  const t = useWords(intakeWords);
  const place = preview && "evidence" in preview.place ? unique(preview.place.evidence) : "";
  const thing = unique(preview?.category?.evidence ?? []);
  const urgent = unique(preview?.urgency.evidence ?? []);
  const asks = (preview?.knowledge.length ?? 0) > 0;
  return (
    <Part id="text" label={t.parts.text}>
      <div data-stop="text">
        <Input.TextArea
          id="intake-text"
          aria-labelledby="text-label"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? "intake-text-error" : "intake-found"}
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={LIMITS.text}
          value={entry.text}
          placeholder={t.textPlaceholder}
          className="intake-text"
          onKeyDown={(event) => !event.shiftKey && onEnter(event)}
          onChange={(event) => change({ text: event.target.value })}
        />
      </div>
      {error && (
        <span className="field-error" id="intake-text-error">
          {error}
        </span>
      )}
      <div className="row row-wrap text-small meta intake-found" id="intake-found">
        {place && (
          <span>
            <mark data-tone="place">{t.found.place}</mark> {place}
            {preview?.place.kind === "several" && `（${t.found.several}）`}
          </span>
        )}
        {thing && (
          <span>
            <mark data-tone="thing">{t.found.thing}</mark> {thing}
          </span>
        )}
        {urgent && (
          <span>
            <mark data-tone="urgent">{t.found.urgent}</mark> {urgent}
          </span>
        )}
        {asks && (
          <span>
            <mark data-tone="urgent">{t.found.asks}</mark> {t.found.hasAnswer}
          </span>
        )}
      </div>
    </Part>
  );
}
