import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask, Button, Dialog, Field, Input, Select, useFailureWords, useToast, useWords } from "../../../ui/index.ts";
import { addArticleRoute, closeArticleRoute, NewArticle, TRUST_MARKS, type Trust } from "../contract.ts";
import { lawDeskWords } from "./words.ts";

/** Sends a change of the register: what is wrong stays at the form, what is kept is shown in the list. */
function useSend(onDone: () => void) {
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const t = useWords(lawDeskWords);
  const [busy, setBusy] = useState(false);
  const [no, setNo] = useState<string>();
  const send = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setNo(undefined);
    try {
      await work();
      await client.invalidateQueries({ queryKey: ["law"] });
      toast({ words: t.saved });
      onDone();
    } catch (reason) {
      setNo(failure(reason).sentence);
    } finally {
      setBusy(false);
    }
  };
  return { busy, no, send };
}

const EMPTY = { law: "", number: "", article: "", text: "", from: "", source: "", trust: "verified" as Trust };

/** 录入: an article of the county's own or of a local rule. */
export function AddArticle({ onClose }: { onClose: () => void }) {
  const t = useWords(lawDeskWords);
  const [entry, setEntry] = useState(EMPTY);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const { busy, no, send } = useSend(onClose);
  const error = (field: keyof typeof t.missing) => (wrong.has(field) ? t.missing[field] : undefined);
  const put = (more: Partial<typeof EMPTY>) => setEntry({ ...entry, ...more });
  const save = () => {
    const read = NewArticle.safeParse(entry);
    setWrong(new Set(read.error?.issues.map((issue) => String(issue.path[0]))));
    if (read.success) send(() => ask(addArticleRoute, { body: read.data }));
  };
  return (
    <Dialog
      open
      title={t.addTitle}
      onClose={onClose}
      foot={
        <Button kind="primary" busy={busy} onClick={save}>
          {t.save}
        </Button>
      }
    >
      {no && (
        <p role="alert" className="field-error">
          {no}
        </p>
      )}
      <Field label={t.fields.law} error={error("law")}>
        <Input value={entry.law} maxLength={80} onChange={(event) => put({ law: event.target.value })} />
      </Field>
      <Field label={t.fields.number} optional>
        <Input value={entry.number} maxLength={80} onChange={(event) => put({ number: event.target.value })} />
      </Field>
      <Field label={t.fields.article} hint={t.articleHint} error={error("article")} optional>
        <Input value={entry.article} maxLength={20} onChange={(event) => put({ article: event.target.value.trim() })} />
      </Field>
      <Field label={t.fields.text} error={error("text")}>
        <Input.TextArea value={entry.text} rows={4} maxLength={2000} onChange={(event) => put({ text: event.target.value })} />
      </Field>
      <Field label={t.fields.from} error={error("from")}>
        <Input type="date" value={entry.from} onChange={(event) => put({ from: event.target.value })} />
      </Field>
      <Field label={t.fields.source} error={error("source")}>
        <Input value={entry.source} maxLength={200} onChange={(event) => put({ source: event.target.value })} />
      </Field>
      <Field label={t.fields.trust}>
        <Select
          value={entry.trust}
          options={TRUST_MARKS.map((mark) => ({ value: mark, label: t.trust[mark] }))}
          onChange={(trust: Trust) => put({ trust })}
        />
      </Field>
    </Dialog>
  );
}

/** 截止: up to which day an article is in force, and why. */
export function CloseArticle({ id, today, onClose }: { id: string; today: string; onClose: () => void }) {
  const t = useWords(lawDeskWords);
  const [to, setTo] = useState(today);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { busy, no, send } = useSend(onClose);
  const said = reason.trim().length >= 4;
  const save = () => {
    setTried(true);
    if (to && said) send(() => ask(closeArticleRoute, { body: { id, to, reason } }));
  };
  return (
    <Dialog
      open
      title={t.closeOf(id)}
      onClose={onClose}
      foot={
        <Button kind="primary" busy={busy} onClick={save}>
          {t.save}
        </Button>
      }
    >
      {no && (
        <p role="alert" className="field-error">
          {no}
        </p>
      )}
      <Field label={t.to} error={tried && !to ? t.missing.from : undefined}>
        <Input type="date" value={to} onChange={(event) => setTo(event.target.value)} />
      </Field>
      <Field label={t.reason} hint={t.reasonHint} error={tried && !said ? t.missing.reason : undefined}>
        <Input value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </Dialog>
  );
}
