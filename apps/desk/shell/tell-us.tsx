import { useState } from "react";
import { newId } from "../../../foundation/ids.ts";
import { tellUs } from "../../../systems/matters/contract.ts";
import {
  ask,
  Button,
  Dialog,
  ErrorSummary,
  Field,
  type FieldProblem,
  Input,
  kitWords,
  useFailureWords,
  useToast,
  useWords,
} from "../../../ui/index.ts";
import { deskWords } from "../words.ts";

/** A complaint about the product, from wherever it is met. `screen` is the page's path without any id. */
export function TellUs({ open, onClose, screen }: { open: boolean; onClose: () => void; screen: string }) {
  const t = useWords(deskWords);
  const k = useWords(kitWords);
  const toast = useToast();
  const failure = useFailureWords();
  const [text, setText] = useState("");
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const send = async () => {
    if (text.trim().length < 2) return setProblems([{ field: "tell-us", sentence: t.tellUsEmpty }]);
    try {
      await ask(tellUs, { body: { commandId: newId(), screen, text } });
      setText("");
      setProblems([]);
      onClose();
      toast({ words: t.tellUsKept });
    } catch (reason) {
      setProblems([{ field: "tell-us", sentence: failure(reason).sentence }]);
    }
  };
  const foot = (
    <>
      <Button onClick={onClose}>{k.cancel}</Button>
      <Button kind="primary" onClick={send}>
        {t.tellUsSend}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={onClose} title={t.tellUs} foot={foot}>
      <ErrorSummary problems={problems} />
      <Field id="tell-us" label={t.tellUsField} hint={t.tellUsIntro} error={problems[0]?.sentence}>
        <Input.TextArea rows={5} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
    </Dialog>
  );
}
