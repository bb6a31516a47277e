import { Link } from "@tanstack/react-router";
import { Fragment, memo, useEffect, useRef } from "react";
import { shortDate } from "../../../../foundation/i18n/dates.ts";
import { Deadline, SimilarMark, Tag, useLanguage, useWords } from "../../../../ui/index.ts";
import { matterWords } from "../../contract.ts";
import { MatterState } from "../parts/state.tsx";
import { waitingWords } from "../parts/waiting-words.ts";
import type { QueueRow } from "../queries.ts";
import { listWords } from "../words.ts";
import type { Section } from "./sections.ts";

interface RowProps {
  readonly row: QueueRow;
  readonly current: boolean;
  readonly selected: boolean;
  readonly onCurrent: (id: string) => void;
  readonly onSelect: (row: QueueRow, through: boolean) => void;
  readonly onOpen: (id: string) => void;
}

const Row = memo(function Row({ row, current, selected, onCurrent, onSelect, onOpen }: RowProps) {
  const t = useWords(listWords);
  const m = useWords(matterWords);
  const w = useWords(waitingWords);
  const language = useLanguage();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (!current || document.activeElement?.closest('[role="dialog"]')) return;
    if (document.activeElement?.closest("tr")?.dataset.id !== row.id) link.current?.focus({ preventScroll: true });
    link.current?.closest("tr")?.scrollIntoView({ block: "nearest" });
  }, [current, row.id]);
  const meta = [
    row.number.slice(-6),
    row.place,
    [row.kind && m.kinds[row.kind], row.category].filter(Boolean).join(" › "),
    m.doors[row.door],
    shortDate(row.receivedAt, language),
  ]
    .filter(Boolean)
    .join(" · ");
  return (
    <tr
      data-id={row.id}
      data-current={current ? "yes" : "no"}
      data-selected={selected ? "yes" : "no"}
      data-read={row.fresh ? "no" : "yes"}
      aria-selected={selected}
      onClick={() => onCurrent(row.id)}
    >
      <td className="cell-tick">
        <input
          type="checkbox"
          className="tick"
          checked={selected}
          tabIndex={-1}
          aria-label={t.selectRow(row.title)}
          onClick={(event) => {
            event.stopPropagation();
            onSelect(row, event.shiftKey);
          }}
          onChange={() => {}}
        />
      </td>
      <th scope="row" className="cell-matter">
        <span className="row">
          <Link
            ref={link}
            to="/matters/$id"
            params={{ id: row.id }}
            className="cut matter-link"
            onFocus={() => onCurrent(row.id)}
            onClick={() => onOpen(row.id)}
          >
            {row.title}
          </Link>
          {row.fresh && <span className="fresh-dot" role="img" aria-label={t.unread} />}
          {row.urgency === "danger" && <Tag tone="red">{m.urgencies.danger}</Tag>}
          {row.urgency === "pressing" && <Tag tone="amber">{m.urgencies.pressing}</Tag>}
          {row.waits && row.waits !== "objection" && <Tag tone="amber">{w.waits[row.waits]}</Tag>}
          <SimilarMark count={row.similar} />
        </span>
        <span className="cell-meta cut">{meta}</span>
      </th>
      <td className="cell-state">
        <MatterState state={row.state} />
      </td>
      <td className="cell-unit">
        <span className="cut">{row.leadUnit?.name ?? t.noUnit}</span>
      </td>
      <td className="cell-due">
        {row.due ? <Deadline state={row.due.state} words={row.due.words} /> : <span className="meta">{t.noUnit}</span>}
      </td>
    </tr>
  );
});

export interface MatterTableProps {
  readonly caption: string;
  readonly sections: readonly Section[];
  readonly current: string | null;
  readonly selected: ReadonlySet<string>;
  readonly onCurrent: (id: string) => void;
  readonly onSelect: (row: QueueRow, through: boolean) => void;
  readonly onSelectAll: (yes: boolean) => void;
  readonly onOpen: (id: string) => void;
}

/** A real table: caption, header cells, one body a section. Rows never move by themselves. */
export function MatterTable({ caption, sections, current, selected, onSelectAll, ...rest }: MatterTableProps) {
  const t = useWords(listWords);
  const all = sections.flatMap((section) => section.rows);
  const whole = all.length > 0 && all.every((row) => selected.has(row.id));
  return (
    <table className="matter-table">
      <caption className="hidden-words">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="cell-tick">
            <input
              type="checkbox"
              className="tick"
              checked={whole}
              ref={(box) => {
                if (box) box.indeterminate = !whole && all.some((row) => selected.has(row.id));
              }}
              onChange={() => onSelectAll(!whole)}
              aria-label={t.selectAll}
            />
          </th>
          <th scope="col">{t.columns.matter}</th>
          <th scope="col" className="cell-state">
            {t.columns.state}
          </th>
          <th scope="col" className="cell-unit">
            {t.columns.unit}
          </th>
          <th scope="col" className="cell-due">
            {t.columns.due}
          </th>
        </tr>
      </thead>
      {sections.map((section, index) => (
        <Fragment key={section.name ?? index}>
          <tbody>
            {section.name && (
              <tr className="section-row">
                <th colSpan={5} scope="rowgroup">
                  {t.groups[section.name].name} {section.count || section.rows.length} <span>{t.groups[section.name].hint}</span>
                </th>
              </tr>
            )}
            {section.rows.map((row) => (
              <Row key={row.id} row={row} current={current === row.id} selected={selected.has(row.id)} {...rest} />
            ))}
          </tbody>
        </Fragment>
      ))}
    </table>
  );
}
