import { useEffect, useState } from "react";
import {
  AutosaveMark,
  Button,
  ConflictDialog,
  Dialog,
  ErrorSummary,
  type FieldProblem,
  kitWords,
  useAutosave,
  useHotkeys,
  useWords,
} from "../../../../../ui/index.ts";
import { matterWords } from "../../../contract.ts";
import { waitingWords } from "../../parts/waiting-words.ts";
import type { MatterPage } from "../../queries.ts";
import { blanksIn } from "../blanks.ts";
import { keepDraft, throwDraft, useKeptDraft } from "../drafts.ts";
import { type ActAnswer, useAct, wordsOf } from "../use-act.ts";
import { pageWords } from "../words.ts";
import { ActField } from "./fields.tsx";
import { FORMS, type FormAct, type FormValues, inputOf, lacking } from "./form-values.ts";

const DANGEROUS: readonly FormAct[] = ["merge", "withdraw", "decline"];

/** The form of one act: only its own fields, errors on top, what is written kept, and a conflict that keeps it too. */
export function ActDialog({
  matter,
  act,
  given,
  onClose,
  onDone,
}: {
  matter: MatterPage;
  act: FormAct;
  given: FormValues;
  onClose: () => void;
  onDone: (answer: ActAnswer) => void;
}) {
  const t = useWords(pageWords);
  const k = useWords(kitWords);
  const m = useWords(matterWords);
  const w = useWords(waitingWords);
  const key = `act:${matter.id}:${act}`;
  const written = (FORMS[act] as readonly string[]).some((one) => one === "reason" || one === "reply");
  const { kept, ready } = useKeptDraft<FormValues>(key);
  const [values, setValues] = useState<FormValues>(given);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const worth = written && Boolean(values.reason?.trim() || values.reply?.trim());
  const autosave = useAutosave(values, { worth, save: (value) => keepDraft(key, value), drop: () => throwDraft(key) });
  const acting = useAct(matter, (answer) => {
    if (worth) autosave.finish();
    onDone(answer);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a kept draft is taken up once
  useEffect(() => {
    if (ready && kept && written) setValues((before) => ({ ...kept.body, ...before }));
  }, [ready]);
  useEffect(() => {
    const timer = setTimeout(
      () => document.getElementById(`act-${given.focus === "placeId" ? "place" : given.focus}`)?.focus(),
      200,
    );
    return () => clearTimeout(timer);
  }, [given.focus]);
  const change = (part: FormValues) => setValues((before) => ({ ...before, ...part }));
  const send = () => {
    const found: FieldProblem[] = lacking(act, values).map((one) => ({ field: one.field, sentence: t.missing[one.missing] }));
    const blanks = blanksIn(values.reply ?? "").length;
    if (blanks > 0) found.push({ field: "act-reply", sentence: t.unfilled(blanks) });
    setProblems(found);
    if (found.length > 0) return;
    const undo =
      act === "join-parent"
        ? () => acting.send({ act: "join-parent", parent: matter.parent?.id ?? null }, { version: matter.version + 1 })
        : undefined;
    acting.send(inputOf(act, values), { undo });
  };
  useHotkeys([{ keys: "Ctrl+Enter", words: t.keyWords.send, whileTyping: true, run: send }], { dialog: true });
  const hint = {
    decline: t.hints.decline,
    shelve: t.hints.shelve,
    merge: t.hints.merge(matter.number),
    withdraw: t.hints.withdraw,
    "hand-back": t.hints.handBack,
    escalate: t.hints.escalate,
    "grant-time": matter.asked?.resident ? w.residentToldWhy : "",
    sign: t.hints.sign,
    close: t.hints.close,
  }[act as string];
  const errors = Object.fromEntries(problems.map((one) => [one.field, one.sentence]));
  const all = acting.problem ? [...problems, { field: "", sentence: acting.problem.sentence }] : problems;
  const foot = (
    <>
      {written && <AutosaveMark autosave={autosave} />}
      <span className="space" />
      <Button onClick={onClose}>{k.cancel}</Button>
      <Button kind={DANGEROUS.includes(act) ? "danger" : "primary"} hotkey="Ctrl+Enter" onClick={send} busy={acting.busy}>
        {m.acts[act]}
      </Button>
    </>
  );
  return (
    <>
      <Dialog
        open={acting.conflict === null}
        title={`${m.acts[act]} · ${matter.number.slice(-6)} ${matter.title}`}
        onClose={onClose}
        foot={foot}
        width={620}
      >
        <ErrorSummary problems={all} requestId={acting.problem?.requestId} article={acting.problem?.article} />
        {hint && <p className="second text-meta dialog-hint">{hint}</p>}
        {FORMS[act].map((name) => (
          <ActField key={name} act={act} name={name} matter={matter} values={values} errors={errors} change={change} />
        ))}
      </Dialog>
      <ConflictDialog
        open={acting.conflict !== null}
        changes={acting.conflict?.changes ?? []}
        mine={wordsOf(acting.conflict?.input)}
        onAgain={acting.again}
        onBack={acting.back}
        busy={acting.busy}
      />
    </>
  );
}
