import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { AnswerOf } from "../../../../foundation/http/route.ts";
import { newId } from "../../../../foundation/ids.ts";
import {
  ask,
  Button,
  Dialog,
  ErrorSummary,
  Field,
  type FieldProblem,
  Input,
  Segments,
  useFailureWords,
  useToast,
  useWords,
} from "../../../../ui/index.ts";
import { answerPersonRequest, type listPersonRequests } from "../../contract.ts";
import { requestWords } from "./words.ts";

export type Waiting = AnswerOf<typeof listPersonRequests>["waiting"][number];

/** Answers one request: the conclusion and its reason, which the resident reads word by word. */
export function AnswerDialog({ request, onClose }: { request: Waiting; onClose: () => void }) {
  const t = useWords(requestWords);
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const [commandId, setCommandId] = useState(newId);
  const [granted, setGranted] = useState<"yes" | "no">("no");
  const [answer, setAnswer] = useState("");
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const found = answer.trim().length < 4 ? [{ field: "request-answer", sentence: t.reasonEmpty }] : [];
    setProblems(found);
    if (found.length > 0) return;
    setBusy(true);
    try {
      const body = { commandId, granted: granted === "yes", answer };
      await ask(answerPersonRequest, { params: { id: request.id }, body });
      await client.invalidateQueries({ queryKey: ["person-requests"] });
      toast({ words: t.sent });
      onClose();
    } catch (reason) {
      setProblems([{ field: "", sentence: failure(reason).sentence }]);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      title={`${t.kinds[request.kind]} · ${request.number}`}
      onClose={onClose}
      width={640}
      foot={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" form="request-form" busy={busy}>
            {t.send}
          </Button>
        </>
      }
    >
      <form id="request-form" onSubmit={send} noValidate>
        <ErrorSummary problems={problems} />
        <p className="meta text-meta">{t.said}</p>
        <blockquote>{request.words}</blockquote>
        {request.kind === "erase" && <p className="notice-bar">{t.eraseHow}</p>}
        <Segments
          label={t.decision}
          value={granted}
          options={[
            { value: "no", words: t.no },
            { value: "yes", words: t.yes },
          ]}
          onChange={(value) => {
            setGranted(value);
            setCommandId(newId());
          }}
        />
        <Field
          id="request-answer"
          label={t.reason}
          hint={t.reasonHint}
          error={problems.find(({ field }) => field === "request-answer")?.sentence}
        >
          <Input.TextArea
            value={answer}
            maxLength={2000}
            autoSize={{ minRows: 4, maxRows: 12 }}
            onChange={(event) => {
              setAnswer(event.target.value);
              setCommandId(newId());
            }}
          />
        </Field>
      </form>
    </Dialog>
  );
}
