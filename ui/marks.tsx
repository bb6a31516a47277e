import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Icon, type IconName } from "./icons.tsx";
import { useWords } from "./settings.tsx";
import { kit } from "./words.ts";

export type DeadlineState = "running" | "soon" | "today" | "overdue" | "paused" | "met" | "missed" | "stopped";
const DEADLINES: Record<DeadlineState, { tone: string; icon: IconName }> = {
  running: { tone: "ok", icon: "clock" },
  soon: { tone: "soon", icon: "triangle" },
  today: { tone: "soon", icon: "triangle" },
  overdue: { tone: "over", icon: "diamond" },
  paused: { tone: "pause", icon: "pause-ring" },
  met: { tone: "done", icon: "ticked-ring" },
  missed: { tone: "over", icon: "diamond" },
  stopped: { tone: "ok", icon: "minus-ring" },
};

/** A deadline: word, shape and colour together; cover any one and it still reads. `words` come from the server's count of working days. */
export function Deadline({ state, words, date }: { state: DeadlineState; words: string; date?: string }) {
  const look = DEADLINES[state];
  return (
    <span className="deadline" data-tone={look.tone}>
      <Icon name={look.icon} small />
      {words}
      {date && <span> · {date}</span>}
    </span>
  );
}

/** The same mark as a button that opens its calculation. */
export function DeadlineButton({
  state,
  words,
  date,
  ...rest
}: { state: DeadlineState; words: string; date?: string } & ButtonHTMLAttributes<HTMLButtonElement>) {
  const look = DEADLINES[state];
  return (
    <button {...rest} type="button" className="deadline" data-tone={look.tone}>
      <Icon name={look.icon} small />
      {words}
      {date && <span> · {date}</span>}
      <Icon name="chevron-down" small />
    </button>
  );
}

export type Tone = "wait" | "doing" | "pause" | "done" | "off";
/** A state: word, shape and colour. */
export const StateMark = ({ icon, tone, children }: { icon: IconName; tone: Tone; children: ReactNode }) => (
  <span className="state-mark" data-tone={tone}>
    <Icon name={icon} small />
    {children}
  </span>
);

/** 可能同一件 n. */
export function SimilarMark({ count }: { count: number }) {
  const t = useWords(kit);
  if (count < 1) return null;
  return (
    <span className="similar-mark">
      <Icon name="similar" small />
      {t.similar(count)}
    </span>
  );
}

export const Tag = ({
  tone,
  icon,
  children,
}: {
  tone?: "accent" | "note" | "red" | "amber";
  icon?: IconName;
  children: ReactNode;
}) => (
  <span className="tag" data-tone={tone}>
    {icon && <Icon name={icon} small />}
    {children}
  </span>
);

export type Audience = "resident" | "internal" | "said";
/** What a resident sees is white with an accent bar; what only staff see is cream and dashed; what the resident said is sunken. */
export const Note = ({ audience, children }: { audience: Audience; children: ReactNode }) => (
  <div className={`note-${audience} pre`}>{children}</div>
);

/** The label that goes with a note. */
export function AudienceTag({ audience }: { audience: "resident" | "internal" }) {
  const t = useWords(kit);
  return audience === "internal" ? (
    <Tag tone="note" icon="lock">
      {t.internal}
    </Tag>
  ) : (
    <Tag tone="accent" icon="eye">
      {t.resident}
    </Tag>
  );
}
