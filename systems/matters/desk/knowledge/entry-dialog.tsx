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
  kitWords,
  Select,
  useFailureWords,
  useToast,
  useWords,
} from "../../../../ui/index.ts";
import { LIMITS, type listKnowledge, saveKnowledge } from "../../contract.ts";
import { UnitPicker } from "../parts/unit-picker.tsx";
import { useReference } from "../queries.ts";
import { knowledgeWords } from "./words.ts";

export type Entry = AnswerOf<typeof listKnowledge>["entries"][number];

/** Adds a kept answer, or renews one: every answer has an owner and a last day. */
export function EntryDialog({ entry, onClose }: { entry: Entry | null; onClose: () => void }) {
  const t = useWords(knowledgeWords);
  const k = useWords(kitWords);
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const categories = useReference().data?.categories ?? [];
  const [id] = useState(() => entry?.id ?? newId());
  const [commandId, setCommandId] = useState(newId);
  const [value, setValue] = useState({
    question: entry?.question ?? "",
    answer: entry?.answer ?? "",
    categoryCode: entry?.categoryCode ?? null,
    ownerUnitId: entry?.ownerUnitId,
    validUntil: entry?.validUntil ?? "",
  });
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<typeof value>) => {
    setValue((before) => ({ ...before, ...part }));
    setCommandId(newId());
  };
  const of = (field: string) => problems.find((one) => one.field === field)?.sentence;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const found = [
      ...(value.question.trim().length < 2 ? [{ field: "knowledge-question", sentence: t.missing.question }] : []),
      ...(value.answer.trim().length < 2 ? [{ field: "knowledge-answer", sentence: t.missing.answer }] : []),
      ...(value.ownerUnitId ? [] : [{ field: "knowledge-owner", sentence: t.missing.owner }]),
      ...(value.validUntil ? [] : [{ field: "knowledge-until", sentence: t.missing.until }]),
    ];
    setProblems(found);
    if (found.length > 0 || !value.ownerUnitId) return;
    setBusy(true);
    try {
      await ask(saveKnowledge, {
        body: { ...value, ownerUnitId: value.ownerUnitId, id, commandId, baseVersion: entry?.version ?? 0 },
      });
      await client.invalidateQueries({ queryKey: ["knowledge"] });
      toast({ words: t.saved });
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
      title={entry ? t.titleEdit : t.titleAdd}
      onClose={onClose}
      width={640}
      foot={
        <>
          <Button onClick={onClose}>{k.cancel}</Button>
          <Button kind="primary" type="submit" form="knowledge-form" busy={busy}>
            {t.save}
          </Button>
        </>
      }
    >
      <form id="knowledge-form" onSubmit={send} noValidate>
        <ErrorSummary problems={problems} />
        <Field id="knowledge-question" label={t.question} hint={t.questionHint} error={of("knowledge-question")}>
          <Input value={value.question} maxLength={200} onChange={(event) => change({ question: event.target.value })} />
        </Field>
        <Field id="knowledge-answer" label={t.answer} error={of("knowledge-answer")}>
          <Input.TextArea
            value={value.answer}
            maxLength={LIMITS.reply}
            autoSize={{ minRows: 4, maxRows: 14 }}
            onChange={(event) => change({ answer: event.target.value })}
          />
        </Field>
        <Field id="knowledge-category" label={t.category} optional>
          <Select
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            value={value.categoryCode ?? undefined}
            onChange={(code: string | undefined) => change({ categoryCode: code ?? null })}
            options={categories.map((one) => ({ value: one.code, label: one.name }))}
          />
        </Field>
        <Field id="knowledge-owner" label={t.owner} hint={t.ownerHint} error={of("knowledge-owner")}>
          <UnitPicker value={value.ownerUnitId} onChange={(ownerUnitId) => change({ ownerUnitId })} />
        </Field>
        <Field id="knowledge-until" label={t.until} error={of("knowledge-until")}>
          <Input
            type="date"
            value={value.validUntil}
            onChange={(event) => change({ validUntil: event.target.value })}
            style={{ width: 200 }}
          />
        </Field>
      </form>
    </Dialog>
  );
}
