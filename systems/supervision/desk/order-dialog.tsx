import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { AnswerOf } from "../../../foundation/http/route.ts";
import { newId } from "../../../foundation/ids.ts";
import {
  ask,
  Button,
  Dialog,
  ErrorSummary,
  Field,
  type FieldProblem,
  Input,
  InputNumber,
  Select,
  useFailureWords,
  useLanguage,
  useToast,
  useWords,
} from "../../../ui/index.ts";
import { type Body, type deskRoute, ENTITLED, MEASURES, type Measure, needsADecision, proposeOrderRoute } from "../contract.ts";
import { BODY_WORDS, MEASURE_WORDS } from "../words.ts";
import { supervisionWords } from "./words.ts";

/** One order about the chosen matters: issued where the body is one's own, else proposed to it. */
export function OrderDialog({
  desk,
  matterIds,
  units,
  onClose,
}: {
  desk: AnswerOf<typeof deskRoute>;
  matterIds: readonly string[];
  units: readonly { id: string; name: string }[];
  onClose: () => void;
}) {
  const t = useWords(supervisionWords);
  const language = useLanguage();
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const [ids] = useState(() => ({ id: newId(), commandId: newId() }));
  const [body, setBody] = useState<Body>((desk.bodies.find((one) => one.mine) ?? desk.bodies[0])?.body ?? "centre");
  const [measure, setMeasure] = useState<Measure>("urge");
  const [unitId, setUnit] = useState(units[0]?.id ?? "");
  const [said, setSaid] = useState({ subject: "", ground: "", demand: "", decision: "" });
  const [days, setDays] = useState(desk.daysToAnswer);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const direct = desk.bodies.find((one) => one.body === body)?.mine ?? false;
  const allowed = MEASURES.filter((one) => ENTITLED[one][body]);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!said.subject.trim() || !said.ground.trim() || !said.demand.trim()) {
      setProblems([{ field: "order-subject", sentence: t.missing }]);
      return;
    }
    setBusy(true);
    try {
      const { decision, ...rest } = said;
      await ask(proposeOrderRoute, {
        body: {
          ...ids,
          direct,
          body,
          measure,
          unitId,
          matterIds: [...matterIds],
          ...rest,
          days,
          ...(decision.trim() && { decision }),
        },
      });
      await client.invalidateQueries({ queryKey: ["supervision"] });
      toast({ words: t.kept });
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
      title={t.dialog}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" form="order-form" busy={busy}>
            {direct ? t.issue : t.propose}
          </Button>
        </>
      }
    >
      <form id="order-form" noValidate onSubmit={send}>
        <ErrorSummary problems={problems} />
        <Field id="order-body" label={t.body}>
          <Select
            value={body}
            options={desk.bodies.map((one) => ({
              value: one.body,
              label: `${BODY_WORDS[one.body][language]} · ${one.unit.name}`,
            }))}
            onChange={(next: Body) => {
              setBody(next);
              if (!ENTITLED[measure][next]) setMeasure("urge");
            }}
          />
        </Field>
        <Field id="order-measure" label={t.measure} hint={`${t.article}：${ENTITLED[measure][body] ?? ""}`}>
          <Select
            value={measure}
            options={allowed.map((one) => ({ value: one, label: MEASURE_WORDS[one][language] }))}
            onChange={(next: Measure) => setMeasure(next)}
          />
        </Field>
        <Field id="order-unit" label={t.to}>
          <Select
            showSearch
            optionFilterProp="label"
            value={unitId}
            options={units.map((one) => ({ value: one.id, label: one.name }))}
            onChange={(next: string) => setUnit(next)}
          />
        </Field>
        <Field id="order-subject" label={t.subject}>
          <Input value={said.subject} maxLength={80} onChange={(event) => setSaid({ ...said, subject: event.target.value })} />
        </Field>
        <Field id="order-ground" label={t.ground}>
          <Input.TextArea
            rows={3}
            maxLength={1000}
            value={said.ground}
            onChange={(event) => setSaid({ ...said, ground: event.target.value })}
          />
        </Field>
        <Field id="order-demand" label={t.demand}>
          <Input.TextArea
            rows={3}
            maxLength={1000}
            value={said.demand}
            onChange={(event) => setSaid({ ...said, demand: event.target.value })}
          />
        </Field>
        {needsADecision(body) && (
          <Field id="order-decision" label={t.decision}>
            <Input
              value={said.decision}
              maxLength={200}
              onChange={(event) => setSaid({ ...said, decision: event.target.value })}
            />
          </Field>
        )}
        <Field id="order-days" label={t.days}>
          <InputNumber min={1} max={60} value={days} onChange={(next) => setDays(next ?? desk.daysToAnswer)} />
        </Field>
      </form>
    </Dialog>
  );
}
