import type { ReactNode } from "react";
import { Button, Dialog, ErrorSummary, type FieldProblem, kitWords, useWords } from "../../../ui/index.ts";
import { catalogueWords } from "./words.ts";

/** The frame around a line's fields: what is wrong on top, then the acts. */
export function LineDialog({
  code,
  problems,
  onClose,
  onTake,
  onRemove,
  children,
}: {
  /** Null where the line is new. */
  code: string | null;
  problems: readonly FieldProblem[];
  onClose: () => void;
  onTake: () => void;
  onRemove: () => void;
  children: ReactNode;
}) {
  const t = useWords(catalogueWords);
  const k = useWords(kitWords);
  return (
    <Dialog
      open
      title={code === null ? t.addTitle : t.editTitle(code)}
      onClose={onClose}
      width={720}
      foot={
        <>
          {code !== null && (
            <Button kind="danger" onClick={onRemove}>
              {t.remove}
            </Button>
          )}
          <span className="space" />
          <Button onClick={onClose}>{k.cancel}</Button>
          <Button kind="primary" onClick={onTake}>
            {t.take}
          </Button>
        </>
      }
    >
      <div className="column">
        <ErrorSummary problems={problems} />
        {children}
      </div>
    </Dialog>
  );
}
