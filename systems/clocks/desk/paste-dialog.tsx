import { useState } from "react";
import { Button, Dialog, ErrorSummary, Field, Input, kitWords, useWords } from "../../../ui/index.ts";
import { type NoticeRead, readNotice } from "../rules/read-notice.rule.ts";
import { clockDeskWords } from "./words.ts";

/** The notice's own lines, pasted; the days read are proposed, never published from here. */
export function PasteDialog({
  year,
  onClose,
  onRead,
}: {
  year: number;
  onClose: () => void;
  onRead: (read: NoticeRead) => void;
}) {
  const t = useWords(clockDeskWords);
  const k = useWords(kitWords);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  const readIt = () => {
    const read = readNotice(year, text);
    if (read.days.length === 0) setProblem(t.pasteNothing);
    else onRead(read);
  };
  return (
    <Dialog
      open
      title={t.paste}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{k.cancel}</Button>
          <Button kind="primary" onClick={readIt}>
            {t.pasteRead}
          </Button>
        </>
      }
    >
      <div className="column">
        <ErrorSummary problems={problem ? [{ field: "notice-text", sentence: problem }] : []} />
        <Field id="notice-text" label={t.paste} hint={t.pasteHint}>
          <Input.TextArea value={text} rows={10} maxLength={5000} onChange={(event) => setText(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
