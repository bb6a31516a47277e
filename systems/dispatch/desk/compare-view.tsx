import { useState } from "react";
import { beijingDay } from "../../../foundation/i18n/dates.ts";
import { Button, Checkbox, Failure, Field, kitWords, Select, useWords } from "../../../ui/index.ts";
import { compareVersions, type FieldChange, leadsThatChange } from "../rules/compare-catalogues.rule.ts";
import { type BookName, type Head, type Known, useBook } from "./calls.ts";
import { LeadChanges } from "./lead-changes.tsx";
import { keyOf, type Line } from "./lines.ts";
import { type Names, useNames } from "./use-names.ts";
import { catalogueWords } from "./words.ts";

const changesLead = (fields: readonly FieldChange[]) => fields.some(({ field }) => field === "lead" || field === "part");

/** Two versions side by side; what changes its lead stands first. */
export function CompareView({
  book,
  versions,
  before,
  after,
  known,
  onChoose,
  onBack,
}: {
  book: BookName;
  versions: readonly Head[];
  before: number;
  after: number;
  known: Known;
  onChoose: (pair: { before: number; after: number }) => void;
  onBack: () => void;
}) {
  const t = useWords(catalogueWords);
  const k = useWords(kitWords);
  const names = useNames(known);
  const [only, setOnly] = useState(true);
  const was = useBook(book, before);
  const now = useBook(book, after);
  const options = versions.map((one) => ({ value: one.version, label: `${t.version(one.version)} · ${t.states[one.state]}` }));
  const error = was.error ?? now.error;
  const lines = (data: typeof was.data): readonly Line[] => (book === "catalogue" ? data?.items : data?.duties) ?? [];
  const [old, fresh] = [lines(was.data), lines(now.data)];
  const compared = compareVersions(old, fresh);
  const differ = compared.added.length + compared.removed.length + compared.changed.length > 0;
  const leads =
    was.data && now.data && book === "catalogue"
      ? leadsThatChange(
          was.data.items,
          now.data.items,
          known.categories.map(({ code }) => code),
          beijingDay(new Date()),
        )
      : [];
  const touched = new Set([...compared.added, ...compared.changed.map(({ line }) => line)]);
  const choose = (id: string, label: string, value: number, onChange: (version: number) => void) => (
    <Field id={id} label={label}>
      <Select value={value} options={options} onChange={onChange} />
    </Field>
  );
  return (
    <>
      <div className="row row-wrap catalogue-pair">
        {choose("compare-before", t.before, before, (version) => onChoose({ before: version, after }))}
        {choose("compare-after", t.after, after, (version) => onChoose({ before, after: version }))}
        <Checkbox checked={only} onChange={(event) => setOnly(event.target.checked)}>
          {t.onlyChanges}
        </Checkbox>
        <span className="space" />
        <Button icon="back" onClick={onBack}>
          {t.backToList}
        </Button>
      </div>
      {error && <Failure reason={error} onRetry={() => Promise.all([was.refetch(), now.refetch()])} />}
      {!error && !(was.data && now.data) && <p role="status">{k.loading}</p>}
      {was.data && now.data && (
        <>
          <p role="status" className="strong">
            {differ
              ? t.compared(compared.added.length, compared.removed.length, compared.changed.length, compared.same)
              : t.nothingDiffers}
          </p>
          <LeadChanges leads={leads} names={names} />
          <Changed
            title={t.leadChanges}
            rows={compared.changed.filter(({ fields }) => changesLead(fields))}
            names={names}
            heads={[before, after]}
          />
          <Changed
            title={t.otherChanges}
            rows={compared.changed.filter(({ fields }) => !changesLead(fields))}
            names={names}
            heads={[before, after]}
          />
          <Listed title={t.addedLines} lines={compared.added} names={names} />
          <Listed title={t.removedLines} lines={compared.removed} names={names} />
          {!only && <Listed title={t.sameLines} lines={fresh.filter((line) => !touched.has(line))} names={names} />}
        </>
      )}
    </>
  );
}

function Changed({
  title,
  rows,
  names,
  heads,
}: {
  title: string;
  rows: readonly { readonly line: Line; readonly fields: readonly FieldChange[] }[];
  names: Names;
  heads: readonly [number, number];
}) {
  const t = useWords(catalogueWords);
  if (rows.length === 0) return null;
  const label = (field: string) => t.fields[field as "lead"] ?? field;
  return (
    <section className="card" aria-label={title}>
      <header>
        <h2>
          {title} · {rows.length}
        </h2>
      </header>
      <table className="catalogue-table catalogue-compare">
        <caption className="hidden-words">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.fields.name}</th>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.version(heads[0])}</th>
            <th scope="col">{t.version(heads[1])}</th>
          </tr>
        </thead>
        {rows.map(({ line, fields }) => (
          <tbody key={line.code}>
            {fields.map(({ field, was, now }, at) => (
              <tr key={field}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={fields.length}>
                    <span lang="zh-CN">{line.name.zh}</span>
                    <span className="meta text-small">{line.code}</span>
                  </th>
                )}
                <td className="strong">{label(field)}</td>
                <td data-name={t.version(heads[0])} className="catalogue-was">
                  {names.shown(field, was)}
                </td>
                <td data-name={t.version(heads[1])} className="catalogue-now">
                  {names.shown(field, now)}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Listed({ title, lines, names }: { title: string; lines: readonly Line[]; names: Names }) {
  const t = useWords(catalogueWords);
  if (lines.length === 0) return null;
  return (
    <section className="card" aria-label={title}>
      <header>
        <h2>
          {title} · {lines.length}
        </h2>
      </header>
      <ul className="card-body">
        {lines.map((line) => (
          <li key={keyOf(line)}>
            <span lang="zh-CN">{line.name.zh}</span> <span className="meta text-small">{line.code}</span>{" "}
            <span className="text-small">
              {"lead" in line ? `${t.fields.lead}: ${names.targetName(line.lead)}` : t.parts[line.part]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
