import { Kbd, useWords } from "../../../../ui/index.ts";
import { listWords } from "../words.ts";

const SHOWN = [
  ["j k", "down"],
  ["x", "select"],
  ["Enter", "open"],
  ["e", "act"],
  ["a", "assign"],
  ["s", "similar"],
] as const;

/** The keys of the list, where they act. */
export function KeyBar() {
  const t = useWords(listWords);
  return (
    <div className="key-bar" aria-hidden="true">
      {SHOWN.map(([keys, name]) => (
        <span key={name}>
          <Kbd keys={keys} />
          {t.keys[name]}
        </span>
      ))}
      <span className="space" />
      <span>
        <Kbd keys="?" />
        {t.allKeys}
      </span>
    </div>
  );
}
