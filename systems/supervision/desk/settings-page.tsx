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
import { BODIES, keepSettingsRoute, type Settings, settingsRoute, TOLD } from "../contract.ts";
import { BODY_WORDS } from "../words.ts";
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
            <li key={one.code} className="row row-wrap">
              <Input
                aria-label={`${t.steps} ${index + 1}`}
                style={{ width: "12rem" }}
                value={one.name}
                maxLength={30}
                onChange={(event) => step(index, { name: event.target.value })}
              />
              {"share" in one.moment && (
                <InputNumber
                  aria-label={`${one.name} ${t.share}`}
                  suffix={t.share}
                  style={{ width: "12rem" }}
                  min={1}
                  max={99}
                  value={Math.round(one.moment.share * 100)}
                  onChange={(next) => step(index, { moment: { share: (next ?? 50) / 100 } })}
                />
              )}
              {"lastWorkingDay" in one.moment && <span>{t.lastDay}</span>}
              {"workingDaysOverdue" in one.moment && (
                <InputNumber
                  aria-label={`${one.name} ${t.overdueBy}`}
                  suffix={t.overdueBy}
                  style={{ width: "14rem" }}
                  min={0}
                  max={60}
                  value={one.moment.workingDaysOverdue}
                  onChange={(next) => step(index, { moment: { workingDaysOverdue: next ?? 0 } })}
                />
              )}
              {TOLD.map((who) => (
                <label key={who} className="row">
                  <input
                    type="checkbox"
                    checked={one.tells.includes(who)}
                    onChange={(event) =>
                      step(index, {
                        tells: event.target.checked ? [...one.tells, who] : one.tells.filter((other) => other !== who),
                      })
                    }
                  />
                  {t.tells[who]}
                </label>
              ))}
            </li>
          ))}
        </ul>
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
