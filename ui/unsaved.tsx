import { useBlocker } from "@tanstack/react-router";
import { useRef } from "react";

/**
 * Asks before a page with unsaved changes is left, inside the desk and by the browser. Call what it returns just before an own
 * navigation that follows a save.
 */
export function useUnsaved(unsaved: boolean, words: string): () => void {
  const leaving = useRef(false);
  if (!unsaved) leaving.current = false;
  useBlocker({
    shouldBlockFn: () => unsaved && !leaving.current && !window.confirm(words),
    enableBeforeUnload: () => unsaved && !leaving.current,
  });
  return () => {
    leaving.current = true;
  };
}
