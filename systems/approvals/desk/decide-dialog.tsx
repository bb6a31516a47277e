import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
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
  useLanguage,
  useToast,
  useWords,
} from "../../../ui/index.ts";
import { type ApprovalShown, decideApprovalRoute } from "../contract.ts";
import { groundWords, kindWords } from "./approval-card.tsx";
import { approvalDeskWords } from "./words.ts";

/** Yes or no to what another person asked; for what was opened at once, whether that was right. A no says why. */
export function DecideDialog({ one, first, onClose }: { one: ApprovalShown; first: "yes" | "no"; onClose: () => void }) {
  const t = useWords(approvalDeskWords);
  const language = useLanguage();
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const [answer, setAnswer] = useState(first);
  const [why, setWhy] = useState("");
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const review = one.state === "at-once";
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (answer === "no" && why.trim() === "") return setProblems([{ field: "approval-why", sentence: t.whyMissing }]);
    setProblems([]);
    setBusy(true);
    try {
      await ask(decideApprovalRoute, { params: { id: one.id }, body: { yes: answer === "yes", why } });
      await client.invalidateQueries({ queryKey: ["approvals"] });
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
      title={`${review ? t.reviewTitle : t.decideTitle}${kindWords(one, language)}`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" form="approval-form" busy={busy}>
            {t.send}
          </Button>
        </>
      }
    >
      <form id="approval-form" onSubmit={send} noValidate>
        <ErrorSummary problems={problems} />
        <p className="meta text-meta">{[one.matter?.number, groundWords(one, language)].filter(Boolean).join(" · ")}</p>
        <blockquote className="pre">{one.words}</blockquote>
        <Segments
          label={t.title}
          value={answer}
          options={[
            { value: "yes", words: review ? t.uphold : t.approve },
            { value: "no", words: review ? t.object : t.refuse },
          ]}
          onChange={setAnswer}
        />
        <Field
          id="approval-why"
          label={t.why}
          hint={t.whyHint}
          error={problems.find(({ field }) => field === "approval-why")?.sentence}
        >
          <Input.TextArea
            value={why}
            maxLength={1000}
            autoSize={{ minRows: 3, maxRows: 10 }}
            onChange={(event) => setWhy(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
