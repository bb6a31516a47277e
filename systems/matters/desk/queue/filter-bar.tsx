import { useState } from "react";
import { beijingDay } from "../../../../foundation/i18n/dates.ts";
import { Button, Icon, Input, Popover, Select, useWords } from "../../../../ui/index.ts";
import { matterWords } from "../../contract.ts";
import { DOORS, KINDS, MATTER_STATES, URGENCIES } from "../../rules/lifecycle.ts";
import { PlacePicker } from "../parts/place-picker.tsx";
import { UnitPicker } from "../parts/unit-picker.tsx";
import { useReference } from "../queries.ts";
import { listWords } from "../words.ts";
import { narrowing, type QueueSearch } from "./queue-search.ts";

type Change = (part: QueueSearch) => void;
const list = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** One filter: a chip that opens its choices and shows what is chosen. */
function Filter({
  name,
  chosen,
  onDrop,
  children,
}: {
  name: string;
  chosen: string;
  onDrop: () => void;
  children: (close: () => void) => React.ReactNode;
}) {
  const t = useWords(listWords);
  const [open, setOpen] = useState(false);
  return (
    <span className="row" style={{ gap: 0 }}>
      <Popover
        trigger="click"
        placement="bottomLeft"
        open={open}
        onOpenChange={setOpen}
        content={<div className="filter-panel">{children(() => setOpen(false))}</div>}
      >
        <button type="button" className="chip" data-on={chosen ? "yes" : "no"} aria-expanded={open}>
          {chosen ? t.filterOf(name, chosen) : name}
          <Icon name="chevron-down" small />
        </button>
      </Popover>
      {chosen && <Button kind="quiet" size="small" icon="cross" aria-label={t.removeFilter(name)} onClick={onDrop} />}
    </span>
  );
}

function Several<V extends string>({
  field,
  options,
  search,
  onChange,
}: {
  field: "kind" | "urgency" | "door" | "state";
  options: readonly { value: V; words: string }[];
  search: QueueSearch;
  onChange: Change;
}) {
  const t = useWords(listWords);
  const chosen = list(search[field]);
  const flip = (value: string) =>
    onChange({ [field]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] });
  return (
    <Filter
      name={t.filters[field]}
      chosen={options
        .filter((one) => chosen.includes(one.value))
        .map((one) => one.words)
        .join("、")}
      onDrop={() => onChange({ [field]: undefined })}
    >
      {() =>
        options.map((one) => (
          <label className="row" key={one.value}>
            <input type="checkbox" className="tick" checked={chosen.includes(one.value)} onChange={() => flip(one.value)} />
            {one.words}
          </label>
        ))
      }
    </Filter>
  );
}

const choices = <V extends string>(values: readonly V[], words: Record<V, string>) =>
  values.map((value) => ({ value, words: words[value] }));

/** Every filter of the contract; each lives in the address. */
export function FilterBar({ search, onChange, onClear }: { search: QueueSearch; onChange: Change; onClear: () => void }) {
  const t = useWords(listWords);
  const m = useWords(matterWords);
  const reference = useReference().data;
  const [q, setQ] = useState(String(search.q ?? ""));
  const [placeWords, setPlaceWords] = useState("");
  const unit = reference?.units.find((one) => one.id === search.unit);
  const category = reference?.categories.find((one) => one.code === search.category);
  const township = reference?.townships.find((one) => one.id === search.place);
  const day = (value: string | string[] | undefined) => (typeof value === "string" ? beijingDay(value) : "");
  const instant = (value: string, end: boolean) => (value ? `${value}T${end ? "23:59:59" : "00:00:00"}+08:00` : undefined);
  return (
    <search className="filters">
      <Several field="kind" options={choices(KINDS, m.kinds)} search={search} onChange={onChange} />
      <Filter
        name={t.filters.category}
        chosen={category?.name ?? String(search.category ?? "")}
        onDrop={() => onChange({ category: undefined })}
      >
        {(close) => (
          <Select
            aria-label={t.filters.category}
            showSearch={{ optionFilterProp: "label" }}
            value={category?.code}
            onChange={(code: string) => {
              onChange({ category: code });
              close();
            }}
            options={(reference?.categories ?? []).map((one) => ({ value: one.code, label: one.name }))}
            style={{ width: "100%" }}
          />
        )}
      </Filter>
      <Filter
        name={t.filters.place}
        chosen={search.place ? placeWords || township?.name || "…" : ""}
        onDrop={() => onChange({ place: undefined })}
      >
        {(close) => (
          <PlacePicker
            aria-label={t.filters.place}
            value={typeof search.place === "string" ? search.place : undefined}
            known={township ? { id: township.id, words: township.name } : undefined}
            onChange={(place, words) => {
              setPlaceWords(words ?? "");
              onChange({ place });
              close();
            }}
          />
        )}
      </Filter>
      <Filter name={t.filters.unit} chosen={search.unit ? (unit?.name ?? "…") : ""} onDrop={() => onChange({ unit: undefined })}>
        {(close) => (
          <UnitPicker
            value={unit?.id}
            onChange={(value) => {
              onChange({ unit: value });
              close();
            }}
          />
        )}
      </Filter>
      <Several field="door" options={choices(DOORS, m.doors)} search={search} onChange={onChange} />
      <Several field="urgency" options={choices(URGENCIES, m.urgencies)} search={search} onChange={onChange} />
      {search.queue === "all" && (
        <Several
          field="state"
          options={choices(Object.keys(MATTER_STATES) as (keyof typeof MATTER_STATES)[], m.states)}
          search={search}
          onChange={onChange}
        />
      )}
      <Filter
        name={t.filters.received}
        chosen={search.receivedFrom || search.receivedTo ? `${day(search.receivedFrom)}–${day(search.receivedTo)}` : ""}
        onDrop={() => onChange({ receivedFrom: undefined, receivedTo: undefined })}
      >
        {() => (
          <>
            <label className="row" htmlFor="received-from">
              {t.from}
              <Input
                id="received-from"
                type="date"
                value={day(search.receivedFrom)}
                onChange={(event) => onChange({ receivedFrom: instant(event.target.value, false) })}
              />
            </label>
            <label className="row" htmlFor="received-to">
              {t.to}
              <Input
                id="received-to"
                type="date"
                value={day(search.receivedTo)}
                onChange={(event) => onChange({ receivedTo: instant(event.target.value, true) })}
              />
            </label>
          </>
        )}
      </Filter>
      <button
        type="button"
        className="chip"
        data-on={search.similar === "true" ? "yes" : "no"}
        aria-pressed={search.similar === "true"}
        onClick={() => onChange({ similar: search.similar === "true" ? undefined : "true" })}
      >
        <Icon name="similar" small />
        {t.filters.similar}
      </button>
      <Filter
        name={t.filters.q}
        chosen={String(search.q ?? "")}
        onDrop={() => {
          setQ("");
          onChange({ q: undefined });
        }}
      >
        {(close) => (
          <form
            className="row"
            onSubmit={(event) => {
              event.preventDefault();
              onChange({ q: q.trim() || undefined });
              close();
            }}
          >
            <Input
              aria-label={t.filters.q}
              placeholder={t.searchWord}
              maxLength={60}
              value={q}
              onChange={(event) => setQ(event.target.value)}
            />
            <Button type="submit" size="small">
              {t.apply}
            </Button>
          </form>
        )}
      </Filter>
      {narrowing(search).length > 0 && (
        <Button kind="quiet" size="small" icon="cross" onClick={onClear}>
          {t.clear}
        </Button>
      )}
    </search>
  );
}
