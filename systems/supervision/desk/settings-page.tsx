import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  ask,
  Button,
  ErrorSummary,
  Failure,
  Field,
  type FieldProblem,
  Input,
  InputNumber,
  kitWords,
  Select,
  useFailureWords,
  useLanguage,
  useToast,
  useWords,
} from "../../../ui/index.ts";
import { BODIES, keepSettingsRoute, type Settings, settingsRoute } from "../contract.ts";
import { BODY_WORDS } from "../words.ts";
import { LadderStep, newStep } from "./ladder-step.tsx";
import { supervisionWords } from "./words.ts";
import "./supervision.css";

type Step = Settings["steps"][number];

/** 督办设置: the warning ladder, quiet hours and which unit is which body; each save is a new version. */
export default function SettingsPage() {
  const t = useWords(supervisionWords);
  const k = useWords(kitWords);
  const language = useLanguage();
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const data = useQuery({ queryKey: ["supervision", "settings"], queryFn: () => ask(settingsRoute) });
  const [edited, setEdited] = useState<Settings | null>(null);
  const [reason, setReason] = useState("");
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  if (data.error) return <Failure reason={data.error} onRetry={() => data.refetch()} />;
  if (!data.data) return <p role="status">{k.loading}</p>;
  const value = edited ?? data.data.settings;
  const change = (part: Partial<Settings>) => setEdited({ ...value, ...part });
  const step = (index: number, part: Partial<Step>) =>
    change({ steps: value.steps.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  const save = async () => {
    try {
      await ask(keepSettingsRoute, { body: { baseVersion: data.data.version, reason, settings: value } });
      setEdited(null);
      setProblems([]);
      toast({ words: t.kept });
      await client.invalidateQueries({ queryKey: ["supervision"] });
    } catch (fault) {
      setProblems([{ field: "why", sentence: failure(fault).sentence }]);
    }
  };
  return (
    <div className="supervision">
      <h1>{t.settings}</h1>
      <ErrorSummary problems={problems} />
      <section className="card">
        <header>
          <h2>{t.steps}</h2>
        </header>
        <ul className="card-body">
          {value.steps.map((one, index) => (
            <LadderStep
              key={one.code}
              step={one}
              place={index + 1}
              onChange={(part) => step(index, part)}
              {...(value.steps.length > 1 && {
                onRemove: () => change({ steps: value.steps.filter((_other, at) => at !== index) }),
              })}
            />
          ))}
        </ul>
        <div className="card-body row row-wrap">
          <Button
            {...(value.steps.length >= 12 && { shut: t.stepsFull })}
            onClick={() => change({ steps: [...value.steps, newStep(value.steps, t.newStep)] })}
          >
            {t.addStep}
          </Button>
          <span className="meta text-meta">{t.stepsHint}</span>
        </div>
        <div className="card-body">
          <Field id="quiet-from" label={t.quietFrom}>
            <InputNumber
              min={12}
              max={23}
              value={Math.floor(value.quietFrom / 60)}
              onChange={(next) => change({ quietFrom: (next ?? 20) * 60 })}
            />
          </Field>
          <Field id="quiet-until" label={t.quietUntil}>
            <InputNumber
              min={0}
              max={11}
              value={Math.floor(value.quietUntil / 60)}
              onChange={(next) => change({ quietUntil: (next ?? 8) * 60 })}
            />
          </Field>
          <Field id="days-to-answer" label={t.daysToAnswer}>
            <InputNumber min={1} max={60} value={value.daysToAnswer} onChange={(next) => change({ daysToAnswer: next ?? 5 })} />
          </Field>
          <h2>{t.bodies}</h2>
          {BODIES.map((body) => (
            <Field key={body} id={`body-${body}`} label={BODY_WORDS[body][language]}>
              <Select
                showSearch
                optionFilterProp="label"
                value={value.bodies[body] ?? ""}
                options={[
                  { value: "", label: t.noUnit },
                  ...data.data.units.map((unit) => ({ value: unit.code, label: unit.name })),
                ]}
                onChange={(code: string) => {
                  const { [body]: _before, ...others } = value.bodies;
                  change({ bodies: code ? { ...others, [body]: code } : others });
                }}
              />
            </Field>
          ))}
          <Field id="why" label={t.why}>
            <Input value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
          </Field>
          <Button kind="primary" onClick={save}>
            {t.save}
          </Button>
        </div>
      </section>
    </div>
  );
}
