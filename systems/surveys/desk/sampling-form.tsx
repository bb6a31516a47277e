import type { z } from "zod";
import { Checkbox, Field, Input, InputNumber, Segments, useWords } from "../../../ui/index.ts";
import { matterWords } from "../../matters/contract.ts";
import type { Sampling } from "../contract.ts";
import { dataWords } from "./words.ts";

type Value = z.infer<typeof Sampling>;
const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const minuteOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
const NUMBERS = { mostAttempts: "most", againAfterMinutes: "again", lapsesAfterDays: "days" } as const;

export function SamplingForm({ value, onChange }: { value: Value; onChange: (next: Value) => void }) {
  const t = useWords(dataWords);
  const m = useWords(matterWords);
  const change = (part: Partial<Value>) => onChange({ ...value, ...part });
  return (
    <>
      <div className="data-grid">
        {(Object.keys(value.percent) as (keyof Value["percent"])[]).map((kind) => (
          <Field key={kind} id={`percent-${kind}`} label={t.percent(m.kinds[kind])}>
            <InputNumber
              min={0}
              max={100}
              value={value.percent[kind]}
              onChange={(n) => change({ percent: { ...value.percent, [kind]: n ?? 0 } })}
            />
          </Field>
        ))}
        {(Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]).map((name) => (
          <Field key={name} id={`sampling-${name}`} label={t[NUMBERS[name]]}>
            <InputNumber min={1} value={value[name]} onChange={(n) => change({ [name]: n ?? 1 })} />
          </Field>
        ))}
        {(["from", "until"] as const).map((name) => (
          <Field key={name} id={`sampling-${name}`} label={t[name]}>
            <Input
              type="time"
              value={clock(value[name])}
              onChange={(event) => event.target.value && change({ [name]: minuteOf(event.target.value) })}
            />
          </Field>
        ))}
      </div>
      <Checkbox
        checked={value.callWhoAskedForSecrecy}
        onChange={(event) => change({ callWhoAskedForSecrecy: event.target.checked })}
      >
        {t.secrecy}
      </Checkbox>
      <div className="row row-wrap">
        <span>{t.portal}</span>
        <Segments
          label={t.portal}
          value={value.ratedAtPortal}
          options={(["ask-the-rest", "no-call"] as const).map((one) => ({ value: one, words: t.portals[one] }))}
          onChange={(ratedAtPortal) => change({ ratedAtPortal })}
        />
      </div>
    </>
  );
}
