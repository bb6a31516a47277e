import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { type Language, languageFrom, type Words } from "../foundation/i18n/words.ts";

export interface Settings {
  readonly language: Language;
  readonly density: "roomy" | "compact";
  readonly type: "standard" | "large" | "larger";
  /** Single-letter keys can be switched off (WCAG 2.1.4). */
  readonly keys: boolean;
}

const KEPT_UNDER = "linli.display";

function read(): Settings {
  const standard: Settings = { language: languageFrom(navigator.language), density: "roomy", type: "standard", keys: true };
  try {
    return { ...standard, ...(JSON.parse(localStorage.getItem(KEPT_UNDER) ?? "{}") as Partial<Settings>) };
  } catch {
    return standard;
  }
}

const Context = createContext<{ settings: Settings; change: (part: Partial<Settings>) => void } | null>(null);

/** How this computer shows the product: language, density, type size, keys. Kept in the browser; changes nothing on the server. */
export function SettingsProvider({ children }: { children: ReactNode }) {
  const [settings, set] = useState(read);
  const change = useCallback((part: Partial<Settings>) => {
    set((before) => {
      const after = { ...before, ...part };
      localStorage.setItem(KEPT_UNDER, JSON.stringify(after));
      return after;
    });
  }, []);
  useEffect(() => {
    const root = document.documentElement;
    root.lang = settings.language;
    root.dataset.density = settings.density;
    root.dataset.type = settings.type;
    root.dataset.keys = settings.keys ? "on" : "off";
  }, [settings]);
  const value = useMemo(() => ({ settings, change }), [settings, change]);
  return <Context value={value}>{children}</Context>;
}

/** The settings and how to change them. */
export function useSettings() {
  const value = useContext(Context);
  if (!value) throw new Error("useSettings outside SettingsProvider");
  return value;
}

/** The reader's language. */
export const useLanguage = (): Language => useSettings().settings.language;

/** This dictionary in the reader's language. */
export const useWords = <W,>(dictionary: Words<W>): W => dictionary[useLanguage()];
