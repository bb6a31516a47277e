import { Kbd, useBoundKeys } from "../../../ui/index.ts";

/** The keys that work on this screen, as a list. */
export function KeyList() {
  const bound = useBoundKeys();
  return (
    <ul className="key-list">
      {bound().map((one) => (
        <li key={one.keys} className="row">
          <Kbd keys={one.keys} />
          <span className="hidden-words">{one.keys}</span>
          <span>{one.words}</span>
        </li>
      ))}
    </ul>
  );
}
