import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, Select, useWords } from "../../../../../ui/index.ts";
import { listMatters } from "../../../contract.ts";
import { pageWords } from "../words.ts";

/** Another matter, found by number or words. */
export function MatterPicker({
  except,
  value,
  known,
  onChange,
  ...rest
}: {
  id?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
  except: string;
  value: string | undefined;
  known: { id: string; words: string }[];
  onChange: (id: string | undefined, words?: string) => void;
}) {
  const t = useWords(pageWords);
  const [text, setText] = useState("");
  const found = useQuery({
    queryKey: ["matters", "find", text],
    queryFn: () => ask(listMatters, { query: { q: text, queue: "all", sort: "newest", limit: 10 } }),
    enabled: text.trim().length >= 2,
  });
  const options = [
    ...known.map((one) => ({ value: one.id, label: one.words })),
    ...(found.data?.rows ?? [])
      .filter((row) => row.id !== except && !known.some((one) => one.id === row.id))
      .map((row) => ({ value: row.id, label: `${row.number} ${row.title}` })),
  ];
  return (
    <Select
      {...rest}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      loading={found.isFetching}
      placeholder={t.hints.find}
      value={value}
      onChange={(id: string | undefined) => onChange(id, options.find((one) => one.value === id)?.label)}
      options={options}
      style={{ width: "100%" }}
    />
  );
}
