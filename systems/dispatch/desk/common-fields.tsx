import { Field, Input, useWords } from "../../../ui/index.ts";
import type { Line } from "./lines.ts";
import { catalogueWords } from "./words.ts";

export type ErrorOf = (field: string) => string | undefined;

/** Code and names, as every line has them. */
export function NameFields<L extends Line>({ value, put, of }: { value: L; put: (more: Partial<L>) => void; of: ErrorOf }) {
  const t = useWords(catalogueWords);
  const name = (more: Partial<Line["name"]>) => put({ name: { ...value.name, ...more } } as Partial<L>);
  return (
    <div className="catalogue-two">
      <Field id="line-code" label={t.fields.code} error={of("line-code")}>
        <Input value={value.code} maxLength={40} onChange={(event) => put({ code: event.target.value.trim() } as Partial<L>)} />
      </Field>
      <Field id="line-name" label={t.fields.name} error={of("line-name")}>
        <Input lang="zh-CN" value={value.name.zh} maxLength={80} onChange={(event) => name({ zh: event.target.value })} />
      </Field>
      <Field id="line-english" label={t.fields.englishName} optional>
        <Input lang="en" value={value.name.en} maxLength={120} onChange={(event) => name({ en: event.target.value })} />
      </Field>
    </div>
  );
}

/** Basis, the days on which it holds, and a note. */
export function RestFields<L extends Line>({ value, put, of }: { value: L; put: (more: Partial<L>) => void; of: ErrorOf }) {
  const t = useWords(catalogueWords);
  const day = (field: "validFrom" | "validTo", at: string) => put({ [field]: at || undefined } as Partial<L>);
  return (
    <>
      <Field id="line-basis" label={t.fields.basis} hint={t.hints.basis} error={of("line-basis")}>
        <Input
          lang="zh-CN"
          value={value.basis}
          maxLength={200}
          onChange={(event) => put({ basis: event.target.value } as Partial<L>)}
        />
      </Field>
      <div className="catalogue-two">
        <Field id="line-from" label={t.fields.validFrom} hint={t.hints.valid} error={of("line-from")} optional>
          <Input type="date" value={value.validFrom ?? ""} onChange={(event) => day("validFrom", event.target.value)} />
        </Field>
        <Field id="line-to" label={t.fields.validTo} hint={t.hints.valid} error={of("line-to")} optional>
          <Input type="date" value={value.validTo ?? ""} onChange={(event) => day("validTo", event.target.value)} />
        </Field>
      </div>
      <Field id="line-note" label={t.fields.note} optional>
        <Input
          value={value.note ?? ""}
          maxLength={200}
          onChange={(event) => put({ note: event.target.value || undefined } as Partial<L>)}
        />
      </Field>
    </>
  );
}
