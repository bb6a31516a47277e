import { type KeyboardEvent, type RefObject, useRef } from "react";
import { Button, Dropdown, Icon, useWords } from "../../../../ui/index.ts";
import { LIMITS } from "../../contract.ts";
import { useReference } from "../queries.ts";
import { type Blank, blanksIn, fillKnown } from "./blanks.ts";
import { pageWords } from "./words.ts";

/** A text field whose blanks of templates stay visible while writing. */
export function ReplyArea({
  id,
  value,
  onChange,
  onSend,
  onSendAndClose,
  label,
  area,
  internal = false,
  rows = 4,
  described,
  invalid,
}: {
  id?: string;
  value: string;
  onChange: (text: string) => void;
  onSend?: () => void;
  /** Ctrl+Shift+Enter, where the writer may answer and close in one go. */
  onSendAndClose?: () => void;
  label?: string;
  area?: RefObject<HTMLTextAreaElement | null>;
  internal?: boolean;
  rows?: number;
  described?: string;
  invalid?: boolean;
}) {
  const mirror = useRef<HTMLDivElement>(null);
  const blanks = blanksIn(value);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (event.shiftKey && onSendAndClose) onSendAndClose();
      else onSend?.();
    }
  };
  const parts: { text: string; blank: boolean; at: number }[] = [];
  let at = 0;
  for (const blank of blanks) {
    parts.push({ text: value.slice(at, blank.start), blank: false, at });
    parts.push({ text: value.slice(blank.start, blank.end), blank: true, at: blank.start });
    at = blank.end;
  }
  parts.push({ text: `${value.slice(at)}\n`, blank: false, at });
  return (
    <div className="reply-area" data-internal={internal ? "yes" : "no"}>
      <div className="reply-mirror" aria-hidden="true" ref={mirror}>
        {parts.map((part) =>
          part.blank ? (
            <span className="blank" key={part.at}>
              {part.text}
            </span>
          ) : (
            <span key={part.at}>{part.text}</span>
          ),
        )}
      </div>
      <textarea
        id={id}
        ref={area}
        rows={rows}
        value={value}
        maxLength={LIMITS.reply}
        aria-label={label}
        aria-describedby={described}
        aria-invalid={invalid}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={press}
        onScroll={(event) => {
          if (mirror.current) mirror.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}

/** Puts the cursor onto a blank, so that typing replaces it. */
export function chooseBlank(area: HTMLTextAreaElement | null, blank: Blank | undefined): void {
  if (!area || !blank) return;
  area.focus();
  area.setSelectionRange(blank.start, blank.end);
}

/** 常用语: templates of the act, with what the matter knows filled in; the focus goes to the first blank. */
export function Templates({
  act,
  known,
  onTake,
}: {
  act: string;
  known: Readonly<Record<string, string>>;
  onTake: (text: string) => void;
}) {
  const t = useWords(pageWords);
  const templates = (useReference().data?.replyTemplates ?? []).filter((one) => one.act === act);
  if (templates.length === 0) return null;
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: templates.map((one) => ({ key: one.id, label: one.title, onClick: () => onTake(fillKnown(one.text, known)) })),
      }}
    >
      <Button size="small" kind="quiet">
        <Icon name="template" />
        {t.template}
        <Icon name="chevron-down" small />
      </Button>
    </Dropdown>
  );
}
