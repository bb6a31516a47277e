import { Field, useWords } from "../../../../../ui/index.ts";
import { UnitPicker } from "../../parts/unit-picker.tsx";
import { type MatterPage, useMe } from "../../queries.ts";
import { pageWords } from "../words.ts";
import type { FormValues } from "./form-values.ts";

/** With the ruling, a change of the catalogue may be proposed: who leads this category from now on. */
export function AmendField({
  id,
  matter,
  values,
  change,
}: {
  readonly id: string;
  readonly matter: MatterPage;
  readonly values: FormValues;
  readonly change: (part: FormValues) => void;
}) {
  const f = useWords(pageWords).fields;
  const me = useMe().data;
  if (!matter.category || me?.scope !== "county") return null;
  const amendCategory = matter.category.code;
  return (
    <Field id={id} label={`${f.amendLead}（${matter.category.name}）`} optional>
      <UnitPicker value={values.amendLead} onChange={(amendLead) => change({ amendLead, amendCategory })} />
    </Field>
  );
}
