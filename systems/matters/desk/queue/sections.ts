import type { QueueRow } from "../queries.ts";
import type { listWords } from "../words.ts";

export type SectionName = keyof (typeof listWords)["en"]["groups"];
export interface Section {
  readonly name: SectionName | null;
  readonly count: string;
  readonly rows: readonly QueueRow[];
}

/** Where a row belongs by its deadline. */
function sectionOf(row: QueueRow): SectionName {
  switch (row.due?.state) {
    case "overdue":
      return "overdue";
    case "today":
      return "due-today";
    case "soon":
      return "soon";
    case "running":
      return "handling";
    case "paused":
      return "paused";
    case "met":
    case "missed":
    case "stopped":
      return "done";
    default:
      return "none";
  }
}

/** Rows in the server's order, cut where the deadline's section changes. Only for the order by deadline; any other is one piece. */
export function cutIntoSections(rows: readonly QueueRow[], byDue: boolean): Section[] {
  if (!byDue) return [{ name: null, count: "", rows }];
  const sections: { name: SectionName; count: string; rows: QueueRow[] }[] = [];
  for (const row of rows) {
    const name = sectionOf(row);
    const last = sections.at(-1);
    if (last?.name === name) last.rows.push(row);
    else sections.push({ name, count: "", rows: [row] });
  }
  // terms differ in when "soon" begins, so the order by date can mix the sections: then the list is one piece
  const whole = new Set(sections.map((one) => one.name)).size === sections.length && sections.length > 1;
  return whole ? sections : [{ name: null, count: "", rows }];
}
