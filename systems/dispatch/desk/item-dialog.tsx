import { useState } from "react";
import { Field, type FieldProblem, Select, useWords } from "../../../ui/index.ts";
import { type CatalogueItem, type Duties, LEVELS, type Level } from "../rules/dispatch-shapes.ts";
import { faultsOfCatalogue } from "../rules/faults-of-a-catalogue.rule.ts";
import type { Known } from "./calls.ts";
import { NameFields, RestFields } from "./common-fields.tsx";
import { LineDialog } from "./line-dialog.tsx";
import { problemsOf } from "./line-fields.ts";
import type { Line } from "./lines.ts";
import { useNames } from "./use-names.ts";
import { catalogueWords } from "./words.ts";

const FRESH: CatalogueItem = {
  code: "",
  name: { zh: "", en: "" },
  category: "",
  level: "county",
  lead: "",
  supports: [],
  basis: "",
};
const levelOf = (lead: string): Level =>
  lead.startsWith("township") ? "township" : lead.startsWith("village") ? "village" : "county";

/** One line of 派单目录. What is wrong in it is told before it goes into the draft. */
export function ItemDialog({
  item,
  lines,
  duties,
  known,
  onClose,
  onDone,
}: {
  item: CatalogueItem | null;
  lines: readonly Line[];
  duties: Duties | undefined;
  known: Known;
  onClose: () => void;
  onDone: (item: CatalogueItem | null) => void;
}) {
  const t = useWords(catalogueWords);
  const names = useNames(known);
  const [value, setValue] = useState(item ?? FRESH);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const put = (more: Partial<CatalogueItem>) => setValue({ ...value, ...more });
  const of = (field: string) => problems.find((one) => one.field === field)?.sentence;
  const find = { optionFilterProp: "label" as const };
  const take = () => {
    const next = item ? lines.map((line) => (line === item ? value : line)) : [...lines, value];
    const at = item ? lines.indexOf(item) : lines.length;
    const faults = faultsOfCatalogue(
      next as CatalogueItem[],
      known,
      duties,
      next.map((_line, index) => index),
    ).filter(({ row }) => row === at);
    const wrong = problemsOf(faults, names);
    setProblems(wrong);
    if (wrong.length === 0) onDone(value);
  };
  return (
    <LineDialog code={item ? item.code : null} problems={problems} onClose={onClose} onTake={take} onRemove={() => onDone(null)}>
      <NameFields value={value} put={put} of={of} />
      <Field id="line-category" label={t.fields.category} error={of("line-category")}>
        <Select
          showSearch={find}
          value={value.category || undefined}
          onChange={(category: string) => put({ category })}
          options={names.categoryChoices}
        />
      </Field>
      <div className="catalogue-two">
        <Field id="line-lead" label={t.fields.lead} error={of("line-lead")}>
          <Select
            showSearch={find}
            value={value.lead || undefined}
            onChange={(lead: string) => put({ lead, level: levelOf(lead) })}
            options={names.targets}
          />
        </Field>
        <Field id="line-level" label={t.fields.level} error={of("line-level")}>
          <Select
            value={value.level}
            onChange={(level: Level) => put({ level })}
            options={LEVELS.map((one) => ({ value: one, label: t.levels[one] }))}
          />
        </Field>
      </div>
      <Field id="line-supports" label={t.fields.supports} hint={t.hints.supports} error={of("line-supports")} optional>
        <Select
          mode="multiple"
          maxCount={12}
          showSearch={find}
          value={[...value.supports]}
          onChange={(supports: string[]) => put({ supports })}
          options={names.targets}
        />
      </Field>
      <RestFields value={value} put={put} of={of} />
    </LineDialog>
  );
}
