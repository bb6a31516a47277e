import { Modal } from "antd";
import { type ReactNode, useId } from "react";
import { useWords } from "./settings.tsx";
import { kit } from "./words.ts";

/** The first control has the focus; of radio buttons, the chosen one. */
function beginIn(body: HTMLElement | null): void {
  const first = body?.querySelector<HTMLElement>(':is(input,textarea,button):not([type=hidden],[tabindex="-1"])');
  const chosen = first?.matches("[type=radio]")
    ? first.closest("[role=radiogroup],fieldset")?.querySelector<HTMLElement>("input:checked")
    : null;
  (chosen ?? first)?.focus();
}

/** A dialog that keeps the focus and gives it back. The foot is the caller's: the filled button last but one act only. */
export function Dialog({
  open,
  title,
  onClose,
  children,
  foot,
  width = 560,
  mustAnswer = false,
}: {
  open: boolean;
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
  foot?: ReactNode;
  width?: number;
  mustAnswer?: boolean;
}) {
  const t = useWords(kit);
  const name = useId().replace(/\W/g, "");
  return (
    <Modal
      open={open}
      title={title}
      onCancel={onClose}
      footer={
        foot ? (
          <div className="row row-wrap" style={{ justifyContent: "flex-end" }}>
            {foot}
          </div>
        ) : null
      }
      width={width}
      destroyOnHidden
      mask={{ closable: false }}
      keyboard={!mustAnswer}
      closable={mustAnswer ? false : { "aria-label": t.close }}
      afterOpenChange={(now) => {
        if (now) beginIn(document.querySelector(`.dialog-${name} .ant-modal-body`));
      }}
      rootClassName={`dialog-${name}`}
      focusable={{ focusTriggerAfterClose: true }}
    >
      {children}
    </Modal>
  );
}
