import { shortDate } from "../../../../foundation/i18n/dates.ts";
import { Field, Icon, useLanguage, useWords } from "../../../../ui/index.ts";
import { waitingWords } from "../parts/waiting-words.ts";
import type { MatterPage } from "../queries.ts";

/** Units whose opinion is still awaited: asked, not answered, and their own time not yet over. */
export const opinionsOut = (matter: MatterPage) =>
  matter.assignments.filter((one) => one.role !== "lead" && one.state !== "answered" && one.due?.state !== "overdue");

/** Who has not said yet and since when, and the reason for not waiting. Nothing where all have answered. */
export function OpinionsField({
  matter,
  value,
  onChange,
  error,
}: {
  matter: MatterPage;
  value: string;
  onChange: (text: string) => void;
  error?: string;
}) {
  const t = useWords(waitingWords);
  const language = useLanguage();
  const out = opinionsOut(matter);
  if (out.length === 0) return null;
  return (
    <div className="opinions-out only-while-writing">
      <p className="text-meta">
        <Icon name="triangle" small /> <b>{t.opinionsOut}</b>{" "}
        {out.map((one) => t.opinionSince(one.unit.name, shortDate(one.since, language))).join(language === "en" ? "; " : "；")}
      </p>
      <Field id="composer-without" label={t.withoutOpinions} hint={t.withoutOpinionsHint} error={error}>
        <textarea
          className="plain-area"
          rows={2}
          maxLength={500}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
    </div>
  );
}
