import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons.tsx";
import { useWords } from "./settings.tsx";
import { kit } from "./words.ts";

const LOOK: Record<"none" | "no-match" | "no-right", IconName> = { none: "inbox", "no-match": "filter", "no-right": "lock" };

/** Nothing to show, and which nothing: none yet (with the act that makes one), none match (with a way to clear), no right (with whom to ask). */
export function Empty({
  why,
  words,
  children,
}: {
  why: "none" | "no-match" | "no-right";
  words?: ReactNode;
  children?: ReactNode;
}) {
  const t = useWords(kit);
  const standard = { none: t.emptyNone, "no-match": t.emptyMatch, "no-right": t.emptyRight }[why];
  return (
    <div className="empty">
      <Icon name={LOOK[why]} />
      <p>{words ?? standard}</p>
      {children && <div className="row row-wrap">{children}</div>}
    </div>
  );
}
