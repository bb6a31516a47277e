import { useWords } from "../../../ui/index.ts";
import type { leadsThatChange } from "../rules/compare-catalogues.rule.ts";
import type { Names } from "./use-names.ts";
import { catalogueWords } from "./words.ts";

/** Categories whose lead changes on the day, also those that follow their parent's line. */
export function LeadChanges({ leads, names }: { leads: ReturnType<typeof leadsThatChange>; names: Names }) {
  const t = useWords(catalogueWords);
  if (leads.length === 0) return null;
  const name = (lead: string | null) => (lead === null ? t.nobody : names.targetName(lead));
  return (
    <section className="notice-bar catalogue-faults" aria-label={t.follows}>
      <strong>{t.follows}</strong>
      <ul>
        {leads.map(({ category, was, now }) => (
          <li key={category}>
            {names.categoryName(category)}: {name(was)} → <b>{name(now)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
