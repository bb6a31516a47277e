import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from "react";
import { useSettings } from "./settings.tsx";

export interface Hotkey {
  /** "j", "g q" (one after the other), "Ctrl+Enter", "Alt+1", "?", "Escape". */
  readonly keys: string;
  /** What it does, for the list under "?"; a key without words is not listed. */
  readonly words?: string;
  readonly run: (event: KeyboardEvent) => void;
  /** Works while typing as well: only for keys with Ctrl or Alt, and Escape. */
  readonly whileTyping?: boolean;
  readonly off?: boolean;
}

interface Layer {
  readonly dialog: boolean;
  current: readonly Hotkey[];
}

const Context = createContext<{ layers: Set<Layer> } | null>(null);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest("input:not([type=checkbox]):not([type=radio]),textarea,select,[role=combobox],[role=menu],[role=listbox]") !==
      null);

const openDialog = (): boolean =>
  [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].some((one) => one.getClientRects().length > 0);

/** The name of a pressed key as it is written in a `Hotkey`. */
export function nameOf(event: KeyboardEvent): string {
  return `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${event.key.length > 1 && event.shiftKey ? "Shift+" : ""}${event.key}`;
}

/** One listener for all keys: silent while typing and while an input method composes, and when single keys are switched off. */
export function HotkeysProvider({ children }: { children: ReactNode }) {
  const layers = useMemo(() => new Set<Layer>(), []);
  const { settings } = useSettings();
  const enabled = useRef(settings.keys);
  enabled.current = settings.keys;
  useEffect(() => {
    let before = "";
    let at = 0;
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
      const pressed = nameOf(event);
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1;
      if (plain && !enabled.current) return;
      const presses = (event.key === "Enter" || event.key === " ") && !event.ctrlKey && !event.metaKey;
      if (presses && event.target instanceof Element && event.target.closest("button,a[href],input,select,summary,[role=option]"))
        return;
      const typing = isTyping(event.target);
      const inDialog = openDialog();
      const pair = before && Date.now() - at < 1200 ? `${before} ${pressed}` : "";
      const all = [...layers]
        .reverse()
        .flatMap((layer) => (inDialog && !layer.dialog ? [] : layer.current))
        .filter((one) => !one.off && (!typing || one.whileTyping));
      const found = all.find((one) => pair && one.keys === pair) ?? all.find((one) => one.keys === pressed);
      const opens = plain && !typing && all.some((one) => one.keys.startsWith(`${pressed} `));
      before = opens && !found?.keys.includes(" ") ? pressed : "";
      at = Date.now();
      if (!found) return;
      event.preventDefault();
      if (event.eventPhase === Event.CAPTURING_PHASE) event.stopPropagation();
      found.run(event);
    };
    // Ctrl+Enter sends from wherever one is: an open list of choices would take it first
    const withCtrl = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey) && listen(event);
    const others = (event: KeyboardEvent) => !(event.ctrlKey || event.metaKey) && listen(event);
    document.addEventListener("keydown", withCtrl, true);
    document.addEventListener("keydown", others);
    return () => {
      document.removeEventListener("keydown", withCtrl, true);
      document.removeEventListener("keydown", others);
    };
  }, [layers]);
  const value = useMemo(() => ({ layers }), [layers]);
  return <Context value={value}>{children}</Context>;
}

/** Binds keys while the component stands; the last one mounted wins. `dialog`: they work inside an open dialog, others then rest. */
export function useHotkeys(keys: readonly Hotkey[], options: { dialog?: boolean } = {}): void {
  const context = useContext(Context);
  const layer = useMemo<Layer>(() => ({ dialog: options.dialog ?? false, current: [] }), [options.dialog]);
  layer.current = keys;
  useEffect(() => {
    context?.layers.add(layer);
    return () => {
      context?.layers.delete(layer);
    };
  }, [context, layer]);
}

/** All keys that work on the screen at this moment, with their words; for the help dialog. */
export function useBoundKeys(): () => { keys: string; words: string }[] {
  const context = useContext(Context);
  return () => {
    const seen = new Map<string, string>();
    for (const layer of context?.layers ?? [])
      for (const one of layer.current) if (one.words && !one.off) seen.set(one.keys, one.words);
    return [...seen].map(([keys, words]) => ({ keys, words }));
  };
}
