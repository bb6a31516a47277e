import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { newId } from "../../../../foundation/ids.ts";
import {
  ask,
  Button,
  Dialog,
  ErrorSummary,
  Failure,
  Field,
  Icon,
  Input,
  kitWords,
  useToast,
  useWords,
} from "../../../../ui/index.ts";
import { batchAct } from "../../contract.ts";
import { UnitPicker, UnitsPicker } from "../parts/unit-picker.tsx";
import type { QueueRow } from "../queries.ts";
import { listWords } from "../words.ts";
import type { BatchAct } from "./use-list.ts";

/** One act on many: first what would change and who is refused, why; then the act. */
export function BatchDialog({
  act,
  rows,
  onClose,
  onDrop,
  onDone,
}: {
  act: BatchAct;
  rows: readonly QueueRow[];
  onClose: () => void;
  onDrop: (ids: readonly string[]) => void;
  onDone: () => void;
}) {
  const t = useWords(listWords);
  const k = useWords(kitWords);
  const toast = useToast();
  const client = useQueryClient();
  const [leadUnit, setLeadUnit] = useState<string>();
  const [supports, setSupports] = useState<string[]>([]);
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const [commandId] = useState(newId);
  const items = rows.map((row) => ({ id: row.id, version: row.version }));
  const body = {
    act,
    items,
    leadUnit: act === "dispatch" ? leadUnit : undefined,
    supports: act === "dispatch" ? supports : [],
    note: note || undefined,
  };
  const preview = useQuery({
    queryKey: ["matters", "batch", act, items, leadUnit, supports],
    queryFn: () => ask(batchAct, { body: { ...body, commandId: newId(), preview: true } }),
    enabled: items.length > 0 && (act !== "dispatch" || leadUnit !== undefined),
    staleTime: 0,
  });
  const send = useMutation({
    mutationFn: () => ask(batchAct, { body: { ...body, commandId, preview: false } }),
    onSuccess: (answer) => {
      client.invalidateQueries({ queryKey: ["matters"] });
      toast({
        words:
          answer.refused.length > 0
            ? t.batchSome(t.acts[act], answer.done.length, answer.refused.length)
            : t.batchDone(t.acts[act], answer.done.length),
        tone: answer.refused.length > 0 ? "bad" : "good",
      });
      onDone();
    },
  });
  const missing = act === "dispatch" && !leadUnit;
  const will = preview.data?.done.length ?? 0;
  const confirm = () => {
    setTried(true);
    if (!missing && will > 0) send.mutate();
  };
  const foot = (
    <>
      <Button onClick={onClose}>{k.cancel}</Button>
      <Button
        kind="primary"
        onClick={confirm}
        busy={send.isPending || preview.isFetching}
        shut={!missing && preview.data && will === 0 ? t.batchNothing : undefined}
      >
        {preview.data ? t.actOn(t.acts[act], will) : t.acts[act]}
      </Button>
    </>
  );
  const refused = preview.data?.refused ?? [];
  return (
    <Dialog open title={t.batchTitle(t.acts[act])} onClose={onClose} foot={foot} width={620}>
      <ErrorSummary problems={tried && missing ? [{ field: "batch-unit", sentence: t.unitMissing }] : []} />
      {send.error && <Failure reason={send.error} />}
      {act === "dispatch" && (
        <>
          <Field id="batch-unit" label={t.unit} error={tried && missing ? t.unitMissing : undefined}>
            <UnitPicker value={leadUnit} onChange={setLeadUnit} />
          </Field>
          <Field label={t.supports} optional>
            <UnitsPicker value={supports} onChange={setSupports} />
          </Field>
        </>
      )}
      {act !== "sign" && (
        <Field label={t.note} optional>
          <Input.TextArea rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      )}
      <div aria-live="polite">
        {preview.isFetching && <p className="meta">{t.batchChecking}</p>}
        {preview.error && <Failure reason={preview.error} onRetry={() => preview.refetch()} />}
        {preview.data && (
          <>
            <p className="strong">{t.batchWill(will)}</p>
            {refused.length > 0 && (
              <div className="notice-bar" data-tone="soon" style={{ marginTop: 8 }}>
                <Icon name="lock" small />
                <div style={{ flex: 1 }}>
                  {t.batchRefused(refused.length)}
                  <ul className="refused-list">
                    {refused.map((one) => (
                      <li key={one.id}>
                        <b>{one.number.slice(-6)}</b> {one.sentence}
                      </li>
                    ))}
                  </ul>
                  <button type="button" className="link-button" onClick={() => onDrop(refused.map((one) => one.id))}>
                    {t.batchDrop}
                  </button>
                </div>
              </div>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}
