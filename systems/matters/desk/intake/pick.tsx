import { type KeyboardEvent, type ReactNode, useId } from "react";
import { Icon, Kbd } from "../../../../ui/index.ts";
import { goOn } from "./stops.ts";

/** One of a few, as radio buttons that look like keys: a digit chooses and goes on, Enter accepts the dashed proposal, arrows move. */
export function Pick<V extends string>({
  stop,
  labelledBy,
  describedBy,
  value,
  proposed,
  options,
  onChange,
  onAccept,
  past,
}: {
  stop: string;
  labelledBy: string;
  describedBy?: string;
  value: V | null;
  proposed?: V | null;
  options: readonly { value: V; words: ReactNode }[];
  onChange: (value: V) => void;
  /** What Enter does beside choosing the proposal; answers with the stops that are thereby done. */
  onAccept?: () => readonly string[];
  past?: readonly string[];
}) {
  const group = useId();
  const keys = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    const from = event.currentTarget;
    const digit = options[Number(event.key) - 1];
    if (digit && event.key >= "1" && event.key <= "9") {
      event.preventDefault();
      onChange(digit.value);
      setTimeout(() => goOn(from, past));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const taken = value ?? proposed;
      if (!taken) return;
      let done: readonly string[] = [];
      if (!value) {
        onChange(taken);
        done = onAccept?.() ?? [];
      }
      setTimeout(() => goOn(from, [...(past ?? []), ...done]));
    }
  };
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      className="intake-picks"
      data-stop={stop}
      onKeyDown={keys}
    >
      {options.map((one, index) => {
        const isProposed = !value && one.value === proposed;
        return (
          <label key={one.value} className="intake-pick" data-proposed={isProposed ? "yes" : undefined}>
            <input
              type="radio"
              name={group}
              checked={one.value === value}
              data-first={isProposed ? "yes" : undefined}
              onChange={() => onChange(one.value)}
            />
            {one.value === value ? <Icon name="check" small /> : <Kbd keys={String(index + 1)} />}
            {one.words}
          </label>
        );
      })}
    </div>
  );
}
