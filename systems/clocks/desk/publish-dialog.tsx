import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  ask,
  Button,
  Dialog,
  ErrorSummary,
  Failure,
  Field,
  Input,
  kitWords,
  useFailureWords,
  useToast,
  useWords,
} from "../../../ui/index.ts";
import { type CalendarDay, previewCalendarRoute, publishCalendarRoute } from "../contract.ts";
import { clockDeskWords } from "./words.ts";

/** What publishing would do to dates that wait, and then the act itself, with the notice it rests on. */
export function PublishDialog({
  year,
  days,
  source,
  onClose,
  onDone,
}: {
  year: number;
  days: CalendarDay[];
  source: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useWords(clockDeskWords);
  const k = useWords(kitWords);
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const [text, setText] = useState(source);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const preview = useQuery({
    queryKey: ["clocks", "preview", year, days],
    queryFn: () => ask(previewCalendarRoute, { params: { year }, body: { days } }),
    retry: false,
  });
  const publish = async () => {
    if (text.trim().length < 2) return setProblem(t.sourceMissing);
    setBusy(true);
    setProblem("");
    try {
      const { version, recomputed } = await ask(publishCalendarRoute, { params: { year }, body: { source: text.trim(), days } });
      await client.invalidateQueries({ queryKey: ["clocks"] });
      toast({ words: t.done(version, recomputed) });
      onDone();
    } catch (reason) {
      setProblem(failure(reason).sentence);
    } finally {
      setBusy(false);
    }
  };
  const found = preview.data;
  return (
    <Dialog
      open
      title={t.publishTitle(year)}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{k.cancel}</Button>
          <Button kind="primary" busy={busy || preview.isPending} onClick={publish}>
            {t.publish}
          </Button>
        </>
      }
    >
      <div className="column">
        <ErrorSummary problems={problem ? [{ field: "calendar-source", sentence: problem }] : []} />
        {preview.error && <Failure reason={preview.error} onRetry={() => preview.refetch()} />}
        <p role="status">{found ? t.preview(found.waiting, found.set, found.moved) : preview.isPending ? t.previewing : ""}</p>
        <Field id="calendar-source" label={t.sourceLabel} hint={t.sourceHint}>
          <Input value={text} maxLength={300} onChange={(event) => setText(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
