import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, Select } from "../../../../ui/index.ts";
import { findPlacesRoute, type Place } from "../../../territory/contract.ts";

/** 冢头镇 东街村: the way to a place below the county. */
const wayTo = (place: Place) =>
  place.path
    .slice(1)
    .map((step) => step.name)
    .join(" ") || place.name;

/** A place of the county by (part of) its name. Two places of one name are told apart by what they lie in. */
export function PlacePicker({
  value,
  known,
  onChange,
  placeholder,
  ...rest
}: {
  id?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
  "aria-label"?: string;
  value: string | undefined;
  known?: { id: string; words: string };
  onChange: (id: string | undefined, words?: string) => void;
  placeholder?: string;
}) {
  const [text, setText] = useState("");
  const found = useQuery({
    queryKey: ["places", text],
    queryFn: () => ask(findPlacesRoute, { query: { q: text } }),
    staleTime: 5 * 60_000,
  });
  const options = (found.data?.places ?? []).map((place) => ({
    value: place.id,
    label: wayTo(place),
  }));
  if (known && value === known.id && !options.some((one) => one.value === known.id))
    options.unshift({ value: known.id, label: known.words });
  return (
    <Select
      {...rest}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      loading={found.isFetching}
      placeholder={placeholder}
      value={value}
      onChange={(id: string | undefined) => onChange(id, options.find((one) => one.value === id)?.label)}
      options={options}
      style={{ width: "100%", minWidth: 220 }}
    />
  );
}
