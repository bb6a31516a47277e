import type { z } from "zod";
import { Field, Input, InputNumber, Segments, Select, useLanguage, useWords } from "../../../ui/index.ts";
import { matterWords } from "../../matters/contract.ts";
import { CONTACTED, type Formulas, RATES, type RateName, SATISFIED, SOLVED } from "../contract.ts";
import { callWords, dataWords } from "./words.ts";

type Value = z.infer<typeof Formulas>;
type Kind = Value["response"]["excludes"][number]["kind"];
const ANSWERS = { response: CONTACTED, solved: SOLVED, satisfied: SATISFIED } as const;

export function FormulasForm({ value, onChange }: { value: Value; onChange: (next: Value) => void }) {
  const t = useWords(dataWords);
  const c = useWords(callWords);
  const m = useWords(matterWords);
  const lang = useLanguage() === "en" ? "en" : "zh";
  const change = (name: RateName, part: object) => onChange({ ...value, [name]: { ...value[name], ...part } });
  const answerName = (answer: string) =>
    c.contacted[answer] ?? c.solved[answer] ?? m.ratings[answer as keyof typeof m.ratings] ?? answer;
  return (
    <>
      <Field id="formulas-fewest" label={t.fewest}>
        <InputNumber min={1} max={100} value={value.fewest} onChange={(n) => onChange({ ...value, fewest: n ?? 1 })} />
      </Field>
      {RATES.map((name) => (
        <fieldset key={name} className="call-step" style={{ border: 0, margin: 0 }}>
          <legend>
            <b>{value[name].name[lang]}</b>
          </legend>
          <div className="data-grid">
            {ANSWERS[name].map((answer) => (
              <Field key={answer} id={`weight-${name}-${answer}`} label={t.weight(answerName(answer))}>
                <InputNumber
                  min={0}
                  max={1}
                  step={0.1}
                  value={(value[name].weights as Record<string, number>)[answer] ?? null}
                  onChange={(n) => change(name, { weights: weighed(value[name].weights, answer, n) })}
                />
              </Field>
            ))}
          </div>
          <div className="row row-wrap">
            <span>{t.over}</span>
            <Segments
              label={`${value[name].name[lang]} ${t.over}`}
              value={value[name].over}
              options={(["valid", "all"] as const).map((one) => ({ value: one, words: t.overs[one] }))}
              onChange={(over) => change(name, { over })}
            />
          </div>
          {(["zh", "en"] as const).map((language) => (
            <Field key={language} id={`sentence-${name}-${language}`} label={`${t.sentence} · ${t[language]}`}>
              <Input.TextArea
                autoSize={{ minRows: 1, maxRows: 5 }}
                value={value[name].sentence[language]}
                onChange={(event) => change(name, { sentence: { ...value[name].sentence, [language]: event.target.value } })}
              />
            </Field>
          ))}
          <Field id={`excludes-${name}`} label={t.excludes} optional>
            <Select
              mode="multiple"
              style={{ minWidth: 220 }}
              value={value[name].excludes.map((one) => one.kind)}
              options={(Object.keys(m.kinds) as Kind[]).map((kind) => ({ value: kind, label: m.kinds[kind] }))}
              onChange={(kinds: Kind[]) =>
                change(name, {
                  excludes: kinds.map(
                    (kind) => value[name].excludes.find((one) => one.kind === kind) ?? { kind, reason: { zh: "", en: "" } },
                  ),
                })
              }
            />
          </Field>
          {value[name].excludes.flatMap((one) =>
            (["zh", "en"] as const).map((language) => (
              <Field
                key={`${one.kind} ${language}`}
                id={`reason-${name}-${one.kind}-${language}`}
                label={t.reason(m.kinds[one.kind], t[language])}
              >
                <Input
                  value={one.reason[language]}
                  onChange={(event) =>
                    change(name, {
                      excludes: value[name].excludes.map((other) =>
                        other.kind === one.kind
                          ? { ...other, reason: { ...other.reason, [language]: event.target.value } }
                          : other,
                      ),
                    })
                  }
                />
              </Field>
            )),
          )}
        </fieldset>
      ))}
    </>
  );
}

/** An answer whose weight is cleared is not valid any more. */
function weighed(weights: Readonly<Record<string, number>>, answer: string, weight: number | null): Record<string, number> {
  const { [answer]: _gone, ...rest } = weights;
  return weight === null ? rest : { ...rest, [answer]: weight };
}
