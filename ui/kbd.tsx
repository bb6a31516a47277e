const SHOWN: Record<string, string> = { Escape: "Esc", ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", " ": "␣" };

/** A key as it stands on the keyboard; "g q" shows two keys. Screen readers hear it from the list of keys, not in every button. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span aria-hidden="true" className="nowrap">
      {keys.split(" ").map((one) => (
        <kbd key={one}>
          {one
            .split("+")
            .map((part) => SHOWN[part] ?? part)
            .join(" ")}
        </kbd>
      ))}
    </span>
  );
}
