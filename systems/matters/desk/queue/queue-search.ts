import { Filters, SORTS } from "../../contract.ts";
import type { QueueQuery } from "../queries.ts";

/** The address of a queue: filters, order and page, as they stand in the URL. What does not fit the contract is left out. */
export type QueueSearch = Partial<Record<keyof QueueQuery, string | string[]>>;

export function readQueueSearch(raw: Record<string, unknown>): QueueSearch {
  const kept: Record<string, string | string[]> = {};
  for (const [name, shape] of Object.entries(Filters.shape)) {
    const value = raw[name];
    if (value === undefined || value === null || value === "") continue;
    const text = Array.isArray(value) ? value.map(String) : String(value);
    if (shape.safeParse(text).success) kept[name] = text;
  }
  if ((SORTS as readonly unknown[]).includes(raw.sort)) kept.sort = String(raw.sort);
  if (typeof raw.cursor === "string") kept.cursor = raw.cursor;
  return { queue: "all", ...kept };
}

/** The filters that narrow a queue, without queue, order and page. */
export const narrowing = (search: QueueSearch): (keyof QueueSearch)[] =>
  (Object.keys(search) as (keyof QueueSearch)[]).filter((name) => !["queue", "sort", "cursor", "limit"].includes(name));

/** The same as text for a saved view. */
export function viewUrl(search: QueueSearch): string {
  const out = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    if (name !== "cursor") for (const one of Array.isArray(value) ? value : [value]) if (one) out.append(name, one);
  return `/desk/matters?${out}`;
}
