import { cloneElement, type ReactElement, type ReactNode, useId } from "react";
import { useWords } from "./settings.tsx";
import { kit } from "./words.ts";

interface Control {
  id?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
  "aria-required"?: boolean;
}

/** A label, a hint, a control and its error, tied together. The control is the only child; give `id` so that an error summary can lead to it. */
export function Field({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: {
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  children: ReactElement<Control>;
}) {
  const own = useId();
  const t = useWords(kit);
  const name = id ?? own;
  const described = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ") || undefined;
  return (
    <div className="field">
      <label htmlFor={name}>
        {label}
        {optional && <span className="meta">{t.optional}</span>}
      </label>
      {hint && (
        <span className="field-hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {cloneElement(children, {
        id: name,
        "aria-describedby": described,
        "aria-invalid": error ? true : undefined,
        "aria-required": optional ? undefined : true,
      })}
      {error && (
        <span className="field-error" id={`${name}-error`}>
          {error}
        </span>
      )}
    </div>
  );
}

/** Choices of one, as buttons on a rail; arrow keys move (radio buttons underneath). */
export function Segments<V extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: V;
  options: readonly { value: V; words: ReactNode }[];
  onChange: (value: V) => void;
}) {
  const group = useId();
  return (
    <div role="radiogroup" aria-label={label} className="segments">
      {options.map((one) => (
        <label key={one.value}>
          <input type="radio" name={group} checked={one.value === value} onChange={() => onChange(one.value)} />
          {one.words}
        </label>
      ))}
    </div>
  );
}
