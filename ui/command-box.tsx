import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from "react";
import { Dialog } from "./dialog.tsx";
import { Icon, type IconName } from "./icons.tsx";
import { useWords } from "./settings.tsx";
import { kit } from "./words.ts";

export interface Command {
  readonly key: string;
  readonly icon?: IconName;
  readonly words: ReactNode;
  readonly aside?: ReactNode;
  readonly group: string;
  readonly run: () => void;
}

/** Ctrl+K: one field for finding and for acting. `find` gives what fits the words so far; the caller decides what that is. */
export function CommandBox({
  open,
  onClose,
  text,
  onText,
  found,
  busy,
}: {
  open: boolean;
  onClose: () => void;
  text: string;
  onText: (text: string) => void;
  found: readonly Command[];
  busy: boolean;
}) {
  const t = useWords(kit);
  const list = useId();
  const [at, setAt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words begin at the first line again
  useEffect(() => setAt(0), [text]);
  const chosen = Math.min(at, found.length - 1);
  const choose = (one: Command | undefined) => {
    if (!one) return;
    onClose();
    one.run();
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") setAt(Math.min(chosen + 1, found.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(chosen - 1, 0));
    else if (event.key === "Enter") choose(found[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog open={open} onClose={onClose} title={<span className="hidden-words">{t.commandPlaceholder}</span>} width={640}>
      <div className="command-box">
        <div className="command-box-field">
          <Icon name="search" />
          <input
            autoFocus
            value={text}
            onChange={(event) => onText(event.target.value)}
            onKeyDown={press}
            placeholder={t.commandPlaceholder}
            aria-label={t.commandPlaceholder}
            role="combobox"
            aria-expanded={found.length > 0}
            aria-controls={list}
            aria-activedescendant={found[chosen] ? `${list}-${chosen}` : undefined}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <div id={list} role="listbox" aria-label={t.commandPlaceholder} aria-busy={busy}>
          {found.map((one, index) => (
            <div key={one.key}>
              {found[index - 1]?.group !== one.group && (
                <div className="command-box-group" role="presentation">
                  {one.group}
                </div>
              )}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's */}
              <div
                id={`${list}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                onClick={() => choose(one)}
                onPointerMove={() => setAt(index)}
              >
                {one.icon && <Icon name={one.icon} />}
                <span className="cut">{one.words}</span>
                <span className="space" />
                <span className="meta text-small nowrap">{one.aside}</span>
              </div>
            </div>
          ))}
        </div>
        {found.length === 0 && (
          <p className="meta text-meta" style={{ padding: "12px 10px" }}>
            {busy ? t.loading : t.commandNone}
          </p>
        )}
        <p className="meta text-small" style={{ padding: "8px 10px 0" }}>
          {t.commandHelp}
        </p>
      </div>
    </Dialog>
  );
}
