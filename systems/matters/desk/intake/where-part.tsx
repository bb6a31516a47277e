import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button, Icon, Input, Kbd, useWords } from "../../../../ui/index.ts";
import type { Entry } from "./entry.ts";
import { Part } from "./part.tsx";
import { goOn } from "./stops.ts";
import { type Preview, pathWords, usePlaces } from "./use-preview.ts";
import { intakeWords } from "./words.ts";

interface Candidate {
  readonly id: string;
  readonly words: string;
  readonly more: string;
}

/** A place by typing or by the words already said. One that is proposed wants Enter; two of one name are asked for by number. */
export function WherePart({
  entry,
  change,
  preview,
}: {
  entry: Entry;
  change: (part: Partial<Entry>) => void;
  preview: Preview | null;
}) {
  const t = useWords(intakeWords);
  const box = useRef<HTMLDivElement>(null);
  const { places, settled } = usePlaces(entry.place ? "" : entry.placeWords);
  const [at, setAt] = useState(-1);
  const typed = entry.placeWords.trim() !== "";
  const said = preview?.place;
  const fromText: Candidate[] =
    said?.kind === "one"
      ? [{ id: said.place.id, words: said.place.path.slice(1).join(" ") || said.place.name, more: said.reason.sentence }]
      : said?.kind === "several"
        ? said.candidates.slice(0, 8).map((one) => ({ id: one.id, words: one.path.slice(1).join(" "), more: one.name }))
        : [];
  const candidates: Candidate[] = typed
    ? (places ?? []).map((one) => ({ id: one.id, words: pathWords(one), more: `${one.name} · ${one.code}` }))
    : fromText;
  const only = candidates.length === 1 ? 0 : -1;
  const current = at >= 0 && at < candidates.length ? at : only;
  const ids = candidates.map((one) => one.id).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: other candidates, none is meant yet
  useEffect(() => setAt(-1), [ids]);

  const go = () => setTimeout(() => box.current && goOn(box.current));
  const take = (one: Candidate) => {
    change({ place: { id: one.id, words: one.words }, placeUnclear: false });
    go();
  };
  const unclear = () => {
    change({ place: null, placeUnclear: true });
    go();
  };
  const again = () => {
    change({ place: null, placeUnclear: false });
    setTimeout(() => box.current?.querySelector("input")?.focus());
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.altKey || event.nativeEvent.isComposing || event.keyCode === 229) return;
    const digit = /^[1-9]$/.test(event.key) ? candidates[Number(event.key) - 1] : undefined;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (candidates.length > 0) setAt((Math.max(current, step < 0 ? 0 : -1) + step + candidates.length) % candidates.length);
    } else if (digit && settled) {
      event.preventDefault();
      take(digit);
    } else if (event.key === "0") {
      event.preventDefault();
      unclear();
    } else if (event.key === "Enter") {
      event.preventDefault();
      const one = candidates[current];
      if (one && settled) take(one);
    }
  };

  if (entry.place || entry.placeUnclear)
    return (
      <Part id="where" label={t.parts.where}>
        <div className="row row-wrap" ref={box} data-stop="where">
          <span className="intake-pick" data-on="yes">
            <Icon name={entry.place ? "check" : "pin"} small />
            {entry.place ? entry.place.words : entry.placeWords.trim() ? t.whereSaid(entry.placeWords.trim()) : t.whereUnclear}
          </span>
          <Button size="small" onClick={again}>
            {t.change}
          </Button>
        </div>
      </Part>
    );
  const question = !typed && said && "question" in said && said.kind !== "none" ? said.question : "";
  const words =
    question ||
    (typed && settled && places?.length === 0 ? t.whereNone : candidates.length > 1 ? t.whereAsk(candidates.length) : "");
  return (
    <Part id="where" label={t.parts.where}>
      <div ref={box} data-stop="where" className="column">
        <Input
          id="intake-where"
          role="combobox"
          aria-labelledby="where-label"
          aria-expanded={candidates.length > 0}
          aria-controls="intake-places"
          aria-autocomplete="list"
          aria-activedescendant={current >= 0 ? `intake-place-${current}` : undefined}
          aria-describedby="intake-where-ask"
          prefix={<Icon name="pin" />}
          autoComplete="off"
          maxLength={60}
          placeholder={t.wherePlaceholder}
          value={entry.placeWords}
          onKeyDown={keys}
          onChange={(event) => change({ placeWords: event.target.value })}
        />
        <span className="text-small meta" id="intake-where-ask" role="status">
          {words}
        </span>
        <div role="listbox" id="intake-places" aria-labelledby="where-label" className="intake-places" tabIndex={-1}>
          {candidates.map((one, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's
            <div
              key={one.id}
              id={`intake-place-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              className="intake-option"
              data-proposed={!typed && candidates.length === 1 ? "yes" : undefined}
              onClick={() => take(one)}
            >
              <Kbd keys={candidates.length === 1 ? "Enter" : String(index + 1)} />
              <span>
                <b>{one.words}</b> <span className="text-small meta">{one.more}</span>
              </span>
            </div>
          ))}
        </div>
        <button type="button" className="link-button text-meta intake-unclear" tabIndex={-1} onClick={unclear}>
          <Kbd keys="0" /> {t.whereUnclear}
        </button>
      </div>
    </Part>
  );
}
