import { fullDate } from "../../../../foundation/i18n/dates.ts";
import type { Language } from "../../../../foundation/i18n/words.ts";
import type { MatterPage } from "../queries.ts";

/** What a matter answers of a template's variables. `more` adds what the form at hand knows, such as the reason. */
export function knownOf(
  matter: MatterPage,
  language: Language,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    title: matter.title,
    number: matter.number,
    unit: matter.assignments.find((one) => one.role === "lead")?.unit.name ?? matter.receivedBy.name,
    due: matter.due ? fullDate(matter.due.at, language) : "",
    progressUrl: `${location.origin}/f`,
    ...more,
  };
}
