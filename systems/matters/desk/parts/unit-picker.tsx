import { Select, useWords } from "../../../../ui/index.ts";
import { type Reference, useReference } from "../queries.ts";
import { listWords } from "../words.ts";

/** Units grouped by what they stand under, as the options of a list that is found in by typing. */
export function unitOptions(units: Reference["units"]) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const groups = new Map<string, { label: string; value: string }[]>();
  for (const unit of units) {
    const parent = unit.parentId ? (byId.get(unit.parentId)?.name ?? "") : "";
    const list = groups.get(parent) ?? [];
    list.push({ label: unit.name, value: unit.id });
    groups.set(parent, list);
  }
  return [...groups].map(([label, options]) => ({ label, title: label, options }));
}

type Common = { id?: string; "aria-describedby"?: string; "aria-invalid"?: boolean };

export function UnitPicker({
  value,
  onChange,
  ...rest
}: Common & { value: string | undefined; onChange: (value: string | undefined) => void }) {
  const t = useWords(listWords);
  const units = useReference().data?.units ?? [];
  return (
    <Select
      {...rest}
      showSearch={{ optionFilterProp: "label" }}
      allowClear
      placeholder={t.pickUnit}
      value={value}
      onChange={onChange}
      options={unitOptions(units)}
      style={{ width: "100%" }}
    />
  );
}

/** Several units; `only` leaves out those that cannot be meant. */
export function UnitsPicker({
  value,
  onChange,
  only = () => true,
  ...rest
}: Common & {
  value: string[];
  onChange: (value: string[]) => void;
  only?: (unit: Reference["units"][number]) => boolean;
}) {
  const t = useWords(listWords);
  const units = (useReference().data?.units ?? []).filter(only);
  return (
    <Select
      {...rest}
      mode="multiple"
      maxCount={6}
      showSearch={{ optionFilterProp: "label" }}
      placeholder={t.pickUnit}
      value={value}
      onChange={onChange}
      options={unitOptions(units)}
      style={{ width: "100%" }}
    />
  );
}
