import { type KeyboardEvent, useId } from "react";
import { Icon, Input, useWords } from "../../../../ui/index.ts";
import { type Entry, WHO } from "./entry.ts";
import { Part } from "./part.tsx";
import { Pick } from "./pick.tsx";
import { goOn } from "./stops.ts";
import { intakeWords } from "./words.ts";

type Change = (part: Partial<Entry>) => void;

/** Enter in a line of text goes on. */
export const onEnter = (event: KeyboardEvent<HTMLElement>) => {
  if (event.key !== "Enter" || event.ctrlKey || event.nativeEvent.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  goOn(event.currentTarget);
};

function Line({
  label,
  value,
  onChange,
  hint,
  error,
  id,
  inputMode,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string;
  id?: string;
  inputMode?: "tel";
}) {
  const own = useId();
  const name = id ?? own;
  return (
    <span className="intake-line">
      <label htmlFor={name}>{label}</label>
      <span data-stop={name}>
        <Input
          id={name}
          value={value}
          maxLength={60}
          inputMode={inputMode}
          placeholder={hint}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${name}-error` : undefined}
          onKeyDown={onEnter}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
      {error && (
        <span className="field-error" id={`${name}-error`}>
          {error}
        </span>
      )}
    </span>
  );
}

export function WhoPart({ entry, change, error }: { entry: Entry; change: Change; error?: string }) {
  const t = useWords(intakeWords);
  const tick = (name: "consent" | "secrecy" | "quiet") => (
    <label className="row intake-tick">
      <input
        type="checkbox"
        className="tick"
        checked={entry[name]}
        onKeyDown={onEnter}
        onChange={(event) => change({ [name]: event.target.checked })}
      />
      {t[name]}
    </label>
  );
  return (
    <Part id="who" label={t.parts.who}>
      <div className="row row-wrap">
        <Pick
          stop="who"
          labelledBy="who-label"
          value={entry.who}
          options={WHO.map((value) => ({ value, words: t.who[value] }))}
          onChange={(who) => change({ who })}
        />
        <span className="space" />
        <span className="text-small meta row">
          <Icon name="lock" small />
          {entry.who === "nobody" ? t.noNameNote : t.sealedNote}
        </span>
      </div>
      {entry.who === "other" && (
        <div className="row row-wrap intake-lines">
          <Line
            id="intake-relation"
            label={t.relation}
            hint={t.relationHint}
            value={entry.relation}
            onChange={(relation) => change({ relation })}
            error={error}
          />
          <span data-stop="consent">{tick("consent")}</span>
        </div>
      )}
      {entry.who !== "nobody" && (
        <div className="row row-wrap intake-lines">
          <Line label={t.name} value={entry.name} onChange={(name) => change({ name })} />
          <Line label={t.phone} value={entry.phone} onChange={(phone) => change({ phone })} inputMode="tel" />
          <span className="row row-wrap intake-ticks">
            {tick("secrecy")}
            {tick("quiet")}
          </span>
        </div>
      )}
    </Part>
  );
}
