import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { newId } from "../../../foundation/ids.ts";
import { ask, Field, Input, Select, useWords } from "../../../ui/index.ts";
import { findPlacesRoute } from "../../territory/contract.ts";
import { changeUnitRoute, createUnitRoute, TeamsCode, UNIT_KINDS, type Unit, type UnitKind } from "../contract.ts";
import { useChange } from "./calls.ts";
import { FormDialog, today } from "./forms.tsx";
import { teamDeskWords } from "./words.ts";

const PLACE_OF: Partial<Record<UnitKind, string>> = { "township centre": "township", "village centre": "village" };

function PlaceSelect({
  id,
  kind,
  value,
  onChange,
}: {
  id?: string;
  kind: string;
  value: string;
  onChange: (id: string) => void;
}) {
  const t = useWords(teamDeskWords);
  const [words, setWords] = useState("");
  const found = useQuery({
    queryKey: ["places", words],
    queryFn: () => ask(findPlacesRoute, { query: words.trim() ? { q: words.trim() } : {} }),
    staleTime: 60_000,
  });
  const options = (found.data?.places ?? [])
    .filter((place) => place.kind === kind)
    .map((place) => ({
      value: place.id,
      label: place.path
        .slice(1)
        .map((step) => step.name)
        .join(" "),
    }));
  return (
    <Select
      id={id}
      showSearch={{ filterOption: false, onSearch: setWords }}
      value={value || undefined}
      options={options}
      placeholder={t.placeHint}
      notFoundContent={found.isFetching ? null : t.placeNone}
      onChange={onChange}
    />
  );
}

/** Sets up a unit under `parent`, or changes `unit`: its names, telephone, what it belongs to, its last day. Code and kind stay. */
export function UnitForm({
  unit,
  parent,
  units,
  onClose,
}: {
  unit?: Unit;
  parent?: Unit;
  units: readonly Unit[];
  onClose: (made?: string) => void;
}) {
  const t = useWords(teamDeskWords);
  const [id] = useState(() => unit?.id ?? newId());
  const [value, setValue] = useState({
    code: unit?.code ?? "",
    kind: unit?.kind ?? ("county department" as UnitKind),
    name: unit?.name ?? "",
    shortName: unit?.shortName ?? "",
    englishName: unit?.englishName ?? "",
    phone: unit?.phone ?? "",
    parentId: (unit ? unit.parentId : parent?.id) ?? null,
    placeId: unit?.placeId ?? null,
    lastDay: unit?.validTo ?? "",
  });
  const change = useChange(() => onClose(id));
  const placeKind = unit ? undefined : PLACE_OF[value.kind];
  const send = () => {
    const found = [
      ...(value.name.trim().length >= 2 ? [] : [{ field: "unit-name", sentence: t.missing.unitName }]),
      ...(value.shortName.trim() ? [] : [{ field: "unit-short", sentence: t.missing.shortName }]),
      ...(unit || TeamsCode.safeParse(value.code).success ? [] : [{ field: "unit-code", sentence: t.missing.code }]),
      ...(placeKind && !value.placeId ? [{ field: "unit-place", sentence: t.missing.place }] : []),
    ];
    change.setProblems(found);
    if (found.length > 0) return;
    const { code, kind, lastDay, ...words } = value;
    change.run(() =>
      unit
        ? ask(changeUnitRoute, { params: { id }, body: { ...words, lastDay: lastDay || null } })
        : ask(createUnitRoute, {
            body: { ...words, placeId: placeKind ? words.placeId : null, id, code, kind, validFrom: today() },
          }),
    );
  };
  const text = (field: "name" | "shortName" | "englishName" | "phone" | "code", maxLength: number) => (
    <Input
      value={value[field]}
      maxLength={maxLength}
      autoComplete="off"
      onChange={(event) => setValue({ ...value, [field]: event.target.value })}
    />
  );
  return (
    <FormDialog
      title={unit ? t.changeUnitTitle(unit.name) : t.newUnit}
      problems={change.problems}
      busy={change.busy}
      onClose={() => onClose()}
      onSend={send}
    >
      <Field id="unit-name" label={t.unitName} error={change.of("unit-name")}>
        {text("name", 60)}
      </Field>
      <Field id="unit-short" label={t.shortName} hint={t.shortNameHint} error={change.of("unit-short")}>
        {text("shortName", 20)}
      </Field>
      {!unit && (
        <>
          <Field id="unit-kind" label={t.unitKind}>
            <Select
              value={value.kind}
              options={UNIT_KINDS.map((kind) => ({ value: kind, label: t.unitKinds[kind] }))}
              onChange={(kind: UnitKind) => setValue({ ...value, kind, placeId: null })}
            />
          </Field>
          {placeKind && (
            <Field id="unit-place" label={t.unitPlace} error={change.of("unit-place")}>
              <PlaceSelect kind={placeKind} value={value.placeId ?? ""} onChange={(placeId) => setValue({ ...value, placeId })} />
            </Field>
          )}
          <Field id="unit-code" label={t.code} hint={t.codeHint} error={change.of("unit-code")}>
            {text("code", 60)}
          </Field>
        </>
      )}
      <Field id="unit-parent" label={t.parent} optional>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          allowClear
          value={value.parentId ?? undefined}
          options={units.filter((one) => one.id !== id).map((one) => ({ value: one.id, label: one.name }))}
          onChange={(parentId: string | undefined) => setValue({ ...value, parentId: parentId ?? null })}
        />
      </Field>
      <Field id="unit-english" label={t.englishName} optional>
        {text("englishName", 120)}
      </Field>
      <Field id="unit-phone" label={t.unitPhone} optional>
        {text("phone", 40)}
      </Field>
      {unit && (
        <Field id="unit-last" label={t.lastDayOf} hint={t.unitEndsHint} optional>
          <Input type="date" value={value.lastDay} onChange={(event) => setValue({ ...value, lastDay: event.target.value })} />
        </Field>
      )}
    </FormDialog>
  );
}
