import { useState } from "react";
import { Field, type FieldProblem, Select, useWords } from "../../../ui/index.ts";
import { DUTY_PARTS, type Duties, type Duty, type DutyPart } from "../rules/dispatch-shapes.ts";
import { faultsOfDuties } from "../rules/faults-of-a-catalogue.rule.ts";
import type { Known } from "./calls.ts";
import { NameFields, RestFields } from "./common-fields.tsx";
import { LineDialog } from "./line-dialog.tsx";
import { problemsOf } from "./line-fields.ts";
import type { Line } from "./lines.ts";
import { useNames } from "./use-names.ts";
import { catalogueWords } from "./words.ts";

const FRESH: Duty = { code: "", name: { zh: "", en: "" }, part: "basic", level: "township", categories: [], basis: "" };
const given = (list: string[]) => (list.length > 0 ? list : undefined);

/** One line of 履职事项清单. */
export function DutyDialog({
  duty,
  lines,
  known,
  onClose,
  onDone,
}: {
  duty: Duty | null;
  lines: readonly Line[];
  duties: Duties | undefined;
  known: Known;
  onClose: () => void;
  onDone: (duty: Duty | null) => void;
}) {
  const t = useWords(catalogueWords);
  const names = useNames(known);
  const [value, setValue] = useState(duty ?? FRESH);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const put = (more: Partial<Duty>) => setValue({ ...value, ...more });
  const of = (field: string) => problems.find((one) => one.field === field)?.sentence;
  const find = { optionFilterProp: "label" as const };
  const take = () => {
    const next = duty ? lines.map((line) => (line === duty ? value : line)) : [...lines, value];
    const at = duty ? lines.indexOf(duty) : lines.length;
    const faults = faultsOfDuties(
      next as Duty[],
      known,
      next.map((_line, index) => index),
    ).filter(({ row }) => row === at);
    const wrong = problemsOf(faults, names);
    setProblems(wrong);
    if (wrong.length === 0) onDone(value);
  };
  const some = (field: "kinds" | "urgency", words: Readonly<Record<string, string>>) => (
    <Field id={`line-${field}`} label={t.fields[field]} optional>
      <Select
        mode="multiple"
        showSearch={find}
        value={[...(value[field] ?? [])]}
        onChange={(list: string[]) => put({ [field]: given(list) })}
        options={Object.entries(words).map(([code, label]) => ({ value: code, label }))}
      />
    </Field>
  );
  return (
    <LineDialog code={duty ? duty.code : null} problems={problems} onClose={onClose} onTake={take} onRemove={() => onDone(null)}>
      <NameFields value={value} put={put} of={of} />
      <div className="catalogue-two">
        <Field id="line-part" label={t.fields.part}>
          <Select
            value={value.part}
            onChange={(part: DutyPart) => put({ part })}
            options={DUTY_PARTS.map((one) => ({ value: one, label: `${t.parts[one]}（${t.partsMean[one]}）` }))}
          />
        </Field>
        <Field id="line-level" label={t.fields.level}>
          <Select
            value={value.level}
            onChange={(level: Duty["level"]) => put({ level })}
            options={(["township", "village"] as const).map((one) => ({ value: one, label: t.levels[one] }))}
          />
        </Field>
      </div>
      <Field id="line-category" label={t.fields.categories} hint={t.hints.categories} error={of("line-category")} optional>
        <Select
          mode="multiple"
          maxCount={40}
          showSearch={find}
          value={[...value.categories]}
          onChange={(categories: string[]) => put({ categories })}
          options={names.categoryChoices}
        />
      </Field>
      <Field id="line-lead" label={t.fields.department} error={of("line-lead")} optional>
        <Select
          allowClear
          showSearch={find}
          value={value.department}
          onChange={(department?: string) => put({ department })}
          options={names.departmentChoices}
        />
      </Field>
      <div className="catalogue-two">
        {some("kinds", t.kinds)}
        {some("urgency", t.urgencies)}
      </div>
      <Field id="line-places" label={t.fields.places} hint={t.hints.places} optional>
        <Select
          mode="multiple"
          showSearch={find}
          value={[...(value.places ?? [])]}
          onChange={(places: string[]) => put({ places: given(places) })}
          options={names.placeChoices}
        />
      </Field>
      <RestFields value={value} put={put} of={of} />
    </LineDialog>
  );
}
