import { Modal } from "antd";
import type { ReactNode } from "react";
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
      focusable={{ focusTriggerAfterClose: true }}
    >
      {children}
    </Modal>
  );
}
