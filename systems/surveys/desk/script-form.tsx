import type { z } from "zod";
import { Field, Input, useWords } from "../../../ui/index.ts";
import type { Script } from "../contract.ts";
import { dataWords } from "./words.ts";

type Value = z.infer<typeof Script>;

export function ScriptForm({ value, onChange }: { value: Value; onChange: (next: Value) => void }) {
  const t = useWords(dataWords);
  const steps = (Object.keys(value) as (keyof Value)[]).filter((step) => step !== "trust") as Exclude<keyof Value, "trust">[];
  return (
    <>
      <p className="text-meta second">{t.blanks}</p>
      {steps.map((step) =>
        (["zh", "en"] as const).map((language) => (
          <Field key={`${step}-${language}`} id={`script-${step}-${language}`} label={`${t.steps[step]} · ${t[language]}`}>
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 8 }}
              maxLength={2000}
              value={value[step][language]}
              onChange={(event) => onChange({ ...value, [step]: { ...value[step], [language]: event.target.value } })}
            />
          </Field>
        )),
      )}
    </>
  );
}
