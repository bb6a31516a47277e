import { useCallback, useEffect, useRef, useState } from "react";
import { clockTime } from "../foundation/i18n/dates.ts";
import { useWords } from "./settings.tsx";
import { kit } from "./words.ts";

export interface Autosave {
  readonly savedAt: string | null;
  readonly state: "still" | "keeping" | "failed";
  /** After the work is sent: nothing more is written, the draft goes. */
  readonly finish: () => void;
}

const EVERY = 3_000;

/**
 * Keeps unfinished work by itself every few seconds, and warns on leaving with work that is not kept yet.
 * `worth` says whether there is anything to keep; `save` writes it and answers with the time; `drop` removes it.
 */
export function useAutosave<V>(
  value: V,
  { worth, save, drop }: { worth: boolean; save: (value: V) => Promise<string>; drop: () => Promise<unknown> },
): Autosave {
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [state, setState] = useState<Autosave["state"]>("still");
  const text = JSON.stringify(value);
  const kept = useRef(text);
  const door = useRef({ save, drop, value });
  door.current = { save, drop, value };
  useEffect(() => {
    if (!worth || text === kept.current) return;
    let live = true;
    const timer = setTimeout(
      async () => {
        setState("keeping");
        try {
          const at = await door.current.save(door.current.value);
          if (!live) return;
          kept.current = text;
          setSavedAt(at);
          setState("still");
        } catch {
          if (live) setState("failed");
        }
      },
      state === "failed" ? EVERY * 2 : EVERY,
    );
    return () => {
      live = false;
      clearTimeout(timer);
    };
  }, [text, worth, state]);
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (worth && text !== kept.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", leave);
    return () => window.removeEventListener("beforeunload", leave);
  }, [worth, text]);
  const finish = useCallback(() => {
    kept.current = JSON.stringify(door.current.value);
    setSavedAt(null);
    door.current.drop().catch(() => {});
  }, []);
  return { savedAt, state, finish };
}

/** 已自动存 09:12:40. */
export function AutosaveMark({ autosave }: { autosave: Autosave }) {
  const t = useWords(kit);
  const words =
    autosave.state === "keeping"
      ? t.keeping
      : autosave.state === "failed"
        ? t.notKept
        : autosave.savedAt
          ? t.kept(clockTime(autosave.savedAt))
          : "";
  return <span className="text-small meta nowrap">{words}</span>;
}
