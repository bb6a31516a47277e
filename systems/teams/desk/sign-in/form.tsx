import { type FormEvent, type ReactNode, useState } from "react";
import { Button, ErrorSummary, type FieldProblem, useFailureWords, useWords } from "../../../../ui/index.ts";
import { PasskeyNotUsed } from "./passkey.ts";
import { signInWords } from "./sign-in-words.ts";

/** What a step of signing in does: says what is missing, sends, says what went wrong and keeps what was typed. */
export function useStep(mainField: string) {
  const t = useWords(signInWords);
  const failure = useFailureWords();
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setProblems([]);
    try {
      await work();
    } catch (reason) {
      const sentence = reason instanceof PasskeyNotUsed ? t.passkeyBroken : failure(reason).sentence;
      setProblems([{ field: mainField, sentence }]);
    } finally {
      setBusy(false);
    }
  };
  const send = (missing: readonly (FieldProblem | false)[], work: () => Promise<unknown>) => async (event: FormEvent) => {
    event.preventDefault();
    const found = missing.filter((one): one is FieldProblem => one !== false);
    setProblems(found);
    if (found.length === 0) await run(work);
  };
  return { problems, busy, run, send, of: (field: string) => problems.find((one) => one.field === field)?.sentence };
}
export type Step = ReturnType<typeof useStep>;

/** One step: what is wrong on top, the fields, one filled button. */
export function StepForm({
  step,
  onSubmit,
  act,
  children,
}: {
  step: Step;
  onSubmit: (event: FormEvent) => void;
  act: string;
  children: ReactNode;
}) {
  return (
    <form onSubmit={onSubmit} noValidate>
      <ErrorSummary problems={step.problems} />
      {children}
      <Button kind="primary" type="submit" busy={step.busy} className="sign-in-act">
        {act}
      </Button>
    </form>
  );
}
