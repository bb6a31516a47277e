import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import { useWords } from "./settings.tsx";
import { kit } from "./words.ts";

export interface Toast {
  readonly words: string;
  readonly tone?: "good" | "bad";
  /** Shown as 撤销; the same act stands in the history too, so nothing hangs on catching it in time. */
  readonly undo?: () => void;
  readonly act?: { words: string; run: () => void };
}

const Context = createContext<(toast: Toast) => void>(() => {});
const STAYS = 8_000;

/** Short words after an act, with 撤销 where that is lawful. They stay while the pointer or the focus is on them. */
export function ToastsProvider({ children }: { children: ReactNode }) {
  const [toasts, set] = useState<readonly (Toast & { key: number })[]>([]);
  const next = useRef(1);
  const held = useRef(false);
  const t = useWords(kit);
  const drop = useCallback((key: number) => set((all) => all.filter((one) => one.key !== key)), []);
  const show = useCallback(
    (toast: Toast) => {
      const key = next.current++;
      set((all) => [...all.slice(-2), { ...toast, key }]);
      const leave = () => (held.current ? setTimeout(leave, 2_000) : drop(key));
      setTimeout(leave, STAYS);
    },
    [drop],
  );
  const take = (key: number, run?: () => void) => {
    drop(key);
    run?.();
  };
  const holding = (yes: boolean) => () => {
    held.current = yes;
  };
  const hold = { onPointerEnter: holding(true), onPointerLeave: holding(false), onFocus: holding(true), onBlur: holding(false) };
  return (
    <Context value={show}>
      {children}
      <div className="toasts" role="status" aria-live="polite" {...hold}>
        {toasts.map((one) => (
          <div className="toast" data-tone={one.tone ?? "good"} key={one.key}>
            <span>{one.words}</span>
            {one.act && (
              <button type="button" className="link-button" onClick={() => take(one.key, one.act?.run)}>
                {one.act.words}
              </button>
            )}
            {one.undo && (
              <button type="button" className="link-button" onClick={() => take(one.key, one.undo)}>
                {t.undo}
              </button>
            )}
            <button type="button" className="link-button" aria-label={t.close} onClick={() => drop(one.key)}>
              ×
            </button>
          </div>
        ))}
      </div>
    </Context>
  );
}

/** Says a word after an act. */
export const useToast = () => useContext(Context);
