import type { z } from "zod";
import { Field, Input, InputNumber, Segments, useLanguage, useWords } from "../../../ui/index.ts";
import { matterWords } from "../../matters/contract.ts";
import { type Formulas, RATES, type RateName } from "../contract.ts";
import { callWords, dataWords } from "./words.ts";

type Value = z.infer<typeof Formulas>;

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
            {Object.entries(value[name].weights).map(([answer, weight]) => (
              <Field key={answer} id={`weight-${name}-${answer}`} label={t.weight(answerName(answer))}>
                <InputNumber
                  min={0}
                  max={1}
                  step={0.1}
                  value={weight}
                  onChange={(n) => change(name, { weights: { ...value[name].weights, [answer]: n ?? 0 } })}
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
          <p className="text-meta second">
            {t.excludes}：{value[name].excludes.map((one) => `${m.kinds[one.kind]}（${one.reason[lang]}）`).join(" ") || "—"}
          </p>
        </fieldset>
      ))}
    </>
  );
}
