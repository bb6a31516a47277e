import { Modal } from "antd";
import { type ReactNode, useId } from "react";
import { useWords } from "./settings.tsx";
import { kit } from "./words.ts";

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
        if (now)
          document
            .querySelector<HTMLElement>(
              `.dialog-${name} .ant-modal-body :is(input,textarea,button):not([type=hidden],[tabindex="-1"])`,
            )
            ?.focus();
      }}
      rootClassName={`dialog-${name}`}
      focusable={{ focusTriggerAfterClose: true }}
    >
      {children}
    </Modal>
  );
}
