import { useState } from "react";
import { beijingDay } from "../../../foundation/i18n/dates.ts";
import { Button, Checkbox, Input, Select, Tag, useWords } from "../../../ui/index.ts";
import { DUTY_PARTS, LEVELS } from "../rules/dispatch-shapes.ts";
import type { BookName, Known } from "./calls.ts";
import { keyOf, type Line, NO_FILTER, passes } from "./lines.ts";
import { type Names, useNames } from "./use-names.ts";
import { catalogueWords } from "./words.ts";

/** The lines of a version, searched and filtered. */
export function LineTable({
  book,
  version,
  lines,
  known,
  onEdit,
  onAdd,
}: {
  book: BookName;
  version: number;
  lines: readonly Line[];
  known: Known;
  onEdit?: (line: Line) => void;
  onAdd?: () => void;
}) {
  const t = useWords(catalogueWords);
  const names = useNames(known);
  const [filter, setFilter] = useState(NO_FILTER);
  const put = (more: Partial<typeof NO_FILTER>) => setFilter({ ...filter, ...more });
  const found = lines.filter((line) => passes(line, filter));
  const find = { optionFilterProp: "label" as const };
  const levels = book === "catalogue" ? LEVELS : (["township", "village"] as const);
  const columns =
    book === "catalogue"
      ? [t.fields.name, t.fields.lead, t.fields.supports, t.fields.valid, t.fields.basis]
      : [t.fields.name, t.fields.part, t.fields.categories, t.fields.valid, t.fields.basis];
  return (
    <section className="card">
      <div className="catalogue-filters">
        <Input
          aria-label={t.find}
          placeholder={t.find}
          type="search"
          value={filter.words}
          maxLength={60}
          onChange={(event) => put({ words: event.target.value })}
        />
        <Select
          aria-label={t.filters.unit}
          showSearch={find}
          value={filter.unit}
          onChange={(unit: string) => put({ unit })}
          options={[{ value: "", label: t.allUnits }, ...names.targets]}
        />
        <Select
          aria-label={t.filters.category}
          showSearch={find}
          value={filter.category}
          onChange={(category: string) => put({ category })}
          options={[{ value: "", label: t.allCategories }, ...names.categoryChoices]}
        />
        <Select
          aria-label={t.filters.level}
          value={filter.level}
          onChange={(level: string) => put({ level })}
          options={[{ value: "", label: t.allLevels }, ...levels.map((value) => ({ value, label: t.levels[value] }))]}
        />
        {book === "duties" && (
          <Select
            aria-label={t.filters.part}
            value={filter.part}
            onChange={(part: string) => put({ part })}
            options={[{ value: "", label: t.allParts }, ...DUTY_PARTS.map((value) => ({ value, label: t.parts[value] }))]}
          />
        )}
        <Checkbox
          checked={filter.day !== ""}
          onChange={(event) => put({ day: event.target.checked ? beijingDay(new Date()) : "" })}
        >
          {t.today}
        </Checkbox>
        <span role="status" className="text-meta meta">
          {t.shown(found.length, lines.length)}
        </span>
        {onAdd && (
          <Button icon="plus" onClick={onAdd}>
            {t.add}
          </Button>
        )}
      </div>
      {found.length === 0 ? (
        <p className="catalogue-none">{lines.length === 0 ? t.none : t.noneFound}</p>
      ) : (
        <table className="catalogue-table">
          <caption className="hidden-words">{t.caption(t.books[book], version)}</caption>
          <thead>
            <tr>
              {columns.map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
              {onEdit && (
                <th scope="col">
                  <span className="hidden-words">{t.edit}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {found.map((line) => (
              <Row key={keyOf(line)} line={line} names={names} onEdit={onEdit} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ line, names, onEdit }: { line: Line; names: Names; onEdit?: (line: Line) => void }) {
  const t = useWords(catalogueWords);
  const own = names.side === "en" && line.name.en ? line.name.en : line.name.zh;
  return (
    <tr>
      <th scope="row">
        <span lang={own === line.name.zh ? "zh-CN" : undefined}>{own}</span>
        <span className="meta text-small">
          {line.code}
          {"lead" in line && ` · ${names.categoryName(line.category)}`}
        </span>
      </th>
      {"lead" in line ? (
        <>
          <td data-name={t.fields.lead}>
            <b>{names.targetName(line.lead)}</b>
            <span className="meta text-small">{t.levels[line.level]}</span>
          </td>
          <td data-name={t.fields.supports}>{line.supports.map(names.targetName).join("、") || "—"}</td>
        </>
      ) : (
        <>
          <td data-name={t.fields.part}>
            <Tag tone={line.part === "basic" ? "accent" : line.part === "assist" ? undefined : "amber"}>{t.parts[line.part]}</Tag>
            <span className="meta text-small">
              {t.levels[line.level]} · {t.partsMean[line.part]}
            </span>
            {line.department && (
              <span className="text-small">
                {t.fields.department}: {names.unitName(line.department)}
              </span>
            )}
          </td>
          <td data-name={t.fields.categories}>
            {line.categories.map(names.categoryName).join("、") || t.anyCategory}
            {names.only(line).length > 0 && <span className="meta text-small">{names.only(line).join("、")}</span>}
          </td>
        </>
      )}
      <td data-name={t.fields.valid} className="catalogue-days">
        {names.ofDays(line)}
      </td>
      <td data-name={t.fields.basis} lang="zh-CN">
        {line.basis}
        {line.note && <span className="meta text-small">{line.note}</span>}
      </td>
      {onEdit && (
        <td>
          <Button size="small" icon="edit" aria-label={t.editOf(line.name.zh)} onClick={() => onEdit(line)}>
            {t.edit}
          </Button>
        </td>
      )}
    </tr>
  );
}
